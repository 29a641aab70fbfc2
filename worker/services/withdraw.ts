/**
 * Puts a record on hold, takes it off, or withdraws it for good. Withdrawing needs two people: the first one's
 * word puts the record on hold at once, the second one's makes it final, or declines it.
 */
import type { Standing } from '../../shared/status-list.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Current, currentByNumber, moveStanding } from '../store/credentials.ts'
import { postMail } from '../store/outbox.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { officeDay } from '../when.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import type { HoldReason, WithdrawalReason } from './reasons.ts'
import { recordEvent } from './record-event.ts'
import { refuseRemoved, refuseStale } from './unchanged.ts'

/** `note` stays in the file; `publicNote` is told to everyone. */
export type StandingAct =
  | { act: 'suspend'; reason: HoldReason; publicNote?: string | undefined; note?: string | undefined }
  | { act: 'reinstate'; note?: string | undefined }
  | { act: 'revoke'; reason: WithdrawalReason; publicNote?: string | undefined; note?: string | undefined }
  | { act: 'decline'; to: 'good' | 'suspended'; note: string }

export interface StandingOptions {
  /** Called before someone decides on another's proposal; throws when they may not. */
  asSecond?: () => Promise<void>
  /** The id of the newest event when it was decided: if another has come since, nothing is done. */
  seen?: number
}

export interface ActDone {
  number: string
  standing: Standing
  /** What is still missing, in a sentence. */
  pending?: string
}

/** @throws Problem `no-such-record`, `changed-meanwhile`, `conflict` (said why), and what `asSecond` throws */
export async function withdraw(
  desk: Desk,
  number: string,
  act: StandingAct,
  actor: string,
  request: RequestKey,
  { asSecond = async () => {}, seen }: StandingOptions = {},
): Promise<Answered<ActDone>> {
  return once(desk, request, async () => {
    const current = await currentByNumber(desk.db, number)
    if (!current) throw new Problem('no-such-record')
    refuseStale(current, seen)
    switch (act.act) {
      case 'suspend':
        return move(desk, current, { to: 'suspended', kind: 'suspended', from: ['good'], act, actor })
      case 'reinstate':
        // While a withdrawal is proposed, the end of the hold is the end of the proposal.
        await asDecider(current, actor, asSecond)
        return move(desk, current, { to: 'good', kind: 'reinstated', from: ['suspended'], act, actor })
      case 'revoke':
        return revoke(desk, current, act, actor, asSecond)
      case 'decline':
        return decline(desk, current, act, actor, asSecond)
    }
  })
}

async function revoke(
  desk: Desk,
  current: Current,
  act: StandingAct,
  actor: string,
  asSecond: () => Promise<void>,
) {
  const proposed = current.newest.kind === 'withdrawal-proposed'
  if (proposed && current.newest.actor === actor) {
    throw new Problem('conflict', { detail: 'A second person has to confirm this withdrawal.' })
  }
  if (proposed) {
    await asSecond()
    return move(desk, current, { to: 'revoked', kind: 'revoked', from: ['suspended'], act, actor })
  }
  const held = await move(desk, current, {
    to: 'suspended',
    kind: 'withdrawal-proposed',
    from: ['good', 'suspended'],
    act,
    actor,
  })
  const pending = 'On hold now. A second person makes it final by asking for the same.'
  return { ...held, status: 202, answer: { ...held.answer, pending } }
}

async function decline(
  desk: Desk,
  current: Current,
  act: Extract<StandingAct, { act: 'decline' }>,
  actor: string,
  asSecond: () => Promise<void>,
) {
  if (current.newest.kind !== 'withdrawal-proposed')
    throw new Problem('conflict', { detail: 'No withdrawal of this record is proposed.' })
  await asDecider(current, actor, asSecond)
  return move(desk, current, { to: act.to, kind: 'withdrawal-declined', from: ['suspended'], act, actor })
}

/** Whoever proposed a withdrawal may take it back; anyone else decides on it as the second person. */
async function asDecider({ newest }: Current, actor: string, asSecond: () => Promise<void>): Promise<void> {
  if (newest.kind === 'withdrawal-proposed' && newest.actor !== actor) await asSecond()
}

export interface Move {
  to: Standing
  kind: string
  from: Standing[]
  act: StandingAct
  actor: string
  /** What the event tells besides. */
  detail?: Record<string, unknown>
}

/**
 * Everything that moving a record to another standing will store; nothing is done before it is committed.
 * @throws Problem `conflict` where it cannot move from where it is
 */
export async function move(desk: Desk, current: Current, { to, kind, from, act, actor, detail }: Move) {
  const { number, standing, newest } = current
  refuseRemoved(current)
  if (!from.includes(standing)) {
    const detail = `The record is ${standing}; this can be done only while it is ${from.join(' or ')}.`
    throw new Problem('conflict', { detail })
  }
  const { db } = desk
  const at = desk.now()
  const today = officeDay(at)
  // A note becomes public with the act itself, not while a second person still has to agree.
  const publicNote = 'publicNote' in act && kind !== 'withdrawal-proposed' ? (act.publicNote ?? null) : null
  const { reason, detail: notes } = told(act)
  return {
    status: 200,
    answer: { number, standing: to },
    statements: [
      // A record on hold for which a withdrawal is proposed stays on hold since when it was.
      ...(to === standing ? [] : moveStanding(db, number, to, to === 'good' ? null : today, publicNote)),
      touchListsOf(db, number),
      ...(await recordEvent(desk, {
        kind,
        number,
        effectiveOn: today,
        actor,
        at: at.toISOString(),
        after: newest.id,
        ...(reason ? { reason } : {}),
        detail: { ...notes, ...detail },
      })),
      postMail(db, kind, number, at.toISOString()),
    ],
  }
}

/** What the event keeps besides its kind: the reason of the list, or the note where there is no list. */
function told(act: StandingAct): { reason?: string; detail?: Record<string, unknown> } {
  switch (act.act) {
    case 'suspend':
    case 'revoke': {
      const notes = {
        ...(act.note ? { note: act.note } : {}),
        ...(act.publicNote ? { publicNote: act.publicNote } : {}),
      }
      return { reason: act.reason, detail: notes }
    }
    case 'reinstate':
      return act.note ? { reason: act.note } : {}
    case 'decline':
      return { reason: act.note, detail: { to: act.to } }
  }
}
