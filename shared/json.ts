/** JSON as signed documents need it: one text for one value. */

export type Json = string | number | boolean | null | Json[] | { [member: string]: Json }
export type JsonObject = { [member: string]: Json }

const MAX_DEPTH = 16
const MAX_MEMBERS = 1_000

/**
 * Reads JSON that we ourselves wrote: the text must be exactly what `JSON.stringify` makes of its value, so
 * duplicate members, white space, `1e400` and lone surrogates cannot hide in it. Depth and size are bounded
 * before anything walks the value.
 * @returns null when it is not such an object
 */
export function parseOwn(text: string): JsonObject | null {
  if (!isShallow(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && JSON.stringify(value) === text && isModest(value) ? value : null
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

/** Counts brackets without a parser, so that 5,000 nested arrays cost nothing. */
function isShallow(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === 92) i++
      else if (code === 34) quoted = false
    } else if (code === 34) quoted = true
    else if (code === 91 || code === 123) {
      if (++depth > MAX_DEPTH) return false
    } else if (code === 93 || code === 125) depth--
  }
  return true
}

/** Few members, and no half of a surrogate pair: `JSON.stringify` would write it as it was, other parsers would not. */
function isModest(value: Json, budget = { left: MAX_MEMBERS }): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([name, member]) => --budget.left >= 0 && name.isWellFormed() && isModest(member, budget),
  )
}
