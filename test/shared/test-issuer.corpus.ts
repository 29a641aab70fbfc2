// The test issuer beside the real one, both known to the verifier: neither speaks for the other, in any mixture.
import { didOf } from '../../shared/issuer.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { type KeySet, readKeySet } from '../../shared/key-set.ts'
import { makeNumber, TEST_PREFIX } from '../../shared/number.ts'
import { verify } from '../../shared/verify.ts'
import { type Case, confined, once } from '../support/corpus.ts'
import {
  did,
  edit,
  headerOf,
  issuer,
  list,
  makeClaims,
  makeSigner,
  makeStanding,
  makeTrust,
  number,
  published,
  type Signer,
  seal,
  sealStanding,
} from '../support/mint.ts'
import { type Made, made } from '../support/recipe.ts'

const testDid = didOf(issuer.origin, TEST_PREFIX)
const testNumber = makeNumber('TEST0000001')
const SINCE = '2026-01-01T00:00:00Z'

interface Both extends Made {
  test: { credential: Signer; status: Signer; keys: KeySet }
  /** Genuine claims of the test issuer about a number of its own. */
  tests: JsonObject
}

const both = once(async (): Promise<Both> => {
  const credential = await makeSigner(`${testDid}#credential-26`)
  const status = await makeSigner(`${testDid}#status-26`)
  const keys = [
    { ...published(credential, 'credential', 'active', SINCE), iss: testDid },
    { ...published(status, 'status', 'active', SINCE), iss: testDid },
  ]
  return {
    ...(await made()),
    test: { credential, status, keys: readKeySet({ keys }, testDid) as KeySet },
    tests: await makeClaims({}, { number: testNumber }),
  }
})

/** Says that another issued it, in both places where that stands. */
function saying(claims: JsonObject, issuer: string): JsonObject {
  return edit(edit(claims, 'iss', issuer), 'issuer.id', issuer)
}

/** A list that says "good" of everything, of whichever of the two issuers. */
async function listOf({ status, test }: Both, by: 'real' | 'test'): Promise<string> {
  const claims = await makeStanding()
  return by === 'real'
    ? sealStanding(claims, status)
    : sealStanding({ ...claims, issuer: testDid, iss: testDid }, test.status)
}

interface Outcome {
  state: string
  why: string
  shown: string | null
  test: boolean
}

function mixed(
  id: string,
  says: string,
  token: (both: Both) => Promise<string>,
  expected: Outcome,
  sealed: (both: Both) => Promise<string> = (both) => listOf(both, 'test'),
): Case {
  const happens = async (): Promise<Json> => {
    const ingredients = await both()
    const input = await token(ingredients)
    const trust = {
      ...makeTrust({ keys: ingredients.keys, standing: await sealed(ingredients) }),
      keys: async (issuer: string) =>
        issuer === did ? ingredients.keys : issuer === testDid ? ingredients.test.keys : null,
    }
    const verdict = await confined(() => verify(input, trust, 'browser'))
    const failed = verdict.checks.find(({ result }) => result !== 'passed')
    return {
      state: verdict.state,
      why: failed && 'reason' in failed ? failed.reason : '',
      shown: verdict.credential?.number ?? null,
      test: verdict.test === true,
    }
  }
  return { id, says, expected: expected as unknown as Json, happens }
}

const byTest = ({ test }: Both, claims: JsonObject) =>
  seal(headerOf(test.credential), claims, test.credential)
const refused = (why: string, test: boolean): Outcome => ({ state: 'malformed', why, shown: null, test })
const without = (why: string, shown: string, test: boolean): Outcome => ({
  state: 'status-unavailable',
  why,
  shown,
  test,
})

export const testIssuer: Case[] = [
  mixed('X00', 'CONTROL: the test issuer and its own number', (both) => byTest(both, both.tests), {
    state: 'valid',
    why: '',
    shown: testNumber,
    test: true,
  }),
  mixed(
    'X01',
    'the test issuer, as itself, about a real number',
    (both) => byTest(both, saying(both.claims, testDid)),
    refused('not-a-credential', true),
  ),
  mixed(
    'X02',
    'the test issuer’s key under the real issuer’s words about a real number',
    (both) => byTest(both, both.claims),
    refused('issuer-disagrees', true),
  ),
  mixed(
    'X03',
    'the real issuer, as itself, about a test number',
    ({ sign, tests }) => sign(saying(tests, did)),
    refused('not-a-credential', false),
  ),
  mixed(
    'X04',
    'the real issuer’s key under the test issuer’s words about a test number',
    ({ sign, tests }) => sign(tests),
    refused('issuer-disagrees', false),
  ),
  mixed(
    'X05',
    'a real record, and the test issuer’s list at the address of its own',
    async ({ token }) => token,
    without('list-unreadable', number, false),
  ),
  mixed(
    'X06',
    'a test record, and the real issuer’s list at the address of its own',
    (both) => byTest(both, both.tests),
    without('list-unreadable', testNumber, true),
    (both) => listOf(both, 'real'),
  ),
  mixed(
    'X07',
    'a test key that is published nowhere',
    async () => {
      const stranger = await makeSigner(`${testDid}#credential-27`)
      return seal(headerOf(stranger), (await both()).tests, stranger)
    },
    { state: 'unknown-key', why: 'key-unknown', shown: null, test: true },
  ),
  mixed(
    'X08',
    'a kid of the real issuer, and the test issuer’s signature',
    ({ active, test, claims }) => seal(headerOf(active), claims, test.credential),
    { state: 'bad-signature', why: 'signature', shown: null, test: false },
  ),
  mixed(
    'X09',
    'the DID of another path',
    async ({ test, tests }) =>
      seal({ ...headerOf(test.credential), kid: `${did}:other#credential-26` }, tests, test.credential),
    { state: 'unknown-key', why: 'key-unknown', shown: null, test: false },
  ),
  mixed(
    'X10',
    'the test issuer of another host, which nobody told us of',
    async ({ tests }) => {
      const theirs = await makeSigner('did:web:attacker.example:test#credential-26')
      return seal(headerOf(theirs), tests, theirs)
    },
    { state: 'unknown-key', why: 'issuer-unknown', shown: null, test: true },
  ),
  mixed(
    'X11',
    'a test list by another name',
    (both) => byTest(both, edit(both.tests, 'credentialStatus.statusListCredential', `${list}-test`)),
    refused('not-a-credential', true),
  ),
]
