/**
 * Opens a sealed document (compact JWS, RFC 7515), strictly: shape, header, key, signature, content, in this
 * order. Only ES256 with a published key of the right purpose opens anything. jose is its oracle in tests.
 */
import { fromBase64url, fromUtf8, utf8 } from './bytes.ts'
import { has, type JsonObject, parseOwn } from './json.ts'
import { issuerOf, type KeySet, type PublicKey, type Purpose } from './key-set.ts'
import type { Reason } from './verdict.ts'

/** A credential of ours is about 7 kB; nothing longer is decoded. */
export const MAX_TOKEN = 32 * 1024

/** Seconds by which clocks may differ. */
export const SKEW = 120

export interface Expected {
  purpose: Purpose
  /** The `typ` that documents of this purpose carry, exactly. */
  typ: 'JWT' | 'vc+jwt' | 'lssc-receipt+jwt' | 'lssc-removals+jwt'
  /** Longest token in characters; `MAX_TOKEN` unless told. */
  maxLength?: number
}

export interface Opened {
  payload: JsonObject
  key: PublicKey
  /** The DID that owns the key. */
  issuer: string
}

export type Refusal = { refused: Reason }

/** What the header alone says, before any key is asked for. */
export interface Header {
  kid: string
  issuer: string
}

const ALGORITHMS = { ES256: { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' } } as const

const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]{86}$/

/**
 * Reads the header of a token: exactly `{alg, kid, typ}`, with `alg` from our table. Used to ask for the
 * issuer's keys; proves nothing.
 */
export function readHeader(token: string, expected: Expected): Header | Refusal {
  if (token.length > (expected.maxLength ?? MAX_TOKEN)) return { refused: 'too-large' }
  if (!SHAPE.test(token)) return { refused: 'not-a-token' }
  const header = readPart(token.slice(0, token.indexOf('.')))
  if (!header) return { refused: 'header' }
  const { alg, kid, typ } = header
  if (typeof alg !== 'string' || !Object.hasOwn(ALGORITHMS, alg)) return { refused: 'algorithm' }
  if (Object.keys(header).sort().join() !== 'alg,kid,typ') return { refused: 'header' }
  if (typ !== expected.typ) return { refused: 'type' }
  const issuer = issuerOf(kid)
  return issuer ? { kid: kid as string, issuer } : { refused: 'key-unknown' }
}

/**
 * Opens a token with the keys that its issuer publishes.
 * @returns what was signed, or the reason why it counts for nothing
 */
export async function open(token: string, keys: KeySet, expected: Expected): Promise<Opened | Refusal> {
  const header = readHeader(token, expected)
  if (has(header, 'refused')) return header
  const key = keys.find((candidate) => candidate.kid === header.kid)
  if (!key) return { refused: 'key-unknown' }
  if (key.purpose !== expected.purpose) return { refused: 'key-purpose' }
  if (key.state === 'compromised') return { refused: 'key-compromised' }
  const imported = await importOf(key)
  if (!imported) return { refused: 'key-unknown' }
  if (!(await isSignedBy(imported, token))) return { refused: 'signature' }
  const payload = readPart(token.slice(token.indexOf('.') + 1, token.lastIndexOf('.')))
  if (!payload) return { refused: 'not-canonical' }
  if (!signedInLife(payload.iat, key)) return { refused: 'key-not-in-use' }
  return { payload, key, issuer: header.issuer }
}

async function isSignedBy(key: CryptoKey, token: string): Promise<boolean> {
  const dot = token.lastIndexOf('.')
  const signature = fromBase64url(token.slice(dot + 1))
  if (!signature) return false
  return crypto.subtle.verify(ALGORITHMS.ES256, key, signature, utf8(token.slice(0, dot)))
}

/** `iat` is when it was really signed: a whole second inside the key's life. */
function signedInLife(iat: unknown, key: PublicKey): boolean {
  return (
    Number.isSafeInteger(iat) &&
    (iat as number) >= key.from - SKEW &&
    (iat as number) <= (key.until ?? Number.MAX_SAFE_INTEGER) + SKEW
  )
}

function readPart(part: string): JsonObject | null {
  const bytes = fromBase64url(part)
  const text = bytes && fromUtf8(bytes)
  return text ? parseOwn(text) : null
}

/** Importing a key costs as much as using it: each is imported once. */
const importedKeys = new WeakMap<PublicKey, Promise<CryptoKey | null>>()

/** Null when its coordinates are no point of the curve: then it is no key at all. */
function importOf(key: PublicKey): Promise<CryptoKey | null> {
  let promise = importedKeys.get(key)
  if (!promise) {
    promise = crypto.subtle.importKey('jwk', key.jwk, ALGORITHMS.ES256, false, ['verify']).catch(() => null)
    importedKeys.set(key, promise)
  }
  return promise
}
