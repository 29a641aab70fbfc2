// How the tests of removals look at everything that stands in the database.
import { env } from 'cloudflare:workers'
import { fromBase64url } from '../../shared/bytes.ts'

/** Every table but those of the migrations' own. */
export async function tables(): Promise<string[]> {
  const found = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name <> 'd1_migrations' ORDER BY name",
  ).all<{ name: string }>()
  return found.results.map(({ name }) => name)
}

/** The columns of a table, those that are reckoned among them. */
export async function columnsOf(table: string): Promise<string[]> {
  const found = await env.DB.prepare(`SELECT name FROM pragma_table_xinfo('${table}')`).all<{
    name: string
  }>()
  return found.results.map(({ name }) => name)
}

/** What a token says can be read by anyone: it stands in the row as well. */
function opened(row: string): string {
  return row.replace(/eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+/g, (_, payload: string) => textOf64(payload))
}

function textOf64(text: string): string {
  return new TextDecoder().decode(fromBase64url(text) ?? new Uint8Array())
}

/** Every row of every table, as text. */
export async function dump(): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const table of await tables()) {
    const found = await env.DB.prepare(`SELECT * FROM "${table}"`).all()
    rows[table] = found.results.map((row) => opened(JSON.stringify(row)))
  }
  return rows
}

/** Where any of these words stands: the table, and what is around the first of them in each row. */
export async function tracesOf(words: RegExp): Promise<string[]> {
  return Object.entries(await dump()).flatMap(([table, rows]) =>
    rows.flatMap((row) => {
      const at = row.search(words)
      return at < 0 ? [] : [`${table}: ${row.slice(Math.max(0, at - 60), at + 60)}`]
    }),
  )
}
