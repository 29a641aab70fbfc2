/**
 * Lets the people of the office in: by Cloudflare Access, or by a link that works once, which whoever can deploy
 * the service can make (the demonstration's way, and the way in while Access is down). Both are audited.
 */
import { fromBase64url, sha256, toBase64url } from '../../shared/bytes.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import type { Person } from '../roles.ts'
import { appendDeed } from '../store/audit.ts'
import {
  addPerson,
  deleteSession,
  insertSession,
  isLinkUsed,
  personByEmail,
  type Session,
  sessionByDigest,
  touchSession,
  useLink,
} from '../store/staff.ts'

const HOUR = 3_600_000
/** A session ends after a working day, or an hour after its last page. */
const LASTS = 8 * HOUR
const IDLE = HOUR
const SEEN_EVERY = 60_000

/** One entry of the secret SIGN_IN_LINKS. */
export interface SignInLink extends Person {
  /** SHA-256 of the link's secret, base64url. */
  sha256: string
  /** The instant after which it no longer works. */
  until: string
  /** Why it was made: it stands in the audit. */
  why: string
}

/** A session that goes on. `secret` is in the cookie alone. */
export interface SignedIn extends Session {
  secret: string
}

/**
 * The link of this secret, while it can be used.
 * @returns null for a wrong, a past and a used one alike
 */
export async function openLink(
  desk: Desk,
  links: string | undefined,
  secret: string,
): Promise<SignInLink | null> {
  const digest = await sha256(secret)
  let found: SignInLink | null = null
  for (const link of JSON.parse(links ?? '[]') as SignInLink[]) {
    const known = fromBase64url(link.sha256)
    if (known?.length === 32 && crypto.subtle.timingSafeEqual(known, digest)) found = link
  }
  if (!found || found.until <= desk.now().toISOString()) return null
  return (await isLinkUsed(desk.db, found.sha256)) ? null : found
}

/**
 * Uses a link, and puts its person on the list of staff if nobody with that address is on it.
 * @throws Problem `link-spent`
 */
export async function signInByLink(desk: Desk, links: string | undefined, secret: string): Promise<SignedIn> {
  const link = await openLink(desk, links, secret)
  if (!link) throw new Problem('link-spent')
  const at = desk.now().toISOString()
  await desk.db.batch([useLink(desk.db, link.sha256, link.email, at), addPerson(desk.db, link, at)])
  const person = await personByEmail(desk.db, link.email)
  if (!person) throw new Problem('not-allowed', { detail: 'This person no longer works here.' })
  return begin(desk, person, 'link', link.why)
}

/** Begins the session of someone whom Access has let through; null for someone who is not on the list of staff. */
export async function signInByAccess(desk: Desk, email: string): Promise<SignedIn | null> {
  const person = await personByEmail(desk.db, email)
  return person && begin(desk, person, 'access')
}

async function begin(desk: Desk, person: Person, via: Session['via'], why?: string): Promise<SignedIn> {
  const secret = toBase64url(desk.random(32))
  const at = desk.now().toISOString()
  await desk.db.batch([
    insertSession(desk.db, await digestOf(secret), { email: person.email, via }, at),
    appendDeed(
      desk.db,
      { actor: person.name, act: `signed-in-by-${via}`, subject: person.email, ...(why ? { why } : {}) },
      at,
    ),
  ])
  return { ...person, via, beganAt: at, seenAt: at, secret }
}

/** The session of a cookie; null when there is none, it has ended, or its person no longer works here. */
export async function continueSession(desk: Desk, secret: string): Promise<SignedIn | null> {
  const digest = await digestOf(secret)
  const session = await sessionByDigest(desk.db, digest)
  if (!session) return null
  const now = desk.now().getTime()
  const since = (instant: string) => now - new Date(instant).getTime()
  if (since(session.beganAt) >= LASTS || since(session.seenAt) >= IDLE) return null
  if (since(session.seenAt) >= SEEN_EVERY) await touchSession(desk.db, digest, desk.now().toISOString())
  return { ...session, secret }
}

export async function signOut(desk: Desk, session: SignedIn): Promise<void> {
  await desk.db.batch([
    deleteSession(desk.db, await digestOf(session.secret)),
    appendDeed(
      desk.db,
      { actor: session.name, act: 'signed-out', subject: session.email },
      desk.now().toISOString(),
    ),
  ])
}

/** What every form of a session carries, so that no other page can send one: made of the cookie, and not it. */
export async function formToken(secret: string): Promise<string> {
  return toBase64url(await sha256(`form ${secret}`))
}

async function digestOf(secret: string): Promise<string> {
  return toBase64url(await sha256(`session ${secret}`))
}
