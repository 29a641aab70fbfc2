/**
 * Cells for spreadsheets, which run what begins like a formula. An apostrophe in front makes it text; on the way back
 * it is taken off, so that a sheet that was downloaded can be uploaded as it is.
 */
import Papa from 'papaparse'

/** A dash alone is how the office writes “not earned”, and no formula. */
const FORMULA = /^[=+\-@\t\r](?!$)/
const GUARDED = /^'(?=[=+\-@\t\r].)/

/** What a spreadsheet shows and does not run. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.replace(GUARDED, '')
}

/** A CSV file, in UTF-8 with the mark by which spreadsheets know it, and nothing in it that one would run. */
export function safeCsv(rows: string[][], separator = ','): string {
  const text = Papa.unparse(
    rows.map((cells) => cells.map(guarded)),
    { delimiter: separator, newline: '\r\n' },
  )
  return `\uFEFF${text}\r\n`
}
