/** What was removed, for ever, and the removals that wait. */
import type { Visibility } from './credentials.ts'
import { newestEvent } from './register.ts'

export interface Erasure {
  number: string
  erasedAt: string
  /** Answered as if there were none. */
  asUnknown: boolean
}

/** Says once and for all that a record is removed; whoever says it again changes nothing. */
export function keepErasure(db: D1Database, { number, erasedAt, asUnknown }: Erasure): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO erasure (number, erased_at, as_unknown) SELECT ?1, ?2, ?3
       WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE number = ?1)`,
    )
    .bind(number, erasedAt, asUnknown ? 1 : 0)
}

/** Oldest first. */
export async function allErasures(db: D1Database): Promise<Erasure[]> {
  const found = await db
    .prepare(
      'SELECT number, erased_at AS erasedAt, as_unknown AS asUnknown FROM erasure ORDER BY erased_at, number',
    )
    .all<Omit<Erasure, 'asUnknown'> & { asUnknown: number }>()
  return found.results.map((one) => ({ ...one, asUnknown: one.asUnknown === 1 }))
}

/** Records that this one took the place of, and theirs: they are the same person's. */
export async function placesTaken(db: D1Database, number: string): Promise<string[]> {
  const found = await db
    .prepare(
      `WITH RECURSIVE before (number) AS (
         SELECT ?1
         UNION SELECT c.number FROM credential c JOIN before b ON c.successor = b.number
         UNION SELECT e.detail ->> '$.renamedFrom' FROM event e JOIN before b ON e.number = b.number
           WHERE e.detail ->> '$.renamedFrom' IS NOT NULL)
       SELECT b.number FROM before b JOIN credential c ON c.number = b.number
       WHERE b.number <> ?1 AND c.visibility <> 'erased'`,
    )
    .bind(number)
    .all<{ number: string }>()
  return found.results.map((one) => one.number)
}

/** A removal that was asked for and waits. */
export interface Removal {
  id: number
  number: string
  /** `holder`, or a person of the office. */
  askedBy: string
  askedAt: string
  /** When it is carried out; null where a second person decides. */
  dueAt: string | null
  /** What the record goes back to, if it is taken back. */
  visibility: Visibility
}

export interface NamedRemoval extends Removal {
  name: string
}

const REMOVAL = `SELECT r.id, r.number, r.asked_by AS askedBy, r.asked_at AS askedAt, r.due_at AS dueAt, r.visibility
  FROM removal r WHERE r.state = 'waiting'`

export async function removalOf(db: D1Database, number: string): Promise<Removal | null> {
  return db.prepare(`${REMOVAL} AND r.number = ?1`).bind(number).first<Removal>()
}

/** The longest waiting first. */
export async function removalsWaiting(db: D1Database): Promise<NamedRemoval[]> {
  const found = await db
    .prepare(
      `SELECT w.*, c.record ->> '$.name.display' AS name FROM (${REMOVAL}) w JOIN credential c ON c.number = w.number
       ORDER BY w.askedAt LIMIT 200`,
    )
    .all<NamedRemoval>()
  return found.results
}

/**
 * Those whose day has come; not while a withdrawal waits for its second person.
 * @returns with each, the record's newest event: it must still be that when the removal is carried out
 */
export async function removalsDue(
  db: D1Database,
  now: string,
): Promise<{ number: string; newest: number }[]> {
  const found = await db
    .prepare(
      `SELECT r.number, e.id AS newest FROM removal r JOIN event e ON e.id = ${newestEvent('r.number')}
       WHERE r.state = 'waiting' AND r.due_at <= ?1 AND e.kind <> 'withdrawal-proposed'
       ORDER BY r.due_at LIMIT 20`,
    )
    .bind(now)
    .all<{ number: string; newest: number }>()
  return found.results
}

/** How many wait for a second person, and how many for their day. */
export async function countRemovals(db: D1Database): Promise<{ second: number; day: number }> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) FILTER (WHERE due_at IS NULL) AS second, COUNT(*) FILTER (WHERE due_at IS NOT NULL) AS day
       FROM removal WHERE state = 'waiting'`,
    )
    .first<{ second: number; day: number }>()
  return row as { second: number; day: number }
}

/** It goes back to what its holder has chosen by then. A second one for the same record makes the whole batch fail. */
export function insertRemoval(db: D1Database, one: Omit<Removal, 'id' | 'visibility'>): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO removal (number, asked_by, asked_at, due_at, visibility)
       VALUES (?1, ?2, ?3, ?4, (SELECT visibility FROM credential WHERE number = ?1))`,
    )
    .bind(one.number, one.askedBy, one.askedAt, one.dueAt)
}

/** Ends what waits, if anything does. */
export function endRemoval(
  db: D1Database,
  number: string,
  { state, by, at }: { state: 'taken-back' | 'done'; by: string; at: string },
): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE removal SET state = ?2, decided_by = ?3, decided_at = ?4 WHERE number = ?1 AND state = 'waiting'",
    )
    .bind(number, state, by, at)
}
