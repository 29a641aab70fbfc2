/**
 * Lets holders into their own page: by the secret link of a letter, or by their record's number and a code that is
 * mailed to the address on file. Nothing that is answered here tells whether a number or an address is known.
 */
import { sha256, toBase64url } from '../../shared/bytes.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { en } from '../letters/en.ts'
import { composeMyCode } from '../letters/letter.ts'
import { addressOf } from '../store/addresses.ts'
import { appendDeed } from '../store/audit.ts'
import {
  deleteAccessOfAddress,
  deleteHolderSession,
  holderOfLink,
  holderOfNumber,
  holderSession,
  insertHolderLink,
  insertHolderSession,
  keepCode,
  numbersOfHolder,
  touchHolderLink,
  touchHolderSession,
  tryCode,
} from '../store/holder-access.ts'
import { postMail } from '../store/outbox.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A session ends after two hours, or after half an hour without a page: the machine may be a library's. */
const LASTS = 2 * HOUR
const IDLE = 30 * MINUTE
const SEEN_EVERY = MINUTE
/** A link that let nobody in for two years stops working: longer than from one letter of ours to the next. */
export const LINK_RESTS = 2 * 365 * 24 * HOUR
/** How long a code works, how often it may be typed wrong, and how many of one number are mailed in an hour and a day. */
export const CODE_LASTS = 30 * MINUTE
const TRIES = 5
const CODES_AN_HOUR = 5
const CODES_A_DAY = 20

/** A session that goes on. `secret` is in the cookie alone. */
export interface Holding {
  holder: string
  secret: string
  /** Every number that has the same address on file, newest award first. */
  numbers: string[]
}

/**
 * A new secret link for a holder, which works from now on; those made before go on working.
 * @param address that it is mailed to: where another has come on file meanwhile, the link opens nothing
 */
export async function makeHolderLink(desk: Desk, holder: string, address?: string): Promise<string> {
  const secret = toBase64url(desk.random(24))
  const link = {
    digest: await linkDigest(secret),
    holder,
    at: desk.now().toISOString(),
    ...(address === undefined ? {} : { address }),
  }
  await desk.db.batch(insertHolderLink(desk.db, link, ago(desk, LINK_RESTS)))
  return `${ownLinkUrl(desk)}${secret}`
}

/** The link as it is shown to whoever it does not let in. */
export function struckOutLink(desk: Desk): string {
  return `${ownLinkUrl(desk)}…`
}

const ownLinkUrl = ({ issuer }: Desk) => `${issuer.origin}/my/open/`

/** Whose link has this secret; null for one that does not work, or no longer. */
export async function openHolderLink(desk: Desk, secret: string): Promise<string | null> {
  return holderOfLink(desk.db, await linkDigest(secret), ago(desk, LINK_RESTS))
}

/** Lets in by a link. @returns the secret of the new session, for its cookie; null as `openHolderLink` */
export async function useHolderLink(desk: Desk, secret: string): Promise<string | null> {
  const holder = await openHolderLink(desk, secret)
  if (holder === null) return null
  await touchHolderLink(desk.db, await linkDigest(secret), desk.now().toISOString()).run()
  return beginHolding(desk, holder)
}

/**
 * Ends every link, code and session by which anyone comes to the records with this holder's address, and mails a new
 * link there. Nothing is done where no address is on file: it would lock its holder out.
 * @throws Problem `conflict`
 */
export async function replaceHolderLink(desk: Desk, { holder, numbers }: Holding): Promise<void> {
  const { db } = desk
  const at = desk.now().toISOString()
  const [number] = numbers as [string, ...string[]]
  if ((await addressOf(db, holder)) === null)
    throw new Problem('conflict', { detail: 'No e-mail address is on file, so no new link could be sent.' })
  await db.batch([
    ...deleteAccessOfAddress(db, holder),
    postMail(db, 'my-link', number, at),
    ...numbers.map((one) =>
      appendDeed(db, { actor: 'holder', act: 'holder-link-replaced', subject: one }, at),
    ),
  ])
}

/**
 * Mails a code to the address on file for this number, if there is one.
 * @returns which asking it was: the code works only together with it
 */
export async function askCode(desk: Desk, number: string): Promise<string> {
  const ask = toBase64url(desk.random(16))
  const code = drawCode(desk)
  const url = `${desk.issuer.origin}/my/code/${ask}?code=${code}`
  await desk.db.batch(
    keepCode(
      desk.db,
      { ask, number, digest: await codeDigest(ask, code), at: desk.now().toISOString() },
      composeMyCode({ issuer: desk.issuer, number, code: spaced(code), url }, en),
      { since: ago(desk, HOUR), most: CODES_AN_HOUR, forget: ago(desk, 24 * HOUR), inAll: CODES_A_DAY },
    ),
  )
  return ask
}

/** Whose record the code was asked for; null for a wrong, a used, a late and a made-up one alike. */
export async function useCode(desk: Desk, ask: string, typed: string): Promise<string | null> {
  const code = typed.replace(/\D/g, '')
  const limits = { since: ago(desk, CODE_LASTS), most: TRIES }
  const number = await tryCode(desk.db, ask, await codeDigest(ask, code), limits)
  return number === null ? null : holderOfNumber(desk.db, number)
}

/** @returns the secret of the new session, for its cookie */
export async function beginHolding(desk: Desk, holder: string): Promise<string> {
  const secret = toBase64url(desk.random(32))
  const session = { digest: await digestOf(secret), holder, at: desk.now().toISOString() }
  await desk.db.batch(insertHolderSession(desk.db, session, ago(desk, LASTS)))
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

function ago(desk: Desk, milliseconds: number): string {
  return new Date(desk.now().getTime() - milliseconds).toISOString()
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
