/** Imports as wholes: which file, who sent it, how far it has come, and who agreed that it is issued. */
import type { ImportRow } from './import-rows.ts'
import { insertRows } from './import-rows.ts'

export interface NewImport {
  /** The file's digest: the same file again is the same import. */
  id: string
  actor: string
  fileName: string | null
  notes: string[]
  columns: string[]
  separator: string
  at: string
}

export interface ImportFacts extends Omit<NewImport, 'columns'> {
  /** Null for an import of the time before cells were kept. */
  columns: string[] | null
  /** Moves with every change that checks the sheet anew. */
  revision: number
  ranBy: string | null
  askedBy: string | null
  askedAt: string | null
  approvedBy: string | null
  approvedAt: string | null
}

/**
 * How far an import is. `accept`, `review` and `reject` are what was read, and add up to its rows; so do `issued`,
 * `waiting`, `undecided`, `leftOut` and `reject`, which are what becomes of them.
 */
export interface Progress {
  accept: number
  review: number
  reject: number
  issued: number
  /** To be issued, when someone says so. */
  waiting: number
  /** In review, and nobody has decided yet. */
  undecided: number
  leftOut: number
}

export interface ListedImport {
  id: string
  actor: string
  fileName: string | null
  at: string
  progress: Progress
}

const FACTS = `id, actor, file_name AS fileName, notes, columns, separator, created_at AS at, revision,
  ran_by AS ranBy, asked_by AS askedBy, asked_at AS askedAt, approved_by AS approvedBy, approved_at AS approvedAt`

const PROGRESS = `COUNT(*) FILTER (WHERE outcome = 'accept') AS accept,
  COUNT(*) FILTER (WHERE outcome = 'review') AS review, COUNT(*) FILTER (WHERE outcome = 'reject') AS reject,
  COUNT(*) FILTER (WHERE fate = 'issued') AS issued, COUNT(*) FILTER (WHERE fate = 'ready') AS waiting,
  COUNT(*) FILTER (WHERE fate = 'undecided') AS undecided, COUNT(*) FILTER (WHERE fate = 'left-out') AS leftOut`

/** Keeps the whole preview. Where someone was quicker with the same file, the whole batch fails. */
export function insertImport(db: D1Database, one: NewImport, rows: ImportRow[]): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO import (id, actor, file_name, notes, columns, separator, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(
        one.id,
        one.actor,
        one.fileName,
        JSON.stringify(one.notes),
        JSON.stringify(one.columns),
        one.separator,
        one.at,
      ),
    ...insertRows(db, one.id, rows),
  ]
}

export async function importById(db: D1Database, id: string): Promise<ImportFacts | null> {
  const row = await db
    .prepare(`SELECT ${FACTS} FROM import WHERE id = ?1`)
    .bind(id)
    .first<Omit<ImportFacts, 'notes' | 'columns'> & { notes: string; columns: string | null }>()
  if (!row) return null
  const columns = row.columns === null ? null : (JSON.parse(row.columns) as string[])
  return { ...row, notes: JSON.parse(row.notes) as string[], columns }
}

export async function importProgress(db: D1Database, id: string): Promise<Progress> {
  const row = await db
    .prepare(`SELECT ${PROGRESS} FROM import_row WHERE import = ?1`)
    .bind(id)
    .first<Progress>()
  return row as Progress
}

/** The newest first. */
export async function listImports(
  db: D1Database,
  { from, count }: { from: number; count: number },
): Promise<ListedImport[]> {
  const found = await db
    .prepare(
      `SELECT i.id, i.actor, i.fileName, i.at, ${PROGRESS}
       FROM (SELECT id, actor, file_name AS fileName, created_at AS at FROM import
         ORDER BY created_at DESC, id LIMIT ?2 OFFSET ?1) i
       JOIN import_row r ON r.import = i.id GROUP BY i.id ORDER BY i.at DESC, i.id`,
    )
    .bind(from, count)
    .all<Omit<ListedImport, 'progress'> & Progress>()
  return found.results.map(({ id, actor, fileName, at, ...progress }) => ({
    id,
    actor,
    fileName,
    at,
    progress,
  }))
}

