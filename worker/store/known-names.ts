/** Every name that a record ever had, folded for finding. */
import { foldName } from '../../shared/name-fold.ts'
import type { AwardRecord, HolderName } from '../../shared/record.ts'

/** Goes into the batch that gives a record its name. Names that it had before stay: people ask by them. */
export function keepNames(db: D1Database, number: string, { name }: AwardRecord): D1PreparedStatement {
  return db
    .prepare('INSERT INTO known_name (number, folded) VALUES (?1, ?2) ON CONFLICT DO NOTHING')
    .bind(number, foldName(name))
}

/** Every name that a record ever had, as words, and nothing else of it: the whole index, for a sieve that hears. */
export async function foldedNames(db: D1Database): Promise<{ number: string; folded: string }[]> {
  const found = await db
    .prepare('SELECT number, folded FROM known_name')
    .all<{ number: string; folded: string }>()
  return found.results
}

/** Folds the names of all records that wait for it, however many. */
export async function foldAll(db: D1Database): Promise<void> {
  while ((await foldWaiting(db)) > 0);
}

/** How many names one look folds. */
const SLICE = 500

/**
 * Folds the names of records that are older than the table of names.
 * @returns how many still wait
 */
export async function foldWaiting(db: D1Database): Promise<number> {
  const waiting = await db
    .prepare(
      `SELECT w.number, c.record ->> '$.name' AS name, COUNT(*) OVER () AS total
       FROM name_to_fold w JOIN credential c ON c.number = w.number LIMIT ?1`,
    )
    .bind(SLICE)
    .all<{ number: string; name: string; total: number }>()
  const { results } = waiting
  if (results.length === 0) return 0
  const folded = results.map(({ number, name }) => [number, foldName(JSON.parse(name) as HolderName)])
  await db.batch([
    db
      .prepare(
        `INSERT INTO known_name (number, folded) SELECT value ->> 0, value ->> 1 FROM json_each(?1)
         WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify(folded)),
    db
      .prepare('DELETE FROM name_to_fold WHERE number IN (SELECT value ->> 0 FROM json_each(?1))')
      .bind(JSON.stringify(folded)),
  ])
  return (results[0]?.total ?? 0) - results.length
}
