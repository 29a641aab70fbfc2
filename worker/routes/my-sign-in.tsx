/** In and out of a holder's own page. */
import type { Context } from 'hono'
import { readPresented } from '../../shared/presented.ts'
import { type House, handlers } from '../house.ts'
import { afterwards } from '../http/afterwards.ts'
import { readForm } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { dropHolderCookie, giveHolderCookie, holderForm } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { refuseOtherSites } from '../http/session.ts'
import { myFrame } from '../my/layout.tsx'
import { MyCodePage, MyOpenPage, MySignInPage } from '../my/sign-in.tsx'
import { deliver } from '../services/deliver.ts'
import {
  askCode,
  beginHolding,
  endHolding,
  openHolderLink,
  useCode,
  useHolderLink,
} from '../services/holder-access.ts'

const MAX_FORM = 4 * 1024

/** The page of a record leads here with its number. */
export const mySignIn = handlers(serves('holder'), (c) => {
  const typed = (c.req.query('number') ?? '').slice(0, 20)
  return c.html(<MySignInPage frame={myFrame(c)} typed={typed} />)
})

/** Mails a code, and asks for it; the same page whatever is on file. */
export const mySignInPosted = handlers(serves('holder'), atMost(MAX_FORM), async (c) => {
  refuseOtherSites(c)
  const typed = (await readForm(c.req)).get('number')
  const number = numberIn(c, typed)
  if ('trouble' in number) {
    const errors = [{ field: 'number', message: number.trouble }]
    return c.html(<MySignInPage frame={myFrame(c)} typed={typed} errors={errors} older={number.older} />, 422)
  }
  const ask = await askCode(c.var.desk, number.number)
  afterwards(c, deliver(c.var.desk))
  return c.redirect(`/my/code/${ask}`, 303)
})

interface Unread {
  trouble: string
  /** What was typed is a number of the office's, from before this site. */
  older?: string
}

/** What is typed is read without looking anything up: a wrong check symbol can be seen by anyone. */
function numberIn(c: Context<House>, typed: string): { number: string } | Unread {
  const presented = readPresented(typed, c.var.desk.issuer.origin)
  if (presented.kind === 'number') return { number: presented.number }
  const looksLike = presented.kind === 'unreadable' ? presented.looksLike : 'text'
  switch (looksLike) {
    case 'nothing':
      return { trouble: 'Type the code of your record.' }
    case 'older-number':
      return { trouble: 'This is a number from before this site. It opens no page.', older: typed }
    case 'mistyped-number':
      return { trouble: 'A character of this code is wrong or swapped: compare it with your certificate.' }
    default:
      return { trouble: 'This is not the code of a record, which has twelve letters and digits.' }
  }
}

export const myCode = handlers(serves('holder'), (c) => {
  const code = c.req.query('code')
  return c.html(
    <MyCodePage frame={myFrame(c)} ask={paramOf(c, 'ask')} {...(code ? { code: code.slice(0, 12) } : {})} />,
  )
})

export const myCodePosted = handlers(serves('holder'), atMost(MAX_FORM), async (c) => {
  refuseOtherSites(c)
  const ask = paramOf(c, 'ask')
  const holder = await useCode(c.var.desk, ask, (await readForm(c.req)).get('code'))
  if (holder === null) {
    const message =
      'This code does not open it: it may be mistyped, used already, older than 30 minutes, or typed wrong five times. Compare it with the newest mail, or ask for another code.'
    const errors = [{ field: 'code', message }]
    return c.html(<MyCodePage frame={myFrame(c)} ask={ask} errors={errors} />, 422)
  }
  return letIn(c, await beginHolding(c.var.desk, holder))
})

export const myOpen = handlers(serves('holder'), async (c) => {
  const secret = paramOf(c, 'secret')
  if ((await openHolderLink(c.var.desk, secret)) === null) throw new Problem('link-spent')
  return c.html(<MyOpenPage frame={myFrame(c)} secret={secret} />)
})

export const myOpenPosted = handlers(serves('holder'), atMost(MAX_FORM), async (c) => {
  refuseOtherSites(c)
  const session = await useHolderLink(c.var.desk, paramOf(c, 'secret'))
  if (session === null) throw new Problem('link-spent')
  return letIn(c, session)
})

const paramOf = (c: Context<House>, name: string) => c.req.param(name) ?? ''

function letIn(c: Context<House>, session: string): Response {
  giveHolderCookie(c, session)
  return c.redirect('/my', 303)
}

/** Where a browser that goes back, or loads again, asks for a page that only a button leads to. */
export const mySignOut = handlers(serves('holder'), (c) => c.redirect('/my', 303))

export const mySignOutPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  await endHolding(c.var.desk, c.var.holding)
  dropHolderCookie(c)
  return c.redirect('/my/sign-in?done=signed-out', 303)
})
