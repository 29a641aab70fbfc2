/**
 * The keys an issuer publishes: each with one purpose and a life of its own. A verifier takes a key only from
 * here; whatever a token says about keys beyond its `kid` does not count.
 */
import { fromBase64url } from './bytes.ts'
import { isInstant, secondsOf } from './dates.ts'
import { isObject, type Json } from './json.ts'

/** What a key may sign. A key of one purpose proves nothing about another's documents. */
export const purposes = ['credential', 'status', 'receipt', 'register', 'proof'] as const
export type Purpose = (typeof purposes)[number]

/** pending (published, not signing) → active → retired (still verifies what it signed in its life) → compromised. */
export const keyStates = ['pending', 'active', 'retired', 'compromised'] as const
export type KeyState = (typeof keyStates)[number]

export interface PublicKey {
  /** Absolute DID URL, e.g. `did:web:lssc.example#credential-1a2b3c4d`. */
  kid: string
  purpose: Purpose
  state: KeyState
  /** The key's life in seconds since 1970: it may have signed from `from` until `until` (open when null). */
  from: number
  until: number | null
  /** A P-256 public key, and nothing more than that. */
  jwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string }
}
export type KeySet = readonly PublicKey[]

const KID = /^did:web:[\w.%-]{1,200}(:test)?#[\w-]{1,64}$/

/** The issuer that a kid belongs to: the DID before `#`. Null when it is not a kid as we write them. */
export function issuerOf(kid: unknown): string | null {
  return typeof kid === 'string' && KID.test(kid) ? kid.slice(0, kid.indexOf('#')) : null
}

/**
 * Reads a published JWKS strictly: runtimes differ in what they check of a JWK (`crv`, `use`), so nothing is
 * left to them. Entries that are not ES256 keys of this issuer are passed over.
 * @returns null when it is not a JWKS at all, or names no key of this issuer
 */
export function readKeySet(jwks: unknown, issuer: string): KeySet | null {
  if (!isObject(jwks) || !Array.isArray(jwks.keys) || jwks.keys.length > 100) return null
  const keys = jwks.keys.flatMap((entry) => readKey(entry, issuer) ?? [])
  return keys.length > 0 ? keys : null
}

function readKey(entry: Json, issuer: string): PublicKey | null {
  if (!isObject(entry) || 'd' in entry) return null
  const { kty, crv, alg, use, x, y, kid, purpose, state, from, until } = entry
  if (kty !== 'EC' || crv !== 'P-256' || alg !== 'ES256' || use !== 'sig') return null
  if (!isCoordinate(x) || !isCoordinate(y)) return null
  if (typeof kid !== 'string' || issuerOf(kid) !== issuer) return null
  if (!isOneOf(purposes, purpose) || !isOneOf(keyStates, state)) return null
  if (!isInstant(from) || (until !== undefined && !isInstant(until))) return null
  if (state === 'retired' && until === undefined) return null // what it signed after its life would count
  return {
    kid,
    purpose,
    state,
    from: secondsOf(from),
    until: until === undefined ? null : secondsOf(until),
    jwk: { kty, crv, x, y },
  }
}

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && fromBase64url(value)?.length === 32
}

function isOneOf<T extends string>(all: readonly T[], value: unknown): value is T {
  return all.some((one) => one === value)
}
