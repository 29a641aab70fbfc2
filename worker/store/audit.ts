/** What the people of the office did, besides what happened to records: append-only. */

export interface Deed {
  actor: string
  act: string
  /** What it was done to: a number, an import, an address. */
  subject?: string
  why?: string
  detail?: Record<string, unknown>
}

export function appendDeed(db: D1Database, deed: Deed, at: string): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO audit (recorded_at, actor, act, subject, why, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
    )
    .bind(at, deed.actor, deed.act, deed.subject ?? '', deed.why ?? null, JSON.stringify(deed.detail ?? {}))
}
