/** Records that may be one person's, told from the few facts that tell people apart. */
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'

export interface Known {
  number: string
  officeNumber: string | null
  standing: Standing
  record: AwardRecord
}

/** Every name that a record shows, and nothing else of it: SQLite cannot fold names, so they are sifted outside. */
export async function everyName(db: D1Database): Promise<{ number: string; names: string }[]> {
  const found = await db
    .prepare(
      `SELECT number, concat_ws(char(10), record ->> '$.name.display', record ->> '$.name.native',
         record ->> '$.name.former') AS names
       FROM credential WHERE visibility <> 'erased'`,
    )
    .all<{ number: string; names: string }>()
  return found.results
}

/** The records with these numbers, and those with this address or this office number. */
export async function recordsOf(
  db: D1Database,
  { numbers, email, officeNumber }: { numbers: string[]; email?: string; officeNumber?: string },
): Promise<Known[]> {
  const found = await db
    .prepare(
      `SELECT c.number, c.office_number AS officeNumber, c.standing, c.record FROM credential c
       WHERE c.visibility <> 'erased'
         AND (c.number IN (SELECT value FROM json_each(?1)) OR c.office_number = ?3 OR lower(c.record ->> '$.email') = ?2)
       ORDER BY c.number`,
    )
    .bind(JSON.stringify(numbers), email?.toLowerCase() ?? null, officeNumber ?? null)
    .all<Omit<Known, 'record'> & { record: string }>()
  return found.results.map((one) => ({ ...one, record: JSON.parse(one.record) as AwardRecord }))
}
