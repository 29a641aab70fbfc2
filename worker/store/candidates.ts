/** Records that a request may be about. */
import type { HolderName } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Visibility } from './credentials.ts'

export interface CandidateRow {
  number: string
  officeNumber: string | null
  name: HolderName
  email: string | null
  certifiedOn: string
  expiresOn: string
  standing: Standing
  visibility: Visibility
}

/** What is known of whom a request is about. */
export interface Clues {
  number: string | null
  officeNumber: string | null
  /** In small letters. */
  emails: string[]
  /** Patterns of LIKE, at most 50 bytes each; one that is found makes a name worth comparing. */
  namePatterns: string[]
}

const MOST = 300

/** Every record to which a clue leads, the surest first; names are only pre-sorted here. */
export async function recordsByClues(db: D1Database, clues: Clues): Promise<CandidateRow[]> {
  const found = await db
    .prepare(
      `SELECT c.number, c.office_number AS officeNumber, c.record ->> '$.name' AS name, h.email,
         c.certified_on AS certifiedOn, c.expires_on AS expiresOn, c.standing, c.visibility
       FROM credential c JOIN holder h ON h.id = c.holder
       WHERE c.visibility <> 'erased' AND (c.number = ?1 OR c.office_number = ?2
         OR lower(h.email) IN (SELECT value FROM json_each(?3))
         OR EXISTS (SELECT 1 FROM json_each(?4) p WHERE c.record ->> '$.name' LIKE p.value))
       ORDER BY c.number = ?1 DESC, c.office_number = ?2 DESC,
         lower(h.email) IN (SELECT value FROM json_each(?3)) DESC LIMIT ?5`,
    )
    .bind(
      clues.number,
      clues.officeNumber,
      JSON.stringify(clues.emails),
      JSON.stringify(clues.namePatterns),
      MOST,
    )
    .all<Omit<CandidateRow, 'name'> & { name: string }>()
  return found.results.map((row) => ({ ...row, name: JSON.parse(row.name) as HolderName }))
}
