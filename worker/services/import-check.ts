/** Checks a kept sheet anew after something of it has changed: every row, alone and against the others. */
import { latestDay } from '../../shared/dates.ts'
import { reject } from '../../shared/finding.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { tableFrom } from '../sheet/file.ts'
import { checkTable, type Decision, type SheetRow } from '../sheet/sheet.ts'
import { numbersByOfficeNumber } from '../store/credentials.ts'
import {
  changeRow,
  type KeptRow,
  type Rechecked,
  type RowChange,
  recheckRows,
  wholeRows,
} from '../store/import-rows.ts'
import { type ImportFacts, importById, moveRevision } from '../store/imports.ts'

/** An award that has a record already is not issued a second time. */
export async function withoutIssued(desk: Desk, rows: SheetRow[]): Promise<SheetRow[]> {
  const known = await numbersByOfficeNumber(
    desk.db,
    rows.map(({ officeNumber }) => officeNumber),
  )
  return rows.map((row) => {
    const number = known.get(row.officeNumber)
    if (!number) return row
    const message = `Row ${row.row}: ${row.officeNumber} has a record already, ${number}: correct the number, or remove this row.`
    const finding = { ...reject('already-issued' as const, 'officeNumber', message), column: '' }
    return { ...row, outcome: 'reject', entry: null, findings: [finding, ...row.findings] }
  })
}

/** What a person does to a row, as far as the check is concerned. */
export type Change = RowChange

/**
 * The statements that store a change of one row, and everything that follows from it for the whole sheet. They fail
 * as a whole when anything else of the sheet changed in between.
 * @param change without, the sheet is only checked anew
 * @throws Problem `conflict` for an import of the time before cells were kept
 */
export async function changeSheet(
  desk: Desk,
  facts: ImportFacts,
  change?: Change,
): Promise<D1PreparedStatement[]> {
  const { id, columns, separator, revision } = facts
  if (columns === null)
    throw new Problem('conflict', {
      detail: 'The cells of this older import were not kept. Upload what is missing as a new file.',
    })
  const before = await wholeRows(desk.db, id)
  const now = before.map((row) => (change && row.line === change.line ? changed(row, change) : row))
  const table = tableFrom(columns, separator, now)
  const read = checked(desk, table, now)
  const open = new Set(now.filter(({ number }) => number === null).map(({ line }) => line))
  const rows = await withoutIssued(
    desk,
    read.rows.filter(({ line }) => open.has(line)),
  )
  const byLine = new Map(before.map((row) => [row.line, row]))
  const moved = rows
    .map((row): Rechecked => ({ ...row, stands: !read.dropped.has(row.line) }))
    .filter((row) => row.line === change?.line || differs(row, byLine.get(row.line)))
  return [
    moveRevision(desk.db, id, revision),
    ...(change ? [changeRow(desk.db, id, change)] : []),
    ...recheckRows(desk.db, id, moved),
  ]
}

/** Checks a sheet anew because something outside of it has changed. */
export async function checkAnew(desk: Desk, id: string): Promise<void> {
  const facts = await importById(desk.db, id)
  if (facts) await desk.db.batch(await changeSheet(desk, facts))
}

function changed(row: KeptRow, { cells, decision }: Change): KeptRow {
  return { ...row, ...(cells ? { cells } : {}), decision: decision?.as ?? null }
}

/** A decision is about what was found then: where something else is found now, a person has to look again. */
function checked(desk: Desk, table: Parameters<typeof checkTable>[0], rows: KeptRow[]) {
  const today = latestDay(desk.now())
  // What is issued is settled, whatever is found in it now.
  const said = ({ number, decision }: KeptRow) => (number === null ? decision : 'issue')
  const decided = new Map<number, Decision>(
    rows.flatMap((row) => {
      const decision = said(row)
      return decision ? [[row.line, decision] as const] : []
    }),
  )
  const known = new Map(
    rows
      .filter(({ number }) => number === null)
      .map(({ line, findings }) => [line, new Set(findings.map(named))]),
  )
  const dropped = new Set<number>()
  for (;;) {
    const sheet = checkTable(table, today, decided)
    const surprising = sheet.rows.filter(
      ({ line, findings }) =>
        decided.get(line) === 'issue' && findings.some((one) => known.get(line)?.has(named(one)) === false),
    )
    if (surprising.length === 0) return { rows: sheet.rows, dropped }
    // Without these decisions, others may rest on less as well.
    for (const { line } of surprising) {
      decided.delete(line)
      dropped.add(line)
    }
  }
}

function named({ code, column }: { code: string; column: string }): string {
  return `${code} ${column}`
}

function differs(row: Rechecked, before: KeptRow | undefined): boolean {
  const said = ({ recordId, officeNumber, name, outcome, findings, successor }: Rechecked | KeptRow) =>
    JSON.stringify([recordId, officeNumber, name, outcome, findings, successor])
  return !before || !row.stands || said(row) !== said(before)
}
