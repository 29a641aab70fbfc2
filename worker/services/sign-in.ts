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
  hasLeft,
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
 * @throws Problem `link-spent`, `not-allowed`, `conflict` when the name is another's
 */
export async function signInByLink(desk: Desk, links: string | undefined, secret: string): Promise<SignedIn> {
  const link = await openLink(desk, links, secret)
  if (!link) throw new Problem('link-spent')
  if (await hasLeft(desk.db, link.email))
    throw new Problem('not-allowed', { detail: 'This person no longer works here.' })
  const person = (await personByEmail(desk.db, link.email)) ?? link
  const at = desk.now().toISOString()
  const first = [useLink(desk.db, link.sha256, link.email, at), addPerson(desk.db, link, at)]
  try {
    return await begin(desk, person, 'link', { first, why: link.why })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.message.includes('used_link')) throw new Problem('link-spent') // a second click was quicker
    if (!error.message.includes('staff.name')) throw error
    throw new Problem('conflict', {
      detail: `Someone else here is called ${link.name}, and acts are told apart by name: have a link made with an initial.`,
    })
  }
}

/** Begins the session of someone whom Access has let through; null for someone who is not on the list of staff. */
export async function signInByAccess(desk: Desk, email: string): Promise<SignedIn | null> {
  const person = await personByEmail(desk.db, email)
  return person && begin(desk, person, 'access')
}

/** @param first what is done in the same batch, and with it fails */
async function begin(
  desk: Desk,
  { email, name, role }: Person,
  via: Session['via'],
  { first = [], why }: { first?: D1PreparedStatement[]; why?: string } = {},
): Promise<SignedIn> {
  const secret = toBase64url(desk.random(32))
  const at = desk.now().toISOString()
  const deed = { actor: name, act: `signed-in-by-${via}`, subject: email, ...(why ? { why } : {}) }
  await desk.db.batch([
    ...first,
    insertSession(desk.db, await digestOf(secret), { email, via }, at),
    appendDeed(desk.db, deed, at),
  ])
  return { email, name, role, via, beganAt: at, seenAt: at, secret }
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
