// Headers that name another algorithm, another key, or more than three members: refused before any key is used.
import { utf8 } from '../../shared/bytes.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import type { Case } from '../support/corpus.ts'
import { decode, hs256, lengthened, pem } from '../support/forge.ts'
import { did, edit, headerOf, seal, withParts } from '../support/mint.ts'
import { header, type Made, type Making, malformed, recipe, unknownKey } from '../support/recipe.ts'

export const headers: Case[] = [
  recipe(
    'J01',
    'alg none, empty signature',
    ({ token, active }) => withParts(token, { header: { ...headerOf(active), alg: 'none' }, signature: '' }),
    malformed('not-a-token'),
  ),
  header(
    'J01b',
    'alg none, signed all the same',
    ({ active }) => ({ ...headerOf(active), alg: 'none' }),
    malformed('algorithm'),
  ),
  ...['None', 'NONE', 'nOnE', ''].map((alg, i) =>
    header(
      `J02${'abcd'[i]}`,
      `alg "${alg}"`,
      ({ active }) => ({ ...headerOf(active), alg }),
      malformed('algorithm'),
    ),
  ),
  ...[['ES256'], null, 256, { ES256: true }, 'es256', 'toString', '__proto__', 'ES256 '].map((alg, i) =>
    header(
      `J02${'efghijkl'[i]}`,
      `alg ${JSON.stringify(alg)}, signed with ES256`,
      ({ active }) => ({ ...headerOf(active), alg }),
      malformed('algorithm'),
    ),
  ),
  header('J02m', 'no alg', ({ active }) => edit(headerOf(active), 'alg', undefined), malformed('algorithm')),
  ...(
    [
      ['J03', 'x of the public JWK', ({ active }) => decode(active.jwk.x)],
      ['J04', 'the PEM', ({ active }) => pem(active.jwk)],
      ['J05', 'the JWK', ({ active }) => utf8(JSON.stringify(active.jwk))],
    ] as [string, string, Making<Uint8Array<ArrayBuffer>>][]
  ).flatMap(([id, says, secret]) => {
    const token = async (made: Made) => hs256(await secret(made), headerOf(made.active), made.claims)
    return [
      recipe(id, `HS256 with ${says} as secret`, token, malformed('not-a-token')),
      recipe(
        `${id}b`,
        `${id} at the length of ES256`,
        async (made) => lengthened(await token(made)),
        malformed('algorithm'),
      ),
    ]
  }),
  recipe(
    'J06',
    'the attacker’s jwk in the header, our kid',
    ({ active, attacker, claims }) =>
      seal({ ...headerOf(active), jwk: { ...attacker.jwk } }, claims, attacker),
    malformed('header'),
  ),
  header(
    'J06b',
    'our own jwk in the header',
    ({ active }) => ({ ...headerOf(active), jwk: { ...active.jwk } }),
    malformed('header'),
  ),
  ...[
    ['J07', 'jku', 'https://attacker.example/jwks.json'],
    ['J08', 'x5u', 'http://169.254.169.254/latest/meta-data/'],
    ['J09', 'x5c', ['MIIBszCCAVmgAwIBAgIU']],
  ].map(([id, member, value]) =>
    recipe(
      id as string,
      `${member} to the attacker`,
      ({ active, attacker, claims }) =>
        seal({ ...headerOf(active), [member as string]: value as Json }, claims, attacker),
      malformed('header'),
    ),
  ),
  ...[
    '../../../../etc/passwd',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    `${did}#credential-26\u0000`,
    `${did}#credential-26`.toUpperCase(),
    '',
    ` ${did}#credential-26`,
    'a'.repeat(4096),
    `${did}#`,
    `${did}/../attacker#credential-26`,
    'https://lssc.example/keys/credential-26',
    `${did}#credential-26\n`,
    { toString: `${did}#credential-26` },
    [`${did}#credential-26`],
    null,
  ].map((kid, i) =>
    header(
      i < 13 ? `J10${'abcdefghijklm'[i]}` : `J11${['', 'b', 'c'][i - 13]}`,
      `kid ${JSON.stringify(kid).slice(0, 50)}`,
      ({ active }) => ({ ...headerOf(active), kid }),
      unknownKey('key-unknown', []),
    ),
  ),
  header(
    'J10n',
    'kid with the host in capitals',
    ({ active }) => ({ ...headerOf(active), kid: 'did:web:LSSC.example#credential-26' }),
    unknownKey('issuer-unknown', ['keys did:web:LSSC.example']),
  ),
  header(
    'J10o',
    'kid with the name in capitals',
    ({ active }) => ({ ...headerOf(active), kid: `${did}#CREDENTIAL-26` }),
    unknownKey('key-unknown'),
  ),
  header('J12', 'no kid', ({ active }) => edit(headerOf(active), 'kid', undefined), malformed('header')),
  header(
    'J25',
    'two alg in the header',
    ({ active }) => `{"alg":"none",${JSON.stringify(headerOf(active)).slice(1)}`,
    malformed('header'),
  ),
  header(
    'J25b',
    'white space in the header',
    ({ active }) => JSON.stringify(headerOf(active), null, 1),
    malformed('header'),
  ),
  header('J25c', 'a header that is an array', () => '["ES256"]', malformed('header')),
  header('J25d', 'a header that is not JSON', () => 'ES256', malformed('header')),
  header('J25e', 'a header that is null', () => 'null', malformed('header')),
  header(
    'J26d',
    '__proto__ in the header',
    ({ active }) => `{"__proto__":{"admin":true},${JSON.stringify(headerOf(active)).slice(1)}`,
    malformed('header'),
  ),
  ...(
    [
      [
        'J27',
        'crit with an unknown extension',
        { crit: ['https://lssc.example/x'], 'https://lssc.example/x': true },
      ],
      ['J28', 'b64 false', { b64: false, crit: ['b64'] }],
      ['J31', 'zip', { zip: 'DEF' }],
      ['J31b', 'cty', { cty: 'vc' }],
    ] as const
  ).map(([id, says, members]) =>
    header(
      id,
      says,
      ({ active }) => ({ ...headerOf(active), ...(members as JsonObject) }),
      malformed('header'),
    ),
  ),
  ...(
    [
      ['J29', 'vc+jwt'],
      ['J29b', 'jwt'],
      ['J29c', 'application/jwt'],
      ['J29d', ['JWT']],
      ['J30', 'at+jwt'],
      ['J30b', 'lssc-receipt+jwt'],
    ] as const
  ).map(([id, typ]) =>
    header(
      id,
      `typ ${JSON.stringify(typ)}`,
      ({ active }) => ({ ...headerOf(active), typ: typ as Json }),
      malformed('type'),
    ),
  ),
  header('J29e', 'no typ', ({ active }) => edit(headerOf(active), 'typ', undefined), malformed('header')),
  header(
    'J56b',
    'ES384 at the length of ES256',
    ({ active }) => ({ ...headerOf(active), alg: 'ES384' }),
    malformed('algorithm'),
  ),
]
