/** The keys of the office's programs. The keys themselves are nowhere: only their digests. */
import type { Person } from '../roles.ts'
import type { Scope } from '../scopes.ts'

/** A key as lists show it. */
export interface ApiKey extends Person {
  id: string
  label: string
  scopes: Scope[]
  dailyCap: number
  lastDay: string
  madeBy: string
  madeAt: string
  /** Null until its person has been shown it. */
  shownAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
  revokedBy: string | null
  /** Does its person work here? */
  active: boolean
  /** Acts asked for today. */
  today: number
}

type Raw = Omit<ApiKey, 'scopes' | 'active'> & { scopes: string; active: number }

const KEYS = `SELECT k.id, k.digest, k.email, p.name, p.role, p.active, k.label, k.scopes, k.daily_cap AS dailyCap,
    k.last_day AS lastDay, k.made_by AS madeBy, k.made_at AS madeAt, k.shown_at AS shownAt,
    k.last_used_at AS lastUsedAt, k.revoked_at AS revokedAt, k.revoked_by AS revokedBy, COALESCE(d.acts, 0) AS today
  FROM api_key k JOIN staff p ON p.email = k.email LEFT JOIN api_key_day d ON d.key = k.id AND d.day = ?1`

function asKey<T extends Raw>({ scopes, active, ...rest }: T) {
  return { ...rest, scopes: JSON.parse(scopes) as Scope[], active: active === 1 }
}

/**
 * @param day today, UTC
 * @param email whose; everyone's without
 */
export async function apiKeys(db: D1Database, day: string, email?: string): Promise<ApiKey[]> {
  const found = await db
    .prepare(
      `${KEYS} WHERE ?2 IS NULL OR k.email = ?2 ORDER BY k.revoked_at IS NOT NULL, k.made_at DESC, k.id`,
    )
    .bind(day, email ?? null)
    .all<Raw & { digest: string | null }>()
  return found.results.map(({ digest: _, ...raw }) => asKey(raw))
}

export async function apiKeyById(
  db: D1Database,
  id: string,
  day: string,
): Promise<(ApiKey & { digest: string | null }) | null> {
  const found = await db
    .prepare(`${KEYS} WHERE k.id = ?2`)
    .bind(day, id)
    .first<Raw & { digest: string | null }>()
  return found && asKey(found)
}

export type NewKey = Pick<
  ApiKey,
  'id' | 'email' | 'label' | 'scopes' | 'dailyCap' | 'lastDay' | 'madeBy' | 'madeAt'
>

export function insertKey(db: D1Database, key: NewKey): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO api_key (id, email, label, scopes, daily_cap, last_day, made_by, made_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(
      key.id,
      key.email,
      key.label,
      JSON.stringify(key.scopes),
      key.dailyCap,
      key.lastDay,
      key.madeBy,
      key.madeAt,
    )
}

/** Fails, and the whole batch with it, when the key was shown before (but to the same click, a moment ago). */
export function showKey(
  db: D1Database,
  id: string,
  { digest, request, at }: { digest: string; request: string; at: string },
): D1PreparedStatement {
  return db
    .prepare('UPDATE api_key SET digest = ?2, shown_request = ?3, shown_at = ?4 WHERE id = ?1')
    .bind(id, digest, request, at)
}

/** Fails, and the whole batch with it, when it is revoked already. */
export function revokeKey(db: D1Database, id: string, by: string, at: string): D1PreparedStatement {
  return db.prepare('UPDATE api_key SET revoked_at = ?3, revoked_by = ?2 WHERE id = ?1').bind(id, by, at)
}

/** Every key of a person. */
export function revokeKeysOf(db: D1Database, email: string, by: string, at: string): D1PreparedStatement {
  return db
    .prepare('UPDATE api_key SET revoked_at = ?3, revoked_by = ?2 WHERE email = ?1 AND revoked_at IS NULL')
    .bind(email, by, at)
}

/** Counts acts of a day. Beyond the cap `acts` becomes NULL, which it may not be, and the whole batch fails. */
export function countActs(
  db: D1Database,
  { id, dailyCap }: { id: string; dailyCap: number },
  day: string,
  acts: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO api_key_day (key, day, acts) VALUES (?1, ?2, CASE WHEN ?3 <= ?4 THEN ?3 END)
       ON CONFLICT DO UPDATE SET acts = CASE WHEN acts + ?3 <= ?4 THEN acts + ?3 END`,
    )
    .bind(id, day, acts, dailyCap)
}

export async function touchKey(db: D1Database, id: string, at: string): Promise<void> {
  await db.prepare('UPDATE api_key SET last_used_at = ?2 WHERE id = ?1').bind(id, at).run()
}
