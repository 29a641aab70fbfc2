/** How holders come in: the secret links of letters, the codes that are mailed, and their sessions. */

export interface HolderSession {
  holder: string
  beganAt: string
  seenAt: string
}

export interface NewLink {
  digest: string
  holder: string
  at: string
  /** The address that its letter goes to: if another is on file by now, there will be no such link. */
  address?: string
}

/** @param unusedSince links of the holder that let nobody in since are deleted */
export function insertHolderLink(
  db: D1Database,
  { digest, holder, at, address }: NewLink,
  unusedSince: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare('DELETE FROM holder_link WHERE holder = ?1 AND COALESCE(used_at, made_at) <= ?2')
      .bind(holder, unusedSince),
    db
      .prepare(
        `INSERT INTO holder_link (digest, holder, made_at)
         SELECT ?1, id, ?3 FROM holder WHERE id = ?2 AND (?4 IS NULL OR email = ?4)`,
      )
      .bind(digest, holder, at, address ?? null),
  ]
}

/**
 * Whose link it is; null for one that nobody has, or no longer.
 * @param unusedSince one that let nobody in since works no more
 */
export async function holderOfLink(
  db: D1Database,
  digest: string,
  unusedSince: string,
): Promise<string | null> {
  const row = await db
    .prepare('SELECT holder FROM holder_link WHERE digest = ?1 AND COALESCE(used_at, made_at) > ?2')
    .bind(digest, unusedSince)
    .first<{ holder: string }>()
  return row?.holder ?? null
}

/** Notes that a link let somebody in just now. */
export function touchHolderLink(db: D1Database, digest: string, at: string): D1PreparedStatement {
  return db.prepare('UPDATE holder_link SET used_at = ?2 WHERE digest = ?1').bind(digest, at)
}

/** Ends every way in of a holder: links, codes and sessions. */
export function deleteHolderAccess(db: D1Database, holder: string): D1PreparedStatement[] {
  return deleteAccess(db, '(SELECT ?1)', holder)
}

/** The same for everyone who has this holder's address: any of them comes to all of their records. */
export function deleteAccessOfAddress(db: D1Database, holder: string): D1PreparedStatement[] {
  return deleteAccess(
    db,
    `(SELECT ?1 UNION SELECT id FROM holder
      WHERE lower(email) = (SELECT lower(email) FROM holder WHERE id = ?1))`,
    holder,
  )
}

function deleteAccess(db: D1Database, holders: string, holder: string): D1PreparedStatement[] {
  return [
    `DELETE FROM holder_link WHERE holder IN ${holders}`,
    `DELETE FROM holder_session WHERE holder IN ${holders}`,
    `DELETE FROM holder_code WHERE number IN (SELECT number FROM credential WHERE holder IN ${holders})`,
  ].map((sql) => db.prepare(sql).bind(holder))
}

export interface Asked {
  ask: string
  number: string
  digest: string
  at: string
}

/**
 * Keeps a code and, where its number is on file with an address, the letter that carries it: the same statements
 * whatever there is, so that neither answer nor time tells.
 * @param limits codes before `forget` are deleted; of a number there may be `most` since `since`, and `inAll` of the rest
 */
export function keepCode(
  db: D1Database,
  { ask, number, digest, at }: Asked,
  letter: { subject: string; body: string },
  { since, most, forget, inAll }: { since: string; most: number; forget: string; inAll: number },
): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM holder_code WHERE made_at < ?1').bind(forget),
    db
      .prepare(
        `INSERT INTO holder_code (ask, number, digest, made_at) SELECT ?1, ?2, ?3, ?4
         WHERE (SELECT COUNT(*) FROM holder_code WHERE number = ?2 AND made_at > ?5) < ?6
           AND (SELECT COUNT(*) FROM holder_code WHERE number = ?2) < ?7`,
      )
      .bind(ask, number, digest, at, since, most, inAll),
    db
      .prepare(
        `INSERT INTO outbox (kind, number, subject, body, recorded_at) SELECT 'my-code', c.number, ?3, ?4, ?5
         FROM credential c JOIN holder h ON h.id = c.holder
         WHERE c.number = ?1 AND h.email IS NOT NULL AND c.visibility <> 'erased'
           AND EXISTS (SELECT 1 FROM holder_code WHERE ask = ?2)`,
      )
      .bind(number, ask, letter.subject, JSON.stringify(letter.body), at),
  ]
}

