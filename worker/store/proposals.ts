/** Proposals: one act on many records that waits for a second person, and what came of it for each. */

import { newestEvent } from './register.ts'

export type ProposedAct = 'suspend' | 'reinstate' | 'revoke'

export interface NewProposal {
  id: string
  act: ProposedAct
  /** Of the closed list (`services/reasons.ts`); null for `reinstate`. */
  reason: string | null
  publicNote: string | null
  /** For the second person. */
  note: string | null
  proposer: string
  proposedAt: string
}

export interface Proposal extends NewProposal {
  /** `approved`: being carried out, or broken off in the middle of it. */
  state: 'waiting' | 'approved' | 'done' | 'declined' | 'taken-back'
  decider: string | null
  decidedAt: string | null
  /** Why it was declined. */
  why: string | null
  records: number
  /** Records of which nothing came yet. */
  open: number
}

export interface ProposalRecord {
  number: string
  /** The newest event of the record when it was proposed, and now. */
  seen: number
  newest: number
  outcome: 'done' | 'not-done' | null
  why: string | null
}

const PROPOSAL = `SELECT id, act, reason, public_note AS publicNote, note, proposer, proposed_at AS proposedAt, state,
  decider, decided_at AS decidedAt, why,
  (SELECT COUNT(*) FROM proposal_record r WHERE r.proposal = p.id) AS records,
  (SELECT COUNT(*) FROM proposal_record r WHERE r.proposal = p.id AND outcome IS NULL) AS open
  FROM proposal p`

/** A proposal, and its records as they are now. */
export function insertProposal(db: D1Database, one: NewProposal, numbers: string[]): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO proposal (id, act, reason, public_note, note, proposer, proposed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(one.id, one.act, one.reason, one.publicNote, one.note, one.proposer, one.proposedAt),
    db
      .prepare(
        `INSERT INTO proposal_record (proposal, number, seen)
         SELECT ?1, value, ${newestEvent('value')} FROM json_each(?2)`,
      )
      .bind(one.id, JSON.stringify(numbers)),
  ]
}

export async function proposalById(db: D1Database, id: string): Promise<Proposal | null> {
  return db.prepare(`${PROPOSAL} WHERE id = ?1`).bind(id).first<Proposal>()
}

export async function proposalRecords(db: D1Database, id: string): Promise<ProposalRecord[]> {
  const found = await db
    .prepare(
      `SELECT number, seen, ${newestEvent('r.number')} AS newest, outcome, why
       FROM proposal_record r WHERE proposal = ?1 ORDER BY number`,
    )
    .bind(id)
    .all<ProposalRecord>()
  return found.results
}

/** Those that need someone, oldest first; then what became of the newest others. */
export async function proposals(db: D1Database): Promise<{ open: Proposal[]; closed: Proposal[] }> {
  const [open, closed] = await db.batch([
    db.prepare(`${PROPOSAL} WHERE state IN ('waiting', 'approved') ORDER BY proposed_at LIMIT 200`),
    db.prepare(
      `${PROPOSAL} WHERE state NOT IN ('waiting', 'approved') ORDER BY decided_at DESC, id LIMIT 20`,
    ),
  ])
  return { open: (open?.results ?? []) as Proposal[], closed: (closed?.results ?? []) as Proposal[] }
}

/** Decides a proposal; one that is decided already makes the whole batch fail. */
export function decideProposal(
  db: D1Database,
  id: string,
  decision: { state: 'approved' | 'declined' | 'taken-back'; decider: string; why: string | null },
  at: string,
): D1PreparedStatement {
  return db
    .prepare('UPDATE proposal SET state = ?2, decider = ?3, decided_at = ?4, why = ?5 WHERE id = ?1')
    .bind(id, decision.state, decision.decider, at, decision.why)
}

/** The next records of an approved proposal of which nothing came yet. */
export async function nextProposed(
  db: D1Database,
  id: string,
  count: number,
): Promise<{ number: string; seen: number }[]> {
  const found = await db
    .prepare(
      `SELECT number, seen FROM proposal_record WHERE proposal = ?1 AND outcome IS NULL
         AND (SELECT state FROM proposal WHERE id = ?1) = 'approved'
       ORDER BY number LIMIT ?2`,
    )
    .bind(id, count)
    .all<{ number: string; seen: number }>()
  return found.results
}

/** What came of one record: said once, in the batch of the act itself; a second time makes it fail. */
export function keepOutcome(
  db: D1Database,
  id: string,
  number: string,
  outcome: 'done' | 'not-done',
  why: string | null,
): D1PreparedStatement {
  return db
    .prepare('UPDATE proposal_record SET outcome = ?3, why = ?4 WHERE proposal = ?1 AND number = ?2')
    .bind(id, number, outcome, why)
}

/** An approved proposal is done when something came of each of its records. */
export function closeProposal(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE proposal SET state = 'done' WHERE id = ?1 AND state = 'approved'
         AND NOT EXISTS (SELECT 1 FROM proposal_record WHERE proposal = ?1 AND outcome IS NULL)`,
    )
    .bind(id)
}

/** A withdrawal of a single record that one person proposed; until a second confirms it, the record is on hold. */
export interface PendingWithdrawal {
  number: string
  name: string
  proposer: string
  proposedAt: string
  reason: string | null
}

/** The newest event of a record for which a withdrawal is proposed is that proposal. */
const PENDING = `FROM event e JOIN credential c ON c.number = e.number
  WHERE e.kind = 'withdrawal-proposed' AND e.id = ${newestEvent('e.number')}`

export async function pendingWithdrawals(db: D1Database): Promise<PendingWithdrawal[]> {
  const found = await db
    .prepare(
      `SELECT e.number, c.record ->> '$.name.display' AS name, e.actor AS proposer, e.recorded_at AS proposedAt, e.reason
       ${PENDING} ORDER BY e.id LIMIT 200`,
    )
    .all<PendingWithdrawal>()
  return found.results
}

/** How much waits for a second person. */
export interface Waiting {
  /** Proposals on many records, those that were broken off among them. */
  proposals: number
  /** Withdrawals of single records. */
  withdrawals: number
}

export async function waitingApprovals(db: D1Database): Promise<Waiting> {
  const row = await db
    .prepare(
      `SELECT (SELECT COUNT(*) FROM proposal WHERE state IN ('waiting', 'approved')) AS proposals,
         (SELECT COUNT(*) ${PENDING}) AS withdrawals`,
    )
    .first<Waiting>()
  return row as Waiting
}
