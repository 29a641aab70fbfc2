// Published keys: runtimes differ in what they check of a JWK (workerd not even `crv`, none of them `use`), so
// each of these must be passed over before any runtime sees it.
import { canonical, type Json, type JsonObject } from '../../shared/json.ts'
import { readKeySet } from '../../shared/key-set.ts'
import { type Case, fact, once } from '../support/corpus.ts'
import { did, edit, makeSigner, published, type Signer } from '../support/mint.ts'

const signer = once(() => makeSigner(`${did}#credential-26`))
const SINCE = '2026-01-01T00:00:00Z'

/** Which keys are read from a JWKS of one entry. */
function key(
  id: string,
  says: string,
  change: (entry: JsonObject, signer: Signer) => Json,
  kept = false,
): Case {
  return fact(
    id,
    says,
    async () => {
      const made = await signer()
      const entry = published(made, 'credential', 'active', SINCE)
      return readKeySet({ keys: [change(entry, made)] }, did)?.map(({ kid }) => kid) ?? null
    },
    kept ? [`${did}#credential-26`] : null,
  )
}

const jwks = (id: string, says: string, value: unknown) =>
  fact(id, says, () => readKeySet(value, did) as Json, null)

/** A coordinate of another length, or another spelling. */
const x = (entry: JsonObject) => entry.x as string

export const keySets: Case[] = [
  key('K00', 'CONTROL: a good key', (entry) => entry, true),
  key('K01', 'a point of P-256 that is labelled P-384 (Wycheproof json_web_key 23)', (entry) => ({
    ...entry,
    crv: 'P-384',
  })),
  key('K01b', 'no crv', (entry) => edit(entry, 'crv', undefined)),
  key('K02', 'a key for encryption (Wycheproof json_web_key 21)', (entry) => ({ ...entry, use: 'enc' })),
  key('K02b', 'no use', (entry) => edit(entry, 'use', undefined)),
  key('K03', 'a private key', (entry, { jwk }) => ({ ...entry, d: jwk.x })),
  key('K03b', 'a private key that is empty', (entry) => ({ ...entry, d: null })),
  key('K04', 'alg ES384', (entry) => ({ ...entry, alg: 'ES384' })),
  key('K04b', 'alg none', (entry) => ({ ...entry, alg: 'none' })),
  key('K04c', 'no alg', (entry) => edit(entry, 'alg', undefined)),
  ...['OKP', 'oct', 'RSA', 'ec', undefined].map((kty, i) =>
    key(`K05${'abcde'[i]}`, `kty ${kty}`, (entry) => edit(entry, 'kty', kty)),
  ),
  key('K06', 'x a character short', (entry) => ({ ...entry, x: x(entry).slice(1) })),
  key('K06b', 'x a character long', (entry) => ({ ...entry, x: `${x(entry)}A` })),
  key('K06c', 'x with a leading zero byte', (entry) => ({ ...entry, x: `AA${x(entry)}` })),
  key('K06d', 'x of 31 bytes', (entry) => ({ ...entry, x: x(entry).slice(0, 42) })),
  key('K06e', 'x padded', (entry) => ({ ...entry, x: `${x(entry)}=` })),
  key('K06f', 'x with a space', (entry) => ({ ...entry, x: `${x(entry).slice(0, 42)} ` })),
  key('K06g', 'x in the other alphabet', (entry) => ({ ...entry, x: `+${x(entry).slice(1)}` })),
  key('K06h', 'x with stray bits', (entry) => ({ ...entry, x: `${x(entry).slice(0, 42)}B` })),
  key('K06i', 'y missing', (entry) => edit(entry, 'y', undefined)),
  key('K06j', 'y a number', (entry) => ({ ...entry, y: 7 })),
  key('K06k', 'y an array', (entry) => ({ ...entry, y: [x(entry)] })),
  key('K06l', 'y a character short', (entry) => ({ ...entry, y: x(entry).slice(1) })),
  key('K07', 'another issuer’s kid', (entry) => ({
    ...entry,
    kid: 'did:web:attacker.example#credential-26',
  })),
  key('K07b', 'a relative kid', (entry) => ({ ...entry, kid: '#credential-26' })),
  key('K07c', 'no kid', (entry) => edit(entry, 'kid', undefined)),
  key('K07d', 'a kid that is an array', (entry) => ({ ...entry, kid: [`${did}#credential-26`] })),
  key('K07e', 'a kid with a path', (entry) => ({ ...entry, kid: `${did}:path/../x#credential-26` })),
  key('K08', 'a purpose that there is not', (entry) => ({ ...entry, purpose: 'everything' })),
  key('K08b', 'no purpose', (entry) => edit(entry, 'purpose', undefined)),
  key('K08c', 'two purposes', (entry) => ({ ...entry, purpose: ['credential', 'status'] })),
  key('K09', 'a state that there is not', (entry) => ({ ...entry, state: 'ACTIVE' })),
  key('K09b', 'no state', (entry) => edit(entry, 'state', undefined)),
  key('K10', 'no beginning', (entry) => edit(entry, 'from', undefined)),
  key('K10b', 'a beginning in seconds', (entry) => ({ ...entry, from: 1767225600 })),
  key('K10c', 'a beginning without a time', (entry) => ({ ...entry, from: '2026-01-01' })),
  key('K11', 'an end that is null', (entry) => ({ ...entry, until: null })),
  key('K11b', 'an end that is no instant', (entry) => ({ ...entry, until: 'never' })),
  key(
    'K11c',
    'retired, with an end',
    (entry) => ({ ...entry, state: 'retired', until: '2026-02-01T00:00:00Z' }),
    true,
  ),
  key('K11d', 'retired, without an end', (entry) => ({ ...entry, state: 'retired' })),
  key('K12', 'a member that nothing reads', (entry) => ({ ...entry, iss: did, key_ops: ['verify'] }), true),
  ...[null, 7, 'key', []].map((entry, i) =>
    key(`K13${'abcd'[i]}`, `an entry ${JSON.stringify(entry)}`, () => entry),
  ),
  ...[null, undefined, [], {}, { keys: {} }, { keys: [] }, 'keys', { kty: 'EC' }].map((value, i) =>
    jwks(`K14${'abcdefgh'[i]}`, `a JWKS ${JSON.stringify(value)}`, value),
  ),
  fact(
    'K15',
    '101 keys',
    async () => {
      const entry = published(await signer(), 'credential', 'active', SINCE)
      const sizes = [100, 101].map(
        (length) => readKeySet({ keys: Array.from({ length }, () => entry) }, did)?.length ?? null,
      )
      return sizes
    },
    [100, null],
  ),
  fact(
    'K16',
    'of a set, only the good ones, and only what counts',
    async () => {
      const { jwk } = await signer()
      const entry = published(await signer(), 'credential', 'active', SINCE, '2027-01-01T00:00:00Z')
      const read = readKeySet(
        { keys: [null, { ...entry, crv: 'P-384' }, { kty: 'RSA', n: 'AQAB' }, { ...entry, x5c: [] }] },
        did,
      )
      const kept = {
        kid: entry.kid,
        purpose: 'credential',
        state: 'active',
        from: 1767225600,
        until: 1798761600,
        jwk,
      }
      return canonical(read as unknown as Json) === canonical([kept as unknown as Json])
    },
    true,
  ),
]