/**
 * Counts one try, and tells whether it was the right one: right, made after `since`, of no more than `most` tries.
 * A code that was right is used up.
 * @returns the number that it was asked for, or null
 */
export async function tryCode(
  db: D1Database,
  ask: string,
  digest: string,
  { since, most }: { since: string; most: number },
): Promise<string | null> {
  const row = await db
    .prepare(
      `UPDATE holder_code SET tries = CASE WHEN digest = ?2 THEN ?4 ELSE tries + 1 END
       WHERE ask = ?1 AND made_at > ?3 AND tries < ?4 RETURNING number, digest`,
    )
    .bind(ask, digest, since, most)
    .first<{ number: string; digest: string }>()
  return row?.digest === digest ? row.number : null
}

/** @param over sessions that began before are deleted */
export function insertHolderSession(
  db: D1Database,
  { digest, holder, at }: { digest: string; holder: string; at: string },
  over: string,
): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM holder_session WHERE began_at < ?1').bind(over),
    db
      .prepare('INSERT INTO holder_session (digest, holder, began_at, seen_at) VALUES (?1, ?2, ?3, ?3)')
      .bind(digest, holder, at),
  ]
}

export async function holderSession(db: D1Database, digest: string): Promise<HolderSession | null> {
  return db
    .prepare('SELECT holder, began_at AS beganAt, seen_at AS seenAt FROM holder_session WHERE digest = ?1')
    .bind(digest)
    .first<HolderSession>()
}

export async function touchHolderSession(db: D1Database, digest: string, at: string): Promise<void> {
  await db.prepare('UPDATE holder_session SET seen_at = ?2 WHERE digest = ?1').bind(digest, at).run()
}

export function deleteHolderSession(db: D1Database, digest: string): D1PreparedStatement {
  return db.prepare('DELETE FROM holder_session WHERE digest = ?1').bind(digest)
}

/** The numbers of a holder, and of whoever else has the same address on file; newest award first. */
export async function numbersOfHolder(db: D1Database, holder: string): Promise<string[]> {
  const found = await db
    .prepare(
      `SELECT c.number FROM credential c JOIN holder h ON h.id = c.holder
       WHERE c.visibility <> 'erased'
         AND (h.id = ?1 OR lower(h.email) = (SELECT lower(email) FROM holder WHERE id = ?1))
       ORDER BY c.certified_on DESC, c.created_at DESC, c.number`,
    )
    .bind(holder)
    .all<{ number: string }>()
  return found.results.map(({ number }) => number)
}

/** Whose record it is; null for one that nobody has. */
export async function holderOfNumber(db: D1Database, number: string): Promise<string | null> {
  const row = await db
    .prepare("SELECT holder FROM credential WHERE number = ?1 AND visibility <> 'erased'")
    .bind(number)
    .first<{ holder: string }>()
  return row?.holder ?? null
}

/** When the holder dismissed what their first visit says; null until then. */
export async function toldAt(db: D1Database, holder: string): Promise<string | null> {
  const row = await db
    .prepare('SELECT told_at AS at FROM holder WHERE id = ?1')
    .bind(holder)
    .first<{ at: string | null }>()
  return row?.at ?? null
}

export async function keepTold(db: D1Database, holder: string, at: string): Promise<void> {
  await db.prepare('UPDATE holder SET told_at = ?2 WHERE id = ?1 AND told_at IS NULL').bind(holder, at).run()
}
