// Randomness that can be repeated: the same seed, the same run.

export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  one<T>(of: readonly T[]): T
  bytes(length: number): Uint8Array<ArrayBuffer>
}

/** mulberry32 */
export function makeRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    one: (of) => of[below(of.length)]!,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  }
}
