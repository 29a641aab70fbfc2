/**
 * The memory of a process that lives longer than a page. While the service cannot be asked, the keys and the lists
 * that it last gave still tell what held then: a list's own signature says how old it is, and after a quarter of an
 * hour it no longer leads to green (`shared/status-list.ts`).
 */
import type { KeySet } from '../shared/key-set.ts'
import type { IssuerTrust } from './trust.ts'

/** Milliseconds for which an issuer's keys are remembered, as long as a list can tell anything. */
const A_DAY = 86_400_000
/** Lists that are remembered. An issuer takes years to fill one. */
const MOST = 50

/** Falls back on what was last answered, and where nothing was, on the pinned keys. */
export function remembering(trust: IssuerTrust): IssuerTrust {
  /** How far the machine's own clock was ahead of the service's when that last told the time; before, nobody knows. */
  let ahead = Number.POSITIVE_INFINITY
  const heard = () => {
    ahead = Date.now() - trust.now().getTime()
  }
  /** On a machine that slept, the steady clock of `trust` may have stood still: the later of the two is right. */
  const now = () => Math.max(trust.now().getTime(), Date.now() - ahead)
  const last = new Map<string, { keys: KeySet; until: number }>()
  const lists = new Map<string, string>()
  return {
    ...trust,
    now: () => new Date(now()),

    async keys(did, kid) {
      // Without this key they tell nothing: it may be a new one.
      const has = (keys: KeySet) => keys.some((key) => key.kid === kid)
      const known = last.get(did)
      const remembered = known && known.until > now() && has(known.keys) ? known.keys : undefined
      try {
        const keys = await trust.keys(did, kid)
        if (keys === trust.pinnedKeys) return remembered ?? keys
        if (!keys) return keys
        heard()
        last.set(did, { keys, until: now() + A_DAY })
        return keys
      } catch (error) {
        if (!remembered) throw error
        return remembered
      }
    },

    async standing(list) {
      const sealed = await trust.standing(list)
      if (sealed === null) return lists.get(list) ?? null
      heard()
      lists.delete(list)
      lists.set(list, sealed)
      for (const oldest of lists.keys()) if (lists.size > MOST) lists.delete(oldest)
      return sealed
    },
  }
}
