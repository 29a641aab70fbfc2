/** Lets staff into the console, and their forms through: `staffPage` for what is read, `staffForm` for what is sent. */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { House } from '../house.ts'
import { may, type Role } from '../roles.ts'
import { continueSession, formToken, type SignedIn, signInByAccess } from '../services/sign-in.ts'
import { appendDeed } from '../store/audit.ts'
import { accessEmail } from './access.ts'
import { readForm } from './form.ts'
import { Problem } from './problem.ts'

/** @param needed the least role that may look */
export function staffPage(needed: Role = 'viewer'): MiddlewareHandler<House> {
  return async function staffPage(c, next) {
    const session = await sessionOf(c)
    if (!session) {
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`/staff/sign-in?next=${encodeURIComponent(pathname + search)}`, 303)
    }
    await admit(c, session, needed)
    return next()
  }
}

/**
 * Reads a form that was sent from a page of ours, within a session of ours, by someone who may. Use `atMost` before.
 * @throws Problem `session-ended`, `form-of-another-session`: both give the form back, so that nothing typed is lost
 */
export function staffForm(needed: Role): MiddlewareHandler<House> {
  return async function staffForm(c, next) {
    refuseOtherSites(c)
    const form = await readForm(c.req)
    c.set('form', form)
    const session = await sessionOf(c)
    if (!session) throw new Problem('session-ended')
    await admit(c, session, needed)
    if (form.token !== c.var.token) throw new Problem('form-of-another-session')
    return next()
  }
}

/**
 * A browser says where a form comes from; one that says neither is not a browser of today.
 * @throws Problem `other-site`
 */
export function refuseOtherSites(c: Context<House>): void {
  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site')
  if (origin !== c.var.desk.issuer.origin || (site !== undefined && site !== 'same-origin'))
    throw new Problem('other-site')
}

async function admit(c: Context<House>, session: SignedIn, needed: Role): Promise<void> {
  const { email, name, role } = session
  c.set('staff', { email, name, role })
  c.set('actor', name)
  c.set('session', session)
  c.set('token', await formToken(session.secret))
  if (may(role, needed)) return
  const { db, now } = c.var.desk
  await appendDeed(db, { actor: name, act: 'refused', subject: c.req.path }, now().toISOString()).run()
  throw new Problem('not-allowed', { detail: `This takes the role “${needed}”; yours is “${role}”.` })
}

/** Behind Access both must name the same person: whoever is signed out there is signed out here. */
async function sessionOf(c: Context<House>): Promise<SignedIn | null> {
  const { desk } = c.var
  const secret = getCookie(c, cookieName(desk.issuer.origin))
  const session = secret ? await continueSession(desk, secret) : null
  if (session?.via === 'link') return session
  const email = await accessEmail(c)
  if (session?.email === email) return session
  const begun = email === null ? null : await signInByAccess(desk, email)
  if (begun) giveCookie(c, begun.secret)
  return begun
}

/** For as long as the browser is open; how long the session lasts is for our own table to say. */
export function giveCookie(c: Context<House>, secret: string): void {
  const { origin } = c.var.desk.issuer
  setCookie(c, cookieName(origin), secret, {
    path: '/',
    secure: origin.startsWith('https:'),
    httpOnly: true,
    sameSite: 'Strict',
  })
}

/** A browser gives the name with the prefix only to https and only to this host. */
function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-staff' : 'staff'
}
