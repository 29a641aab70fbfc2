/** What was answered to a request that may be sent again. */

export interface Remembered {
  bodyDigest: string
  status: number
  /** JSON. */
  answer: string
}

export async function remembered(db: D1Database, scope: string, key: string): Promise<Remembered | null> {
  return db
    .prepare(
      'SELECT body_digest AS bodyDigest, status, answer FROM idempotency WHERE scope = ?1 AND key = ?2',
    )
    .bind(scope, key)
    .first<Remembered>()
}

/** Goes into the batch of the act itself; a second batch with the same key fails as a whole. */
export function remember(
  db: D1Database,
  scope: string,
  key: string,
  { bodyDigest, status, answer }: Remembered,
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO idempotency (scope, key, body_digest, status, answer, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)',
    )
    .bind(scope, key, bodyDigest, status, answer, at)
}
