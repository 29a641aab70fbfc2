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
  | 'successor-left-out'
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
  /** The office number of what replaced it. */
  successor: string | null
  cells: string[]
}

/** What a person has said of a row that may be issued: that it shall be, or that it stays out. */
export type Decision = 'issue' | 'leave'

export interface Sheet {
  /** The header, as the sheet writes it. */
  columns: string[]
  separator: string
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
  return 'refused' in table ? table : checkTable(table, today)
}

/**
 * Checks every row of a table, alone and against the others.
 * @param decided what people have said of rows, by line: what they let in or leave out decides about others, too
 */
export function checkTable(
  table: Table,
  today: Day,
  decided: ReadonlyMap<number, Decision> = new Map(),
): Sheet {
  const readings = table.rows.map((row) => reading(table, row, today))
  findTwice(readings)
  findShared(readings)
  findSuccessors(readings, decided)
  const rows = readings.map((one) => told(one, table))
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  return {
    columns: table.columns.map(({ header }) => header),
    separator: table.separator,
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
function findSuccessors(readings: Reading[], decided: ReadonlyMap<number, Decision>): void {
  const byNumber = new Map(readings.toReversed().map((one) => [one.officeNumber, one]))
  const nextOf = (one: Reading) =>
    one.history?.successor === undefined ? undefined : byNumber.get(one.history.successor)
  const settled = new Set<Reading>()
  for (const start of readings) {
    // From one replacement to the next, until one is known or comes again: each row is walked over once.
    const path: Reading[] = []
    const seen = new Set<Reading>()
    let at: Reading | undefined = start
    for (; at && !settled.has(at) && !seen.has(at); at = nextOf(at)) {
      path.push(at)
      seen.add(at)
    }
    const looped = new Set(at && seen.has(at) ? path.slice(path.indexOf(at)) : [])
    for (const one of path.toReversed()) {
      settled.add(one)
      if (one.history?.successor === undefined) continue
      const next = nextOf(one)
      one.findings.push(...successorFindings(one, next, looped.has(one), next && decided.get(next.from.line)))
    }
  }
}

function* successorFindings(
  one: Reading,
  next: Reading | undefined,
  loop: boolean,
  decision: Decision | undefined,
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
  } else if (decision === 'leave') {
    const message = `What replaced it (${shown}, row ${next.from.row}) is left out: bring that row back, or correct the number.`
    yield reject('successor-left-out', 'status', message)
  } else if (outcomeOf(next.findings) === 'review' && decision !== 'issue') {
    const message = `What replaced it (${shown}, row ${next.from.row}) is in review: decide that row first.`
    yield review('successor-in-review', 'status', message)
  }
}

function told({ from: { line, row, cells }, ...one }: Reading, { columns }: Table): SheetRow {
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
    successor: one.history?.successor ?? null,
    cells,
  }
}

/** Where a finding's field stands in this sheet. */
function columnOf(field: string, columns: Table['columns']): string {
  if (field === 'row') return ''
  if (field === 'areas') return 'the columns of the sets'
  const key = field === 'provisionalUntil' ? 'status' : field
  return columns.find((column) => column.key === key)?.header ?? headerOf(key as ColumnKey)
}