export interface AwaitedApproval {
  id: string
  actor: string
  fileName: string | null
  askedBy: string
  askedAt: string
}

/**
 * Imports for which a second person was asked, and has not agreed yet; the longest waiting first.
 * @param above only those that would issue more records than this
 */
export async function importsAwaitingApproval(db: D1Database, above: number): Promise<AwaitedApproval[]> {
  const found = await db
    .prepare(
      `SELECT id, actor, file_name AS fileName, asked_by AS askedBy, asked_at AS askedAt FROM import
       WHERE asked_by IS NOT NULL AND approved_by IS NULL
         AND EXISTS (SELECT 1 FROM import_row WHERE import = id AND fate = 'ready')
         AND (SELECT COUNT(*) FROM import_row WHERE import = id AND fate IN ('ready', 'issued')) > ?1
       ORDER BY asked_at`,
    )
    .bind(above)
    .all<AwaitedApproval>()
  return found.results
}

export interface RowsWaiting {
  rows: number
  /** The sheet that they are in, where it is one. */
  only: string | null
}

/** How many rows wait for a person's decision, and how many were accepted and wait for someone to issue them. */
export async function rowsWaiting(db: D1Database): Promise<{ review: RowsWaiting; ready: RowsWaiting }> {
  // What waits for a second person is counted there.
  const found = await db
    .prepare(
      `SELECT fate, COUNT(*) AS rows, IIF(COUNT(DISTINCT import) = 1, MIN(import), NULL) AS only FROM import
       JOIN import_row ON import = id
       WHERE fate = 'undecided' OR (fate = 'ready' AND (asked_by IS NULL OR approved_by IS NOT NULL)) GROUP BY fate`,
    )
    .all<RowsWaiting & { fate: 'undecided' | 'ready' }>()
  const of = (one: string): RowsWaiting => {
    const { rows = 0, only = null } = found.results.find(({ fate }) => fate === one) ?? {}
    return { rows, only }
  }
  return { review: of('undecided'), ready: of('ready') }
}

/**
 * Says that the sheet has changed; what a second person agreed to is no longer what it is. Where it changed since
 * `revision`, that becomes NULL, and the whole batch fails.
 */
export function moveRevision(db: D1Database, id: string, revision: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE import SET revision = CASE WHEN revision = ?2 THEN revision + 1 END, approved_by = NULL, approved_at = NULL
       WHERE id = ?1`,
    )
    .bind(id, revision)
}

/** Holds only while the sheet is still at this revision: otherwise the whole batch fails. */
export function requireRevision(db: D1Database, id: string, revision: number): D1PreparedStatement {
  return db
    .prepare('UPDATE import SET revision = CASE WHEN revision = ?2 THEN revision END WHERE id = ?1')
    .bind(id, revision)
}

export function askApproval(db: D1Database, id: string, actor: string, at: string): D1PreparedStatement {
  return db.prepare('UPDATE import SET asked_by = ?2, asked_at = ?3 WHERE id = ?1').bind(id, actor, at)
}

/** Of what the approver saw: where the sheet has changed since, the whole batch fails. */
export function approve(
  db: D1Database,
  id: string,
  revision: number,
  actor: string,
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE import SET revision = CASE WHEN revision = ?2 AND approved_by IS NULL THEN revision END,
         approved_by = ?3, approved_at = ?4 WHERE id = ?1`,
    )
    .bind(id, revision, actor, at)
}

export function setRunner(db: D1Database, id: string, actor: string): D1PreparedStatement {
  return db.prepare('UPDATE import SET ran_by = ?2 WHERE id = ?1').bind(id, actor)
}
