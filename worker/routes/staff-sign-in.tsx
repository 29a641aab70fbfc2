/** In and out of the console. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { accessEmail } from '../http/access.ts'
import { readForm } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { giveCookie, refuseOtherSites, staffForm } from '../http/session.ts'
import { openLink, signInByAccess, signInByLink, signOut } from '../services/sign-in.ts'
import { frameOf } from '../staff/layout.tsx'
import { SignInPage } from '../staff/sign-in.tsx'

const MAX_FORM = 4 * 1024

/** Looking at a link uses nothing up: mail programs and chats open what they are sent. */
export const signInPage = handlers(serves('console'), async (c) => {
  const { desk } = c.var
  const next = insideOf(c.req.query('next') ?? '')
  const email = await accessEmail(c)
  const begun = email === null ? null : await signInByAccess(desk, email)
  if (begun) {
    giveCookie(c, begun.secret)
    return c.redirect(next, 303)
  }
  const secret = c.req.query('link') ?? ''
  const link = secret ? await openLink(desk, c.env.SIGN_IN_LINKS, secret) : null
  return c.html(
    <SignInPage
      frame={frameOf(c)}
      link={link ? { ...link, secret } : undefined}
      access={c.env.ACCESS_TEAM !== undefined}
      stranger={email ?? undefined}
      next={next}
    />,
  )
})

export const signInByLinkPosted = handlers(serves('console'), atMost(MAX_FORM), async (c) => {
  refuseOtherSites(c)
  const form = await readForm(c.req)
  const session = await signInByLink(c.var.desk, c.env.SIGN_IN_LINKS, form.get('link'))
  giveCookie(c, session.secret)
  return c.redirect(insideOf(form.get('next')), 303)
})

export const signOutPosted = handlers(serves('console'), atMost(MAX_FORM), staffForm('viewer'), leave)

async function leave(c: Context<House>): Promise<Response> {
  await signOut(c.var.desk, c.var.session)
  c.header('Clear-Site-Data', '"cache", "cookies", "storage"')
  return c.redirect('/staff/sign-in?done=signed-out', 303)
}

/** A path of the console, and nothing that a browser could take for another place. */
function insideOf(next: string): string {
  return /^\/staff(\/[\w-]+(\.[\w-]+)*)*\/?(\?[\w=&%+.-]*)?$/.test(next) ? next : '/staff'
}
