// Payloads that are sealed as they should be, in a spelling or with contents that the issuer never writes.
import { utf8 } from '../../shared/bytes.ts'
import { endOf, secondsOf } from '../../shared/dates.ts'
import type { Json } from '../../shared/json.ts'
import type { Case } from '../support/corpus.ts'
import { before } from '../support/forge.ts'
import { edit, makeClaims } from '../support/mint.ts'
import { claim, malformed, notOurs, opened, recipe, unknownKey, valid } from '../support/recipe.ts'

export const payloads: Case[] = [
  recipe(
    'J24',
    'two credentialSubject',
    ({ claims, sign }) => sign(before(claims, '"credentialSubject":{"id":"urn:uuid:someone-else"}')),
    malformed('not-canonical'),
  ),
  recipe(
    'J24b',
    'white space in the payload',
    ({ claims, sign }) => sign(JSON.stringify(claims, null, 1)),
    malformed('not-canonical'),
  ),
  recipe(
    'J24c',
    'a byte order mark in the payload',
    ({ claims, sign }) => sign(`\ufeff${JSON.stringify(claims)}`),
    malformed('not-canonical'),
  ),
  recipe(
    'J24d',
    'an escape where none is needed',
    ({ claims, sign }) => sign(JSON.stringify(claims).replace('"LSSC"', '"LSS\\u0043"')),
    malformed('not-canonical'),
  ),
  recipe(
    'J26',
    '__proto__ among the claims',
    ({ claims, sign }) => sign(before(claims, '"__proto__":{"admin":true}')),
    malformed('not-a-credential'),
  ),
  recipe(
    'J26b',
    '__proto__ inside the subject: counts for nothing',
    ({ claims, sign }) =>
      sign(JSON.stringify(claims).replace('"credentialSubject":{', '$&"__proto__":{"admin":true},')),
    valid,
  ),
  claim(
    'J26c',
    '__proto__ among an area’s details: counts for nothing',
    'evidence.0.narrative',
    'completed: 2023-03-01; reference: X; __proto__: admin',
    valid,
  ),
  recipe(
    'J32',
    'past its last day',
    async ({ sign }) => sign(await makeClaims({ expiresOn: '2026-06-15' })),
    opened('expired', { dates: 'failed: ended' }),
  ),
  notOurs('J33', 'validUntil past, exp far: they disagree', 'validUntil', endOf('2026-06-15')),
  notOurs('J33b', 'exp past, validUntil far: they disagree', 'exp', secondsOf(endOf('2026-06-15'))),
  recipe(
    'J34',
    'not begun',
    async ({ sign }) => sign(await makeClaims({}, { validFrom: '2026-12-01T12:00:00Z' })),
    opened('not-yet-valid', { dates: 'failed: not-begun' }),
  ),
  notOurs('J34b', 'nbf to come, validFrom past: they disagree', 'nbf', secondsOf('2026-12-01T12:00:00Z')),
  notOurs('J35', 'exp as text', 'exp', String(secondsOf(endOf('2027-06-15')))),
  recipe(
    'J36',
    'exp 1e400',
    ({ claims, sign }) => sign(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e400')),
    malformed('not-canonical'),
  ),
  notOurs('J37', 'negative exp', 'exp', -1),
  recipe(
    'J37b',
    'a credential of 1969, consistently',
    async ({ sign }) =>
      sign(await makeClaims({ expiresOn: '1969-06-15' }, { validFrom: '1969-01-01T12:00:00Z' })),
    opened('expired', { dates: 'failed: ended' }),
  ),
  ...(
    [
      ['J38', 'soon'],
      ['J39', '2027-02-30T10:59:59Z'],
      ['J40', '2027-06-16T10:59:59'],
      ['J40b', '2027-06-16T11:59:59+01:00'],
      ['J40c', '2027-06-16T10:59:59.000Z'],
      ['J40d', '2027-06-16'],
      ['J40e', 1813143599],
    ] as const
  ).map(([id, validUntil]) =>
    recipe(
      id,
      `validUntil ${validUntil}`,
      ({ claims, sign }) => {
        const exp = secondsOf(new Date(validUntil))
        return sign(edit(edit(claims, 'validUntil', validUntil), 'exp', Number.isNaN(exp) ? null : exp))
      },
      malformed('not-a-credential'),
    ),
  ),
  ...['[]', 'null', '"credential"', '7', 'true', '{', '{}x'].map((text, i) =>
    recipe(`J48${['', 'b', 'c', 'd', 'e', 'f', 'g'][i]}`, `payload ${text}`, ({ sign }) => sign(text), {
      ...malformed('not-canonical'),
    }),
  ),
  recipe(
    'J48h',
    'payload that is an array of the credential',
    ({ claims, sign }) => sign(JSON.stringify([claims])),
    malformed('not-canonical'),
  ),
  recipe('J48i', 'payload {}', ({ sign }) => sign('{}'), unknownKey('key-not-in-use')),
  recipe(
    'J49',
    'payload that is not UTF-8',
    ({ claims, sign }) => {
      const bytes = utf8(JSON.stringify(claims))
      bytes[bytes.indexOf(0xc3)] = 0xff // the ñ of the holder's name
      return sign(bytes)
    },
    malformed('not-canonical'),
  ),
  claim(
    'J50',
    'half a surrogate pair in a name',
    'credentialSubject.identifier.0.identityHash',
    'Ana \ud800',
    malformed('not-canonical'),
  ),
  claim(
    'J50b',
    'half a surrogate pair in the name of a member',
    'credentialSubject.\udfff',
    true,
    malformed('not-canonical'),
  ),
  claim('J50c', 'a whole pair is a letter like any other', 'name', 'LSSC 📚', valid),
  recipe(
    'J51',
    '5,000 arrays in each other',
    ({ claims, sign }) => sign(before(claims, `"x":${'['.repeat(5000)}${']'.repeat(5000)}`)),
    malformed('not-canonical'),
  ),
  claim(
    'J51b',
    '15 arrays inside the subject: one too deep',
    'credentialSubject.x',
    JSON.parse('['.repeat(15) + ']'.repeat(15)),
    malformed('not-canonical'),
  ),
  claim(
    'J51c',
    '14 arrays inside the subject: as deep as may be',
    'credentialSubject.x',
    JSON.parse('['.repeat(14) + ']'.repeat(14)),
    valid,
  ),
  recipe(
    'J53',
    '10,000 members',
    ({ claims, sign }) =>
      sign({ ...claims, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 0])) }),
    malformed('too-large'),
  ),
  recipe(
    'J53b',
    '1,000 pieces of evidence that say nothing',
    ({ claims, sign }) =>
      sign(
        edit(claims, 'evidence', [
          ...(claims.evidence as Json[]),
          ...Array.from({ length: 1000 }, () => ({})),
        ]),
      ),
    malformed('not-canonical'),
  ),
]
