/** The rows of imports: their cells, what was found in them, what people decided, and what became of each. */
import type { Outcome } from '../../shared/finding.ts'
import type { CellFinding, Decision, SheetEntry } from '../sheet/sheet.ts'

/** What becomes of a row; every row has exactly one. */
export type Fate = 'ready' | 'undecided' | 'rejected' | 'left-out' | 'issued'

/** What was read of a row. */
export interface ImportRow {
  line: number
  /** The number that a spreadsheet shows for it. */
  row: number
  recordId: string
  officeNumber: string
  name: string
  outcome: Outcome
  findings: CellFinding[]
  /** What would be issued; null when the row is rejected. */
  entry: SheetEntry | null
  successor: string | null
  cells: string[]
}

/** What lists show of a row. */
export interface ShownRow extends Omit<ImportRow, 'entry' | 'successor' | 'cells'> {
  number: string | null
  fate: Fate
  decision: Decision | null
  version: number
}

/** Everything that is known of a row. */
export interface KeptRow extends ShownRow, Pick<ImportRow, 'successor'> {
  /** Empty for a row of the time before cells were kept. */
  cells: string[]
  /** What stood in the file, by the place of the cell, where it was changed. */
  was: Record<string, string>
  /** Who did something to it last. */
  changedBy: string | null
  decidedBy: string | null
  decidedAt: string | null
  decidedWhy: string | null
}

const SHOWN = `line, COALESCE(place, line) AS row, record_id AS recordId, office_number AS officeNumber, name, outcome,
  findings, number, fate, decision, version`
const KEPT = `${SHOWN}, successor, cells, was, changed_by AS changedBy,
  decided_by AS decidedBy, decided_at AS decidedAt, decided_why AS decidedWhy`

/** Characters of one statement: a bound text may hold 2 MB. */
const SLICE = 400_000

/** Groups rows so that each group fits into one statement. */
function sliced(rows: object[]): string[] {
  const slices: string[][] = [[]]
  let length = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (length + text.length > SLICE && length > 0) {
      slices.push([])
      length = 0
    }
    slices.at(-1)?.push(text)
    length += text.length
  }
  return slices.filter((slice) => slice.length > 0).map((slice) => `[${slice.join(',')}]`)
}

export function insertRows(db: D1Database, id: string, rows: ImportRow[]): D1PreparedStatement[] {
  return sliced(rows).map((slice) =>
    db
      .prepare(
        `INSERT INTO import_row (import, line, place, record_id, office_number, name, outcome, findings, entry, successor, cells)
         SELECT ?1, value ->> 'line', value ->> 'row', value ->> 'recordId', value ->> 'officeNumber', value ->> 'name',
           value ->> 'outcome', value -> 'findings', CASE WHEN value ->> 'entry' IS NOT NULL THEN value -> 'entry' END,
           value ->> 'successor', value -> 'cells'
         FROM json_each(?2)`,
      )
      .bind(id, slice),
  )
}

type Raw<Row> = Omit<Row, 'findings' | 'cells' | 'was'> & {
  findings: string
  cells: string | null
  was: string
}

function shown<Row extends ShownRow>(row: Raw<Row>): Row {
  return { ...row, findings: JSON.parse(row.findings) as CellFinding[] } as unknown as Row
}

function kept(row: Raw<KeptRow>): KeptRow {
  const cells = row.cells === null ? [] : (JSON.parse(row.cells) as string[])
  return { ...shown<KeptRow>(row), cells, was: JSON.parse(row.was) as Record<string, string> }
}

/** @param fates only rows of these; every row without */
export async function importRows(
  db: D1Database,
  id: string,
  { fates, from = 0, count = -1 }: { fates?: Fate[] | undefined; from?: number; count?: number } = {},
): Promise<ShownRow[]> {
  const found = await db
    .prepare(
      `SELECT ${SHOWN} FROM import_row WHERE import = ?1
         AND (?2 IS NULL OR fate IN (SELECT value FROM json_each(?2))) ORDER BY line LIMIT ?4 OFFSET ?3`,
    )
    .bind(id, fates ? JSON.stringify(fates) : null, from, count)
    .all<Raw<ShownRow>>()
  return found.results.map((row) => shown<ShownRow>(row))
}

/** Every row with its cells: the whole sheet, as it stands. */
export async function wholeRows(db: D1Database, id: string): Promise<KeptRow[]> {
  const found = await db
    .prepare(`SELECT ${KEPT} FROM import_row WHERE import = ?1 ORDER BY line`)
    .bind(id)
    .all<Raw<KeptRow>>()
  return found.results.map(kept)
}

