/**
 * Makes signing keys. `npm run keys` prints a new ring for `wrangler secret put KEY_RING`: see "Deploy" in the README.
 */
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { wholeSeconds } from '../../shared/dates.ts'
import type { Purpose } from '../../shared/key-set.ts'
import type { RingKey } from '../keys.ts'

const ALGORITHMS: Record<Purpose, 'ES256' | 'Ed25519'> = {
  credential: 'ES256',
  status: 'ES256',
  receipt: 'ES256',
  register: 'ES256',
  proof: 'Ed25519',
}

/** One active key for each purpose. */
export async function makeKeyRing(from: Date): Promise<RingKey[]> {
  return Promise.all((Object.keys(ALGORITHMS) as Purpose[]).map((purpose) => makeKey(purpose, from)))
}

/** A key is named for its purpose and the beginning of its RFC 7638 thumbprint. */
async function makeKey(purpose: Purpose, from: Date): Promise<RingKey> {
  const { privateKey } = await generateKeyPair(ALGORITHMS[purpose], { extractable: true })
  const jwk = await exportJWK(privateKey)
  const name = `${purpose}-${(await calculateJwkThumbprint(jwk)).replace(/[^a-zA-Z0-9]/g, '').slice(0, 10)}`
  return { name, purpose, state: 'active', from: wholeSeconds(from), jwk }
}

if (import.meta.main) console.log(JSON.stringify(await makeKeyRing(new Date())))
