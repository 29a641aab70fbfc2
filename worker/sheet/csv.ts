/** Rows for a spreadsheet, none of which it takes for a formula. */
import Papa from 'papaparse'

/** A cell that begins like a formula, whatever blanks stand before it. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** @returns CSV (RFC 4180) with the byte order mark by which spreadsheets know UTF-8 */
export function csvOf(rows: string[][]): string {
  return `\ufeff${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`
}
