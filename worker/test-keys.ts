/**
 * The test issuer's keys. They are derived from KEY_RING, one way: every deployment has its own and nobody sets
 * anything up; they stay the same while the ring does; and nobody outside can sign with them, so that all a test
 * issuer at this address will ever vouch for is the one invented holder of `services/issue-test.ts`. (Keys printed
 * in this source would let anyone put any name under a signature that this host answers for.)
 */
import { fromBase64url, hex, utf8 } from '../shared/bytes.ts'
import { didOf } from '../shared/issuer.ts'
import type { Purpose } from '../shared/key-set.ts'
import { TEST_PREFIX } from '../shared/number.ts'
import { type Keys, openRing, type RingKey } from './keys.ts'

export interface TestKeys {
  /** What `/test/jwks.json` holds: keys in use, and a compromised one. */
  published: Keys
  /** Signs with the key that is published as compromised. */
  compromised: Keys
  /** Signs with a key that is published nowhere. */
  absent: Keys
}

/** Before any day that a test record speaks of. */
const FROM = '2020-01-01T00:00:00Z'

const known = new Map<string, Promise<TestKeys>>()

/** Kept per isolate, as the issuer's own are. */
export function testKeysFrom(secret: string, origin: string): Promise<TestKeys> {
  const key = `${origin} ${secret}`
  const keys = known.get(key) ?? derive(secret, didOf(origin, TEST_PREFIX))
  known.set(key, keys)
  keys.catch(() => known.delete(key))
  return keys
}

async function derive(secret: string, did: string): Promise<TestKeys> {
  const [credential, status, proof, compromised, absent] = await Promise.all([
    derivedKey(secret, 'credential', 'credential'),
    derivedKey(secret, 'status', 'status'),
    derivedProofKey(secret),
    derivedKey(secret, 'compromised', 'credential'),
    derivedKey(secret, 'absent', 'credential'),
  ])
  return {
    published: openRing([credential, status, proof, { ...compromised, state: 'compromised' }], did),
    compromised: openRing([compromised], did),
    absent: openRing([absent], did),
  }
}

/** Named for its public half, so that a cache that holds an older one is noticed. */
async function derivedKey(secret: string, label: string, purpose: Purpose): Promise<RingKey> {
  const pkcs8 = fromHex(PKCS8 + (await derivedScalar(secret, label)))
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign'])
  const { x, y, d } = (await crypto.subtle.exportKey('jwk', key)) as { x: string; y: string; d: string }
  const name = `${label}-${hex((fromBase64url(x) as Uint8Array).subarray(0, 5))}`
  return { name, purpose, state: 'active', from: FROM, jwk: { kty: 'EC', crv: 'P-256', x, y, d } }
}

/** A P-256 private key (RFC 5958, RFC 5915) up to its 32 bytes; who imports it works out the public half. */
const PKCS8 = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'

/** Ed25519 (RFC 8410 §7) up to its 32 bytes, any of which will do. */
const ED25519_PKCS8 = '302e020100300506032b657004220420'

async function derivedProofKey(secret: string): Promise<RingKey> {
  const pkcs8 = fromHex(ED25519_PKCS8 + hex(await derivedBytes(secret, 'proof', 32)))
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign'])
  const { x, d } = (await crypto.subtle.exportKey('jwk', key)) as { x: string; d: string }
  const name = `proof-${hex((fromBase64url(x) as Uint8Array).subarray(0, 5))}`
  return { name, purpose: 'proof', state: 'active', from: FROM, jwk: { kty: 'OKP', crv: 'Ed25519', x, d } }
}

/** The order of P-256 (FIPS 186-5; SEC 2 §2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** HKDF, and half as many bits again as are needed, so that the remainder favours no scalar (FIPS 186-5 A.2.1). */
async function derivedScalar(secret: string, label: string): Promise<string> {
  const scalar = (BigInt(`0x${hex(await derivedBytes(secret, label, 48))}`) % (ORDER - 1n)) + 1n
  return scalar.toString(16).padStart(64, '0')
}

async function derivedBytes(secret: string, label: string, length: number): Promise<Uint8Array> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits'])
  const info = utf8(`LSSC Badge test issuer: ${label}`)
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    material,
    length * 8,
  )
  return new Uint8Array(bits)
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}
