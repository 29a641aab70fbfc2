/** Terms that end, and the reminders that were written of them. */
import type { Day } from '../../shared/dates.ts'
import { type Ending, endings, endingsOn } from '../letters/reminders.ts'

export interface Reminder {
  number: string
  kind: string
  expiresOn: Day
}

/** In good standing, somebody's, and with an address. */
const REACHABLE = `c.standing = 'good' AND c.visibility <> 'erased' AND h.email IS NOT NULL`

/** Records whose last day is in this range, and which were not reminded of it in this way. */
export async function notReminded(
  db: D1Database,
  { kind, first, last }: { kind: string; first: Day; last: Day },
  limit: number,
): Promise<Reminder[]> {
  const found = await db
    .prepare(
      `SELECT c.number, ?1 AS kind, c.expires_on AS expiresOn FROM credential c JOIN holder h ON h.id = c.holder
       WHERE c.expires_on BETWEEN ?2 AND ?3 AND ${REACHABLE} AND NOT EXISTS (
         SELECT 1 FROM reminder r WHERE r.number = c.number AND r.kind = ?1 AND r.expires_on = c.expires_on)
       ORDER BY c.expires_on, c.number LIMIT ?4`,
    )
    .bind(kind, first, last, limit)
    .all<Reminder>()
  return found.results
}

/** Says that a reminder was written; a second time makes the whole batch fail. */
export function insertReminder(db: D1Database, one: Reminder, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO reminder (number, kind, expires_on, recorded_at) VALUES (?1, ?2, ?3, ?4)')
    .bind(one.number, one.kind, one.expiresOn, at)
}

export interface TermEnding {
  number: string
  name: string
  email: string | null
  expiresOn: Day
  /** The newest reminder of this term. */
  reminded: string | null
  remindedAt: string | null
}

/** Records in good standing whose last day is in this range, the nearest first; one more than `size` for another page. */
export async function termsEnding(
  db: D1Database,
  { first, last }: { first: Day; last: Day },
  { page, size }: { page: number; size: number },
): Promise<TermEnding[]> {
  const found = await db
    .prepare(
      `SELECT c.number, h.display_name AS name, h.email, c.expires_on AS expiresOn,
         r.kind AS reminded, MAX(r.recorded_at) AS remindedAt
       FROM credential c JOIN holder h ON h.id = c.holder
         LEFT JOIN reminder r ON r.number = c.number AND r.expires_on = c.expires_on
       WHERE c.expires_on BETWEEN ?1 AND ?2 AND c.standing = 'good' AND c.visibility <> 'erased'
       GROUP BY c.number ORDER BY c.expires_on, c.number LIMIT ?3 + 1 OFFSET ?4`,
    )
    .bind(first, last, size, (page - 1) * size)
    .all<TermEnding>()
  return found.results
}

/** How many terms of records in good standing have ended and can be renewed, end in three months, and in twelve. */
export async function renewalsDue(db: D1Database, today: Day): Promise<Record<Ending, number>> {
  const ranges = endingsOn(today)
  const answers = await db.batch<{ n: number }>(
    endings.map((ending) =>
      db
        .prepare(
          `SELECT COUNT(*) AS n FROM credential
           WHERE expires_on BETWEEN ?1 AND ?2 AND standing = 'good' AND visibility <> 'erased'`,
        )
        .bind(ranges[ending].first, ranges[ending].last),
    ),
  )
  const [grace = 0, soon = 0, year = 0] = answers.map(({ results }) => results[0]?.n)
  return { grace, soon, year }
}
