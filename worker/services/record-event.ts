/**
 * Writes down what happened: an event that people read, and its leaf in the register, a commitment that hides it
 * and the nonce that opens it.
 */
import { fromBase64url, sha256, toBase64url, utf8 } from '../../shared/bytes.ts'
import type { Day } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { appendEvent, appendLeaf, type Event } from '../store/register.ts'

const LABEL = 'lssc-register/v1'

export interface Happening {
  kind: string
  number: string
  effectiveOn: Day
  actor: string
  at: string
  reason?: string
  detail?: Record<string, unknown>
  /** The event that was the newest when this was decided: it must still be. */
  after?: number
}

/** An event for people and its leaf for the register. An issue's leaf speaks of the body that was signed. */
export async function recordEvent(
  desk: Desk,
  happening: Happening,
  digest?: string,
): Promise<D1PreparedStatement[]> {
  const event: Event = {
    number: happening.number,
    kind: happening.kind,
    effectiveOn: happening.effectiveOn,
    recordedAt: happening.at,
    actor: happening.actor,
    reason: happening.reason ?? null,
    detail: happening.detail ?? {},
  }
  return [
    appendEvent(desk.db, event, happening.after),
    await recordLeaf(desk, event.kind, event.number, digest ?? (await eventDigest(event)), happening.at),
  ]
}

/**
 * The statement that appends a leaf without an event, for what happens beside the record's own history (RFC 6962 §2.1 leaf hash: 0x00, then the entry).
 * @param digest base64url SHA-256 of what happened: of the body for an issue, of the event otherwise
 */
export async function recordLeaf(
  desk: Desk,
  kind: string,
  number: string,
  digest: string,
  at: string,
): Promise<D1PreparedStatement> {
  const nonce = desk.random(32)
  const commitment = toBase64url(await hash(nonce, fromBase64url(digest) as Uint8Array))
  const entry = utf8(`${LABEL}\n${kind}\n${commitment}`)
  const leafHash = toBase64url(await hash(new Uint8Array([0]), entry))
  return appendLeaf(desk.db, { kind, number, commitment, nonce: toBase64url(nonce), hash: leafHash }, at)
}

/** The digest of an event, for its leaf. */
async function eventDigest(event: Event): Promise<string> {
  return toBase64url(await sha256(JSON.stringify(event)))
}

async function hash(...parts: Uint8Array[]): Promise<Uint8Array> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
