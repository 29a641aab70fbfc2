/** Who may see a record, as its holder has it; and the directory of those who want to be found. */
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Visibility } from './credentials.ts'

export interface Sight {
  visibility: Visibility
  standing: Standing
  /** Listed with the state it is in. */
  listsRegion: boolean
  /** Replaced by a record in the holder's new name: nothing may join the two. */
  renamed: boolean
  /** Its removal was asked for, and waits. */
  leaving: boolean
}

/** @returns null for a number that nobody has */
export async function sightOf(db: D1Database, number: string): Promise<Sight | null> {
  const row = await db
    .prepare(
      `SELECT visibility, standing, lists_region AS listsRegion, EXISTS (SELECT 1 FROM event e
         WHERE e.number = c.number AND e.kind = 'superseded' AND e.detail ->> '$.renamedTo' IS NOT NULL) AS renamed,
         EXISTS (SELECT 1 FROM removal r WHERE r.number = c.number AND r.state = 'waiting') AS leaving
       FROM credential c WHERE number = ?1`,
    )
    .bind(number)
    .first<
      Pick<Sight, 'visibility' | 'standing'> & { listsRegion: number; renamed: number; leaving: number }
    >()
  return (
    row && {
      ...row,
      listsRegion: row.listsRegion === 1,
      renamed: row.renamed === 1,
      leaving: row.leaving === 1,
    }
  )
}

/**
 * Lets others see a record from now on. Where it is no longer as it was when this was decided (another choice, another
 * standing, a removal that waits), `visibility` becomes NULL, which it may not be, and the whole batch fails.
 */
export function moveVisibility(
  db: D1Database,
  number: string,
  before: Pick<Sight, 'visibility' | 'standing'>,
  to: { visibility: Visibility; listsRegion: boolean },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE credential SET lists_region = ?5, visibility = CASE WHEN visibility = ?2 AND standing = ?3
         AND NOT EXISTS (SELECT 1 FROM removal WHERE number = ?1 AND state = 'waiting') THEN ?4 END
       WHERE number = ?1`,
    )
    .bind(number, before.visibility, before.standing, to.visibility, to.listsRegion ? 1 : 0)
}

/** A record in a new name is seen by whom the one before it was seen. */
export function copyVisibility(db: D1Database, from: string, to: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE credential SET (visibility, lists_region) =
         (SELECT visibility, lists_region FROM credential WHERE number = ?1) WHERE number = ?2`,
    )
    .bind(from, to)
}

/** Makes a record private; of what is "as if unknown", nobody learns now that there is something. */
export function makePrivate(db: D1Database, number: string): D1PreparedStatement {
  return db
    .prepare("UPDATE credential SET visibility = 'withheld' WHERE number = ?1 AND visibility <> 'unknown'")
    .bind(number)
}

/** The same for a replaced record, which is listed no more. */
export function hideReplaced(db: D1Database, number: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE credential SET visibility = CASE visibility WHEN 'unknown' THEN 'unknown' ELSE 'withheld' END,
         lists_region = 0 WHERE number = ?1`,
    )
    .bind(number)
}

/** How often something happened to a record since an instant. */
export async function timesSince(
  db: D1Database,
  number: string,
  kind: string,
  since: string,
): Promise<number> {
  const count = await db
    .prepare('SELECT COUNT(*) AS n FROM event WHERE number = ?1 AND kind = ?2 AND recorded_at > ?3')
    .bind(number, kind, since)
    .first<number>('n')
  return count ?? 0
}

export interface ListedRecord {
  number: string
  name: AwardRecord['name']
  areas: Pick<AwardRecord['areas'][number], 'set'>[]
  expiresOn: string
  /** Null unless its holder lists it, too, or where none is on file. */
  region: string | null
  country: string | null
}

/** More than the programme has holders; a longer directory would be looked through in the database. */
const MOST = 5000

/** Every record whose holder wants to be found, as long as it is in good standing. */
export async function listedRecords(db: D1Database): Promise<ListedRecord[]> {
  const found = await db
    .prepare(
      `SELECT number, record -> '$.name' AS name, record -> '$.areas' AS areas, expires_on AS expiresOn,
         CASE WHEN lists_region = 1 THEN record ->> '$.region' END AS region,
         CASE WHEN lists_region = 1 THEN record ->> '$.country' END AS country
       FROM credential WHERE visibility = 'listed' AND standing = 'good' LIMIT ?1`,
    )
    .bind(MOST)
    .all<Omit<ListedRecord, 'name' | 'areas'> & { name: string; areas: string }>()
  return found.results.map(({ name, areas, ...row }) => ({
    ...row,
    name: JSON.parse(name) as ListedRecord['name'],
    areas: JSON.parse(areas) as ListedRecord['areas'],
  }))
}
