/** Records that may be one person's, told from the few facts that tell people apart. */
import type { HolderName } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'

export interface Known {
  number: string
  officeNumber: string | null
  standing: Standing
  /** Where mail goes today. */
  email: string | null
  name: HolderName
  region: string | null
  certifiedOn: string
  expiresOn: string
}

/** What leads to a record. */
export interface Clues {
  /** Records that lead there by their names. */
  numbers: string[]
  /** In small letters. */
  emails: string[]
  officeNumber?: string
}

/** Every record to which a clue leads. */
export async function recordsByClues(
  db: D1Database,
  { numbers, emails, officeNumber }: Clues,
): Promise<Known[]> {
  const found = await db
    .prepare(
      `SELECT c.number, c.office_number AS officeNumber, c.standing, h.email, c.record ->> '$.name' AS name, h.region,
         c.certified_on AS certifiedOn, c.expires_on AS expiresOn
       FROM credential c JOIN holder h ON h.id = c.holder
       WHERE c.visibility <> 'erased' AND (c.number IN (SELECT value FROM json_each(?1)) OR c.office_number = ?2
         OR lower(h.email) IN (SELECT value FROM json_each(?3)))
       ORDER BY c.number`,
    )
    .bind(JSON.stringify(numbers), officeNumber ?? null, JSON.stringify(emails))
    .all<Omit<Known, 'name'> & { name: string }>()
  return found.results.map((one) => ({ ...one, name: JSON.parse(one.name) as HolderName }))
}
