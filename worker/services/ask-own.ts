/**
 * Takes in what a holder asks of the office from the page of her own record. Her record and her address are known, so
 * they are not typed again; that her session was open is the proof that the office is shown.
 */
import { sha256, toBase64url } from '../../shared/bytes.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type OwnKind, ownFieldsOf, type RequestBody } from '../request-kinds.ts'
import { appendDeed } from '../store/audit.ts'
import type { Current } from '../store/credentials.ts'
import { insertOwnRequest, type OwnRequest, ownRequests, ownSoFar } from '../store/own-requests.ts'
import { appendNote, moveRequest, requestById } from '../store/requests.ts'
import { drawReference } from './ask-office.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { readRequest, type Typed } from './read-request.ts'

export type { OwnRequest } from '../store/own-requests.ts'

const DAY = 24 * 3_600_000
const MOST_A_DAY = 10

type Hers = Pick<Current, 'number' | 'record'>

/** What she has asked from here, the newest first. */
export function readOwnRequests(desk: Desk, number: string): Promise<OwnRequest[]> {
  return ownRequests(desk.db, number)
}

/**
 * @returns the reference of the request
 * @throws Problem `invalid-input`, naming each field; `conflict` while one of the kind is open; `too-many-requests`
 */
export async function askOwn(
  desk: Desk,
  hers: Hers,
  { kind, typed }: { kind: OwnKind; typed: Typed },
  request: RequestKey,
): Promise<Answered<{ id: string }>> {
  const { db } = desk
  const { number } = hers
  const body = bodyOf(desk, hers, kind, typed)
  return once(desk, request, async () => {
    const now = desk.now()
    const since = new Date(now.getTime() - DAY).toISOString()
    const { open, recent } = await ownSoFar(db, number, kind, since)
    if (open)
      throw new Problem('conflict', {
        detail: `The office still has your request ${open} of this kind. Wait for its answer, or take it back and send another.`,
      })
    if (recent >= MOST_A_DAY)
      throw new Problem('too-many-requests', {
        detail: `You sent ${MOST_A_DAY} requests within a day. Send this one tomorrow, or call ${desk.issuer.phone}.`,
      })
    const id = drawReference(desk)
    const digest = toBase64url(await sha256(JSON.stringify([kind, body, id])))
    const contact = body.fields.reach ?? ''
    return {
      status: 201,
      answer: { id },
      statements: [insertOwnRequest(db, { id, kind, body, digest, contact, number, at: now.toISOString() })],
    }
  })
}

/**
 * Takes a request back that is not decided yet.
 * @param seen the revision that was on her screen
 * @throws Problem `not-found` for one that is not hers, `conflict` where the office was quicker
 */
export async function takeBack(
  desk: Desk,
  number: string,
  { id, seen }: { id: string; seen: number },
  key: RequestKey,
): Promise<void> {
  const { db } = desk
  await once(desk, key, async () => {
    const request = await requestById(db, id)
    if (!request?.ownPage || request.number !== number) throw new Problem('not-found')
    if (request.revision !== seen || (request.state !== 'open' && request.state !== 'waiting'))
      throw new Problem('conflict', {
        detail: 'The office was quicker: it has done something about this request. Look at it as it is now.',
      })
    const at = desk.now().toISOString()
    const actor = 'holder'
    return {
      status: 200,
      answer: null,
      statements: [
        moveRequest(db, request, { state: 'declined', assigned: actor, at }),
        appendNote(db, id, { actor, recordedAt: at, kind: 'taken-back', said: '' }),
        appendDeed(db, { actor, act: 'took-back-request', subject: `request/${id}` }, at),
      ],
    }
  })
}

/** What is known of her, and what she typed. */
function bodyOf(desk: Desk, { number, record }: Hers, kind: OwnKind, typed: Typed): RequestBody {
  const { name, email } = record
  const { fields, ...more } = readRequest(desk, kind, typed, ownFieldsOf(kind, email !== undefined))
  const known = {
    who: name.display,
    ...(kind === 'name' ? { was: name.display } : {}),
    ...(email ? { reach: email } : {}),
    ...(kind === 'address' && email ? { old: email } : {}),
    code: number,
  }
  return { fields: { ...known, ...fields }, ...more }
}

/** What the office wrote to her about it, out of what it keeps of an answer; null for none. */
export function letterIn(said: string): { subject: string; text: string } | null {
  const [, subject, text] = /(?:^|\n\n)Sent: ([^\n]*)\n\n([\s\S]*)$/.exec(said) ?? []
  return subject !== undefined && text !== undefined ? { subject, text } : null
}
