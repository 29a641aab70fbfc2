/**
 * Proposes one act on many records. It changes nothing until a second person approves it (`approve.ts`), who may
 * also decline it; whoever proposed it can take it back.
 */
import { tidyNumber } from '../../shared/number.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse, type Wrong } from '../http/problem.ts'
import { recordStates } from '../record-state.ts'
import { appendDeed } from '../store/audit.ts'
import { recordsByNumbers } from '../store/find.ts'
import { decideProposal, insertProposal, type ProposedAct, proposalById } from '../store/proposals.ts'
import { boundsToday } from './find.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { holdReasons, withdrawalReasons } from './reasons.ts'

/** One proposal takes so many records. */
export const MOST = 100

export const proposedActs: Record<ProposedAct, { text: string; to: Standing; from: Standing[] }> = {
  suspend: { text: 'Put on hold', to: 'suspended', from: ['good'] },
  reinstate: { text: 'Take off hold', to: 'good', from: ['suspended'] },
  revoke: { text: 'Withdraw', to: 'revoked', from: ['good', 'suspended'] },
}

/** As it was typed. */
export interface TypedProposal {
  /** Numbers, one a line or between commas. */
  numbers: string
  /** Act and reason in one: `suspend:paperwork`, `reinstate`. */
  what: string
  publicNote: string
  note: string
}

/** Numbers as someone typed or pasted them, each once. */
export function readNumbers(text: string): { numbers: string[]; unread: string[] } {
  const typed = text.split(/[\s,;]+/).filter(Boolean)
  const read = typed.map((one) => [one, tidyNumber(one.split('/').at(-1) ?? '')] as const)
  return {
    numbers: [...new Set(read.flatMap(([, tidied]) => (tidied?.holds ? [tidied.number] : [])))],
    unread: read.filter(([, tidied]) => !tidied?.holds).map(([one]) => one),
  }
}

/**
 * @returns the id of the proposal
 * @throws Problem `invalid-input`, naming each field, and each record to which it cannot be done
 */
export async function propose(
  desk: Desk,
  typed: TypedProposal,
  actor: string,
  request: RequestKey,
): Promise<Answered<{ id: string }>> {
  return once(desk, request, async () => {
    const { act, reason } = readWhat(typed.what)
    const { numbers, unread } = readNumbers(typed.numbers)
    await check(desk, { ...typed, act, reason, numbers, unread })
    const id = crypto.randomUUID()
    const at = desk.now().toISOString()
    const proposal = {
      id,
      act: act as ProposedAct,
      reason,
      publicNote: act === 'reinstate' ? null : oneLine(typed.publicNote),
      note: oneLine(typed.note),
      proposer: actor,
      proposedAt: at,
    }
    const deed = { actor, act: 'proposed-for-many', subject: id, detail: { act, reason, numbers } }
    return {
      status: 201,
      answer: { id },
      statements: [...insertProposal(desk.db, proposal, numbers), appendDeed(desk.db, deed, at)],
    }
  })
}

/** @throws Problem `not-found`, `conflict` (decided already, or their own), `invalid-input` without a reason */
export async function decline(
  desk: Desk,
  id: string,
  why: string,
  actor: string,
  request: RequestKey,
): Promise<void> {
  const message = 'Say why, so that whoever proposed it knows what to do next.'
  refuse([why === '' && { field: 'why', message }])
  await decide(desk, { id, state: 'declined', act: 'declined-for-many', why: oneLine(why) }, actor, request)
}

/** @throws Problem `not-found`, `conflict`: decided already, or someone else's */
export async function takeBack(desk: Desk, id: string, actor: string, request: RequestKey): Promise<void> {
  await decide(desk, { id, state: 'taken-back', act: 'took-back-for-many', why: null }, actor, request)
}

/**
 * Decides a proposal that still waits. Two persons: only its proposer takes it back, and all else is for another.
 * @throws Problem `not-found`, `conflict`
 */
export async function decide(
  desk: Desk,
  decision: { id: string; state: 'approved' | 'declined' | 'taken-back'; act: string; why: string | null },
  actor: string,
  request: RequestKey,
): Promise<void> {
  const { id, state, act, why } = decision
  await once(desk, request, async () => {
    const proposal = await proposalById(desk.db, id)
    if (!proposal) throw new Problem('not-found')
    if (proposal.state !== 'waiting') {
      throw new Problem('conflict', { detail: `It no longer waits: ${proposal.decider} decided it.` })
    }
    if (proposal.proposer !== actor && state === 'taken-back') {
      throw new Problem('conflict', {
        detail: `Only ${proposal.proposer} can take it back; you can decline it.`,
      })
    }
    if (proposal.proposer === actor && state !== 'taken-back') {
      throw new Problem('conflict', { detail: 'You proposed this: a second person has to decide it.' })
    }
    const at = desk.now().toISOString()
    const deed = { actor, act, subject: id, ...(why ? { why } : {}) }
    return {
      status: 200,
      answer: {},
      statements: [
        decideProposal(desk.db, id, { state, decider: actor, why }, at),
        appendDeed(desk.db, deed, at),
      ],
    }
  })
}

function readWhat(what: string): { act: ProposedAct | null; reason: string | null } {
  const [act = '', reason = ''] = what.split(':')
  if (act === 'reinstate') return { act, reason: null }
  if (act === 'suspend' && Object.hasOwn(holdReasons, reason)) return { act, reason }
  if (act === 'revoke' && Object.hasOwn(withdrawalReasons, reason)) return { act, reason }
  return { act: null, reason: null }
}

interface ReadProposal extends TypedProposal {
  act: ProposedAct | null
  reason: string | null
}

async function check(
  desk: Desk,
  one: Omit<ReadProposal, 'numbers'> & { numbers: string[]; unread: string[] },
): Promise<void> {
  const errors: Wrong[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  const { act, numbers, unread } = one
  if (!act) wrong('what', 'Choose what to do, and why.')
  if (unread.length > 0)
    wrong('numbers', `These are not numbers of records: ${unread.slice(0, 10).join(', ')}.`)
  if (numbers.length + unread.length === 0) wrong('numbers', 'Choose at least one record.')
  if (numbers.length > MOST) wrong('numbers', `At most ${MOST} records at once: these are ${numbers.length}.`)
  else for (const message of await cannot(desk, act, numbers)) wrong('numbers', message)
  if (one.publicNote.length > 300) wrong('publicNote', 'At most 300 characters.')
  if (one.note.length > 1000) wrong('note', 'At most 1,000 characters.')
  if (act === 'reinstate' && one.note === '')
    wrong('note', 'Say what has been settled, so that the second person can check it.')
  refuse(errors)
}

/** A sentence for each record that does not exist, or stands where this cannot be done. */
async function cannot(desk: Desk, act: ProposedAct | null, numbers: string[]): Promise<string[]> {
  const found = new Map(
    (await recordsByNumbers(desk.db, boundsToday(desk), numbers)).map((one) => [one.number, one]),
  )
  return numbers.flatMap((number) => {
    const one = found.get(number)
    if (!one) return [`There is no record ${number}.`]
    if (!act || proposedActs[act].from.includes(one.standing)) return []
    return [
      `${number} is “${recordStates[one.state]}”: ${proposedActs[act].text.toLowerCase()} does not apply.`,
    ]
  })
}

/** The tables hold no line breaks. */
function oneLine(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null
}
