/** The people of the office, and their sessions. */
import type { Person } from '../roles.ts'

export interface Session extends Person {
  via: 'access' | 'link'
  beganAt: string
  seenAt: string
}

const PERSON = 'email, name, role'

export async function personByEmail(db: D1Database, email: string): Promise<Person | null> {
  return db
    .prepare(`SELECT ${PERSON} FROM staff WHERE email = ?1 AND active = 1`)
    .bind(email.toLowerCase())
    .first<Person>()
}

/** Did someone with this address work here once, and no longer? */
export async function hasLeft(db: D1Database, email: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 AS gone FROM staff WHERE email = ?1 AND active = 0')
    .bind(email.toLowerCase())
    .first()
  return row !== null
}

/** Adds a person, unless someone has this address already, active or not. */
export function addPerson(db: D1Database, { email, name, role }: Person, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO staff (email, name, role, created_at) SELECT ?1, ?2, ?3, ?4
       WHERE NOT EXISTS (SELECT 1 FROM staff WHERE email = ?1)`,
    )
    .bind(email.toLowerCase(), name, role, at)
}

/** The session of a cookie, while its person still works here. */
export async function sessionByDigest(db: D1Database, digest: string): Promise<Session | null> {
  return db
    .prepare(
      `SELECT p.email, p.name, p.role, s.via, s.began_at AS beganAt, s.seen_at AS seenAt
       FROM session s JOIN staff p ON p.email = s.email WHERE s.digest = ?1 AND p.active = 1`,
    )
    .bind(digest)
    .first<Session>()
}

export function insertSession(
  db: D1Database,
  digest: string,
  { email, via }: { email: string; via: Session['via'] },
  at: string,
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO session (digest, email, via, began_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?4)')
    .bind(digest, email.toLowerCase(), via, at)
}

export async function touchSession(db: D1Database, digest: string, at: string): Promise<void> {
  await db.prepare('UPDATE session SET seen_at = ?2 WHERE digest = ?1').bind(digest, at).run()
}

export function deleteSession(db: D1Database, digest: string): D1PreparedStatement {
  return db.prepare('DELETE FROM session WHERE digest = ?1').bind(digest)
}

/** Says that a sign-in link was used; a second time makes the whole batch fail. */
export function useLink(db: D1Database, digest: string, email: string, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO used_link (digest, email, used_at) VALUES (?1, ?2, ?3)')
    .bind(digest, email, at)
}

export async function isLinkUsed(db: D1Database, digest: string): Promise<boolean> {
  const row = await db.prepare('SELECT 1 AS used FROM used_link WHERE digest = ?1').bind(digest).first()
  return row !== null
}

export interface Colleague extends Person {
  active: boolean
  /** The last page of theirs, as far as sessions are kept. */
  seenAt: string | null
}

/** Everyone who ever worked here, those who do first. */
export async function everyone(db: D1Database): Promise<Colleague[]> {
  const found = await db
    .prepare(
      `SELECT ${PERSON}, active, (SELECT MAX(seen_at) FROM session s WHERE s.email = staff.email) AS seenAt
       FROM staff ORDER BY active DESC, name`,
    )
    .all<Omit<Colleague, 'active'> & { active: number }>()
  return found.results.map((one) => ({ ...one, active: one.active === 1 }))
}

/**
 * Gives a person another role, or lets them go or come back; their sessions end. Without an administrator left,
 * `role` becomes NULL, which it may not be, and the whole batch fails.
 */
export function changePerson(
  db: D1Database,
  email: string,
  { role, active }: { role: string; active: boolean },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE staff SET active = ?3, role = CASE
           WHEN (?2 = 'administrator' AND ?3 = 1)
             OR EXISTS (SELECT 1 FROM staff WHERE email <> ?1 AND role = 'administrator' AND active = 1)
           THEN ?2 END WHERE email = ?1`,
      )
      .bind(email, role, active ? 1 : 0),
    db.prepare('DELETE FROM session WHERE email = ?1').bind(email),
  ]
}
