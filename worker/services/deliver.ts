/**
 * Sends the letters that are due. A letter is claimed before it is sent, so two runs at once never send the same one;
 * if a run dies after the mail service took a letter and before that is written down, the letter is sent again when the
 * claim ends. So each goes out at least once, and twice only then.
 */
import type { Desk } from '../desk.ts'
import { oneLine, withoutSecrets } from '../letters/letter.ts'
import type { Post } from '../post.ts'
import { type Claimed, claimNext, postpone, type Settlement, settle } from '../store/outbox.ts'
import { makeHolderLink } from './holder-access.ts'
import { type Written, writeLetter } from './write-letter.ts'

export interface Delivered {
  sent: number
  /** Written, where there is no mail service to send them. */
  kept: number
  noAddress: number
  failed: number
  /** To be tried again. */
  postponed: number
}

/** How many letters one run takes on: each is some four trips to the database. */
const A_RUN = 100
const MINUTE = 60_000
/** Whoever claims a letter has it to themselves for so long; longer than any run. */
const LEASE = 15 * MINUTE
/** How long until a letter is tried again, after each attempt that failed; after the last of them it has failed. */
const PAUSES = [5, 30, 2 * 60, 8 * 60, 24 * 60].map((minutes) => minutes * MINUTE)

/** What the mail service's codes mean for us: https://developers.cloudflare.com/email-service/api/send-emails/workers-api/ */
const faults: Record<string, 'letter' | 'address' | 'service'> = {
  // This letter will never pass.
  E_VALIDATION_ERROR: 'letter',
  E_RECIPIENT_NOT_ALLOWED: 'letter',
  E_CONTENT_TOO_LARGE: 'letter',
  E_HEADER_VALUE_INVALID: 'letter',
  // The service knows that mail to it comes back.
  E_RECIPIENT_SUPPRESSED: 'address',
  // No letter passes until someone has set it right, or until tomorrow.
  E_FIELD_MISSING: 'service',
  E_SENDER_NOT_VERIFIED: 'service',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'service',
  E_RATE_LIMIT_EXCEEDED: 'service',
  E_DAILY_LIMIT_EXCEEDED: 'service',
}

/** @returns what became of the letters of this run */
export async function deliver(desk: Desk): Promise<Delivered> {
  const done: Delivered = { sent: 0, kept: 0, noAddress: 0, failed: 0, postponed: 0 }
  for (let i = 0; i < A_RUN; i++) {
    const now = desk.now()
    const letter = await claimNext(desk.db, now.toISOString(), later(now, LEASE))
    if (!letter) break
    const outcome = await deliverOne(desk, letter)
    if (outcome !== 'dropped' && outcome !== 'stop') done[outcome] += 1
    if (outcome === 'stop') {
      done.postponed += 1
      break
    }
  }
  return done
}

type Outcome = keyof Delivered | 'dropped' | 'stop'

async function deliverOne(desk: Desk, letter: Claimed): Promise<Outcome> {
  // The link is committed before its letter leaves.
  const written = await writeLetter(desk, letter, (holder, address) => makeHolderLink(desk, holder, address))
  const settled = (to: Settlement) => settle(desk.db, letter, to, desk.now().toISOString())
  if ('dropped' in written) {
    const { address, subject, body } = letter
    await settled({ state: 'dropped', address, subject, body, error: written.dropped })
    return 'dropped'
  }
  const { to: address, subject, body } = written
  // What a mail service carries is for its receiver alone. Without one, only the file carries it.
  const text = { address, subject, body: desk.post ? withoutSecrets(body) : body }
  if (address === null) {
    await settled({ state: 'no-address', ...text })
    return 'noAddress'
  }
  if (!desk.post) {
    await settled({ state: 'kept', ...text })
    return 'kept'
  }
  const sent = await send(desk.post, desk, { ...written, to: address })
  if ('messageId' in sent) {
    await settled({ state: 'sent', ...text, messageId: sent.messageId })
    return 'sent'
  }
  return afterFault(desk, letter, { ...sent, text })
}

type Sent = { messageId: string } | { code: string; error: string }

async function send(
  post: Post,
  { issuer }: Desk,
  { to, subject, body }: Exclude<Written, { dropped: string }> & { to: string },
): Promise<Sent> {
  try {
    return await post({ to, fromName: oneLine(issuer.short), replyTo: issuer.email, subject, text: body })
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    const name = typeof code === 'string' ? code : 'no code'
    return { code: name, error: oneLine(`${name}: ${message}`).slice(0, 300) }
  }
}

async function afterFault(
  desk: Desk,
  letter: Claimed,
  { code, error, text }: { code: string; error: string; text: Omit<Settlement, 'state'> },
): Promise<Outcome> {
  const now = desk.now()
  const failed = async (state: 'failed' | 'came-back') => {
    await settle(desk.db, letter, { state, ...text, error }, now.toISOString())
    return 'failed' as const
  }
  switch (Object.hasOwn(faults, code) ? faults[code] : undefined) {
    case 'letter':
      return failed('failed')
    case 'address':
      return failed('came-back')
    case 'service':
      await postpone(desk.db, letter, { until: later(now, 60 * MINUTE), error, tries: letter.tries - 1 })
      return 'stop'
    default: {
      const pause = PAUSES[letter.tries - 1]
      if (pause === undefined) return failed('failed')
      await postpone(desk.db, letter, { until: later(now, pause), error, tries: letter.tries })
      return 'postponed'
    }
  }
}

function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString()
}
