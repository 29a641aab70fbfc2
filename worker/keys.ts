/**
 * The signing keys: one secret, `KEY_RING`, holds every key ever used: with its private half while it signs,
 * with the public half alone once it is retired. Signing is here; opening what was signed is `shared/jws.ts`.
 */
import { CompactSign, importJWK, type JWK } from 'jose'
import { fromBase64url, utf8 } from '../shared/bytes.ts'
import { wholeSeconds } from '../shared/dates.ts'
import { didOf } from '../shared/issuer.ts'
import type { JsonObject } from '../shared/json.ts'
import type { Expected } from '../shared/jws.ts'
import { type KeySet, type KeyState, type Purpose, readKeySet } from '../shared/key-set.ts'
import { base58btc, fromBase58btc } from './base58.ts'

/** One key as the secret holds it. */
export interface RingKey {
  /** The fragment of its kid, and its address under /keys/. */
  name: string
  purpose: Purpose
  state: KeyState
  /** Instants; `until` once it is retired. */
  from: string
  until?: string
  jwk: JWK
}

export interface Keys {
  did: string
  /** What a verifier is given. The same object while the secret stays the same: imported keys hang on it. */
  set: KeySet
  /** Signs JSON with the active key of this purpose. Throws when there is none. */
  seal(purpose: Purpose, typ: Expected['typ'], payload: JsonObject): Promise<string>
  /** The proof that secures a JSON document (vc-di-eddsa §3.3, `eddsa-rdfc-2022`), by the active proof key. */
  prove(document: JsonObject, at: Date): Promise<JsonObject>
  /** Is this a proof of this document, by one of our proof keys? */
  isProof(document: JsonObject, proof: JsonObject): Promise<boolean>
  /** `/.well-known/jwks.json`: every P-256 key ever used, with its purpose and life. */
  jwks(): JsonObject
  /** `/.well-known/did.json`. */
  didDocument(): JsonObject
  /** `/keys/{name}`: one bare public JWK, or null. */
  publicJwk(name: string): JsonObject | null
}

const rings = new Map<string, Keys>()

/**
 * Reads the ring. Kept per isolate: importing a key costs as much as using it.
 * @throws Error when the secret is missing or not a ring: nothing works without keys, and nothing pretends to
 */
export function keysFrom(secret: string | undefined, origin: string): Keys {
  const known = rings.get(`${origin} ${secret}`)
  if (known) return known
  if (!secret)
    throw new Error('The secret KEY_RING is missing: run `npm start`, or see "Deploy" in the README.')
  const keys = openRing(JSON.parse(secret) as RingKey[], didOf(origin))
  rings.set(`${origin} ${secret}`, keys)
  return keys
}

/**
 * The keys of one DID.
 * @throws Error when one of them is none that a verifier would take
 */
export function openRing(ring: RingKey[], did: string): Keys {
  const kidOf = (key: RingKey) => `${did}#${key.name}`
  const p256 = ring.filter((key) => key.jwk.kty === 'EC')
  const jwks = { keys: p256.map((key) => published(key, kidOf(key), did)) }
  const set = readKeySet(jwks, did)
  if (set?.length !== p256.length) throw new Error('KEY_RING holds a key that no verifier would accept.')
  return {
    did,
    set,
    async seal(purpose, typ, payload) {
      const key = p256.find((one) => one.purpose === purpose && one.state === 'active' && one.jwk.d)
      if (!key) throw new Error(`There is no active ${purpose} key in KEY_RING.`)
      return new CompactSign(utf8(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', kid: kidOf(key), typ })
        .sign(await importJWK(key.jwk, 'ES256'))
    },
    async prove(document, at) {
      const key = ring.find((one) => one.purpose === 'proof' && one.state === 'active' && one.jwk.d)
      if (!key) throw new Error('There is no active proof key in KEY_RING.')
      const options: JsonObject = {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: wholeSeconds(at),
        verificationMethod: kidOf(key),
        proofPurpose: 'assertionMethod',
      }
      const data = await hashed(document, options)
      const signature = await crypto.subtle.sign('Ed25519', await ed25519(key.jwk), data)
      return { ...options, proofValue: base58btc(new Uint8Array(signature)) }
    },
    async isProof(document, { proofValue, ...options }) {
      const key = ring.find((one) => one.purpose === 'proof' && kidOf(one) === options.verificationMethod)
      const signature = typeof proofValue === 'string' ? fromBase58btc(proofValue) : null
      if (!key || key.state === 'compromised' || !signature) return false
      const { d: _private, ...jwk } = key.jwk
      return crypto.subtle.verify('Ed25519', await ed25519(jwk), signature, await hashed(document, options))
    },
    jwks: () => jwks,
    didDocument: () => didDocument(ring, did),
    publicJwk: (name) => {
      const key = p256.find((one) => one.name === name)
      return key ? bare(key) : null
    },
  }
}

/** What an Ed25519 key signs. JSON-LD is loaded here, when it is first needed: it is a fifth of this Worker. */
async function hashed(document: JsonObject, options: JsonObject) {
  const { hashData } = await import('./proof.ts')
  return hashData(document, options)
}

function ed25519(jwk: JWK): Promise<CryptoKey> {
  return importJWK(jwk, 'Ed25519') as Promise<CryptoKey>
}

/** The public half, and never more. */
function bare({ jwk }: RingKey): JsonObject {
  const { x, y } = jwk as { x: string; y: string }
  return { kty: 'EC', crv: 'P-256', x, y, alg: 'ES256', use: 'sig' }
}

function published(key: RingKey, kid: string, did: string): JsonObject {
  return {
    ...bare(key),
    kid,
    iss: did,
    purpose: key.purpose,
    state: key.state,
    from: wholeSeconds(new Date(key.from)),
    ...(key.until ? { until: wholeSeconds(new Date(key.until)) } : {}),
  }
}

/**
 * The DID document (DID Core §5): each P-256 key as a JsonWebKey and, because some resolvers know only that, as
 * a Multikey twin; the Ed25519 proof key as a Multikey. A compromised key asserts nothing any more.
 */
function didDocument(ring: RingKey[], did: string): JsonObject {
  const methods = ring
    .filter((key) => key.state !== 'compromised')
    .flatMap((key) => verificationMethods(key, did))
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id as string),
  }
}

function verificationMethods(key: RingKey, did: string): JsonObject[] {
  const id = `${did}#${key.name}`
  const multikey = (fragment: string): JsonObject => ({
    id: fragment,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: multibase(key.jwk),
  })
  if (key.jwk.kty !== 'EC') return [multikey(id)]
  return [
    { id, type: 'JsonWebKey', controller: did, publicKeyJwk: { ...bare(key), kid: id } },
    multikey(`${id}-mk`),
  ]
}

/** Multikey (W3C Controlled Identifiers §2.2.2): a two-byte code and the (compressed) public key, base58btc. */
function multibase({ kty, x, y }: JWK): string {
  const coordinate = fromBase64url(x as string) as Uint8Array
  if (kty !== 'EC') return base58btc(new Uint8Array([0xed, 0x01, ...coordinate]))
  const odd = ((fromBase64url(y as string) as Uint8Array).at(-1) as number) & 1
  return base58btc(new Uint8Array([0x80, 0x24, 2 + odd, ...coordinate]))
}
