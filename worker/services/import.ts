/** Imports the office's sheet: read and shown row by row first, then issued chunk by chunk. */
import { toBase64url } from '../../shared/bytes.ts'
import { latestDay } from '../../shared/dates.ts'
import { reject } from '../../shared/finding.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { readSheet, type SheetEntry, type SheetRow } from '../sheet/sheet.ts'
import { numbersByOfficeNumber } from '../store/credentials.ts'
import {
  importNotes,
  importProgress,
  importRows,
  keepImport,
  markIssued,
  nextRows,
  type Progress,
  type ShownRow,
} from '../store/imports.ts'
import { BATCH, type Entry, type Past, prepareIssue } from './issue.ts'

export interface Preview {
  id: string
  /** About the file as a whole. */
  notes: string[]
  progress: Progress
  rows: ShownRow[]
}

/**
 * Reads a file and keeps what it would do. The same file again is the same import, however far it has come.
 * @throws Problem `unreadable-file` when nothing of it can be read
 */
export async function beginImport(
  desk: Desk,
  file: Uint8Array<ArrayBuffer>,
  actor: string,
): Promise<Preview> {
  const id = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', file)))
  if (await importNotes(desk.db, id)) return showImport(desk, id)
  const sheet = readSheet(file, latestDay(desk.now()))
  if ('refused' in sheet) throw new Problem('unreadable-file', { detail: sheet.refused })
  const about = { id, actor, notes: sheet.notes, at: desk.now().toISOString() }
  await keepImport(desk.db, about, await withoutIssued(desk, sheet.rows))
  return showImport(desk, id)
}

/** @throws Problem `no-such-import` */
export async function showImport(desk: Desk, id: string): Promise<Preview> {
  const notes = await importNotes(desk.db, id)
  if (!notes) throw new Problem('no-such-import')
  return { id, notes, progress: await importProgress(desk.db, id), rows: await importRows(desk.db, id) }
}

/**
 * Issues the next rows that were accepted. A chunk is done whole or not at all, so that asking again after a
 * crash is harmless.
 * @throws Problem `no-such-import`
 */
export async function advanceImport(
  desk: Desk,
  id: string,
  actor: string,
): Promise<{ id: string; progress: Progress }> {
  if (!(await importNotes(desk.db, id))) throw new Problem('no-such-import')
  const rows = await nextRows(desk.db, id, BATCH)
  if (rows.length > 0) {
    const entries = await asEntries(
      desk,
      rows.map(({ entry }) => entry),
    )
    const { statements, issued } = await prepareIssue(desk, entries, actor)
    const marks = rows.map(({ line }, i) => markIssued(desk.db, id, line, issued[i]?.number as string))
    await desk.db.batch([...marks, ...statements])
  }
  return { id, progress: await importProgress(desk.db, id) }
}

/** An award that has a record already is not issued a second time. */
async function withoutIssued(desk: Desk, rows: SheetRow[]): Promise<SheetRow[]> {
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

/** What the office calls a successor by its own number, the public record calls by its public one. */
async function asEntries(desk: Desk, entries: SheetEntry[]): Promise<Entry[]> {
  const successors = await numbersByOfficeNumber(
    desk.db,
    entries.flatMap(({ history }) => history?.successor ?? []),
  )
  return entries.map(({ record, officeNumber, history }) => {
    const { successor, ...past } = history ?? {}
    const number = successor && successors.get(successor)
    return {
      record,
      ...(officeNumber ? { officeNumber } : {}),
      ...(history ? { past: { ...past, ...(number ? { successor: number } : {}) } as Past } : {}),
    }
  })
}
