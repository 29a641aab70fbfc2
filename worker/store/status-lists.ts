/** Status lists: which entries are taken, and the signed rendering that is published. */
import type { Standing } from '../../shared/status-list.ts'

export interface ListRow {
  list: number
  changed: number
  rendered: number
  signedAt: number
  standingJwt: string | null
  revocationJwt: string | null
  /** Of the JSON list, which is proved on its own. */
  proved: number
  provedAt: number
  revocationJson: string | null
}

const ROW = `SELECT list, changed, rendered, signed_at AS signedAt, standing_jwt AS standingJwt,
  revocation_jwt AS revocationJwt, proved, proved_at AS provedAt, revocation_json AS revocationJson FROM status_list`

export async function listRow(db: D1Database, list: number): Promise<ListRow | null> {
  return db.prepare(`${ROW} WHERE list = ?1`).bind(list).first<ListRow>()
}

/** The newest list and how many of its entries are taken; null before the first. */
export async function newestList(db: D1Database): Promise<{ list: number; taken: number } | null> {
  return db
    .prepare(
      `SELECT list, (SELECT COUNT(*) FROM version v WHERE v.list = s.list)
         + (SELECT COUNT(*) FROM share_view w WHERE w.list = s.list) AS taken
       FROM status_list s ORDER BY list DESC LIMIT 1`,
    )
    .first<{ list: number; taken: number }>()
}

/** Opens a list. Harmless when two do it at once. */
export async function openList(db: D1Database, list: number): Promise<void> {
  await db.prepare('INSERT INTO status_list (list) VALUES (?1) ON CONFLICT DO NOTHING').bind(list).run()
}

/** Which of these entries are taken. */
export async function takenEntries(db: D1Database, list: number, entries: number[]): Promise<Set<number>> {
  const found = await db
    .prepare(
      `SELECT entry FROM version WHERE list = ?1 AND entry IN (SELECT value FROM json_each(?2))
       UNION SELECT entry FROM share_view WHERE list = ?1 AND entry IN (SELECT value FROM json_each(?2))`,
    )
    .bind(list, JSON.stringify(entries))
    .all<{ entry: number }>()
  return new Set(found.results.map(({ entry }) => entry))
}

/** Every entry of a list that is not in good standing: those of records and those of views of them. */
export async function entriesNotGood(
  db: D1Database,
  list: number,
): Promise<{ entry: number; standing: Standing }[]> {
  const found = await db
    .prepare(
      `SELECT entry, standing FROM version WHERE list = ?1 AND standing <> 'good'
       UNION ALL SELECT entry, standing FROM share_view WHERE list = ?1 AND standing <> 'good'`,
    )
    .bind(list)
    .all<{ entry: number; standing: Standing }>()
  return found.results
}

/** Says that the rows of every list that this record or a view of it is on have moved: the signed texts no longer render them. */
export function touchListsOf(db: D1Database, number: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE status_list SET changed = changed + 1 WHERE list IN
         (SELECT list FROM version WHERE number = ?1 UNION SELECT list FROM share_view WHERE number = ?1)`,
    )
    .bind(number)
}

/**
 * Keeps a signed rendering, unless the rows moved while it was made (compare-and-set).
 * @returns whether it was kept
 */
export async function keepRendering(
  db: D1Database,
  row: { list: number; changed: number; signedAt: number; standingJwt: string; revocationJwt: string },
): Promise<boolean> {
  const kept = await db
    .prepare(
      `UPDATE status_list SET rendered = ?2, signed_at = ?3, standing_jwt = ?4, revocation_jwt = ?5
       WHERE list = ?1 AND changed = ?2`,
    )
    .bind(row.list, row.changed, row.signedAt, row.standingJwt, row.revocationJwt)
    .run()
  return kept.meta.changes === 1
}

/**
 * Keeps the list as JSON, unless the rows moved while it was made.
 * @returns whether it was kept
 */
export async function keepProved(
  db: D1Database,
  row: { list: number; changed: number; provedAt: number; revocationJson: string },
): Promise<boolean> {
  const kept = await db
    .prepare(
      `UPDATE status_list SET proved = ?2, proved_at = ?3, revocation_json = ?4
       WHERE list = ?1 AND changed = ?2`,
    )
    .bind(row.list, row.changed, row.provedAt, row.revocationJson)
    .run()
  return kept.meta.changes === 1
}

/** Every list there is. */
export async function allLists(db: D1Database): Promise<number[]> {
  const found = await db.prepare('SELECT list FROM status_list ORDER BY list').all<{ list: number }>()
  return found.results.map(({ list }) => list)
}
