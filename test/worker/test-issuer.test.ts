// The test issuer beside the real one: its numbers, its keys, and that neither is ever taken for the other.
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { asClaims, compose } from '../../shared/compose.ts'
import type { JsonObject } from '../../shared/json.ts'
import { makeNumber } from '../../shared/number.ts'
import { testNumber } from '../../shared/test-numbers.ts'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/desk.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk, unreachable } from '../support/desk.ts'
import { ask, issueOne, textOf } from './office.ts'

vi.spyOn(console, 'error').mockImplementation(() => {}) // that there is no database is meant

/** A real issuer's service, whose tables cannot be asked. */
const real: Env = { ...env, ISSUER_DEMO: 'no', DB: unreachable }
const get = (path: string) => app.request(path, {}, real)
const desk = makeDesk(env)

interface Item {
  number: string
  token?: string
}

async function batch(numbers: string[]): Promise<Item[]> {
  const response = await ask(`/api/v1/credentials?numbers=${numbers.join()}`)
  return (await response.json<{ credentials: Item[] }>()).credentials
}

describe('neither issuer is taken for the other', () => {
  /** Someone's genuine claims under this number, whoever is then to sign them. */
  async function claimsOf(number: string, list: string): Promise<JsonObject> {
    const body = await compose(makeAward(), {
      issuer: desk.issuer,
      number,
      holderId: 'urn:uuid:0b4bd7a1-4d2c-4a53-9d0c-3a1b8f6c2e11',
      salt: 'c2l4dGVlbiByYW5kb20gYg',
      status: { list: `${desk.issuer.origin}/status/${list}`, index: 0 },
      validFrom: '2024-06-15T12:00:00Z',
    })
    return asClaims(body, desk.now())
  }
  const saying = (claims: JsonObject, did: string): JsonObject => ({
    ...claims,
    iss: did,
    issuer: { ...(claims.issuer as JsonObject), id: did },
  })
  const refused = { state: 'malformed' }

  test('a test key and a real number: refused, whoever it says that it is', async () => {
    const { published } = await desk.testKeys()
    const { number } = await issueOne(desk)
    for (const list of ['1', 'test-1']) {
      const claims = await claimsOf(number, list)
      for (const did of [desk.keys.did, published.did]) {
        const token = await published.seal('credential', 'JWT', saying(claims, did))
        const verdict = await verifyPresented(desk, token)
        expect(verdict).toMatchObject({ ...refused, test: true })
        expect(verdict.credential).toBeUndefined()
      }
    }
  })

  test('a real key and a test number: refused, whoever it says that it is', async () => {
    const { published } = await desk.testKeys()
    const claims = await claimsOf(testNumber('valid'), 'test-1')
    for (const did of [desk.keys.did, published.did]) {
      const token = await desk.keys.seal('credential', 'JWT', saying(claims, did))
      const verdict = await verifyPresented(desk, token)
      expect(verdict).toMatchObject(refused)
      expect(verdict.credential).toBeUndefined()
    }
  })

  test('a real record that points to a test list is not green', async () => {
    const claims = await claimsOf(makeNumber('7GRADVATE42'), 'test-1')
    const token = await desk.keys.seal('credential', 'JWT', claims)
    const { state, checks } = await verifyPresented({ ...desk, db: unreachable }, token)
    expect(state).toBe('status-unavailable')
    expect(checks).toContainEqual({
      check: 'not-withdrawn',
      result: 'not-checked',
      reason: 'list-unreadable',
    })
  })

  test('a test number that is no case is on no file, even with the test issuer’s own signature', async () => {
    const { published } = await desk.testKeys()
    const claims = await claimsOf(makeNumber('TEST9999999'), 'test-1')
    const verdict = await verifyPresented(desk, await published.seal('credential', 'JWT', claims))
    expect(verdict).toMatchObject({ state: 'not-on-file', test: true })
    expect(verdict.credential).toBeUndefined()
  })

  test('what it signs says so to whoever else reads it', async () => {
    const [item] = await batch([testNumber('valid')])
    const { credential } = await verifyPresented(desk, item?.token ?? '')
    expect(credential?.issuer.id).toBe(`${desk.keys.did}:test`)
    expect(credential?.issuer.name).toContain('not a real certification')
  })
})

describe('numbers', () => {
  test('that begin with TEST and are no case: nobody’s', async () => {
    const other = makeNumber('TEST9999999')
    expect(await batch([other, 'TEST', "TEST'--"])).toMatchObject(Array(3).fill({ state: 'not-found' }))
    expect((await get(`/c/${other}`)).status).toBe(404)
  })

  test('of both kinds are answered in the order asked, each once signed', async () => {
    const { number, token } = await issueOne(desk)
    const [valid, lost] = [testNumber('valid'), testNumber('unreachable')]
    const asked = [valid, number, lost, valid]
    const credentials = await batch(asked)
    expect(credentials.map((one) => one.number)).toEqual(asked)
    expect(credentials[1]).toEqual({ number, token })
    expect(credentials[3]).toEqual(credentials[0])
  })
})

describe('the test issuer’s keys', () => {
  interface Jwks {
    keys: { kid: string; x: string; state: string; d?: string }[]
  }
  const read = async (path: string, from: Env = real) =>
    JSON.parse(await textOf(await app.request(path, {}, from)))

  test('are in documents of their own, under its own DID, and in no other', async () => {
    const tests: Jwks = await read('/test/jwks.json')
    const did = `${desk.keys.did}:test`
    expect(tests.keys.map(({ state }) => state)).toEqual(['active', 'active', 'compromised'])
    expect((await read('/test/did.json')).id).toBe(did)
    for (const { kid } of tests.keys) expect(kid.split('#')[0]).toBe(did)
    for (const path of ['/.well-known/jwks.json', '/.well-known/did.json']) {
      const text = JSON.stringify(await read(path))
      expect(text).not.toContain(':test')
      for (const { x, kid } of tests.keys) {
        expect(text).not.toContain(x)
        expect((await get(`/keys/${kid.split('#')[1]}`)).status).toBe(404)
      }
    }
  })

  test('are published without their private halves', async () => {
    const { d } = JSON.parse(JSON.stringify(await read('/test/jwks.json'))).keys[0]
    expect(d).toBeUndefined()
    expect(JSON.stringify(await read('/test/did.json'))).not.toContain('"d"')
  })

  test('stay the same while KEY_RING does, and are others where it is another', async () => {
    const [one, again]: Jwks[] = [await read('/test/jwks.json'), await read('/test/jwks.json')]
    expect(again).toEqual(one)
    const ring = JSON.stringify(JSON.parse(env.KEY_RING as string).toReversed())
    const other: Jwks = await read('/test/jwks.json', { ...real, KEY_RING: ring })
    expect(other.keys.map(({ x }) => x)).not.toEqual(one?.keys.map(({ x }) => x))
  })
})