export async function oneRow(db: D1Database, id: string, line: number): Promise<KeptRow | null> {
  const row = await db
    .prepare(`SELECT ${KEPT} FROM import_row WHERE import = ?1 AND line = ?2`)
    .bind(id, line)
    .first<Raw<KeptRow>>()
  return row && kept(row)
}

/** The next row after this one that needs a person, or the first one; null when none is left. */
export async function nextOpenLine(db: D1Database, id: string, after: number): Promise<number | null> {
  return db
    .prepare(
      `SELECT line FROM import_row WHERE import = ?1 AND fate IN ('undecided', 'rejected') AND line <> ?2
       ORDER BY line < ?2, line LIMIT 1`,
    )
    .bind(id, after)
    .first<number>('line')
}

export interface NextRow {
  line: number
  version: number
  officeNumber: string
  entry: SheetEntry
}

/** The next rows to issue. One that was replaced waits until what replaced it has its number. */
export async function nextRows(db: D1Database, id: string, count: number): Promise<NextRow[]> {
  const found = await db
    .prepare(
      `SELECT line, version, office_number AS officeNumber, entry FROM import_row
       WHERE import = ?1 AND fate = 'ready'
         AND (entry ->> '$.history.successor' IS NULL OR EXISTS (
           SELECT 1 FROM credential WHERE office_number = entry ->> '$.history.successor'))
       ORDER BY line LIMIT ?2`,
    )
    .bind(id, count)
    .all<Omit<NextRow, 'entry'> & { entry: string }>()
  return found.results.map((row) => ({ ...row, entry: JSON.parse(row.entry) as SheetEntry }))
}

/**
 * Writes the number into the row, if it still is as it was read and to be issued: otherwise its outcome becomes
 * NULL, which it may not be, and the whole batch fails.
 */
export function markIssued(
  db: D1Database,
  id: string,
  { line, version }: { line: number; version: number },
  number: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE import_row SET number = ?4, outcome = CASE WHEN fate = 'ready' AND version = ?3 THEN outcome END
       WHERE import = ?1 AND line = ?2`,
    )
    .bind(id, line, version, number)
}

/** What a person does to one row; the rest of the row stays. */
export interface RowChange {
  line: number
  /** As the person saw it. */
  version: number
  by: string
  cells?: string[]
  was?: Record<string, string>
  /** Null: none any more. */
  decision: { as: Decision; by: string; at: string; why: string | null } | null
}

/** Where the row was changed or issued in between, its version becomes NULL, and the whole batch fails. */
export function changeRow(db: D1Database, id: string, change: RowChange): D1PreparedStatement {
  const { line, version, by, cells, was, decision } = change
  return db
    .prepare(
      `UPDATE import_row SET version = CASE WHEN version = ?3 AND number IS NULL THEN version + 1 END,
         cells = COALESCE(?4, cells), was = COALESCE(?5, was),
         decision = ?6, decided_by = ?7, decided_at = ?8, decided_why = ?9, changed_by = ?10
       WHERE import = ?1 AND line = ?2`,
    )
    .bind(
      id,
      line,
      version,
      cells ? JSON.stringify(cells) : null,
      was ? JSON.stringify(was) : null,
      decision?.as ?? null,
      decision?.by ?? null,
      decision?.at ?? null,
      decision?.why ?? null,
      by,
    )
}

/** A row that was checked anew. */
export interface Rechecked extends Omit<ImportRow, 'row' | 'cells'> {
  /** Whether what a person decided still stands. */
  stands: boolean
}

/**
 * What the check says now; what is issued stays as it was. An upsert, which finds each row by its key: joined to the
 * slice in an UPDATE, every row of the sheet would be held against every one of the slice.
 */
export function recheckRows(db: D1Database, id: string, rows: Rechecked[]): D1PreparedStatement[] {
  return sliced(rows).map((slice) =>
    db
      .prepare(
        `INSERT INTO import_row (import, line, record_id, office_number, name, outcome, findings, entry, successor, decision)
         SELECT ?1, value ->> 'line', value ->> 'recordId', value ->> 'officeNumber', value ->> 'name',
           value ->> 'outcome', value -> 'findings', CASE WHEN value ->> 'entry' IS NOT NULL THEN value -> 'entry' END,
           value ->> 'successor', CASE WHEN value ->> 'stands' THEN 'issue' END
         FROM json_each(?2) WHERE true
         ON CONFLICT (import, line) DO UPDATE SET record_id = excluded.record_id,
           office_number = excluded.office_number, name = excluded.name, outcome = excluded.outcome,
           findings = excluded.findings, entry = excluded.entry, successor = excluded.successor,
           decision = CASE WHEN excluded.decision IS NOT NULL THEN import_row.decision END
         WHERE import_row.number IS NULL`,
      )
      .bind(id, slice),
  )
}
