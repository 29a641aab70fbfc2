/** Mail that is due: written in the batch that makes it due, sent by `services/deliver.ts`. */

/** What became of a letter; the migration says what each means. */
export const letterStates = ['due', 'sent', 'kept', 'failed', 'came-back', 'no-address', 'dropped'] as const
export type LetterState = (typeof letterStates)[number]

/** A letter about a record, composed of its kind and its record when it is sent, to the holder's address of then. */
export function postMail(db: D1Database, kind: string, number: string, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO outbox (kind, number, recorded_at) VALUES (?1, ?2, ?3)')
    .bind(kind, number, at)
}

export interface Letter {
  kind: string
  /** The record that it is about; empty for none. */
  number: string
  address: string
  subject: string
  body: string
}

/** A letter that says exactly this, to exactly this address. */
export function postLetter(db: D1Database, letter: Letter, at: string): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO outbox (kind, number, address, subject, body, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
    )
    .bind(letter.kind, letter.number, letter.address, letter.subject, JSON.stringify(letter.body), at)
}

/** A letter that someone is sending just now. */
export interface Claimed {
  id: number
  kind: string
  number: string
  recordedAt: string
  /** This attempt, from 1: whoever claims it later has a higher one. */
  tries: number
  /** Of a letter that says exactly this; null for one that is composed. */
  address: string | null
  subject: string | null
  body: string | null
}

/**
 * Takes the next letter that is due, and nobody else can until `lease`. Letters about one record go out in their order,
 * but for a code, for which somebody waits: it goes before all else.
 * One statement, so two runs at once never take the same letter.
 * @returns null when none is due
 */
export async function claimNext(db: D1Database, now: string, lease: string): Promise<Claimed | null> {
  const row = await db
    .prepare(
      `UPDATE outbox SET tries = tries + 1, next_try_at = ?2
       WHERE id = (
         SELECT o.id FROM outbox o
         WHERE o.state = 'due' AND (o.next_try_at IS NULL OR o.next_try_at <= ?1)
           AND (o.kind = 'my-code' OR NOT EXISTS (
             SELECT 1 FROM outbox e WHERE o.number <> '' AND e.number = o.number AND e.id < o.id AND e.state = 'due'
               AND e.kind <> 'my-code'))
         ORDER BY o.kind <> 'my-code', o.id LIMIT 1)
       RETURNING id, kind, number, recorded_at AS recordedAt, tries, address, subject, body`,
    )
    .bind(now, lease)
    .first<Claimed>()
  return row && { ...row, body: opened(row.body) }
}

export interface Settlement {
  state: LetterState
  /** What was sent, and where to. */
  address: string | null
  subject: string | null
  body: string | null
  messageId?: string
  error?: string
}

/** Says what became of a claimed letter, unless someone else has claimed it since. */
export async function settle(db: D1Database, one: Claimed, to: Settlement, at: string): Promise<boolean> {
  const done = await db
    .prepare(
      `UPDATE outbox SET state = ?3, address = ?4, subject = ?5, body = ?6, message_id = ?7, last_error = ?8,
         settled_at = ?9, sent_at = CASE WHEN ?3 = 'sent' THEN ?9 END, next_try_at = NULL
       WHERE id = ?1 AND tries = ?2 AND state = 'due'`,
    )
    .bind(
      one.id,
      one.tries,
      to.state,
      to.address,
      to.subject,
      to.body === null ? null : JSON.stringify(to.body),
      to.messageId ?? null,
      to.error ?? null,
      at,
    )
    .run()
  return done.meta.changes === 1
}

/** Puts a claimed letter off. @param tries how often it counts as tried: one less where the fault was not the letter's */
export async function postpone(
  db: D1Database,
  one: Claimed,
  { until, error, tries }: { until: string; error: string; tries: number },
): Promise<void> {
  await db
    .prepare(
      `UPDATE outbox SET next_try_at = ?3, last_error = ?4, tries = ?5
       WHERE id = ?1 AND tries = ?2 AND state = 'due'`,
    )
    .bind(one.id, one.tries, until, error, tries)
    .run()
}

/** What a mail service tells later of a message that it had taken. */
export interface ComeBack {
  messageId: string
  address: string
  subject: string
  why: string
}

/**
 * Marks a sent letter as come back: the one with this message's id, in brackets or not, or else the newest to this address
 * with this subject. Told twice, it changes nothing more.
 * @returns whether there was one
 */
export async function markComeBack(db: D1Database, told: ComeBack, at: string): Promise<boolean> {
  const done = await db
    .prepare(
      `UPDATE outbox SET state = 'came-back', last_error = ?4, settled_at = ?5
       WHERE state = 'sent' AND id = COALESCE(
         (SELECT id FROM outbox WHERE message_id IN (?1, '<' || ?1 || '>')),
         (SELECT MAX(id) FROM outbox WHERE state = 'sent' AND lower(address) = lower(?2) AND subject = ?3))`,
    )
    .bind(told.messageId, told.address, told.subject, told.why, at)
    .run()
  return done.meta.changes === 1
}

/** A body as it is kept: JSON text, for it has lines. */
export function opened(body: string | null): string | null {
  return body === null ? null : (JSON.parse(body) as string)
}
