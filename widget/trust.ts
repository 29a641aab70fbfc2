/**
 * Trust, answered with fetch. The only file here that speaks to anyone, and only to the issuer's own service: one
 * request for all the numbers on the page, one for its keys, one for each standing list.
 */
import { type Answer, readAnswer } from '../shared/answer.ts'
import { didOf } from '../shared/issuer.ts'
import { type KeySet, readKeySet } from '../shared/key-set.ts'
import { TEST_PREFIX } from '../shared/number.ts'
import { standingUrl } from '../shared/status-list.ts'
import type { Trust } from '../shared/verify.ts'

/** Milliseconds without a byte, and for a whole answer, after which it is given up. */
const SILENCE = 3_000
/** Milliseconds within which numbers that are asked for together are sent. */
const SOON = 100
const WHOLE = 7_000
/** How long a question is shared, longer than it waits (a Worker's may never end); how much longer its answer. */
const ASKED = 10_000
const SHARED = 60_000

/** Longest answers in characters: a hundred tokens of the longest kind, a hundred keys, the fullest list. */
const MAX_ANSWERS = 3_500_000
const MAX_KEYS = 65_536
const MAX_LIST = 70_000

const MAX_NUMBERS = 100

/**
 * Says nothing about the page or its reader, and follows nothing (Workers know no `redirect: 'error'`). Without a
 * prototype, for pages that have put things on Object's.
 */
const QUIETLY = { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' }

/** The service could not be asked, or answered with something else: no verdict about anyone. */
export class Unreachable extends Error {}

interface Shared {
  until: number
  answer: Promise<unknown>
}

/** What a check asks of one issuer's service. */
export type IssuerTrust = ReturnType<typeof trustOf>

/**
 * Trust in one issuer. Its answers and its clock are its own: what another issuer says changes nothing here.
 * @param jwks its keys as they once were, for a copy that is checked while the service is down
 */
export function trustOf(origin: string, jwks?: unknown) {
  const issuerId = didOf(origin)
  /** Where each of the two issuers publishes its keys; nobody else's are asked for. */
  const addresses: Record<string, string> = {
    [issuerId]: `${origin}/.well-known/jwks.json`,
    [didOf(origin, TEST_PREFIX)]: `${origin}/test/jwks.json`,
  }
  /**
   * With these a copy can be called genuine. Its status cannot: keys for status lists are never pinned, so these
   * never lead to green.
   */
  const pinnedKeys = readKeySet(jwks, issuerId)?.filter(({ purpose }) => purpose === 'credential') ?? []
  const shared = new Map<string, Shared>()

  /** Asks once for the whole page. */
  function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = shared.get(key)
    if (known && known.until > performance.now()) return known.answer as Promise<T>
    const entry = { until: performance.now() + ASKED, answer: ask() }
    entry.answer.then(
      () => {
        entry.until += SHARED
      },
      () => {},
    )
    for (const [old, { until }] of shared) if (until <= performance.now()) shared.delete(old)
    shared.set(key, entry)
    return entry.answer
  }

  /** Forgets every answer, and what time it was: what is asked next is asked anew. */
  function forget(): void {
    shared.clear()
    told = false
  }

  /** When it was 1970, on the page's own steady clock: by the device until the service has told its time. */
  let epoch = Date.now() - performance.now()
  let told = false

  /** A cache can only make an answer look older, so the latest time is the right one. */
  function setClock(headers: Headers): void {
    const sent =
      Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1000 - performance.now()
    if (Number.isFinite(sent) && (!told || sent > epoch)) {
      epoch = sent
      told = true
    }
  }

  const queue = new Map<string, (answers: Promise<unknown>) => void>()
  /** Until when a request is on its way to be made. */
  let asking = 0

  /** What the service has on file about a number. Numbers asked for in one go travel together. */
  function answer(number: string): Promise<Answer> {
    return once(number, async () => {
      const body = await new Promise<unknown>((resolve) => {
        // Asked anew when that did not come: a server may have ended the request that was to ask.
        if (queue.size === 0 || performance.now() > asking) {
          asking = performance.now() + SOON
          setTimeout(ask)
        }
        queue.set(number, resolve)
      })
      const found = readAnswer(body, number)
      if (!found) throw new Unreachable()
      return found
    })
  }

  function ask(): void {
    const waiting = [...queue]
    queue.clear()
    while (waiting.length > 0) {
      const some = waiting.splice(0, MAX_NUMBERS)
      const numbers = some.map(([number]) => number).join()
      const body = readJson(`${origin}/api/v1/credentials?numbers=${numbers}`, MAX_ANSWERS, setClock)
      for (const [, resolve] of some) resolve(body)
    }
  }

  function publishedKeys(did = issuerId, cache: 'no-cache' | 'no-store' = 'no-cache'): Promise<KeySet> {
    return once(did + cache, async () => {
      const keys = readKeySet(await readJson(addresses[did] as string, MAX_KEYS, setClock, cache), did)
      if (!keys) throw new Unreachable()
      return keys
    })
  }

  /** The published keys; fetched once more when they lack this one, in case it is newer than a cache on the way. */
  async function keysWith(kid: string, did: string): Promise<KeySet> {
    const has = (keys: KeySet) => keys.some((key) => key.kid === kid)
    try {
      const keys = await publishedKeys(did)
      return has(keys) ? keys : await publishedKeys(did, 'no-store')
    } catch (error) {
      if (has(pinnedKeys)) return pinnedKeys
      throw error
    }
  }

  return {
    origin,
    pinnedKeys,
    now: () => new Date(epoch + performance.now()),
    keys: async (did: string, kid: string) => (Object.hasOwn(addresses, did) ? keysWith(kid, did) : null),
    async standing(list: string) {
      if (!list.startsWith(`${origin}/status/`)) return null
      const url = standingUrl(list)
      return once(url, () => read(url, MAX_LIST, setClock)).catch(() => null)
    },
    answer,
    publishedKeys,
    forget,
  } satisfies Trust & Record<string, unknown>
}

async function readJson(...given: Parameters<typeof read>): Promise<unknown> {
  return JSON.parse(await read(...given))
}

/**
 * Reads an answer of the service.
 * @throws when it does not come whole, in time and within its limit
 */
async function read(
  url: string,
  limit: number,
  setClock: (headers: Headers) => void,
  cache: RequestCache = 'no-cache',
): Promise<string> {
  const stop = new AbortController()
  const giveUp = () => stop.abort()
  const until = performance.now() + WHOLE
  let late: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(late)
    late = setTimeout(giveUp, Math.min(SILENCE, until - performance.now()))
  }
  wait()
  try {
    const response = await fetch(url, {
      ...QUIETLY,
      __proto__: null,
      cache,
      signal: stop.signal,
    } as RequestInit)
    if (!response.ok || !response.body) throw new Unreachable()
    setClock(response.headers)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text
      text += value
      if (text.length > limit) throw new Unreachable()
      wait()
    }
  } catch (error) {
    giveUp()
    throw error
  } finally {
    clearTimeout(late)
  }
}
