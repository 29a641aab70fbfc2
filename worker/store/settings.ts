/** What is fixed once for a database. */

export async function setting(db: D1Database, name: string): Promise<string | null> {
  const row = await db
    .prepare('SELECT value FROM setting WHERE name = ?1')
    .bind(name)
    .first<{ value: string }>()
  return row?.value ?? null
}

/** Sets it if it was never set. @returns what is set now */
export async function fixSetting(db: D1Database, name: string, value: string): Promise<string> {
  await db
    .prepare('INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING')
    .bind(name, value)
    .run()
  return (await setting(db, name)) as string
}
