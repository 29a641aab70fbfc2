/**
 * Approves a proposal, and carries it out: piece by piece, each in one batch, so that what breaks off in the middle
 * goes on where it stopped, and nothing is done twice.
 */
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { currentByNumber } from '../store/credentials.ts'
import { closeProposal, keepOutcome, nextProposed, type Proposal, proposalById } from '../store/proposals.ts'
import { once, type RequestKey } from './once.ts'
import { decide, proposedActs } from './propose.ts'
import type { HoldReason, WithdrawalReason } from './reasons.ts'
import { move, type StandingAct } from './withdraw.ts'

/** Records of one batch: some seven statements each. */
const PIECE = 20

const kinds = { suspend: 'suspended', reinstate: 'reinstated', revoke: 'revoked' } as const

/**
 * The second person's word. For a proposal that was approved already it goes on with what is left of it.
 * @throws Problem `not-found`, `conflict`: their own, or decided otherwise
 */
export async function approve(desk: Desk, id: string, actor: string, request: RequestKey): Promise<void> {
  const before = await proposalById(desk.db, id)
  if (before?.state === 'approved' || before?.state === 'done') {
    if (before.proposer === actor) {
      throw new Problem('conflict', { detail: 'You proposed this: a second person has to go on with it.' })
    }
  } else {
    await decide(desk, { id, state: 'approved', act: 'approved-for-many', why: null }, actor, request)
  }
  await carryOut(desk, id)
}

async function carryOut(desk: Desk, id: string): Promise<void> {
  for (;;) {
    const [first] = await nextProposed(desk.db, id, 1)
    if (!first) return
    // Two who do this at once meet in the same piece: one of them does it, the other sees that it is done.
    const piece = { scope: `proposal ${id}`, key: first.number, bodyDigest: '' }
    await once(desk, piece, async () => ({ status: 200, answer: {}, statements: await nextPiece(desk, id) }))
  }
}

async function nextPiece(desk: Desk, id: string): Promise<D1PreparedStatement[]> {
  const proposal = (await proposalById(desk.db, id)) as Proposal
  const next = await nextProposed(desk.db, id, PIECE)
  const statements = await Promise.all(next.map((one) => actOn(desk, proposal, one)))
  return [...statements.flat(), closeProposal(desk.db, id)]
}

/** The act itself; or, where the record is no longer what was proposed about, only that it was not done. */
async function actOn(
  desk: Desk,
  proposal: Proposal,
  { number, seen }: { number: string; seen: number },
): Promise<D1PreparedStatement[]> {
  const { id, act, proposer, decider } = proposal
  const current = await currentByNumber(desk.db, number)
  if (current?.newest.id !== seen) {
    const what = current ? ` (${current.newest.kind.replaceAll('-', ' ')}, by ${current.newest.actor})` : ''
    return [keepOutcome(desk.db, id, number, 'not-done', `It has changed since it was proposed${what}.`)]
  }
  try {
    const { statements } = await move(desk, current, {
      to: proposedActs[act].to,
      from: proposedActs[act].from,
      kind: kinds[act],
      act: standingAct(proposal),
      actor: decider as string,
      detail: { proposal: id, proposedBy: proposer },
    })
    return [...statements, keepOutcome(desk.db, id, number, 'done', null)]
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [keepOutcome(desk.db, id, number, 'not-done', error.extra.detail ?? error.message)]
  }
}

function standingAct({ act, reason, publicNote }: Proposal): StandingAct {
  const note = publicNote ?? undefined
  switch (act) {
    case 'suspend':
      return { act, reason: reason as HoldReason, publicNote: note }
    case 'reinstate':
      return { act }
    case 'revoke':
      return { act, reason: reason as WithdrawalReason, publicNote: note }
  }
}
