/** Requests to the office, and what was noted and done about each. */
import type { RequestBody, RequestKind, RequestState } from '../request-kinds.ts'

export interface NewRequest {
  id: string
  kind: RequestKind
  body: RequestBody
  digest: string
  contact: string
  number: string | null
  at: string
}

export interface OfficeRequest extends Omit<NewRequest, 'digest' | 'at'> {
  state: RequestState
  createdAt: string
  /** Who has it in hand. */
  assigned: string | null
  /** Sent from the own page of the record's holder, in a session of hers. */
  ownPage: boolean
  /** Who decided it; `holder` where its sender took it back. */
  decidedBy: string | null
  /** How many decisions there were: the next one says on which it rests. */
  revision: number
}

export interface RequestNote {
  actor: string
  recordedAt: string
  kind: 'note' | 'taken' | 'accepted' | 'asked' | 'declined' | 'reopened' | 'taken-back'
  said: string
}

const COLUMNS = `id, kind, state, body, contact, number, created_at AS createdAt, assigned, revision,
  own_page AS ownPage, decided_by AS decidedBy`

/**
 * Keeps a request, unless the same came in since `since`, or `most` of any have come since then.
 * @returns the reference of this one or of the same before it; null when there are too many
 */
export async function keepRequest(
  db: D1Database,
  one: NewRequest,
  { since, most }: { since: string; most: number },
): Promise<string | null> {
  const [, found] = await db.batch<{ id: string }>([
    db
      .prepare(
        `INSERT INTO request (id, kind, body, digest, contact, number, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
         WHERE NOT EXISTS (SELECT 1 FROM request WHERE digest = ?4 AND created_at > ?8)
           AND (SELECT COUNT(*) FROM request WHERE created_at > ?8) < ?9`,
      )
      .bind(
        one.id,
        one.kind,
        JSON.stringify(one.body),
        one.digest,
        one.contact,
        one.number,
        one.at,
        since,
        most,
      ),
    db.prepare('SELECT id FROM request WHERE digest = ?1 AND created_at > ?2').bind(one.digest, since),
  ])
  return found?.results[0]?.id ?? null
}

type Row = Omit<OfficeRequest, 'body' | 'ownPage'> & { body: string; ownPage: number }

/** What went with a removed record left no field behind. */
const opened = (row: Row): OfficeRequest => ({
  ...row,
  body: { fields: {}, ...(JSON.parse(row.body) as Partial<RequestBody>) },
  ownPage: row.ownPage === 1,
})

export async function requestById(db: D1Database, id: string): Promise<OfficeRequest | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM request WHERE id = ?1`).bind(id).first<Row>()
  return row && opened(row)
}

export interface RequestFilter {
  kind?: RequestKind | undefined
  state?: RequestState | undefined
}

/** Open ones first, then those that wait, the oldest at the top; then the decided ones, the newest at the top. */
export async function listRequests(
  db: D1Database,
  { kind, state }: RequestFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ requests: OfficeRequest[]; total: number }> {
  const which = 'WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR state = ?2)'
  const [found, total] = await Promise.all([
    db
      .prepare(
        `SELECT ${COLUMNS} FROM request ${which}
         ORDER BY CASE state WHEN 'open' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END,
           CASE WHEN state IN ('open', 'waiting') THEN created_at END, created_at DESC, id LIMIT ?3 OFFSET ?4`,
      )
      .bind(kind ?? null, state ?? null, limit, offset)
      .all<Row>(),
    db
      .prepare(`SELECT COUNT(*) AS total FROM request ${which}`)
      .bind(kind ?? null, state ?? null)
      .first<number>('total'),
  ])
  return { requests: found.results.map(opened), total: total ?? 0 }
}

/** How many are open, and since when the oldest of them is; those that wait for an answer are not among them. */
export async function openRequests(db: D1Database): Promise<{ count: number; oldest: string | null }> {
  const row = await db
    .prepare("SELECT COUNT(*) AS count, MIN(created_at) AS oldest FROM request WHERE state = 'open'")
    .first<{ count: number; oldest: string | null }>()
  return row ?? { count: 0, oldest: null }
}

/** What was noted and done, oldest first. */
export async function notesOf(db: D1Database, id: string): Promise<RequestNote[]> {
  const found = await db
    .prepare(
      'SELECT actor, recorded_at AS recordedAt, kind, said FROM request_note WHERE request = ?1 ORDER BY id',
    )
    .bind(id)
    .all<RequestNote>()
  return found.results.map((note) => ({ ...note, said: JSON.parse(note.said) as string }))
}

export function appendNote(db: D1Database, request: string, note: RequestNote): D1PreparedStatement {
  return db
    .prepare('INSERT INTO request_note (request, recorded_at, actor, kind, said) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(request, note.recordedAt, note.actor, note.kind, JSON.stringify(note.said))
}

/**
 * Moves a request on. If somebody has decided meanwhile, `revision` becomes NULL, which it may not be, and the whole
 * batch fails.
 * @param seen the revision on which this was decided
 */
export function moveRequest(
  db: D1Database,
  { id, revision: seen }: Pick<OfficeRequest, 'id' | 'revision'>,
  { state, assigned, at }: { state: RequestState; assigned: string; at: string },
): D1PreparedStatement {
  const isDecided = state === 'done' || state === 'declined'
  return db
    .prepare(
      `UPDATE request SET revision = CASE WHEN revision = ?2 THEN revision + 1 END, state = ?3, assigned = ?4,
         decided_at = ?5, decided_by = ?6 WHERE id = ?1`,
    )
    .bind(id, seen, state, assigned, isDecided ? at : null, isDecided ? assigned : null)
}
