// Claims that are sealed as they should be, and are no credential of ours all the same (N: the negative corpus of
// the standards reference; S14 to S17 and S21: where a credential's status is).
import { recordUrl } from '../../shared/issuer.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { makeNumber } from '../../shared/number.ts'
import type { Case } from '../support/corpus.ts'
import {
  did,
  edit,
  headerOf,
  index,
  issuer,
  list,
  makeClaims,
  makeStanding,
  number,
  revoked,
} from '../support/mint.ts'
import { header, malformed, notOurs, type Outcome, recipe, unknownKey, valid } from '../support/recipe.ts'

const contents: Case[] = [
  notOurs('N05', 'jti is not the id', 'jti', `${issuer.origin}/c/${makeNumber('11111111111')}`),
  notOurs('N05b', 'sub is not the subject', 'sub', 'urn:uuid:someone-else'),
  notOurs('N05c', 'no sub', 'sub', undefined),
  notOurs('N05d', 'another licenseNumber', 'credentialSubject.licenseNumber', makeNumber('11111111111')),
  header(
    'N05e',
    'kid of no key of ours, signed with one',
    ({ active }) => ({ ...headerOf(active), kid: `${did}#nope` }),
    unknownKey('key-unknown'),
  ),
  ...[
    ['a number with a wrong check symbol', `${issuer.origin}/c/7GRA-DVAT-E420`],
    ['a number in lower case', `${issuer.origin}/c/${number.toLowerCase()}`],
    ['another path', `${issuer.origin}/badge/${number}`],
    ['a query', `${issuer.origin}/c/x?${number}`],
    ['a user in the address', `https://lssc.example@attacker.example/c/${number}`],
    ['another host', `https://attacker.example/c/${number}`],
    ['another port', `https://lssc.example:8443/c/${number}`],
    ['the default port, spelled out', `https://lssc.example:443/c/${number}`],
    ['a scheme of its own', `lssc://lssc.example/c/${number}`],
    ['no host', `urn:lssc:${number}`],
    ['no scheme', `//lssc.example/c/${number}`],
    ['nothing else', number],
  ].map(([says, id], i) =>
    recipe(
      `N06${'abcdefghijkl'[i]}`,
      `id with ${says}, in every place`,
      ({ claims, sign }) => {
        const moved = JSON.stringify(claims).replaceAll(recordUrl(issuer.origin, number), id as string)
        return sign(edit(JSON.parse(moved), 'credentialSubject.licenseNumber', (id as string).slice(-14)))
      },
      malformed('not-a-credential'),
    ),
  ),
  recipe(
    'N07',
    'exp missing, validUntil past',
    async ({ sign }) => sign(edit(await makeClaims({ expiresOn: '2026-06-15' }), 'exp', undefined)),
    malformed('not-a-credential'),
  ),
  recipe(
    'N08',
    'exp in milliseconds',
    ({ claims, sign }) => sign(edit(claims, 'exp', (claims.exp as number) * 1000)),
    malformed('not-a-credential'),
  ),
  recipe(
    'N08b',
    'exp with a fraction',
    ({ claims, sign }) => sign(edit(claims, 'exp', (claims.exp as number) + 0.5)),
    malformed('not-a-credential'),
  ),
  notOurs('N08c', 'nbf missing', 'nbf', undefined),
  recipe(
    'N08d',
    'it ends before it begins',
    async ({ sign }) => sign(await makeClaims({ expiresOn: '2023-06-01' })),
    malformed('not-a-credential'),
  ),
  header('N10', 'typ bad+typ', ({ active }) => ({ ...headerOf(active), typ: 'bad+typ' }), malformed('type')),
  recipe(
    'N12',
    'a second body inside a vc claim',
    ({ claims, sign }) => sign({ ...claims, vc: edit(claims, 'name', 'Doctor') }),
    malformed('not-a-credential'),
  ),
  notOurs('N12b', 'an unknown member', 'endorsementJwt', []),
  notOurs('N12c', 'an embedded proof', 'proof', []),
  notOurs(
    'N21',
    'e-mail hashed with md5',
    'credentialSubject.identifier.5.identityHash',
    `md5$${'0'.repeat(32)}`,
  ),
  notOurs('N21b', 'e-mail hashed without salt', 'credentialSubject.identifier.5.salt', undefined),
  notOurs('N22', 'a product that links to javascript:', 'evidence.6.id', 'javascript:alert(1)'),
  notOurs(
    'N22b',
    'a course description that links to javascript:',
    'evidence.0.narrative',
    'completed: 2023-03-01; reference: X; content: javascript:alert(1)',
  ),
  notOurs('N22c', 'an issuer that links to javascript:', 'issuer.url', 'javascript:alert(1)'),
  notOurs('N22d', 'a product that links to data:', 'evidence.6.id', 'data:text/html,x'),
  notOurs('N23', 'validFrom with an offset', 'validFrom', '2023-06-15T13:00:00+01:00'),
  notOurs(
    'N24',
    'an achievement that is not ours',
    'credentialSubject.achievement.id',
    'https://attacker.example/achievements/lssc',
  ),
  notOurs('N24b', 'no achievement', 'credentialSubject.achievement', undefined),
  ...[
    'https://attacker.example/achievements/lssc/sets/technology#2012',
    `${issuer.origin}/achievements/lssc/sets/constructor#2012`,
    `${issuer.origin}/achievements/lssc/sets/technology#__proto__`,
    `${issuer.origin}/achievements/lssc/sets/technology`,
    `${issuer.origin}/achievements/lssc/sets/technology#2012#2009`,
  ].map((page, i) =>
    notOurs(
      `N25${'abcde'[i]}`,
      `an area measured against ${page}`,
      'credentialSubject.result.2.resultDescription',
      page,
    ),
  ),
  notOurs('N26', 'no area', 'credentialSubject.result', []),
  notOurs('N26b', 'an area without evidence', 'evidence', []),
  notOurs(
    'N26c',
    'contact hours that are no number',
    'evidence.0.narrative',
    'completed: 2023-03-01; reference: X; contact hours: many',
  ),
  notOurs(
    'N26d',
    'an area completed on no day',
    'evidence.0.narrative',
    'completed: 2023-02-30; reference: X',
  ),
  notOurs('N26e', 'evidence of no pathway', 'evidence.0.genre', 'Bribe'),
  notOurs('N27', 'a holder without a name', 'credentialSubject.identifier.0', undefined),
  notOurs(
    'N27b',
    'an order of names that there is not',
    'credentialSubject.identifier.3.identityHash',
    'sideways',
  ),
]

