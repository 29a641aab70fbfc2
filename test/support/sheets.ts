// Sheets for site tests: people and office numbers of their own, since all files share one database.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

const { data } = Papa.parse<Record<string, string>>(
  readFileSync(new URL('../fixtures/graduates.csv', import.meta.url), 'utf8'),
  { header: true, skipEmptyLines: true },
)
const GOOD = data.find(({ record_id }) => record_id === 'G042') ?? {}

export interface OwnSheet {
  name: string
  mimeType: string
  buffer: Buffer
  /** The office number of a row, counted from 0. */
  officeNumber(row: number): string
}

/** A sheet of good rows, each with something changed; nobody else has its numbers. */
export function ownSheet(...changes: Record<string, string>[]): OwnSheet {
  const base = randomUUID().slice(0, 8)
  // Letters alone: digits in a name are looked at by a person.
  const mark = [...base].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('')
  const surname = `A${mark}`
  const officeNumber = (row: number) =>
    `LSSC-2024-${Number.parseInt(base, 16)}${String(row).padStart(4, '0')}`
  const rows = changes.map((change, i) => ({
    ...GOOD,
    record_id: `${mark}-${i}`,
    credential_no: officeNumber(i),
    display_name: `Robin ${surname}`,
    given_names: 'Robin',
    family_names: surname,
    name_order: 'given-first',
    native_name: '',
    former_names: '',
    email: `${mark}-${i}@example.org`,
    ...change,
  }))
  return { name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(Papa.unparse(rows)), officeNumber }
}
