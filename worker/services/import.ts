/** Imports the office's sheet: read and shown row by row first, then issued chunk by chunk. */
import { toBase64url } from '../../shared/bytes.ts'
import { latestDay } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { readSheet, type SheetEntry } from '../sheet/sheet.ts'
import { appendDeed } from '../store/audit.ts'
import { numbersByOfficeNumber } from '../store/credentials.ts'
import { importRows, markIssued, type NextRow, nextRows, type ShownRow } from '../store/import-rows.ts'
import {
  type ImportFacts,
  importById,
  importProgress,
  insertImport,
  type Progress,
  requireRevision,
  setRunner,
} from '../store/imports.ts'
import { requireSecondPerson } from './import-approval.ts'
import { checkAnew, withoutIssued } from './import-check.ts'
import { BATCH, type Entry, type Past, prepareIssue } from './issue.ts'
import { isConstraint } from './once.ts'

export type { Fate, KeptRow, ShownRow } from '../store/import-rows.ts'
export type { ImportFacts, ListedImport, Progress } from '../store/imports.ts'

export interface Preview {
  id: string
  /** About the file as a whole. */
  notes: string[]
  progress: Progress
  rows: ShownRow[]
}

/**
 * Reads a file and keeps what it would do. The same file again is the same import, however far it has come.
 * @returns `isNew`: whether it was not known before
 * @throws Problem `unreadable-file` when nothing of it can be read
 */
export async function keepSheet(
  desk: Desk,
  file: Uint8Array<ArrayBuffer>,
  actor: string,
  fileName: string | null = null,
): Promise<{ id: string; isNew: boolean }> {
  const id = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', file)))
  if (await importById(desk.db, id)) return { id, isNew: false }
  const sheet = readSheet(file, latestDay(desk.now()))
  if ('refused' in sheet) throw new Problem('unreadable-file', { detail: sheet.refused })
  const { notes, columns, separator, rows } = sheet
  const at = desk.now().toISOString()
  const about = { id, actor, fileName, notes, columns, separator, at }
  const deed = { actor, act: 'uploaded-import', subject: id, detail: { rows: rows.length } }
  try {
    await desk.db.batch([
      ...insertImport(desk.db, about, await withoutIssued(desk, rows)),
      appendDeed(desk.db, deed, at),
    ])
  } catch (error) {
    // Someone was quicker with the same file.
    if (!isConstraint(error) || !(await importById(desk.db, id))) throw error
    return { id, isNew: false }
  }
  return { id, isNew: true }
}

/** @throws Problem `unreadable-file` */
export async function beginImport(
  desk: Desk,
  file: Uint8Array<ArrayBuffer>,
  actor: string,
): Promise<Preview> {
  return showImport(desk, (await keepSheet(desk, file, actor)).id)
}

/** @throws Problem `no-such-import` */
export async function showImport(desk: Desk, id: string): Promise<Preview> {
  const { notes } = await importNamed(desk, id)
  return { id, notes, progress: await importProgress(desk.db, id), rows: await importRows(desk.db, id) }
}

/** @throws Problem `no-such-import` */
export async function importNamed(desk: Desk, id: string): Promise<ImportFacts> {
  const facts = await importById(desk.db, id)
  if (!facts) throw new Problem('no-such-import')
  return facts
}

export interface Run {
  /** How many chunks at most. */
  chunks?: number
  /** Whether a person has just said that it shall run; without, whoever did not run it last begins anew. */
  begins?: boolean
}

/**
 * Issues the next rows that were accepted, or decided by a person. A chunk is done whole or not at all, and by one of
 * those who ask at the same time, so that asking again after a crash is harmless.
 * @throws Problem `no-such-import`, `needs-second-person`
 */
export async function advanceImport(
  desk: Desk,
  id: string,
  actor: string,
  { chunks = 1, begins }: Run = {},
): Promise<{ id: string; progress: Progress }> {
  for (let i = 0; i < chunks; i++) {
    const isBegin = (facts: ImportFacts) => i === 0 && (begins ?? facts.ranBy !== actor)
    if (!(await issueChunk(desk, id, actor, isBegin))) break
  }
  return { id, progress: await importProgress(desk.db, id) }
}

/**
 * What is issued is the sheet that one person may issue, or that a second one agreed to: where anyone changes anything
 * of it meanwhile, nothing of the chunk is stored, and that is asked again.
 * @returns whether there may be more
 */
async function issueChunk(
  desk: Desk,
  id: string,
  actor: string,
  isBegin: (facts: ImportFacts) => boolean,
  tries = 3,
): Promise<boolean> {
  const facts = await importNamed(desk, id)
  await requireSecondPerson(desk, facts)
  const rows = await nextRows(desk.db, id, BATCH)
  if (rows.length === 0) return false
  if (await isTaken(desk, rows)) {
    await checkAnew(desk, id)
    return true
  }
  const entries = await asEntries(
    desk,
    rows.map(({ entry }) => entry),
  )
  const { statements, issued } = await prepareIssue(desk, entries, actor)
  const marks = rows.map((row, i) => markIssued(desk.db, id, row, issued[i]?.number as string))
  const at = desk.now().toISOString()
  const begin = isBegin(facts)
    ? [setRunner(desk.db, id, actor), appendDeed(desk.db, { actor, act: 'ran-import', subject: id }, at)]
    : []
  try {
    await desk.db.batch([requireRevision(desk.db, id, facts.revision), ...begin, ...marks, ...statements])
    return true
  } catch (error) {
    if (!isConstraint(error)) throw error
    // Someone else issued these rows, or changed one, since they were read: what is next now is another matter.
    if (tries > 1) return issueChunk(desk, id, actor, isBegin, tries - 1)
    const [first] = await nextRows(desk.db, id, 1)
    if (first?.line === rows[0]?.line && first?.version === rows[0]?.version) throw error
    return true
  }
}

/** Has a row been issued otherwise since the sheet was checked? */
async function isTaken(desk: Desk, rows: NextRow[]): Promise<boolean> {
  const numbers = rows.flatMap(({ entry }) => entry.officeNumber ?? [])
  return (await numbersByOfficeNumber(desk.db, numbers)).size > 0
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
