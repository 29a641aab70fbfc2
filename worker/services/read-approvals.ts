/** What waits for a second person, as that person needs to see it. */
import type { Verdict } from '../../shared/verdict.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { isPrivate } from '../record-state.ts'
import { type NamedRemoval, removalsWaiting } from '../store/erasures.ts'
import { recordsByNumbers } from '../store/find.ts'
import {
  type PendingWithdrawal,
  type Proposal,
  pendingWithdrawals,
  proposalById,
  proposalRecords,
  proposals,
} from '../store/proposals.ts'
import { officeDay } from '../when.ts'
import { boundsToday, type FoundLine, lineOf } from './find.ts'
import { preview } from './preview.ts'
import { proposedActs } from './propose.ts'
import { holdReasons, withdrawalReasons } from './reasons.ts'

export type { NamedRemoval, PendingWithdrawal, Proposal }

export interface Approvals {
  open: Proposal[]
  closed: Proposal[]
  withdrawals: PendingWithdrawal[]
  removals: NamedRemoval[]
}

export async function readApprovals(desk: Desk): Promise<Approvals> {
  const { db } = desk
  const [both, withdrawals, removals] = await Promise.all([
    proposals(db),
    pendingWithdrawals(db),
    removalsWaiting(db),
  ])
  return { ...both, withdrawals, removals }
}

/** A record of a proposal as it is now, and what came of it. */
export interface ProposedLine extends FoundLine {
  outcome: 'done' | 'not-done' | null
  why: string | null
  /** Something has happened to it since: nothing will be done to it. */
  changed: boolean
}

export interface ReadProposal {
  proposal: Proposal
  lines: ProposedLine[]
  /** What outsiders will see of one of them. Absent when it is decided, or no record is left to act on. */
  look?: { number: string; verdict: Verdict; private: boolean }
}

/**
 * @param look the record to preview; the first that can be acted on otherwise
 * @throws Problem `not-found`
 */
export async function readProposal(desk: Desk, id: string, look = ''): Promise<ReadProposal> {
  const [proposal, records] = await Promise.all([proposalById(desk.db, id), proposalRecords(desk.db, id)])
  if (!proposal) throw new Problem('not-found')
  const numbers = records.map(({ number }) => number)
  const rows = await recordsByNumbers(desk.db, boundsToday(desk), numbers)
  const lines = rows.map((row, i): ProposedLine => {
    const { outcome, why, seen, newest } = records[i] as (typeof records)[number]
    return { ...lineOf(row), outcome, why, changed: outcome === null && seen !== newest }
  })
  if (proposal.state !== 'waiting') return { proposal, lines }
  const left = lines.filter(({ changed }) => !changed)
  const looked = left.find(({ number }) => number === look) ?? left.find((line) => !line.private) ?? left[0]
  const row = rows.find(({ number }) => number === looked?.number)
  if (!row) return { proposal, lines }
  const verdict = await preview(desk, row.record, {
    number: row.number,
    standing: proposedActs[proposal.act].to,
    circumstances: {
      since: officeDay(desk.now()),
      ...(proposal.publicNote ? { reason: proposal.publicNote } : {}),
    },
  })
  return { proposal, lines, look: { number: row.number, verdict, private: isPrivate(row.visibility) } }
}

/** A reason of the closed list in words; a code from elsewhere stands as it is. */
export function tellReason(code: string | null): string {
  const all: Record<string, string> = { ...holdReasons, ...withdrawalReasons }
  return code === null ? '' : (all[code] ?? code)
}
