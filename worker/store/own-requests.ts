/** Requests that holders sent from the pages of their own records; what strangers sent about a number is not among them. */
import type { RequestBody, RequestKind } from '../request-kinds.ts'
import type { NewRequest, OfficeRequest, RequestNote } from './requests.ts'

export interface OwnRequest extends Pick<OfficeRequest, 'id' | 'kind' | 'state' | 'body' | 'createdAt'> {
  revision: number
  decidedBy: string | null
  /** What the office did about it, oldest first; never its own notes. */
  notes: Pick<RequestNote, 'kind' | 'recordedAt' | 'said'>[]
}

/** Of one record, the newest first. */
export async function ownRequests(db: D1Database, number: string): Promise<OwnRequest[]> {
  const found = await db
    .prepare(
      `SELECT id, kind, state, body, created_at AS createdAt, revision, decided_by AS decidedBy,
         (SELECT json_group_array(json_object('kind', kind, 'recordedAt', recorded_at, 'said', json(said)))
          FROM (SELECT * FROM request_note n WHERE n.request = r.id
            AND n.kind IN ('accepted', 'asked', 'declined', 'reopened') ORDER BY n.id)) AS notes
       FROM request r WHERE own_page = 1 AND number = ?1 ORDER BY created_at DESC, id LIMIT 100`,
    )
    .bind(number)
    .all<Omit<OwnRequest, 'body' | 'notes'> & { body: string; notes: string }>()
  return found.results.map((row) => ({
    ...row,
    body: JSON.parse(row.body) as RequestBody,
    notes: JSON.parse(row.notes) as OwnRequest['notes'],
  }))
}

/** Is one of this kind still to be decided, and how many of any were sent since then? */
export async function ownSoFar(
  db: D1Database,
  number: string,
  kind: RequestKind,
  since: string,
): Promise<{ open: string | null; recent: number }> {
  const row = await db
    .prepare(
      `SELECT MAX(CASE WHEN kind = ?2 AND state IN ('open', 'waiting') THEN id END) AS open,
         COUNT(CASE WHEN created_at > ?3 THEN 1 END) AS recent
       FROM request WHERE own_page = 1 AND number = ?1`,
    )
    .bind(number, kind, since)
    .first<{ open: string | null; recent: number }>()
  return row ?? { open: null, recent: 0 }
}

/** Where another of this kind came in meanwhile, `kind` becomes NULL, which it may not be, and the batch fails. */
export function insertOwnRequest(
  db: D1Database,
  one: Omit<NewRequest, 'number'> & { number: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO request (id, kind, body, digest, contact, number, created_at, own_page)
       SELECT ?1, CASE WHEN NOT EXISTS (SELECT 1 FROM request WHERE own_page = 1 AND number = ?6 AND kind = ?2
         AND state IN ('open', 'waiting')) THEN ?2 END, ?3, ?4, ?5, ?6, ?7, 1`,
    )
    .bind(one.id, one.kind, JSON.stringify(one.body), one.digest, one.contact, one.number, one.at)
}
