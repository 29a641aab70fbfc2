/** The office's numbers at a glance. */
import type { TermBounds } from '../../shared/term.ts'
import type { RecordState } from '../record-state.ts'
import { boundsOf, STATE } from './find.ts'

/** How many records there are in each state today. */
export async function countStates(
  db: D1Database,
  bounds: TermBounds,
): Promise<Partial<Record<RecordState, number>>> {
  const found = await db
    .prepare(`SELECT ${STATE} AS state, COUNT(*) AS records FROM credential c GROUP BY 1`)
    .bind(...boundsOf(bounds))
    .all<{ state: RecordState; records: number }>()
  return Object.fromEntries(found.results.map(({ state, records }) => [state, records]))
}

export interface YearOf {
  year: number
  /** Certified in this year, whenever it was written down. */
  awards: number
  renewals: number
}

/** What was removed was earned all the same, and counts; unless it was replaced before. */
const REMOVED = `(c.visibility = 'erased'
  AND NOT EXISTS (SELECT 1 FROM event e WHERE e.number = c.number AND e.kind = 'superseded'))`

/** Awards and renewals of every year that has either, oldest first; what was replaced counts with what replaced it. */
export async function awardsByYear(db: D1Database): Promise<YearOf[]> {
  const found = await db
    .prepare(
      `SELECT year, SUM(award) AS awards, SUM(renewal) AS renewals FROM (
         SELECT CAST(substr(certified_on, 1, 4) AS INTEGER) AS year, 1 AS award, 0 AS renewal
           FROM credential c WHERE standing <> 'superseded' OR ${REMOVED}
         UNION ALL
         SELECT CAST(substr(day.value, 1, 4) AS INTEGER), 0, 1
           FROM credential c, json_each(record, '$.renewedOn') AS day
           WHERE standing <> 'superseded' OR ${REMOVED}
       ) GROUP BY year ORDER BY year`,
    )
    .all<YearOf>()
  return found.results
}

/** How many provisional records in good standing must show their library work by a day, that day included. */
export async function countProvisionalDue(db: D1Database, until: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) AS records FROM credential
       WHERE standing = 'good' AND visibility <> 'erased' AND record ->> '$.provisionalUntil' <= ?1`,
    )
    .bind(until)
    .first<{ records: number }>()
  return row?.records ?? 0
}
