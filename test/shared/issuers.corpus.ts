// Credentials that are sealed as they should be, and say that they are someone else's or something else.
import type { Json } from '../../shared/json.ts'
import { type KeySet, readKeySet } from '../../shared/key-set.ts'
import type { Case } from '../support/corpus.ts'
import { did, edit, headerOf, index, issuer, makeClaims, published, seal } from '../support/mint.ts'
import { type Made, malformed, notOurs, recipe, unknownKey } from '../support/recipe.ts'

/** A second issuer that a Trust may know as well. */
function bothIssuers({ keys, attacker }: Made): KeySet {
  const theirs = published(attacker, 'credential', 'active', '2026-01-01T00:00:00Z')
  return [...keys, ...(readKeySet({ keys: [theirs] }, 'did:web:attacker.example') as KeySet)]
}

export const issuers: Case[] = [
  notOurs('J41', 'iss and issuer.id disagree', 'iss', 'did:web:other.example'),
  recipe(
    'J42',
    'a famous issuer throughout, our key',
    async ({ sign }) =>
      sign(
        await makeClaims(
          {},
          {
            issuer: { ...issuer, origin: 'https://famous.example' },
            status: { list: 'https://famous.example/status/7', index },
          },
        ),
      ),
    malformed('issuer-disagrees'),
  ),
  notOurs('J42b', 'a famous issuer.id, everything else ours', 'issuer.id', 'did:web:famous.example'),
  recipe(
    'J42c',
    'a credential of another host throughout, but its issuer is ours: nothing there is asked',
    async ({ sign }) =>
      sign(
        edit(
          edit(
            await makeClaims(
              {},
              {
                issuer: { ...issuer, origin: 'https://famous.example' },
                status: { list: 'https://famous.example/status/7', index },
              },
            ),
            'iss',
            did,
          ),
          'issuer.id',
          did,
        ),
      ),
    malformed('not-a-credential'),
  ),
  recipe(
    'J43',
    'an issuer of its own making',
    async ({ attacker }) =>
      seal(
        headerOf(attacker),
        await makeClaims({}, { issuer: { ...issuer, origin: 'https://attacker.example' } }),
        attacker,
      ),
    unknownKey('issuer-unknown', ['keys did:web:attacker.example']),
  ),
  recipe(
    'J43b',
    'our claims under the key of another issuer that Trust knows as well',
    ({ attacker, claims }) => seal(headerOf(attacker), claims, attacker),
    { ...malformed('issuer-disagrees'), asked: [] },
    undefined,
    (made) => ({ keys: async () => bothIssuers(made) }),
  ),
  notOurs('J44', 'a vc claim beside the credential', 'vc', { type: ['VerifiableCredential'] }),
  recipe(
    'J44b',
    'nothing but a vc claim',
    ({ claims, sign }) => sign({ iss: did, iat: claims.iat as number, vc: claims }),
    malformed('not-a-credential'),
  ),
  notOurs('J45', '@context of the attacker', '@context', ['https://attacker.example/context.json']),
  recipe(
    'J46',
    '@context that redefines name',
    ({ claims, sign }) =>
      sign(
        edit(claims, '@context', [
          ...(claims['@context'] as Json[]),
          { name: 'https://attacker.example/name' },
        ]),
      ),
    malformed('not-a-credential'),
  ),
  recipe(
    'J46b',
    '@context in another order',
    ({ claims, sign }) => sign(edit(claims, '@context', (claims['@context'] as Json[]).toReversed())),
    malformed('not-a-credential'),
  ),
  notOurs('J47', 'type without VerifiableCredential', 'type', ['OpenBadgeCredential']),
  notOurs('J47b', 'type of an endorsement', 'type', ['VerifiableCredential', 'EndorsementCredential']),
]
