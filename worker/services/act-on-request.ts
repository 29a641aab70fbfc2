/** What the office does with a request short of answering it: takes it over, notes something, opens it again. */
import { CONTROL } from '../../shared/name-check.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import type { RequestState } from '../request-kinds.ts'
import { appendDeed } from '../store/audit.ts'
import {
  appendNote,
  moveRequest,
  notesOf,
  type OfficeRequest,
  type RequestNote,
  requestById,
} from '../store/requests.ts'
import { timeTold } from '../when.ts'
import { once, type RequestKey } from './once.ts'

/** Who acts, on what they saw, by which form. */
export interface Step {
  actor: string
  /** The revision that was on their screen. */
  seen: number
  key: RequestKey
}

export const LONGEST = 5000

const did: Record<RequestNote['kind'], string> = {
  note: 'noted something',
  taken: 'took it over',
  accepted: 'accepted it',
  asked: 'asked its sender for more',
  declined: 'declined it',
  reopened: 'opened it again',
  'taken-back': 'took it back',
}

/**
 * The request, as long as nobody has moved it since it was seen.
 * @throws Problem `not-found`, `conflict` saying who did what, and when
 */
export async function asSeen(desk: Desk, id: string, seen: number): Promise<OfficeRequest> {
  const request = await requestById(desk.db, id)
  if (!request) throw new Problem('not-found')
  if (request.revision === seen) return request
  const last = (await notesOf(desk.db, id)).findLast(({ kind }) => kind !== 'note')
  const what = last
    ? `${last.actor === 'holder' ? 'Its holder' : last.actor} ${did[last.kind]} on ${timeTold(last.recordedAt)}, while you had it open.`
    : 'It changed while you had it open.'
  throw new Problem('conflict', {
    detail: `${what} Nothing of yours was done or sent. Look at it as it is now, and decide again.`,
  })
}

export async function takeRequest(desk: Desk, id: string, step: Step): Promise<void> {
  await move(desk, id, step, { kind: 'taken', from: ['open', 'waiting'] })
}

/** An answer came back, or a decision was wrong. */
export async function reopenRequest(desk: Desk, id: string, step: Step): Promise<void> {
  await move(desk, id, step, { kind: 'reopened', from: ['waiting', 'done', 'declined'], to: 'open' })
}

interface Move {
  kind: 'taken' | 'reopened'
  from: RequestState[]
  to?: RequestState
}

async function move(desk: Desk, id: string, { actor, seen, key }: Step, { kind, from, to }: Move) {
  const { db } = desk
  await once(desk, key, async () => {
    const request = await asSeen(desk, id, seen)
    if (!from.includes(request.state))
      throw new Problem('conflict', { detail: 'That cannot be done with it as it is now.' })
    const at = desk.now().toISOString()
    return {
      status: 200,
      answer: null,
      statements: [
        moveRequest(db, request, { state: to ?? request.state, assigned: actor, at }),
        appendNote(db, id, { actor, recordedAt: at, kind, said: '' }),
        appendDeed(db, { actor, act: `${kind}-request`, subject: `request/${id}` }, at),
      ],
    }
  })
}

/** Notes decide nothing, so they rest on nothing: two people may write them at once. */
export async function noteOnRequest(
  desk: Desk,
  id: string,
  said: string,
  { actor, key }: Step,
): Promise<void> {
  const { db } = desk
  const message = textTrouble(said, 'the note')
  refuse([message !== null && { field: 'note', message }])
  await once(desk, key, async () => {
    if (!(await requestById(db, id))) throw new Problem('not-found')
    const at = desk.now().toISOString()
    return {
      status: 200,
      answer: null,
      statements: [
        appendNote(db, id, { actor, recordedAt: at, kind: 'note', said }),
        appendDeed(db, { actor, act: 'noted-on-request', subject: `request/${id}` }, at),
      ],
    }
  })
}

/** @returns what is wrong with a text of several lines; null when nothing is */
export function textTrouble(text: string, what: string): string | null {
  if (text === '') return `Write ${what}.`
  if (text.length > LONGEST) return `Shorten ${what} to ${LONGEST} characters.`
  return CONTROL.test(text) ? 'It holds a character that cannot be read: type it anew.' : null
}
