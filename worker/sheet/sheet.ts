/** The office's sheet as a whole: every row accepted, held for review or rejected, each with its reasons. */
import type { Day } from '../../shared/dates.ts'
import { type Finding, type Outcome, outcomeOf, quoted, reject, review } from '../../shared/finding.ts'
import { type ColumnKey, headerOf } from './columns.ts'
import { readTable, type Table, type TableRow } from './file.ts'
import { type RowCode, type RowReading, readRow, type SheetEntry } from './row.ts'
import type { Refusal } from './text.ts'

export type { SheetEntry }

export type SheetCode =
  | RowCode
  | 'row-ragged'
  | 'number-twice'
  | 'record-id-twice'
  | 'email-shared'
  | 'successor-is-itself'
  | 'successor-missing'
  | 'successor-loop'
  | 'successor-rejected'
  | 'successor-in-review'
  | 'already-issued'

export interface CellFinding extends Finding<SheetCode> {
  /** The column's name in this sheet; empty when it is about the row as a whole. */
  column: string
}

export interface SheetRow {
  /** The line of the file on which the row begins. */
  line: number
  /** The number that a spreadsheet shows for it. */
  row: number
  recordId: string
  officeNumber: string
  name: string
  outcome: Outcome
  /** Rejections first. Each message names row and column, and says how to mend it. */
  findings: CellFinding[]
  /** What would be issued; null when the row is rejected. */
  entry: SheetEntry | null
}

export interface Sheet {
  rows: SheetRow[]
  counts: Record<Outcome | 'rows', number>
  /** About the file as a whole, one sentence each. */
  notes: string[]
}

interface Reading extends Omit<RowReading, 'findings'> {
  from: TableRow
  findings: Finding<SheetCode>[]
}

/**
 * Reads a file and checks every row, alone and against the others.
 * @param today the latest day that has begun anywhere in the U.S.
 * @returns a refusal when nothing of the file can be read for certain
 */
export function readSheet(bytes: Uint8Array, today: Day): Sheet | Refusal {
  const table = readTable(bytes)
  if ('refused' in table) return table
  const readings = table.rows.map((row) => reading(table, row, today))
  findTwice(readings)
  findShared(readings)
  findSuccessors(readings)
  const rows = readings.map((one) => told(one, table))
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  return {
    rows,
    counts: { rows: rows.length, accept: count('accept'), review: count('review'), reject: count('reject') },
    notes: table.notes,
  }
}

function reading(table: Table, from: TableRow, today: Day): Reading {
  const { columns, separator } = table
  const { cells } = from
  const needed = columns.length
  if (cells.length < needed || cells.slice(needed).some((cell) => cell.trim() !== '')) {
    const message = `It has ${cells.length} cells where the header has ${needed}: put a cell that holds ${quoted(separator)} in quotation marks, or add what is missing.`
    const findings = [reject('row-ragged' as const, 'row', message)]
    return { from, recordId: '', officeNumber: '', name: '', findings, entry: null }
  }
  const cell = (key: ColumnKey) => cells[columns.findIndex((column) => column.key === key)] ?? ''
  return { from, ...readRow(cell, today) }
}

/** The later of two rows is refused; which of them is right is not for us to guess. */
function findTwice(readings: Reading[]): void {
  const keys = [
    ['officeNumber', 'number-twice', 'certificate number'],
    ['recordId', 'record-id-twice', 'record id'],
  ] as const
  for (const [field, code, what] of keys) {
    const first = new Map<string, Reading>()
    for (const one of readings) {
      const value = one[field].toUpperCase()
      const earlier = first.get(value)
      if (earlier) {
        const message = `${quoted(one[field])} is also the ${what} of row ${earlier.from.row}: correct one, or remove this row.`
        one.findings.push(reject(code, field, message))
      } else if (value !== '') first.set(value, one)
    }
  }
}

/** The link to a record goes to its holder's address; an award and its successor may share one. */
function findShared(readings: Reading[]): void {
  const first = new Map<string, Reading>()
  for (const one of readings) {
    const address = one.email?.toLowerCase()
    if (!address) continue
    const earlier = first.get(address)
    if (!earlier) first.set(address, one)
    else if (!replaced(earlier, one) && !replaced(one, earlier)) {
      const message = `Row ${earlier.from.row} has the same address: see whether this is the same person, or correct one.`
      one.findings.push(review('email-shared', 'email', message))
    }
  }
}

function replaced(one: Reading, by: Reading): boolean {
  return one.history?.successor !== undefined && one.history.successor === by.officeNumber
}

/** An award that was replaced needs what replaced it in the same sheet, and that must itself be issued. */
function findSuccessors(readings: Reading[]): void {
  const byNumber = new Map(readings.toReversed().map((one) => [one.officeNumber, one]))
  const nextOf = (one: Reading) => byNumber.get(one.history?.successor ?? '')
  const settled = new Set<Reading>()
  const settle = (one: Reading): void => {
    if (settled.has(one) || one.history?.successor === undefined) return
    settled.add(one)
    const next = nextOf(one)
    if (next && next !== one && !loops(one, nextOf)) settle(next)
    one.findings.push(...successorFindings(one, next, loops(one, nextOf)))
  }
  readings.forEach(settle)
}

function* successorFindings(
  one: Reading,
  next: Reading | undefined,
  loop: boolean,
): Generator<Finding<SheetCode>> {
  const shown = quoted(one.history?.successor ?? '')
  if (!next) {
    const message = `What replaced it (${shown}) is not in this sheet: correct the number, or add that row.`
    yield reject('successor-missing', 'status', message)
  } else if (next === one) {
    yield reject(
      'successor-is-itself',
      'status',
      `It is said to be replaced by itself (${shown}): correct the number.`,
    )
  } else if (loop) {
    const message = `Going from one replacement to the next (${shown}) leads back here: correct one of the numbers.`
    yield reject('successor-loop', 'status', message)
  } else if (outcomeOf(next.findings) === 'reject') {
    const message = `What replaced it (${shown}, row ${next.from.row}) is rejected: mend that row first.`
    yield reject('successor-rejected', 'status', message)
  } else if (outcomeOf(next.findings) === 'review') {
    const message = `What replaced it (${shown}, row ${next.from.row}) is in review: decide that row first.`
    yield review('successor-in-review', 'status', message)
  }
}

function loops(one: Reading, nextOf: (one: Reading) => Reading | undefined): boolean {
  const seen = new Set<Reading>()
  for (let at = nextOf(one); at && !seen.has(at); at = nextOf(at)) {
    if (at === one) return true
    seen.add(at)
  }
  return false
}

function told({ from: { line, row }, ...one }: Reading, { columns }: Table): SheetRow {
  const findings = one.findings
    .toSorted((a, b) => Number(b.severity === 'reject') - Number(a.severity === 'reject'))
    .map((finding): CellFinding => {
      const column = columnOf(finding.field, columns)
      const where = column === '' ? `Row ${row}` : `Row ${row}, ${column}`
      return { ...finding, column, message: `${where}: ${finding.message}` }
    })
  const outcome = outcomeOf(findings)
  const { recordId, officeNumber, name, entry } = one
  return {
    line,
    row,
    recordId,
    officeNumber,
    name,
    outcome,
    findings,
    entry: outcome === 'reject' ? null : entry,
  }
}

/** Where a finding's field stands in this sheet. */
function columnOf(field: string, columns: Table['columns']): string {
  if (field === 'row') return ''
  if (field === 'areas') return 'the columns of the sets'
  const key = field === 'provisionalUntil' ? 'status' : field
  return columns.find((column) => column.key === key)?.header ?? headerOf(key as ColumnKey)
}
