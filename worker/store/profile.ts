/** What the office says of itself: every version, the newest in force. */

/** Empty text: not said. */
export interface Profile {
  name: string
  short: string
  phone: string
  email: string
  hours: string
  /** Its own web page. */
  url: string
  /** The page on its own site that links to this service. */
  linkedFrom: string
}

export interface ProfileVersion extends Profile {
  version: number
  actor: string
  recordedAt: string
}

const COLUMNS =
  'version, name, short, phone, email, hours, url, linked_from AS linkedFrom, actor, recorded_at AS recordedAt'

/** @returns null while nobody has written one */
export async function newestProfile(db: D1Database): Promise<ProfileVersion | null> {
  return db.prepare(`SELECT ${COLUMNS} FROM profile ORDER BY version DESC LIMIT 1`).first<ProfileVersion>()
}

/** The newest first. */
export async function profileVersions(db: D1Database, most: number): Promise<ProfileVersion[]> {
  const found = await db
    .prepare(`SELECT ${COLUMNS} FROM profile ORDER BY version DESC LIMIT ?1`)
    .bind(most)
    .all<ProfileVersion>()
  return found.results
}

/** Fails, and the whole batch with it, unless `version` is the one after the newest. */
export function insertProfile(
  db: D1Database,
  { version, name, short, phone, email, hours, url, linkedFrom, actor, recordedAt }: ProfileVersion,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO profile (version, name, short, phone, email, hours, url, linked_from, actor, recorded_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    )
    .bind(version, name, short, phone, email, hours, url, linkedFrom, actor, recordedAt)
}