// --- where its status is ---

function indexed(id: string, value: Json | undefined, expected: Outcome): Case {
  return recipe(
    id,
    `statusListIndex ${JSON.stringify(value)}`,
    ({ claims, sign }) =>
      sign(
        edit(
          edit(claims, 'credentialStatus.statusListIndex', value),
          'credentialStatus.id',
          `${list}#${value}`,
        ),
      ),
    expected,
  )
}

/** A credential whose status entry names another list, consistently. */
function listed(id: string, url: string): Case {
  return recipe(
    id,
    `statusListCredential ${url}`,
    ({ claims, sign }) =>
      sign(
        edit(
          edit(claims, 'credentialStatus.statusListCredential', url),
          'credentialStatus.id',
          `${url}#${index}`,
        ),
      ),
    malformed('not-a-credential'),
  )
}

const entries: Case[] = [
  ...['-1', '131072', '5.0', '5e0', '0x5', ' 5', '05', '9007199254740993', 'NaN', '', null, 5, ['5']].map(
    (value, i) => indexed(`S14${'abcdefghijklm'[i]}`, value, malformed('not-a-credential')),
  ),
  ...[undefined, '5 ', '５', '007', '1e3', '12abc', '-0', '999999'].map((value, i) =>
    indexed(`N18${'abcdefgh'[i]}`, value, malformed('not-a-credential')),
  ),
  indexed('S14n', '131071', valid),
  indexed('S14o', '0', valid),
  listed('S15', 'https://attacker.example/status/7'),
  listed('S15b', 'https://evil.example/status/7'), // as long as ours
  listed('S16', 'http://127.0.0.1:8787/status/7'),
  ...[
    'http://lssc.example/status/7',
    'https://lssc.example.attacker.example/status/7',
    'https://lssc.example@attacker.example/status/7',
    'https://lssc.example/status/7/../../attacker',
    'https://lssc.example/status/../status/7',
    'https://lssc.example/status/7?x=/status/7',
    'https://lssc.example/status/7#',
    'https://lssc.example/status/0',
    'https://lssc.example/status/',
    'https://lssc.example/status/7/status/7',
    '//attacker.example/status/7',
  ].map((url, i) => listed(`S16${'bcdefghijkl'[i]}`, url)),
  notOurs('S17', 'no credentialStatus', 'credentialStatus', undefined),
  notOurs('S17b', 'a status of another type', 'credentialStatus.type', '1EdTechRevocationList'),
  notOurs('S17c', 'a status of another purpose', 'credentialStatus.statusPurpose', 'refresh'),
  recipe(
    'S21',
    'two status entries, the second one revoked',
    ({ claims, sign }) => {
      const entry = claims.credentialStatus as JsonObject
      return sign(edit(claims, 'credentialStatus', [{ ...entry, statusPurpose: 'suspension' }, entry]))
    },
    malformed('not-a-credential'),
    async ({ signList }) => ({ standing: await signList(await makeStanding([[index, revoked]])) }),
  ),
  notOurs('N16', 'an entry whose id is its list', 'credentialStatus.id', list),
  notOurs('N16b', 'an entry whose id is another’s', 'credentialStatus.id', `${list}#6`),
]

export const claims: Case[] = [...contents, ...entries]
