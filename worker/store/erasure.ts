/** Empties what is kept about a record that is removed, by the rules of `personal-data.ts`. */
import { rules } from './personal-data.ts'

/** What leads to everything that is kept about a record. */
interface Clues {
  number: string
  at: string
  holder: string
  office: string | null
  addresses: string[]
}

const BOUND: Record<string, string> = {
  ':number': "(?1 ->> '$.number')",
  ':at': "(?1 ->> '$.at')",
  ':holder': "(?1 ->> '$.holder')",
  ':office': "(?1 ->> '$.office')",
  ':addresses': "(SELECT value FROM json_each(?1, '$.addresses'))",
}

/** The same SQL about another record: its number and time are columns of it. */
const ERASURE: Record<string, string> = { ':number': 'gone.number', ':at': 'gone.erased_at' }

function about(names: Record<string, string>, sql: string): string {
  return sql.replace(/:(number|at|holder|office|addresses)\b/g, (name) => names[name] as string)
}

/**
 * Every statement that empties what is kept about a record, read at this moment.
 * @param together with which it is removed: they are the same person's
 * @returns null for a number that nobody has
 */
export async function emptied(
  db: D1Database,
  number: string,
  at: string,
  together: string[] = [number],
): Promise<D1PreparedStatement[] | null> {
  const clues = await cluesOf(db, number, at, together)
  if (!clues) return null
  const bound = JSON.stringify(clues)
  return rules.map(({ table, of, led, becomes }) => {
    const rows = [of, led].flatMap((one) => (one ? [`(${one})`] : [])).join(' OR ')
    const sql =
      becomes === 'gone'
        ? `DELETE FROM ${table} WHERE ${rows}`
        : `UPDATE ${table} SET ${setting(becomes)} WHERE (${rows}) AND ${different(becomes)}`
    return db.prepare(about(BOUND, sql)).bind(bound)
  })
}

function setting(becomes: Record<string, string>): string {
  return Object.entries(becomes)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ')
}

function different(becomes: Record<string, string>): string {
  const each = Object.entries(becomes).map(([column, value]) => `${column} IS NOT ${value}`)
  return `(${each.join(' OR ')})`
}

/** An address that another record has as well may be its own holder's: it leads to nothing by itself. */
async function cluesOf(
  db: D1Database,
  number: string,
  at: string,
  together: string[],
): Promise<Clues | null> {
  const row = await db
    .prepare(
      `SELECT c.number, c.holder, c.office_number AS office, (SELECT json_group_array(DISTINCT address) FROM (
         SELECT lower(h.email) AS address UNION SELECT lower(c.record ->> '$.email')
         UNION SELECT lower(address) FROM outbox WHERE number = c.number AND kind <> 'request-answered')
         WHERE address IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM holder o JOIN credential k ON k.holder = o.id
           WHERE lower(o.email) = address AND k.number NOT IN (SELECT value FROM json_each(?2)))
       ) AS addresses
       FROM credential c JOIN holder h ON h.id = c.holder WHERE c.number = ?1`,
    )
    .bind(number, JSON.stringify(together))
    .first<Omit<Clues, 'at' | 'addresses'> & { addresses: string }>()
  return row && { ...row, at, addresses: JSON.parse(row.addresses) as string[] }
}

/** Removed numbers of which something is on file again: after a restore, or because something was written meanwhile. */
export async function stillOnFile(db: D1Database): Promise<string[]> {
  const traces = rules.flatMap(({ table, of, becomes }) => {
    if (!of) return []
    const kept = becomes === 'gone' ? '' : ` AND ${different(becomes)}`
    return [`EXISTS (SELECT 1 FROM ${table} WHERE (${of})${kept})`]
  })
  const found = await db
    .prepare(
      about(
        ERASURE,
        `SELECT gone.number FROM erasure gone JOIN credential held ON held.number = gone.number
           WHERE ${traces.join(' OR ')} LIMIT 20`,
      ),
    )
    .all<{ number: string }>()
  return found.results.map((one) => one.number)
}
