/**
 * What was removed must not come back with a database that was restored from before. So the list of removals is kept
 * elsewhere, too, and done again afterwards. It is signed: nobody removes a record by writing its number into a file.
 */
import { secondsOf } from '../../shared/dates.ts'
import { has } from '../../shared/json.ts'
import { type Expected, open } from '../../shared/jws.ts'
import { isNumber } from '../../shared/number.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { appendDeed } from '../store/audit.ts'
import { allErasures, type Erasure, keepErasure } from '../store/erasures.ts'
import { eraseAgain } from './erase.ts'

/** Some fifty characters a removal: for many more of them than there are people. */
export const MAX_LIST = 4 * 1024 * 1024

const SEALED: Expected = { purpose: 'register', typ: 'lssc-removals+jwt', maxLength: MAX_LIST }
/** Statements of one batch. */
const PIECE = 100

/** Every removal there was, in one sealed text: numbers and times, and nothing of a person. */
export async function takeRemovals(desk: Desk, actor: string): Promise<{ removals: string; count: number }> {
  const all = await allErasures(desk.db)
  const at = desk.now().toISOString()
  await appendDeed(desk.db, { actor, act: 'exported-removals', detail: { count: all.length } }, at).run()
  const list = all.map(({ number, erasedAt, asUnknown }) => `${number} ${erasedAt} ${asUnknown ? 1 : 0}`)
  const payload = { iss: desk.keys.did, iat: secondsOf(desk.now()), removals: list.join(';') }
  return { removals: await desk.keys.seal(SEALED.purpose, SEALED.typ, payload), count: all.length }
}

/**
 * Does the removals of a list again. Harmless however often.
 * @returns how many the list holds, and the numbers of which something was on file
 * @throws Problem `invalid-input` for what we did not sign
 */
export async function replayRemovals(
  desk: Desk,
  sealed: string,
  actor: string,
): Promise<{ count: number; removed: string[] }> {
  const { db } = desk
  const listed = await readList(desk, sealed)
  for (let i = 0; i < listed.length; i += PIECE)
    await db.batch(listed.slice(i, i + PIECE).map((one) => keepErasure(db, one)))
  const removed = await eraseAgain(desk)
  const detail = { count: listed.length, removed }
  await appendDeed(db, { actor, act: 'replayed-removals', detail }, desk.now().toISOString()).run()
  return { count: listed.length, removed }
}

async function readList(desk: Desk, sealed: string): Promise<Erasure[]> {
  const opened = await open(sealed, desk.keys.set, SEALED)
  const list = has(opened, 'payload') && opened.issuer === desk.keys.did ? opened.payload.removals : null
  if (typeof list !== 'string') {
    const message = 'This is no list of removals that this service signed: send one as it was taken away.'
    throw new Problem('invalid-input', { errors: [{ field: 'removals', message }] })
  }
  return list
    .split(';')
    .map((line) => line.split(' '))
    .flatMap(([number = '', erasedAt = '', asUnknown]) =>
      isNumber(number) ? [{ number, erasedAt, asUnknown: asUnknown === '1' }] : [],
    )
}
