/** Letters as the office looks at them, and what it does about one. */
import { type LetterState, opened } from './outbox.ts'

export interface LetterLine {
  id: number
  kind: string
  /** Empty when it is about no record. */
  number: string
  /** The holder's name; null when it is about no record, or about one that was removed. */
  name: string | null
  recordedAt: string
  state: LetterState
  /** Where it went or goes; null where there is no address. */
  address: string | null
  subject: string | null
  tries: number
  nextTryAt: string | null
  settledAt: string | null
  lastError: string | null
}

export interface KeptLetter extends LetterLine {
  body: string | null
  /** The holder's address as it is on file now. */
  onFile: string | null
}

/** Of a removed record nothing of the holder is told that may still be on file. */
const told = (what: string) => `CASE WHEN c.visibility <> 'erased' THEN ${what} END`
const LINE = `o.id, o.kind, o.number, ${told("c.record ->> '$.name.display'")} AS name, o.recorded_at AS recordedAt, o.state,
  COALESCE(o.address, ${told('h.email')}) AS address, o.subject, o.tries, o.next_try_at AS nextTryAt,
  o.settled_at AS settledAt, o.last_error AS lastError`
const FROM = `FROM outbox o LEFT JOIN credential c ON c.number = o.number LEFT JOIN holder h ON h.id = c.holder`

/** The newest first; one more than `size` says that there is another page. */
export async function listLetters(
  db: D1Database,
  states: readonly LetterState[],
  { page, size }: { page: number; size: number },
): Promise<LetterLine[]> {
  const found = await db
    .prepare(
      `SELECT ${LINE} ${FROM} WHERE o.state IN (SELECT value FROM json_each(?1))
       ORDER BY o.id DESC LIMIT ?2 + 1 OFFSET ?3`,
    )
    .bind(JSON.stringify(states), size, (page - 1) * size)
    .all<LetterLine>()
  return found.results
}

/** How many letters are in each state; those in none are absent. */
export async function countLetters(db: D1Database): Promise<Partial<Record<LetterState, number>>> {
  const found = await db
    .prepare('SELECT state, COUNT(*) AS n FROM outbox GROUP BY state')
    .all<{ state: LetterState; n: number }>()
  return Object.fromEntries(found.results.map(({ state, n }) => [state, n]))
}

export interface MailTroubles {
  failed: number
  cameBack: number
  noAddress: number
  /** Tried, and to be tried again. */
  waiting: number
}

/** What needs someone: for the day's first page. */
export async function mailTroubles(db: D1Database): Promise<MailTroubles> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) FILTER (WHERE state = 'failed') AS failed,
         COUNT(*) FILTER (WHERE state = 'came-back') AS cameBack,
         COUNT(*) FILTER (WHERE state = 'no-address') AS noAddress,
         COUNT(*) FILTER (WHERE state = 'due' AND last_error IS NOT NULL) AS waiting
       FROM outbox WHERE state IN ('failed', 'came-back', 'no-address', 'due')`,
    )
    .first<MailTroubles>()
  return row as MailTroubles
}

export async function letterById(db: D1Database, id: number): Promise<KeptLetter | null> {
  const row = await db
    .prepare(`SELECT ${LINE}, o.body, ${told('h.email')} AS onFile ${FROM} WHERE o.id = ?1`)
    .bind(id)
    .first<KeptLetter>()
  return row && { ...row, body: opened(row.body) }
}

/**
 * Moves a letter from one state to another; if it is no longer in the first, `state` becomes NULL, which it may not be,
 * and the whole batch fails.
 */
export function moveLetter(
  db: D1Database,
  id: number,
  { from, to, why, at }: { from: LetterState; to: LetterState; why: string | null; at: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = CASE WHEN state = ?2 THEN ?3 END, last_error = ?4, settled_at = ?5
       WHERE id = ?1`,
    )
    .bind(id, from, to, why, at)
}

/**
 * Makes a letter that did not arrive due again, with the same guard as `moveLetter`.
 * @param anew compose it anew, for the address on file by then; otherwise it goes as it was written
 */
export function postAgain(
  db: D1Database,
  id: number,
  { from, anew }: { from: LetterState; anew: boolean },
): D1PreparedStatement {
  const cleared = anew ? ', address = NULL, subject = NULL, body = NULL' : ''
  return db
    .prepare(
      `UPDATE outbox SET state = CASE WHEN state = ?2 THEN 'due' END, tries = 0, next_try_at = NULL,
         settled_at = NULL, sent_at = NULL, message_id = NULL, last_error = NULL${cleared} WHERE id = ?1`,
    )
    .bind(id, from)
}

/**
 * Posts it once more.
 * @param anew about the same event, and composed when it is sent, for the address of then: what it said may be so no
 *   longer. Otherwise the same text to the same address
 */
export function postCopy(db: D1Database, id: number, anew: boolean, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO outbox (kind, number, recorded_at, address, subject, body)
       SELECT kind, number, CASE WHEN ?3 THEN recorded_at ELSE ?2 END, CASE WHEN NOT ?3 THEN address END,
         CASE WHEN NOT ?3 THEN subject END, CASE WHEN NOT ?3 THEN body END FROM outbox WHERE id = ?1`,
    )
    .bind(id, at, anew ? 1 : 0)
}
