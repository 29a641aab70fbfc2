/** Holders, credentials, their versions and tokens. */
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import { keepNames } from './known-names.ts'
import { newestEvent } from './register.ts'
import { moveViews } from './shares.ts'

export type Visibility = 'link' | 'withheld' | 'unknown' | 'listed' | 'erased'

/** What a look-up needs: the newest token, and what no signature carries. */
export interface Held {
  number: string
  /** Null for a removed record. */
  token: string | null
  standing: Standing
  since: string | null
  publicReason: string | null
  successor: string | null
  visibility: Visibility
}

/** What a change needs. */
export interface Current {
  number: string
  holder: string
  record: AwardRecord
  version: number
  validFrom: string
  standing: Standing
  visibility: Visibility
  /** The newest event: what a second person confirms, and what must still be the newest when an act is stored. */
  newest: { id: number; kind: string; actor: string; at: string }
}

export interface NewCredential {
  number: string
  holder: string
  officeNumber: string | null
  record: AwardRecord
  standing: Standing
  since: string | null
  publicReason: string | null
  successor: string | null
  at: string
}

export interface NewVersion {
  number: string
  version: number
  validFrom: string
  signedAt: string
  bodyDigest: string
  list: number
  entry: number
  standing: Standing
  jwt: string
}

/** Of a removed record it stays as its holder chose: what was answered as if there were none still is. */
const HELD = `SELECT c.number, t.jwt AS token, c.standing, c.since, c.public_reason AS publicReason, c.successor,
  CASE WHEN gone.as_unknown THEN 'unknown' ELSE c.visibility END AS visibility
  FROM credential c LEFT JOIN token t ON t.number = c.number AND t.version = c.current_version
    LEFT JOIN erasure gone ON gone.number = c.number`

/** The records with these numbers, in no order; those that do not exist are simply absent. */
export async function heldByNumbers(db: D1Database, numbers: string[]): Promise<Held[]> {
  const found = await db
    .prepare(`${HELD} WHERE c.number IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(numbers))
    .all<Held>()
  return found.results
}

export async function currentByNumber(db: D1Database, number: string): Promise<Current | null> {
  const row = await db
    .prepare(
      `SELECT c.number, c.holder, c.record, c.current_version AS version, v.valid_from AS validFrom, c.standing,
         c.visibility, json_object('id', e.id, 'kind', e.kind, 'actor', e.actor, 'at', e.recorded_at) AS newest
       FROM credential c JOIN version v ON v.number = c.number AND v.version = c.current_version
         JOIN event e ON e.id = ${newestEvent('c.number')}
       WHERE c.number = ?1`,
    )
    .bind(number)
    .first<Omit<Current, 'record' | 'newest'> & { record: string; newest: string }>()
  if (!row) return null
  return {
    ...row,
    record: JSON.parse(row.record) as AwardRecord,
    newest: JSON.parse(row.newest) as Current['newest'],
  }
}

/** The token of one version, as it was stored. */
export async function tokenOf(db: D1Database, number: string, version: number): Promise<string | null> {
  const row = await db
    .prepare('SELECT jwt FROM token WHERE number = ?1 AND version = ?2')
    .bind(number, version)
    .first<{ jwt: string }>()
  return row?.jwt ?? null
}

/** Did we really sign a body with this digest under this number? */
export async function isOnFile(db: D1Database, number: string, bodyDigest: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 AS found FROM version WHERE number = ?1 AND body_digest = ?2')
    .bind(number, bodyDigest)
    .first()
  return row !== null
}

/** Office numbers to public numbers, for those of these that have a record. */
export async function numbersByOfficeNumber(
  db: D1Database,
  officeNumbers: string[],
): Promise<Map<string, string>> {
  const found = await db
    .prepare(
      'SELECT office_number AS office, number FROM credential WHERE office_number IN (SELECT value FROM json_each(?1))',
    )
    .bind(JSON.stringify(officeNumbers))
    .all<{ office: string; number: string }>()
  return new Map(found.results.map(({ office, number }) => [office, number]))
}

export function insertHolder(
  db: D1Database,
  id: string,
  { name, email, region, country }: AwardRecord,
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO holder (id, display_name, email, region, country, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
    )
    .bind(id, name.display, email ?? null, region ?? null, country ?? null, at)
}

export function insertCredential(db: D1Database, one: NewCredential): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO credential (number, holder, office_number, record, certified_on, expires_on, current_version,
         standing, since, public_reason, successor, visibility, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, 'link', ?11)`,
    )
    .bind(
      one.number,
      one.holder,
      one.officeNumber,
      JSON.stringify(one.record),
      one.record.certifiedOn,
      one.record.expiresOn,
      one.standing,
      one.since,
      one.publicReason,
      one.successor,
      one.at,
    )
}

/** A version and its token. A number that already has this version makes the whole batch fail. */
export function insertVersion(db: D1Database, one: NewVersion): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO version (number, version, valid_from, signed_at, body_digest, list, entry, standing)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
      )
      .bind(
        one.number,
        one.version,
        one.validFrom,
        one.signedAt,
        one.bodyDigest,
        one.list,
        one.entry,
        one.standing,
      ),
    db
      .prepare('INSERT INTO token (number, version, jwt) VALUES (?1, ?2, ?3)')
      .bind(one.number, one.version, one.jwt),
  ]
}

/**
 * Makes a version the newest one: the one before it and every view of that are superseded, and the facts, the
 * holder's among them, are those it was composed from.
 */
export function advanceTo(
  db: D1Database,
  number: string,
  version: number,
  record: AwardRecord,
): D1PreparedStatement[] {
  return [
    db
      .prepare("UPDATE version SET standing = 'superseded' WHERE number = ?1 AND version = ?2 - 1")
      .bind(number, version),
    db
      .prepare(
        'UPDATE credential SET current_version = ?2, record = ?3, certified_on = ?4, expires_on = ?5 WHERE number = ?1',
      )
      .bind(number, version, JSON.stringify(record), record.certifiedOn, record.expiresOn),
    db
      .prepare(
        `UPDATE holder SET display_name = ?2, email = ?3, region = ?4, country = ?5
         WHERE id = (SELECT holder FROM credential WHERE number = ?1)`,
      )
      .bind(number, record.name.display, record.email ?? null, record.region ?? null, record.country ?? null),
    moveViews(db, number, 'superseded'),
    keepNames(db, number, record),
  ]
}

/** Moves a record to another standing. */
export function moveStanding(
  db: D1Database,
  number: string,
  to: Standing,
  since: string | null,
  publicReason: string | null,
): D1PreparedStatement[] {
  // Withdrawing reaches every version; a hold only the newest, for the older ones stay superseded.
  const which =
    to === 'revoked' ? '' : 'AND version = (SELECT current_version FROM credential WHERE number = ?1)'
  return [
    db
      .prepare('UPDATE credential SET standing = ?2, since = ?3, public_reason = ?4 WHERE number = ?1')
      .bind(number, to, since, publicReason),
    db.prepare(`UPDATE version SET standing = ?2 WHERE number = ?1 ${which}`).bind(number, to),
    moveViews(db, number, to),
  ]
}

/** Who may see a record. */
export function setVisibility(db: D1Database, number: string, to: Visibility): D1PreparedStatement {
  return db.prepare('UPDATE credential SET visibility = ?2 WHERE number = ?1').bind(number, to)
}
