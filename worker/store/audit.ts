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

/** Has this person ever done any of these acts to it? Whoever did the same later does not take that away. */
export async function hasDone(
  db: D1Database,
  actor: string,
  acts: string[],
  subject: string,
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 AS has FROM audit
       WHERE act IN (SELECT value FROM json_each(?2)) AND actor = ?1 AND subject = ?3 LIMIT 1`,
    )
    .bind(actor, JSON.stringify(acts), subject)
    .first()
  return row !== null
}
