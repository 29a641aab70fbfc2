/** The addresses at which holders are reached. */

export async function addressOf(db: D1Database, holder: string): Promise<string | null> {
  const row = await db
    .prepare('SELECT email FROM holder WHERE id = ?1')
    .bind(holder)
    .first<{ email: string | null }>()
  return row?.email ?? null
}

/**
 * Gives a holder another address: for mail at once, and among the facts that the next version of a record is composed
 * from. What is signed already stays as it is.
 */
export function changeAddress(db: D1Database, holder: string, email: string): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE holder SET email = ?2 WHERE id = ?1').bind(holder, email),
    db
      .prepare("UPDATE credential SET record = json_set(record, '$.email', ?2) WHERE holder = ?1")
      .bind(holder, email),
  ]
}
