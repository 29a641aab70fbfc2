/** Everything that the office keeps about one record, as the console shows it. */
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Visibility } from './credentials.ts'
import type { LetterState } from './outbox.ts'
import type { Event } from './register.ts'

export interface KeptVersion {
  version: number
  validFrom: string
  signedAt: string
  standing: Standing
  /** Null for a removed record. */
  jwt: string | null
}

export interface KeptEvent extends Event {
  id: number
}

export interface KeptLetter {
  id: number
  kind: string
  /** Null where it goes to the address on the record when it is sent. */
  address: string | null
  subject: string | null
  recordedAt: string
  sentAt: string | null
  state: LetterState
  /** Why it was not sent, where something is known. */
  error: string | null
}

/** Another record that seems to be of the same person. */
export interface Relative {
  number: string
  officeNumber: string | null
  name: string
  standing: Standing
}

export interface RecordFile {
  number: string
  holder: string
  officeNumber: string | null
  record: AwardRecord
  currentVersion: number
  standing: Standing
  since: string | null
  publicReason: string | null
  successor: string | null
  visibility: Visibility
  createdAt: string
  /** Oldest first. */
  versions: KeptVersion[]
  /** Oldest first. */
  events: KeptEvent[]
  /** Oldest first. */
  letters: KeptLetter[]
  /** Records whose public successor this one is. */
  replaces: string[]
  /** Of the same holder, or with the same address. */
  relatives: Relative[]
}

interface Row
  extends Omit<RecordFile, 'record' | 'versions' | 'events' | 'letters' | 'replaces' | 'relatives'> {
  record: string
}

/** Null for a number that nobody has. One trip to the database, whatever there is. */
export async function recordFile(db: D1Database, number: string): Promise<RecordFile | null> {
  const asked = (sql: string) => db.prepare(sql).bind(number)
  const answers = await db.batch([
    asked(
      `SELECT number, holder, office_number AS officeNumber, record, current_version AS currentVersion, standing, since,
         public_reason AS publicReason, successor, visibility, created_at AS createdAt
       FROM credential WHERE number = ?1`,
    ),
    asked(
      `SELECT v.version, v.valid_from AS validFrom, v.signed_at AS signedAt, v.standing, t.jwt
       FROM version v LEFT JOIN token t ON t.number = v.number AND t.version = v.version
       WHERE v.number = ?1 ORDER BY v.version`,
    ),
    asked(
      `SELECT id, number, kind, effective_on AS effectiveOn, recorded_at AS recordedAt, actor, reason, detail
       FROM event WHERE number = ?1 ORDER BY id`,
    ),
    asked(
      `SELECT id, kind, address, subject, recorded_at AS recordedAt, sent_at AS sentAt, state, last_error AS error
       FROM outbox WHERE number = ?1 ORDER BY id`,
    ),
    asked('SELECT number FROM credential WHERE successor = ?1 ORDER BY number'),
    asked(
      `SELECT c.number, c.office_number AS officeNumber, c.record ->> '$.name.display' AS name, c.standing
       FROM credential c JOIN credential own ON own.number = ?1
       WHERE c.number <> own.number AND c.visibility <> 'erased'
         AND (c.holder = own.holder OR lower(c.record ->> '$.email') = lower(own.record ->> '$.email'))
       ORDER BY c.certified_on LIMIT 20`,
    ),
  ])
  const rows = <T>(i: number) => (answers[i]?.results ?? []) as T[]
  const [row] = rows<Row>(0)
  if (!row) return null
  return {
    ...row,
    record: JSON.parse(row.record) as AwardRecord,
    versions: rows<KeptVersion>(1),
    events: rows<KeptEvent & { detail: string }>(2).map((event) => ({
      ...event,
      detail: JSON.parse(event.detail) as Record<string, unknown>,
    })),
    letters: rows<KeptLetter>(3),
    replaces: rows<{ number: string }>(4).map((one) => one.number),
    relatives: rows<Relative>(5),
  }
}
