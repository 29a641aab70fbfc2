// What a corpus is made of: cases that know their outcome, without a test framework, so that `switch-off.ts` can
// run them against an altered copy of `shared/` as well.
import type { Json } from '../../shared/json.ts'

export interface Case {
  id: string
  says: string
  expected: Json
  happens(): Promise<Json>
}

/** A case that is a single answer of a single function. */
export function fact(id: string, says: string, happens: () => Json | Promise<Json>, expected: Json): Case {
  return { id, says, happens: async () => happens(), expected }
}

/** Makes it once, when it is first asked for: keys cost time, and workerd makes none while a module loads. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const MOST_DECODED = 68 * 1024

/**
 * Runs something that must not reach out: counts what it fetches, what it leaves on every object's prototype, and
 * how much it decodes at a time.
 * @throws if it did any of these
 */
export async function confined<T>(run: () => Promise<T>): Promise<T> {
  const { fetch, atob } = globalThis
  const trespasses: string[] = []
  globalThis.fetch = async (input) => {
    trespasses.push(`fetched ${String(input)}`)
    throw new TypeError('no network here')
  }
  globalThis.atob = (text) => {
    if (text.length > MOST_DECODED) trespasses.push(`decoded ${text.length} characters`)
    return atob(text)
  }
  try {
    const result = await run()
    if ('admin' in {}) trespasses.push('polluted every object')
    if (trespasses.length > 0) throw new Error(trespasses.join(', '))
    return result
  } finally {
    globalThis.fetch = fetch
    globalThis.atob = atob
    delete (Object.prototype as { admin?: unknown }).admin
  }
}
