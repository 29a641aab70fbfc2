// Tokens whose text, key or signature is not as it should be.
import { type KeySet, readKeySet } from '../../shared/key-set.ts'
import type { Case } from '../support/corpus.ts'
import { decode, der, mirrored, split, strayBits } from '../support/forge.ts'
import {
  did,
  edit,
  headerOf,
  index,
  makeClaims,
  makeStanding,
  revoked,
  seal,
  sealText,
  withParts,
} from '../support/mint.ts'
import {
  badSignature,
  claim,
  type Made,
  malformed,
  opened,
  REVOKED,
  recipe,
  unavailable,
  unknownKey,
  valid,
} from '../support/recipe.ts'

/** A genuine token whose signature has a `-` or a `_` in it (one signature in eighty has not). */
async function withBothAlphabets({ claims, sign }: Made): Promise<string> {
  for (;;) {
    const token = await sign(claims)
    if (/[-_]/.test(token.slice(-86))) return token
  }
}

export const seals: Case[] = [
  recipe('J00', 'CONTROL: a good token', ({ token }) => token, valid),
  recipe(
    'J13',
    'signed with the status key',
    ({ status, claims }) => seal(headerOf(status), claims, status),
    unknownKey('key-purpose'),
  ),
  recipe(
    'J13b',
    'signed with the receipt key',
    ({ receipt, claims }) => seal(headerOf(receipt), claims, receipt),
    unknownKey('key-purpose'),
  ),
  recipe(
    'J14',
    'kid of the active key, signed with the retired one',
    ({ active, retired, claims }) => seal(headerOf(active), claims, retired),
    badSignature,
  ),
  recipe(
    'J14b',
    'the compromised key',
    async ({ compromised, claims }) => seal(headerOf(compromised), claims, compromised),
    unknownKey('key-compromised'),
  ),
  recipe(
    'J14c',
    'the compromised key, and a signature of someone else: nothing of it counts',
    async ({ compromised, attacker, claims }) => seal(headerOf(compromised), claims, attacker),
    unknownKey('key-compromised'),
  ),
  ...(
    [
      ['J15', 'the retired key, inside its life', '2025-06-15T12:00:00Z', valid],
      ['J15b', 'the retired key, in its last second', '2025-12-31T23:59:59Z', valid],
      ['J15c', 'the retired key, as late as clocks may differ', '2026-01-01T00:01:59Z', valid],
      ['J15d', 'the retired key, as early as clocks may differ', '2019-12-31T23:58:00Z', valid],
      ['J16', 'the retired key, after its life', '2026-06-15T12:00:00Z', unknownKey('key-not-in-use')],
      ['J16b', 'the retired key, a second too late', '2026-01-01T00:02:00Z', unknownKey('key-not-in-use')],
      ['J16c', 'the retired key, a second too early', '2019-12-31T23:57:59Z', unknownKey('key-not-in-use')],
    ] as const
  ).map(([id, says, at, expected]) =>
    recipe(
      id,
      says,
      async ({ retired }) => seal(headerOf(retired), await makeClaims({}, {}, new Date(at)), retired),
      expected,
    ),
  ),
  recipe(
    'J16d',
    'the pending key, before its life',
    ({ pending, claims }) => seal(headerOf(pending), claims, pending),
    unknownKey('key-not-in-use'),
  ),
  recipe(
    'J16e',
    'the pending key, when its life has begun: a cached copy may still call it so',
    async ({ pending }) =>
      seal(headerOf(pending), await makeClaims({}, {}, new Date('2027-01-01T00:00:10Z')), pending),
    valid,
    async ({ signList }) => {
      const at = new Date('2027-01-01T00:00:20Z')
      return { now: at, standing: await signList(await makeStanding([], at)) }
    },
  ),
  ...[undefined, '1781524800', 1781524800.5, null, 1e21, -1].map((iat, i) =>
    claim(`J16${'fghijk'[i]}`, `iat ${JSON.stringify(iat)}`, 'iat', iat, unknownKey('key-not-in-use')),
  ),
  recipe(
    'J17',
    'one bit of the payload',
    ({ token, claims }) =>
      withParts(token, { payload: edit(claims, 'name', 'Library Support Staff Certificatioo (LSSC)') }),
    badSignature,
  ),
  recipe('J18', 'signature of 85 characters', ({ token }) => token.slice(0, -1), malformed('not-a-token')),
  recipe('J18b', 'signature of 87 characters', ({ token }) => `${token}A`, malformed('not-a-token')),
  recipe(
    'J19',
    'the signature that is all zero',
    ({ token }) => withParts(token, { signature: 'A'.repeat(86) }),
    badSignature,
  ),
  recipe(
    'J20',
    'a DER signature',
    ({ token }) => withParts(token, { signature: der(split(token)[2]) }),
    malformed('not-a-token'),
  ),
  recipe(
    'J21',
    '(r, n-s): the same record',
    ({ token }) => withParts(token, { signature: mirrored(split(token)[2]) }),
    valid,
  ),
  recipe(
    'J21b',
    '(r, n-s) of a withdrawn record: as withdrawn',
    ({ token }) => withParts(token, { signature: mirrored(split(token)[2]) }),
    opened('revoked', REVOKED),
    async ({ signList }) => ({ standing: await signList(await makeStanding([[index, revoked]])) }),
  ),
  ...(
    [
      ['J22a', 'a space inside the signature', (token) => `${token.slice(0, -9)} ${token.slice(-9)}`],
      ['J22b', 'a newline inside the signature', (token) => `${token.slice(0, -9)}\n${token.slice(-9)}`],
      ['J22c', '= padding', (token) => `${token}==`],
      ['J22d', 'a newline at the end', (token) => `${token}\n`],
      ['J22e', 'a space at the front', (token) => ` ${token}`],
      ['J22f', 'the alphabet with + and /', (token) => token.replaceAll('-', '+').replaceAll('_', '/')],
      ['J22g', 'a dot too many', (token) => token.replace('.', '..')],
      ['J22h', 'four segments', (token) => `${token}.${split(token)[2]}`],
      ['J22i', 'two segments', (token) => token.slice(0, token.lastIndexOf('.'))],
      ['J22j', 'percent-encoded dots', (token) => token.replaceAll('.', '%2E')],
      ['J22k', 'a zero-width space inside', (token) => `${token.slice(0, -9)}\u200b${token.slice(-9)}`],
      ['J22l', 'a byte order mark at the front', (token) => `\ufeff${token}`],
      ['J22m', 'a full-width letter', (token) => `${token.slice(0, -1)}\uff21`],
      ['J22n', 'nothing', () => ''],
      ['J22o', 'two tokens, one on each line', (token) => `${token}\n${token}`],
    ] as [string, string, (token: string) => string][]
  ).map(([id, says, change]) =>
    recipe(id, says, async (made) => change(await withBothAlphabets(made)), malformed('not-a-token')),
  ),
  recipe(
    'J23',
    'stray bits in the signature’s last character',
    ({ token }) => withParts(token, { signature: strayBits(split(token)[2]) }),
    badSignature,
  ),
  recipe(
    'J23b',
    'stray bits in the header, signed so',
    async ({ claims, retired, active, token }) => {
      // Of the two headers, the one whose length leaves bits to spare.
      const key = split(token)[0].length % 4 === 0 ? retired : active
      const [head, body] = split(await seal(headerOf(key), claims, key))
      return sealText(`${strayBits(head)}.${body}`, key)
    },
    malformed('header'),
  ),
  recipe(
    'J23c',
    'stray bits in the payload, signed so',
    async ({ claims, sign, active }) => {
      for (let name = 'LSSC'; ; name += '.') {
        const [head, body] = split(await sign(edit(claims, 'name', name)))
        if (body.length % 4 !== 0) return sealText(`${head}.${strayBits(body)}`, active)
      }
    },
    malformed('not-canonical'),
  ),
  recipe(
    'J23d',
    'padding in the payload, signed so',
    async ({ claims, sign, active }) => {
      const [head, body] = split(await sign(claims))
      return sealText(`${head}.${body}==`, active)
    },
    malformed('not-a-token'),
  ),
  recipe(
    'J52',
    'a megabyte of A',
    ({ token }) => withParts(token, { payload: new Uint8Array(786_432) }),
    malformed('too-large'),
  ),
  recipe('J52b', 'a megabyte without a dot', () => 'A'.repeat(1_048_576), malformed('too-large')),
  ...(
    [
      ['J52c', 'genuine, and one character too long', 1, malformed('too-large')],
      ['J52d', 'genuine, and as long as may be', 0, valid],
    ] as const
  ).map(([id, says, over, expected]) =>
    recipe(
      id,
      says,
      async ({ claims, sign, token }) => {
        const [, body, signature] = split(token)
        const room = 32 * 1024 - (split(token)[0].length + signature.length + 2)
        const spare = Math.floor((room * 3) / 4) - decode(body).length + over
        return sign(edit(claims, 'name', (claims.name as string) + '.'.repeat(spare)))
      },
      expected,
    ),
  ),
  recipe(
    'J54',
    'JSON serialization',
    ({ token }) => {
      const [head, payload, signature] = split(token)
      return JSON.stringify({ payload, signatures: [{ protected: head, signature }] })
    },
    malformed('not-a-token'),
  ),
  recipe('J55', 'five segments', ({ token }) => `${token}.AAAA.AAAA`, malformed('not-a-token')),
  recipe(
    'J56',
    'ES384',
    ({ p384, claims }) => seal({ ...headerOf(p384), alg: 'ES384' }, claims, p384),
    malformed('not-a-token'),
  ),
  recipe(
    'J56c',
    'a P-384 signature that calls itself ES256',
    ({ p384, claims }) => seal(headerOf(p384), claims, p384),
    malformed('not-a-token'),
  ),
  recipe(
    'J58',
    'a published key that is no point of the curve',
    ({ token }) => token,
    unknownKey('key-unknown'),
    ({ jwks, active }) => ({
      keys: readKeySet(
        { keys: jwks.keys.map((key) => (key.kid === active.kid ? { ...key, y: active.jwk.x } : key)) },
        did,
      ) as KeySet,
    }),
  ),
  recipe(
    'J58b',
    'a published status key that is no point of the curve',
    ({ token }) => token,
    unavailable('list-unreadable'),
    ({ jwks, status }) => ({
      keys: readKeySet(
        { keys: jwks.keys.map((key) => (key.kid === status.kid ? { ...key, y: status.jwk.x } : key)) },
        did,
      ) as KeySet,
    }),
  ),
  recipe(
    'J57',
    'an edited credential around a good token',
    ({ token, claims }) =>
      JSON.stringify({ credential: edit(claims, 'name', 'Doctor'), proof: { jwt: token } }),
    malformed('not-a-token'),
  ),
]
