/**
 * Puts a record on hold, takes it off, or withdraws it for good. Withdrawing needs two people: the first one's
 * word puts the record on hold at once, the second one's makes it final.
 */
import { dayOf } from '../../shared/dates.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Current, currentByNumber, moveStanding } from '../store/credentials.ts'
import { postMail } from '../store/outbox.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import type { HoldReason, WithdrawalReason } from './reasons.ts'
import { recordEvent } from './record-event.ts'

export type StandingAct =
  | { act: 'suspend'; reason: HoldReason; publicNote?: string | undefined }
  | { act: 'reinstate' }
  | { act: 'revoke'; reason: WithdrawalReason; publicNote?: string | undefined }

export interface ActDone {
  number: string
  standing: Standing
  /** What is still missing, in a sentence. */
  pending?: string
}

/**
 * @param asSecond called before a second person makes a withdrawal final; it throws when they may not
 * @throws Problem `no-such-record`, `conflict` (said why), and what `asSecond` throws
 */
export async function withdraw(
  desk: Desk,
  number: string,
  act: StandingAct,
  actor: string,
  request: RequestKey,
  { asSecond = async () => {} }: { asSecond?: () => Promise<void> } = {},
): Promise<Answered<ActDone>> {
  return once(desk, request, async () => {
    const current = await currentByNumber(desk.db, number)
    if (!current) throw new Problem('no-such-record')
    switch (act.act) {
      case 'suspend':
        return move(desk, current, { to: 'suspended', kind: 'suspended', from: ['good'], act, actor })
      case 'reinstate':
        return move(desk, current, { to: 'good', kind: 'reinstated', from: ['suspended'], act, actor })
      case 'revoke':
        return revoke(desk, current, act, actor, asSecond)
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
  if (!from.includes(standing)) {
    const detail = `The record is ${standing}; this can be done only while it is ${from.join(' or ')}.`
    throw new Problem('conflict', { detail })
  }
  const { db } = desk
  const at = desk.now()
  const today = dayOf(at)
  // A note becomes public with the act itself, not while a second person still has to agree.
  const publicNote =
    act.act !== 'reinstate' && kind !== 'withdrawal-proposed' ? (act.publicNote ?? null) : null
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
        ...(act.act === 'reinstate' ? {} : { reason: act.reason }),
        ...(detail ? { detail } : {}),
      })),
      postMail(db, kind, number, at.toISOString()),
    ],
  }
}
