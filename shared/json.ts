/** JSON as signed documents need it: one text for one value. */

export type Json = string | number | boolean | null | Json[] | { [member: string]: Json }
export type JsonObject = { [member: string]: Json }

const MAX_DEPTH = 16
const MAX_MEMBERS = 1_000

/**
 * Reads JSON that we ourselves wrote: the text must be exactly what `JSON.stringify` makes of its value, so
 * duplicate members, white space, `1e400` and lone surrogates cannot hide in it. How deep and how large the value is
 * is bounded before anything else walks it.
 * @returns null when it is not such an object
 */
export function parseOwn(text: string): JsonObject | null {
  const value = parseForeign(text)
  return value && JSON.stringify(value) === text ? value : null
}

/**
 * Reads JSON that may have been written anew on its way (spaced, ordered otherwise): bounded as our own is, but not
 * proven to be one text for one value. Whoever reads it compares values, and relies on no other's reading.
 * @returns null when it is not such an object
 */
export function parseForeign(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && isModest(value) ? value : null
  } catch {
    return null
  }
}

/** The canonical text of a value: members sorted (RFC 8785, for values without fractions). */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] as Json)}`)
  return `{${members.join(',')}}`
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether it has this member itself: a page may have put one of that name on every object. */
export function has<T extends object, K extends PropertyKey>(
  value: T,
  name: K,
): value is Extract<T, Record<K, unknown>> {
  return Object.hasOwn(value, name)
}

/**
 * Shallow, few members, and no half of a surrogate pair: `JSON.stringify` would write it as it was, other parsers
 * would not.
 */
function isModest(value: Json, depth = 0, budget = { left: MAX_MEMBERS }): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  if (depth === MAX_DEPTH) return false
  return Object.entries(value).every(
    ([name, member]) => --budget.left >= 0 && name.isWellFormed() && isModest(member, depth + 1, budget),
  )
}
