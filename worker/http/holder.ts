/** Lets holders into their own pages, and their forms through: `holderPage` for what is read, `holderForm` for what is sent. */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isNumber } from '../../shared/number.ts'
import type { House } from '../house.ts'
import { continueHolding } from '../services/holder-access.ts'
import { formToken } from '../services/sign-in.ts'
import { currentByNumber } from '../store/credentials.ts'
import { readForm } from './form.ts'
import { Problem } from './problem.ts'
import { refuseOtherSites } from './session.ts'

/** A page of the holder's own; where its address names a record, only a record of theirs. */
export function holderPage(): MiddlewareHandler<House> {
  return async function holderPage(c, next) {
    if (!(await admit(c))) return c.redirect(doorOf(c), 303)
    return next()
  }
}

/**
 * Reads a form that was sent from a page of ours, within a session of a holder. Use `atMost` before.
 * @throws Problem `session-ended`, `form-of-another-session`, `other-site`
 */
export function holderForm(): MiddlewareHandler<House> {
  return async function holderForm(c, next) {
    refuseOtherSites(c)
    const form = await readForm(c.req)
    c.set('form', form)
    if (!(await admit(c))) throw new Problem('session-ended')
    if (form.token !== c.var.token) throw new Problem('form-of-another-session')
    return next()
  }
}

/** Whoever had a session is told that it ended; whoever comes from a record need not type its number. */
function doorOf(c: Context<House>): string {
  const number = c.req.param('number') ?? ''
  const asked = new URLSearchParams({
    ...(getCookie(c, cookieName(c.var.desk.issuer.origin)) ? { done: 'ended' } : {}),
    ...(isNumber(number) ? { number } : {}),
  }).toString()
  return asked ? `/my/sign-in?${asked}` : '/my/sign-in'
}

/**
 * @returns false where there is no session
 * @throws Problem `not-found` for a record that is not theirs, on file or not
 */
async function admit(c: Context<House>): Promise<boolean> {
  const { desk } = c.var
  const secret = getCookie(c, cookieName(desk.issuer.origin))
  const holding = secret ? await continueHolding(desk, secret) : null
  if (!holding) return false
  c.set('holding', holding)
  c.set('actor', 'holder')
  c.set('token', await formToken(holding.secret))
  const number = c.req.param('number')
  if (number !== undefined) {
    const held = holding.numbers.includes(number) ? await currentByNumber(desk.db, number) : null
    if (!held) throw new Problem('not-found')
    c.set('held', held)
  }
  return true
}

/** For as long as the browser is open. A link in a mail may lead straight to a page of theirs, so it is not `Strict`. */
export function giveHolderCookie(c: Context<House>, secret: string): void {
  const { origin } = c.var.desk.issuer
  setCookie(c, cookieName(origin), secret, {
    path: '/',
    secure: origin.startsWith('https:'),
    httpOnly: true,
    sameSite: 'Lax',
  })
}

/**
 * Leaves nothing of the holder's in this browser, and everything else: to clear all cookies would sign out whoever works
 * in the console, and on every other site under the office's domain, too.
 */
export function dropHolderCookie(c: Context<House>): void {
  const { origin } = c.var.desk.issuer
  deleteCookie(c, cookieName(origin), { path: '/', secure: origin.startsWith('https:') })
  c.header('Clear-Site-Data', '"cache"')
}

/** A browser gives the name with the prefix only to https and only to this host. */
function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-my' : 'my'
}
