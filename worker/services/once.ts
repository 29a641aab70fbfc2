/** An act that may be asked for again: done once, answered alike every time. */
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { remember, remembered } from '../store/idempotency.ts'

/** A request that says which one it is (Idempotency-Key). */
export interface RequestKey {
  /** Whose key it is, and for what: two people may use the same one. */
  scope: string
  key: string
  bodyDigest: string
}

export interface Answered<T> {
  status: number
  answer: T
}

/**
 * Prepares an act and commits it together with the memory of having done it. Where someone else was quicker, it is
 * prepared anew, from what they left.
 * @param prepare decides and signs, and returns the statements; it may run and be thrown away
 * @throws Problem `key-reused` when the same key came with another body, and what `prepare` throws
 */
export async function once<T>(
  desk: Desk,
  request: RequestKey,
  prepare: () => Promise<Answered<T> & { statements: D1PreparedStatement[] }>,
  tries = 3,
): Promise<Answered<T>> {
  const before = await recall<T>(desk, request)
  if (before) return before
  const { statements, status, answer } = await prepare()
  const memory = { bodyDigest: request.bodyDigest, status, answer: JSON.stringify(answer) }
  const now = desk.now().toISOString()
  try {
    await desk.db.batch([...statements, remember(desk.db, request.scope, request.key, memory, now)])
    return { status, answer }
  } catch (error) {
    if (isConstraint(error) && tries > 1) return once(desk, request, prepare, tries - 1)
    // The answer may have been lost on the way, and not the act.
    const meanwhile = await recall<T>(desk, request)
    if (meanwhile) return meanwhile
    throw isConstraint(error)
      ? new Problem('conflict', { detail: 'It changed in between. Look at it again.' })
      : error
  }
}

async function recall<T>(desk: Desk, request: RequestKey): Promise<Answered<T> | null> {
  const before = await answeredBefore<T>(desk, request)
  if (before && !before.same) throw new Problem('key-reused')
  return before && { status: before.status, answer: before.answer }
}

/** What a request with this key was answered already, and whether it was this very one. */
export async function answeredBefore<T>(
  desk: Desk,
  { scope, key, bodyDigest }: RequestKey,
): Promise<(Answered<T> & { same: boolean }) | null> {
  const found = await remembered(desk.db, scope, key)
  if (!found) return null
  const { status, answer } = found
  return { status, answer: JSON.parse(answer) as T, same: found.bodyDigest === bodyDigest }
}

/** D1 tells a broken constraint only in words. */
export function isConstraint(error: unknown): boolean {
  return error instanceof Error && error.message.includes('SQLITE_CONSTRAINT')
}
