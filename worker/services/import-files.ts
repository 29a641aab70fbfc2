/** The files that an import gives back: the sheet with what is wrong beside each row, and the report of what became of it. */
import { recordUrl } from '../../shared/issuer.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { csvOf } from '../sheet/csv.ts'
import { type KeptRow, wholeRows } from '../store/import-rows.ts'
import { importById } from '../store/imports.ts'

/** Not read when the file is uploaded again. */
const WRONG = 'what is wrong'

const words = {
  ready: 'waiting',
  undecided: 'in review',
  rejected: 'rejected',
  'left-out': 'left out',
  issued: 'issued',
} as const

/**
 * The sheet as it stands, in its own columns, with what is wrong in one more; it can be mended and uploaded again.
 * @param which `open`: only rows that are not accepted, and those that replaced one of them, without which it could
 *   not be read
 * @throws Problem `no-such-import`
 */
export async function sheetWithFindings(desk: Desk, id: string, which: 'all' | 'open'): Promise<string> {
  const { columns, separator, rows } = await sheetOf(desk, id)
  // The column may have come back with the file.
  const places = columns.flatMap((name, i) => (name.trim().toLowerCase() === WRONG ? [] : [i]))
  const written = (which === 'all' ? rows : openRows(rows)).map(({ cells, findings }) => [
    ...places.map((i) => cells[i] ?? ''),
    ...cells.slice(columns.length),
    findings.map(({ message }) => message).join(' '),
  ])
  return csvOf([[...places.map((i) => columns[i] ?? ''), WRONG], ...written], separator)
}

function openRows(rows: KeptRow[]): KeptRow[] {
  const byNumber = new Map(rows.map((row) => [row.officeNumber, row]))
  const wanted = new Set(rows.filter(({ fate }) => fate === 'undecided' || fate === 'rejected'))
  for (const row of wanted) {
    const next = row.successor === null ? undefined : byNumber.get(row.successor)
    if (next) wanted.add(next)
  }
  return rows.filter((row) => wanted.has(row))
}

/**
 * What became of each row, with the new numbers and links.
 * @throws Problem `no-such-import`
 */
export async function importReport(desk: Desk, id: string): Promise<string> {
  const { rows } = await sheetOf(desk, id)
  const head = [
    'row',
    'record_id',
    'credential_no',
    'display_name',
    'what became of it',
    'number',
    'link',
    'why',
  ]
  return csvOf([
    head,
    ...rows.map((row) => [
      String(row.row),
      row.recordId,
      row.officeNumber,
      row.name,
      words[row.fate],
      row.number ?? '',
      row.number ? recordUrl(desk.issuer.origin, row.number) : '',
      whyOf(row),
    ]),
  ])
}

/** What was found, where that is why it was not issued; else what a person said. */
function whyOf({ fate, findings, decision, decidedBy, decidedWhy }: KeptRow): string {
  if (fate === 'rejected' || fate === 'undecided') return findings.map(({ message }) => message).join(' ')
  return decision && decidedBy ? `${decidedBy}: ${decidedWhy ?? 'left out.'}` : ''
}

async function sheetOf(desk: Desk, id: string) {
  const facts = await importById(desk.db, id)
  if (!facts) throw new Problem('no-such-import')
  return {
    columns: facts.columns ?? [],
    separator: facts.separator,
    rows: await wholeRows(desk.db, id),
  }
}
