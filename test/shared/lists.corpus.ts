// Status lists that cannot be believed (the recipes S of the security reference, and those of the standards
// reference): none of them makes a credential green.

import { wholeSeconds } from '../../shared/dates.ts'
import { type KeySet, readKeySet } from '../../shared/key-set.ts'
import type { Case } from '../support/corpus.ts'
import {
  did,
  edit,
  headerOf,
  issuer,
  later,
  list,
  makeStanding,
  now,
  published,
  seal,
  sealStanding,
} from '../support/mint.ts'
import {
  AGED,
  listClaim,
  malformed,
  opened,
  recipe,
  STANDING,
  standing,
  unavailable,
  valid,
} from '../support/recipe.ts'

export const lists: Case[] = [
  standing('S00', 'CONTROL: nobody is withdrawn', ({ sealed }) => sealed, valid),
  standing(
    'S03',
    'signed by the attacker',
    ({ standing, attacker }) => sealStanding(standing, attacker),
    unavailable('list-unreadable'),
  ),
  standing(
    'S03b',
    'signed by the attacker under our kid',
    ({ standing, attacker, status }) => seal(headerOf(status, 'vc+jwt'), standing, attacker),
    unavailable('list-unreadable'),
  ),
  standing(
    'S04',
    'signed with the credential key',
    ({ standing, active }) => sealStanding(standing, active),
    unavailable('list-unreadable'),
  ),
  standing(
    'S04b',
    'signed with the receipt key',
    ({ standing, receipt }) => sealStanding(standing, receipt),
    unavailable('list-unreadable'),
  ),
  ...['suspension', 'revocation', ['message'], ['message', 'revocation'], undefined, null].map((purpose, i) =>
    listClaim(
      `S05${['', 'b', 'c', 'd', 'e', 'f'][i]}`,
      `statusPurpose ${JSON.stringify(purpose)}`,
      'credentialSubject.statusPurpose',
      purpose,
      unavailable('list-unreadable'),
    ),
  ),
  listClaim(
    'S18',
    'signed now, but its own end was yesterday',
    'validUntil',
    wholeSeconds(later(-86_400)),
    unavailable('list-stale'),
  ),
  listClaim('S18b', 'its own end is now', 'validUntil', wholeSeconds(now), valid),
  listClaim(
    'S18c',
    'its own end is a second ago',
    'validUntil',
    wholeSeconds(later(-1)),
    unavailable('list-stale'),
  ),
  ...['tomorrow', '2026-11-23', 1, null].map((value, i) =>
    listClaim(
      `S18${'defg'[i]}`,
      `its own end is ${JSON.stringify(value)}`,
      'validUntil',
      value,
      unavailable('list-unreadable'),
    ),
  ),
  standing(
    'S19',
    'rolled back by an hour',
    async ({ signList }) => signList(await makeStanding([], later(-3600))),
    opened('as-of', AGED),
  ),
  standing('S20', 'the status service did not answer', () => null, unavailable('list-unreachable')),
  standing(
    'S20b',
    'the status service answered with a web page',
    () => '<!doctype html><title>Sign in</title>',
    unavailable('list-unreadable'),
  ),
  standing('S20c', 'the status service answered with nothing', () => '', unavailable('list-unreadable')),
  standing(
    'S20d',
    'the status service answered with a list that is not sealed',
    ({ standing }) => JSON.stringify(standing),
    unavailable('list-unreadable'),
  ),
  standing(
    'S22',
    'the list of another address',
    async ({ signList }) => signList(await makeStanding([], now, `${issuer.origin}/status/8`)),
    unavailable('list-not-ours'),
  ),
  standing(
    'S22b',
    'the list of another host',
    async ({ signList }) => signList(await makeStanding([], now, 'https://attacker.example/status/7')),
    unavailable('list-not-ours'),
  ),
  listClaim('S22c', 'an id that is the status list’s', 'id', list, unavailable('list-unreadable')),
  listClaim('S22d', 'no id', 'id', undefined, unavailable('list-unreadable')),
  listClaim('S23', 'another issuer', 'issuer', 'did:web:attacker.example', unavailable('list-unreadable')),
  listClaim('S23b', 'another iss', 'iss', 'did:web:attacker.example', unavailable('list-unreadable')),
  listClaim('S23c', 'an issuer that is an object', 'issuer', { id: did }, unavailable('list-unreadable')),
  recipe(
    'S23d',
    'another issuer’s list, which Trust knows as well, about our address',
    ({ token }) => token,
    { ...unavailable('list-not-ours'), asked: [STANDING] },
    async ({ attacker, standing }) => ({
      standing: await sealStanding(
        edit(edit(standing, 'issuer', 'did:web:attacker.example'), 'iss', 'did:web:attacker.example'),
        attacker,
      ),
    }),
    ({ keys, attacker }) => ({
      keys: async () => [
        ...keys,
        ...(readKeySet(
          { keys: [published(attacker, 'status', 'active', '2026-01-01T00:00:00Z')] },
          'did:web:attacker.example',
        ) as KeySet),
      ],
    }),
  ),
  standing(
    'S24',
    'typ JWT',
    ({ standing, status }) => seal(headerOf(status), standing, status),
    unavailable('list-unreadable'),
  ),
  standing(
    'S24b',
    'typ statuslist+jwt',
    ({ standing, status }) => seal(headerOf(status, 'statuslist+jwt'), standing, status),
    unavailable('list-unreadable'),
  ),
  standing('S24c', 'a credential instead of a list', ({ token }) => token, unavailable('list-unreadable')),
  standing(
    'S24d',
    'a credential sealed as a list',
    ({ claims, signList }) => signList(claims),
    unavailable('list-unreadable'),
  ),
  recipe('S24e', 'a list instead of a credential', ({ sealed }) => sealed, malformed('type')),
  recipe(
    'S24f',
    'a list sealed as a credential',
    ({ standing, sign }) => sign(standing),
    malformed('not-a-credential'),
  ),
  listClaim(
    'S25',
    'not a BitstringStatusListCredential',
    'type',
    ['VerifiableCredential'],
    unavailable('list-unreadable'),
  ),
  listClaim(
    'S25b',
    'a type that is text',
    'type',
    'BitstringStatusListCredential',
    unavailable('list-unreadable'),
  ),
  listClaim(
    'S25c',
    'a subject of another type',
    'credentialSubject.type',
    'StatusList2021',
    unavailable('list-unreadable'),
  ),
  ...[undefined, 1, '2', 4].map((size, i) =>
    listClaim(
      `S25${'defg'[i]}`,
      `statusSize ${JSON.stringify(size)}`,
      'credentialSubject.statusSize',
      size,
      unavailable('list-unreadable'),
    ),
  ),
  listClaim('S25h', 'no subject', 'credentialSubject', undefined, unavailable('list-unreadable')),
  listClaim('S25i', 'a subject that is an array', 'credentialSubject', [], unavailable('list-unreadable')),
  standing(
    'S25j',
    'two encodedList',
    ({ standing, signList }) =>
      signList(JSON.stringify(standing).replace('"encodedList"', '"encodedList":"u","encodedList"')),
    unavailable('list-unreadable'),
  ),
  ...(
    [
      [
        'S27',
        'a status key that is compromised',
        'compromised',
        '2026-01-01T00:00:00Z',
        undefined,
        unavailable('list-unreadable'),
      ],
      [
        'S27b',
        'a status key whose life has ended',
        'retired',
        '2026-01-01T00:00:00Z',
        '2026-11-01T00:00:00Z',
        unavailable('list-unreadable'),
      ],
      [
        'S27c',
        'a status key whose life has not begun',
        'pending',
        '2026-12-01T00:00:00Z',
        undefined,
        unavailable('list-unreadable'),
      ],
      ['S27d', 'a status key in its life', 'active', '2026-11-22T00:00:00Z', undefined, valid],
    ] as const
  ).map(([id, says, state, from, until, expected]) =>
    recipe(
      id,
      says,
      ({ token }) => token,
      expected,
      ({ jwks, status }) => ({
        keys: readKeySet(
          {
            keys: [
              ...jwks.keys.filter(({ kid }) => kid !== status.kid),
              published(status, 'status', state, from, until),
            ],
          },
          did,
        ) as KeySet,
      }),
    ),
  ),
]
