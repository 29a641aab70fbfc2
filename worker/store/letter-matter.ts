/** What a letter is about: the record as it is now, and what happened when the letter became due. */
import type { Day } from '../../shared/dates.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Visibility } from './credentials.ts'

export interface Matter {
  holder: string
  record: AwardRecord
  standing: Standing
  visibility: Visibility
  publicReason: string | null
  createdAt: string
  /** The holder's address on file. */
  email: string | null
  /** Of the event that made it due; null where none did. */
  effectiveOn: Day | null
  reason: string | null
  /** Of a reminder: the last day of the term that it speaks of. */
  remindedOf: Day | null
  /** Of a removal: the instant at which it is carried out. */
  removedAt: string | null
}

/**
 * A letter was posted in the batch of its event or reminder, so both have the same time.
 * @returns null when there is no such record
 */
export async function matterOf(
  db: D1Database,
  { kind, number, recordedAt }: { kind: string; number: string; recordedAt: string },
): Promise<Matter | null> {
  const row = await db
    .prepare(
      `SELECT c.holder, c.record, c.standing, c.visibility, c.public_reason AS publicReason, c.created_at AS createdAt, h.email,
         e.effective_on AS effectiveOn, e.reason, r.expires_on AS remindedOf,
         gone.due_at AS removedAt
       FROM credential c JOIN holder h ON h.id = c.holder
         LEFT JOIN event e ON e.id = (SELECT id FROM event WHERE number = c.number AND recorded_at = ?2
           ORDER BY kind = ?3 DESC, id DESC LIMIT 1)
         LEFT JOIN reminder r ON r.number = c.number AND r.kind = ?3 AND r.recorded_at = ?2
         LEFT JOIN removal gone ON gone.number = c.number AND gone.asked_at = ?2
       WHERE c.number = ?1`,
    )
    .bind(number, recordedAt, kind)
    .first<Omit<Matter, 'record'> & { record: string }>()
  return row && { ...row, record: JSON.parse(row.record) as AwardRecord }
}
