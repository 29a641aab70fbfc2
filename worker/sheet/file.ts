/**
 * From the bytes of a CSV file to a table. UTF-8, with or without a byte order mark; commas, semicolons or tabs;
 * any line ends (RFC 4180, and what spreadsheets make of it). A file that cannot be read for certain is not read at
 * all, and one sentence says why and how to mend it.
 */
import Papa from 'papaparse'
import { utf8 } from '../../shared/bytes.ts'
import { quoted } from '../../shared/finding.ts'
import { type ColumnKey, columnNamed, headerOf, NEEDED } from './columns.ts'
import { unguarded } from './csv.ts'
import { type Refusal, textOf, Unreadable } from './text.ts'

const MAX_ROWS = 5_000
export const MAX_CELL_BYTES = 4_096

export interface Column {
  /** As the sheet's own header writes it. */
  header: string
  /** Null for a column that is not read. */
  key: ColumnKey | null
}

export interface TableRow {
  /** The line of the file on which it begins, counted from 1. */
  line: number
  /** The number that a spreadsheet shows for it; the header is row 1. */
  row: number
  cells: string[]
}

export interface Table {
  columns: Column[]
  rows: TableRow[]
  separator: string
  /** What should be known about the file as a whole, one sentence each. */
  notes: string[]
}

/** A table that was read before, from what was kept of it. */
export function tableFrom(headers: string[], separator: string, rows: TableRow[]): Table {
  const columns = headers.map((header) => ({ header, key: columnNamed(header) }))
  return { columns, rows, separator, notes: notesOn(columns) }
}

/** Reads a whole file, or says why it cannot be read. */
export function readTable(bytes: Uint8Array): Table | Refusal {
  try {
    return tableOf(textOf(bytes))
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}

function tableOf(text: string): Table {
  const separator = separatorOf(text)
  const parsed = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' })
  const broken = parsed.errors.find(({ type }) => type === 'Quotes')
  if (broken) {
    const line = text.slice(0, broken.index).split('\n').length
    const message =
      broken.code === 'MissingQuotes'
        ? `The quotation mark that opens on line ${line} is never closed: close it, or remove it.`
        : `A quotation mark inside a quoted cell on line ${line} is not doubled: write it twice (""), or remove it.`
    throw new Unreadable('file-quote', message)
  }
  const [header, ...rows] = numbered(parsed.data).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  )
  const columns = (header?.cells ?? []).map((name) => ({ header: name.trim(), key: columnNamed(name) }))
  checkColumns(columns)
  if (rows.length === 0) {
    throw new Unreadable('file-empty', 'This file has a header and no rows: add the rows.')
  }
  if (rows.length > MAX_ROWS) {
    throw new Unreadable(
      'file-too-many-rows',
      `This file has more than ${MAX_ROWS} rows: split it, and upload the parts.`,
    )
  }
  checkCells(rows, columns)
  return { columns, rows, separator, notes: notesOn(columns) }
}

/** The separator under which most of the first row is known; a wrong one leaves hardly a name whole. */
function separatorOf(text: string): string {
  const known = (separator: string) => {
    const { data } = Papa.parse<string[]>(text.trimStart(), {
      delimiter: separator,
      newline: '\n',
      preview: 1,
    })
    return (data[0] ?? []).filter((header) => columnNamed(header)).length
  }
  return [',', ';', '\t'].reduce((best, separator) => (known(separator) > known(best) ? separator : best))
}

/** A quoted cell may hold line ends, so a row can be several lines. */
function numbered(data: string[][]): TableRow[] {
  let line = 1
  return data.map((cells, i) => {
    const begins = line
    line += cells.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1)
    return { line: begins, row: i + 1, cells: cells.map(unguarded) }
  })
}

function checkColumns(columns: Column[]): void {
  const names = columns.map(({ header, key }) => key ?? header.toLowerCase())
  // As a key of any object these would reach its prototype.
  const odd = columns.find(({ header }) => header in {} || header === 'prototype')
  if (odd) {
    throw new Unreadable(
      'file-header',
      `A column cannot be called ${quoted(odd.header)}: rename or remove it.`,
    )
  }
  const missing = NEEDED.filter((key) => !names.includes(key)).map(headerOf)
  if (missing.length > 0) {
    const message = `The first row has no column for ${missing.join(', ')}: add it, or give the column that name.`
    throw new Unreadable('file-column-missing', message)
  }
  const twice = columns.find(({ header }, i) => header !== '' && names.indexOf(names[i] as string) !== i)
  if (twice) {
    const first = columns[names.indexOf(twice.key ?? twice.header.toLowerCase())]
    const message = `Two columns hold the same (${quoted(first?.header ?? '')} and ${quoted(twice.header)}): remove one.`
    throw new Unreadable('file-column-twice', message)
  }
}

function checkCells(rows: TableRow[], columns: Column[]): void {
  for (const { row, cells } of rows) {
    const i = cells.findIndex(
      (cell) => cell.length * 3 > MAX_CELL_BYTES && utf8(cell).length > MAX_CELL_BYTES,
    )
    if (i === -1) continue
    const where = `Row ${row}, column ${quoted(columns[i]?.header ?? String(i + 1))}`
    throw new Unreadable('file-cell-too-long', `${where}: a cell is longer than 4 KB; shorten it.`)
  }
}

function notesOn(columns: Column[]): string[] {
  const ignored = columns
    .filter(({ header, key }) => key === null && header !== '')
    .map(({ header }) => header)
  return ignored.length > 0 ? [`These columns are not read: ${ignored.join(', ')}.`] : []
}
