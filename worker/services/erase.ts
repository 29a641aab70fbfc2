/**
 * Removes a record at its holder's wish: in one batch everything personal is emptied, and what is left says that there
 * was a record and what became of it. Nobody can take it back; copies elsewhere read as replaced, never as withdrawn.
 */
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { currentByNumber } from '../store/credentials.ts'
import { emptied, stillOnFile } from '../store/erasure.ts'
import { allErasures, type Erasure, endRemoval, keepErasure, placesTaken } from '../store/erasures.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { officeDay } from '../when.ts'
import { recordEvent } from './record-event.ts'

/**
 * Everything that removing it will store, with every record that it took the place of: those are the same person's.
 * @param after the newest event when it was decided
 * @throws Problem `no-such-record`
 */
export async function prepareErasure(
  desk: Desk,
  number: string,
  actor: string,
  after?: number,
): Promise<D1PreparedStatement[]> {
  const erasedAt = desk.now().toISOString()
  const earlier = await placesTaken(desk.db, number)
  const together = [number, ...earlier]
  const each = [
    await eraseOne(desk, { number, erasedAt, together }, actor, after),
    ...(await Promise.all(earlier.map((one) => eraseOne(desk, { number: one, erasedAt, together }, actor)))),
  ]
  return each.flat()
}

interface Erasing extends Pick<Erasure, 'number' | 'erasedAt'>, Partial<Pick<Erasure, 'asUnknown'>> {
  /** The numbers that are removed with it. */
  together?: string[]
}

/** @param after if another event has come since, the whole batch fails; as it does where one comes in meanwhile */
async function eraseOne(
  desk: Desk,
  { number, erasedAt, together, asUnknown }: Erasing,
  actor: string,
  after?: number,
): Promise<D1PreparedStatement[]> {
  const { db } = desk
  const [current, emptying] = await Promise.all([
    currentByNumber(db, number),
    emptied(db, number, erasedAt, together),
  ])
  if (!current || !emptying) throw new Problem('no-such-record')
  const at = desk.now().toISOString()
  return [
    keepErasure(db, { number, erasedAt, asUnknown: asUnknown ?? current.visibility === 'unknown' }),
    ...(await recordEvent(desk, {
      kind: 'erased',
      number,
      effectiveOn: officeDay(erasedAt),
      actor,
      at,
      after: after ?? current.newest.id,
    })),
    endRemoval(db, number, { state: 'done', by: actor, at }),
    ...emptying,
    touchListsOf(db, number),
  ]
}

/**
 * Does the same removals again on a database that may be older than they are. Harmless however often.
 * @returns the numbers of which something was on file
 */
export async function eraseAgain(desk: Desk): Promise<string[]> {
  const { db } = desk
  const known = new Map((await allErasures(db)).map((one) => [one.number, one]))
  const found: string[] = []
  for (;;) {
    const numbers = await stillOnFile(db)
    if (numbers.length === 0) return found
    for (const number of numbers) {
      if (found.includes(number)) throw new Error(`Something of ${number} cannot be removed.`)
      const erasure = known.get(number)
      const current = await currentByNumber(db, number)
      if (!erasure || !current) throw new Error(`Something of ${number} cannot be removed.`)
      const statements =
        current.visibility === 'erased'
          ? [...((await emptied(db, number, erasure.erasedAt)) ?? []), touchListsOf(db, number)]
          : await eraseOne(desk, erasure, 'replay')
      await db.batch(statements)
      found.push(number)
    }
  }
}
