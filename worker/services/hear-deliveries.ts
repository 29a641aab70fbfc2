/**
 * Hears from the mail service what became of letters that it had taken: Cloudflare's e-mail events, out of a queue
 * (https://developers.cloudflare.com/email-service/platform/event-subscriptions/).
 */
import type { Desk } from '../desk.ts'
import { oneLine } from '../letters/letter.ts'
import { type ComeBack, markComeBack } from '../store/outbox.ts'

/** Those that say that the holder has not got it, or does not want it. Deliveries and delays change nothing here. */
const cameBack: Record<string, string> = {
  'cf.email.sending.message.bounced': 'It came back',
  'cf.email.sending.message.failed': 'It could not be delivered',
  'cf.email.sending.message.rejected': 'The mail service refused it',
  'cf.email.sending.message.complained': 'Its receiver marked it as unwanted',
}

/** Marks the letters that came back. Heard twice, an event changes nothing more; what is no such event is passed over. */
export async function hearDeliveries(desk: Desk, events: unknown[]): Promise<number> {
  let heard = 0
  for (const event of events) {
    const told = readEvent(event)
    if (told && (await markComeBack(desk.db, told, desk.now().toISOString()))) heard += 1
  }
  return heard
}

interface MailEvent {
  type?: unknown
  payload?: {
    messageId?: unknown
    recipient?: unknown
    subject?: unknown
    bounce?: { reason?: unknown }
    failure?: { reason?: unknown }
    rejection?: { detail?: unknown }
  }
}

function readEvent(event: unknown): ComeBack | null {
  const { type, payload } = (event ?? {}) as MailEvent
  if (typeof type !== 'string' || !Object.hasOwn(cameBack, type) || !payload) return null
  const said = payload.bounce?.reason ?? payload.failure?.reason ?? payload.rejection?.detail
  const why = text(said) ? `${cameBack[type]}: ${text(said)}` : `${cameBack[type]}.`
  return {
    messageId: text(payload.messageId),
    address: text(payload.recipient),
    subject: text(payload.subject),
    why: why.slice(0, 300),
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? oneLine(value) : ''
}
