/** Share links, and the views that were signed for them. */
import type { SetId } from '../../shared/areas.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { ShareField } from '../../shared/view.ts'
import type { Visibility } from './credentials.ts'

/** A link as its holder sees it in a list. */
export interface Share {
  id: string
  label: string
  fields: ShareField[]
  /** Those that come first. */
  areas: SetId[]
  madeAt: string
  endsOn: string
  /** When its holder ended it before its day. */
  endedAt: string | null
  opened: number
}

/** A link with what opening it needs of its record. */
export interface OpenedShare extends Share {
  number: string
  subject: string
  /** The version of the record that its newest view shows, and what was signed; null once it is erased. */
  version: number
  jwt: string | null
  record: AwardRecord
  currentVersion: number
  visibility: Visibility
  standing: Standing
  since: string | null
  publicReason: string | null
}

export interface NewShare extends Pick<Share, 'id' | 'label' | 'fields' | 'areas' | 'madeAt' | 'endsOn'> {
  digest: string
  number: string
  subject: string
}

export interface NewView {
  share: string
  number: string
  version: number
  list: number
  entry: number
  signedAt: string
  bodyDigest: string
  jwt: string
}

const SHARE =
  's.id, s.label, s.fields, s.areas, s.made_at AS madeAt, s.ends_on AS endsOn, s.ended_at AS endedAt, s.opened'

const OPENED = `SELECT ${SHARE}, s.number, s.subject, v.version, v.jwt, c.record,
  c.current_version AS currentVersion, c.visibility, c.standing, c.since, c.public_reason AS publicReason
  FROM share s JOIN credential c ON c.number = s.number
    JOIN share_view v ON v.share = s.id
      AND v.version = (SELECT MAX(version) FROM share_view WHERE share = s.id)`

type Row<T> = Omit<T, 'fields' | 'areas'> & { fields: string; areas: string }

/** Every link of a record, the newest first. */
export async function sharesOf(db: D1Database, number: string): Promise<Share[]> {
  const found = await db
    .prepare(`SELECT ${SHARE} FROM share s WHERE s.number = ?1 ORDER BY s.made_at DESC, s.id`)
    .bind(number)
    .all<Row<Share>>()
  return found.results.map(asShare)
}

/** @param by the digest of its secret, or its public id */
export async function openedShare(
  db: D1Database,
  by: { digest: string } | { id: string },
): Promise<OpenedShare | null> {
  const [column, value] = 'digest' in by ? ['s.digest', by.digest] : ['s.id', by.id]
  const row = await db
    .prepare(`${OPENED} WHERE ${column} = ?1`)
    .bind(value)
    .first<Row<OpenedShare> & { record: string }>()
  return row && { ...asShare(row), record: JSON.parse(row.record) as AwardRecord }
}

function asShare<T extends Share>(row: Row<T>): T {
  const { fields, areas } = row
  return { ...row, fields: JSON.parse(fields), areas: JSON.parse(areas) } as unknown as T
}

/** How many links of a record are open on this day: neither ended nor past their last day. */
export async function livingShares(db: D1Database, number: string, today: string): Promise<number> {
  const count = await db
    .prepare('SELECT COUNT(*) AS n FROM share WHERE number = ?1 AND ended_at IS NULL AND ends_on >= ?2')
    .bind(number, today)
    .first<number>('n')
  return count ?? 0
}

/** Did we really sign a view with this body? */
export async function isViewOnFile(db: D1Database, bodyDigest: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 AS found FROM share_view WHERE body_digest = ?1')
    .bind(bodyDigest)
    .first()
  return row !== null
}

/**
 * @param most how many links of a record may be open on the day on which it is made: one more is refused here, too
 */
export function insertShare(db: D1Database, one: NewShare, today: string, most: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO share (id, digest, number, subject, label, fields, areas, made_at, ends_on)
       VALUES (CASE WHEN (SELECT COUNT(*) FROM share WHERE number = ?3 AND ended_at IS NULL AND ends_on >= ?10) < ?11
         THEN ?1 END, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    )
    .bind(
      one.id,
      one.digest,
      one.number,
      one.subject,
      one.label,
      JSON.stringify(one.fields),
      JSON.stringify(one.areas),
      one.madeAt,
      one.endsOn,
      today,
      most,
    )
}

/**
 * Keeps what was signed for a link. It stands as its record does; if that has another version by now, or the link has
 * ended, `share` becomes NULL, which it may not be, and the whole batch fails.
 */
export function insertView(db: D1Database, one: NewView): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO share_view (share, number, version, list, entry, standing, signed_at, body_digest, jwt)
       VALUES ((SELECT s.id FROM share s JOIN credential c ON c.number = s.number
           WHERE s.id = ?1 AND s.number = ?2 AND s.ended_at IS NULL AND c.current_version = ?3),
         ?2, ?3, ?4, ?5, (SELECT standing FROM credential WHERE number = ?2), ?6, ?7, ?8)`,
    )
    .bind(one.share, one.number, one.version, one.list, one.entry, one.signedAt, one.bodyDigest, one.jwt)
}

/** Ends a link; what was signed for it reads as replaced from now on. One that has ended makes the batch fail. */
export function endShare(db: D1Database, id: string, at: string): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE share SET ended_at = ?2 WHERE id = ?1').bind(id, at),
    db
      .prepare("UPDATE share_view SET standing = 'superseded' WHERE share = ?1 AND standing <> 'revoked'")
      .bind(id),
  ]
}

/** Ends every link of a record that is still open, as when its holder gets a new number. */
export function endSharesOf(db: D1Database, number: string, at: string): D1PreparedStatement {
  return db.prepare('UPDATE share SET ended_at = ?2 WHERE number = ?1 AND ended_at IS NULL').bind(number, at)
}

/** One more opening. Nothing is kept of who opened it, or when. */
export function countOpening(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare('UPDATE share SET opened = opened + 1 WHERE id = ?1').bind(id)
}

/**
 * Moves the views of a record with it. Withdrawing reaches every one of them; of the others, those that were replaced
 * stay so.
 */
export function moveViews(db: D1Database, number: string, to: Standing): D1PreparedStatement {
  const which = to === 'revoked' ? '' : "AND standing <> 'superseded'"
  return db.prepare(`UPDATE share_view SET standing = ?2 WHERE number = ?1 ${which}`).bind(number, to)
}

/** A record has been erased: what is personal about its links goes with it, and copies of them read as replaced. */
export function forgetShares(db: D1Database, number: string): D1PreparedStatement[] {
  return [
    db
      .prepare("UPDATE share SET label = '', fields = '[]', areas = '[]', opened = 0 WHERE number = ?1")
      .bind(number),
    db.prepare('UPDATE share_view SET jwt = NULL WHERE number = ?1').bind(number),
    db
      .prepare("UPDATE share_view SET standing = 'superseded' WHERE number = ?1 AND standing <> 'revoked'")
      .bind(number),
  ]
}
