/**
 * Cells for spreadsheets, which run what begins like a formula, whatever blanks stand before it. An apostrophe in
 * front makes it text; on the way back it is taken off, so that a sheet that was downloaded can be uploaded as it is.
 */
import Papa from 'papaparse'

/** A dash alone is how the office writes “not earned”, and no formula. */
const LIKE_FORMULA = '[\\s\\u200b\\ufeff]*[=+\\-@|%\\uff1d\\uff0b\\uff0d\\uff20](?!$)|[\\t\\r\\n]'
const FORMULA = new RegExp(`^(?:${LIKE_FORMULA})`)
const GUARDED = new RegExp(`^'(?=${LIKE_FORMULA})`)

/** What a spreadsheet shows and does not run. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, '')
}

/** @returns CSV (RFC 4180) with the byte order mark by which spreadsheets know UTF-8, and nothing that one would run */
export function csvOf(rows: string[][], separator = ','): string {
  const text = Papa.unparse(
    rows.map((cells) => cells.map(guarded)),
    { delimiter: separator, newline: '\r\n' },
  )
  return `\uFEFF${text}\r\n`
}
