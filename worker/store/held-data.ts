/** Reads everything that is held about one person, as `held-tables.ts` says what that is. */
import { type HeldTable, heldTables } from './held-tables.ts'

export type HeldRow = Record<string, unknown>

/** Every row that is hers, by table. One trip to the database, so that all of it is of one moment. */
export async function heldData(db: D1Database, number: string): Promise<Map<string, HeldRow[]>> {
  const parts = Object.entries(heldTables).filter(
    (one): one is [string, HeldTable] => typeof one[1] !== 'string',
  )
  const answers = await db.batch<HeldRow>(
    parts.map(([table, { tells, hers }]) =>
      db
        .prepare(`SELECT ${tells.map((column) => `"${column}"`).join(', ')} FROM ${table} WHERE ${hers}`)
        .bind(number),
    ),
  )
  return new Map(
    parts.map(([, part], i) => [part.as, (answers[i]?.results ?? []).map((row) => opened(row, part))]),
  )
}

function opened(row: HeldRow, { json = [], people = [] }: HeldTable): HeldRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value !== 'string'
        ? value
        : json.includes(name)
          ? JSON.parse(value)
          : people.includes(name) && value !== 'holder'
            ? 'the office'
            : value,
    ]),
  )
}

/** Everyone who works in the office, or did: none of their names is anyone’s to take away. */
export async function namesOfOffice(db: D1Database): Promise<string[]> {
  const found = await db
    .prepare(
      `SELECT name FROM staff UNION SELECT actor FROM audit UNION SELECT actor FROM event UNION SELECT actor FROM request_note`,
    )
    .all<{ name: string }>()
  return found.results.map(({ name }) => name).filter((name) => name !== '' && name !== 'holder')
}
