/** Imports: a file's rows as they were read, and how far their issuing has come. */
import type { Outcome } from '../../shared/finding.ts'
import type { CellFinding, SheetEntry } from '../sheet/sheet.ts'

export interface ImportRow {
  line: number
  recordId: string
  outcome: Outcome
  findings: CellFinding[]
  /** What would be issued; null when the row is rejected. */
  entry: SheetEntry | null
}

export interface ShownRow extends Omit<ImportRow, 'entry'> {
  number: string | null
}

export interface Progress {
  accept: number
  review: number
  reject: number
  issued: number
  waiting: number
}

/** Rows of one statement: a bound text may hold 2 MB. */
const SLICE = 250

/** Keeps the whole preview, or nothing of it. One that is kept already, by someone quicker, stays as it is. */
export async function keepImport(
  db: D1Database,
  one: { id: string; actor: string; notes: string[]; at: string },
  rows: ImportRow[],
): Promise<void> {
  const slices = Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, i) =>
    rows.slice(i * SLICE, (i + 1) * SLICE),
  )
  await db.batch([
    db
      .prepare(
        'INSERT INTO import (id, actor, notes, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING',
      )
      .bind(one.id, one.actor, JSON.stringify(one.notes), one.at),
    ...slices.map((slice) =>
      db
        .prepare(
          `INSERT INTO import_row (import, line, record_id, outcome, findings, entry)
           SELECT ?1, value ->> 'line', value ->> 'recordId', value ->> 'outcome', value -> 'findings',
             CASE WHEN value ->> 'entry' IS NOT NULL THEN value -> 'entry' END
           FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
        )
        .bind(one.id, JSON.stringify(slice)),
    ),
  ])
}

export async function importNotes(db: D1Database, id: string): Promise<string[] | null> {
  const row = await db.prepare('SELECT notes FROM import WHERE id = ?1').bind(id).first<{ notes: string }>()
  return row && (JSON.parse(row.notes) as string[])
}

export async function importRows(db: D1Database, id: string): Promise<ShownRow[]> {
  const found = await db
    .prepare(
      'SELECT line, record_id AS recordId, outcome, findings, number FROM import_row WHERE import = ?1 ORDER BY line',
    )
    .bind(id)
    .all<Omit<ShownRow, 'findings'> & { findings: string }>()
  return found.results.map((row) => ({ ...row, findings: JSON.parse(row.findings) as CellFinding[] }))
}

export async function importProgress(db: D1Database, id: string): Promise<Progress> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) FILTER (WHERE outcome = 'accept') AS accept, COUNT(*) FILTER (WHERE outcome = 'review') AS review,
         COUNT(*) FILTER (WHERE outcome = 'reject') AS reject, COUNT(number) AS issued,
         COUNT(*) FILTER (WHERE outcome = 'accept' AND number IS NULL) AS waiting
       FROM import_row WHERE import = ?1`,
    )
    .bind(id)
    .first<Progress>()
  return row as Progress
}

/** The next rows to issue. One that was replaced waits until what replaced it has its number. */
export async function nextRows(
  db: D1Database,
  id: string,
  count: number,
): Promise<{ line: number; entry: SheetEntry }[]> {
  const found = await db
    .prepare(
      `SELECT line, entry FROM import_row
       WHERE import = ?1 AND outcome = 'accept' AND number IS NULL
         AND (entry ->> '$.history.successor' IS NULL OR EXISTS (
           SELECT 1 FROM credential WHERE office_number = entry ->> '$.history.successor'))
       ORDER BY line LIMIT ?2`,
    )
    .bind(id, count)
    .all<{ line: number; entry: string }>()
  return found.results.map(({ line, entry }) => ({ line, entry: JSON.parse(entry) as SheetEntry }))
}

/** Writes the number into the row, if it has none: if it has one, the column becomes NULL and the batch fails. */
export function markIssued(db: D1Database, id: string, line: number, number: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE import_row SET number = ?3, outcome = CASE WHEN number IS NULL THEN outcome END
       WHERE import = ?1 AND line = ?2`,
    )
    .bind(id, line, number)
}
