/**
 * Lets holders into their own page: by the secret link of a letter, or by their record's number and a code that is
 * mailed to the address on file. Nothing that is answered here tells whether a number or an address is known.
 */
import { sha256, toBase64url } from '../../shared/bytes.ts'
import type { Desk } from '../desk.ts'
import { en } from '../letters/en.ts'
import { composeMyCode } from '../letters/letter.ts'
import {
  deleteHolderSession,
  holderOfLink,
  holderOfNumber,
  holderSession,
  insertHolderLink,
  insertHolderSession,
  keepCode,
  numbersOfHolder,
  touchHolderSession,
  tryCode,
} from '../store/holder-access.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A session ends after two hours, or after half an hour without a page: the machine may be a library's. */
const LASTS = 2 * HOUR
const IDLE = 30 * MINUTE
const SEEN_EVERY = MINUTE
/** How long a code works, how often it may be typed wrong, and how many of one number are mailed in an hour. */
export const CODE_LASTS = 30 * MINUTE
const TRIES = 5
const CODES_AN_HOUR = 5

/** A session that goes on. `secret` is in the cookie alone. */
export interface Holding {
  holder: string
  secret: string
  /** Every number that has the same address on file, newest award first. */
  numbers: string[]
}

/**
 * A new secret link for a holder; those made before go on working.
 * @returns the link, and the statement that makes it work
 */
export async function makeHolderLink(
  desk: Desk,
  holder: string,
): Promise<{ url: string; statement: D1PreparedStatement }> {
  const secret = toBase64url(desk.random(24))
  const statement = insertHolderLink(desk.db, await linkDigest(secret), holder, desk.now().toISOString())
  return { url: `${desk.issuer.origin}/my/open/${secret}`, statement }
}

/** Whose link has this secret; null for one that does not work, or no longer. */
export async function openHolderLink(desk: Desk, secret: string): Promise<string | null> {
  return holderOfLink(desk.db, await linkDigest(secret))
}

/**
 * Mails a code to the address on file for this number, if there is one.
 * @returns which asking it was: the code works only together with it
 */
export async function askCode(desk: Desk, number: string): Promise<string> {
  const now = desk.now()
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
  const ask = toBase64url(desk.random(16))
  const code = drawCode(desk)
  const url = `${desk.issuer.origin}/my/code/${ask}?code=${code}`
  await desk.db.batch(
    keepCode(
      desk.db,
      { ask, number, digest: await codeDigest(ask, code), at: now.toISOString() },
      composeMyCode({ issuer: desk.issuer, number, code: spaced(code), url }, en),
      { since: before(HOUR), most: CODES_AN_HOUR, forget: before(24 * HOUR) },
    ),
  )
  return ask
}

/** Whose record the code was asked for; null for a wrong, a used, a late and a made-up one alike. */
export async function useCode(desk: Desk, ask: string, typed: string): Promise<string | null> {
  const code = typed.replace(/\D/g, '')
  const since = new Date(desk.now().getTime() - CODE_LASTS).toISOString()
  const number = await tryCode(desk.db, ask, await codeDigest(ask, code), { since, most: TRIES })
  return number === null ? null : holderOfNumber(desk.db, number)
}

/** @returns the secret of the new session, for its cookie */
export async function beginHolding(desk: Desk, holder: string): Promise<string> {
  const secret = toBase64url(desk.random(32))
  await insertHolderSession(desk.db, await digestOf(secret), holder, desk.now().toISOString()).run()
  return secret
}

/** The session of a cookie; null when there is none, it has ended, or nothing of its holder's is left. */
export async function continueHolding(desk: Desk, secret: string): Promise<Holding | null> {
  const digest = await digestOf(secret)
  const session = await holderSession(desk.db, digest)
  if (!session) return null
  const now = desk.now().getTime()
  const since = (instant: string) => now - new Date(instant).getTime()
  if (since(session.beganAt) >= LASTS || since(session.seenAt) >= IDLE) return null
  const numbers = await numbersOfHolder(desk.db, session.holder)
  if (numbers.length === 0) return null
  if (since(session.seenAt) >= SEEN_EVERY) await touchHolderSession(desk.db, digest, desk.now().toISOString())
  return { holder: session.holder, secret, numbers }
}

export async function endHolding(desk: Desk, { secret }: Holding): Promise<void> {
  await deleteHolderSession(desk.db, await digestOf(secret)).run()
}

/** Eight digits, every one as likely as any other. */
function drawCode(desk: Desk): string {
  let digits = ''
  while (digits.length < 8)
    for (const byte of desk.random(8)) if (byte < 250 && digits.length < 8) digits += byte % 10
  return digits
}

function spaced(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

async function linkDigest(secret: string): Promise<string> {
  return toBase64url(await sha256(`holder link ${secret}`))
}
async function codeDigest(ask: string, code: string): Promise<string> {
  return toBase64url(await sha256(`holder code ${ask} ${code}`))
}
async function digestOf(secret: string): Promise<string> {
  return toBase64url(await sha256(`holder session ${secret}`))
}
