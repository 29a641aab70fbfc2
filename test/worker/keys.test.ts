// What is published about the keys, and that strangers can check us with nothing else.
import { env } from 'cloudflare:workers'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url } from '../../shared/bytes.ts'
import type { JsonObject } from '../../shared/json.ts'
import { readKeySet } from '../../shared/key-set.ts'
import { standingUrl } from '../../shared/status-list.ts'
import { verify } from '../../shared/verify.ts'
import { keysFrom, type RingKey } from '../../worker/keys.ts'
import { publish } from '../../worker/services/publish.ts'
import { listUrl } from '../../worker/services/sign.ts'
import { trustOf } from '../../worker/trust.ts'
import { makeDesk } from '../support/desk.ts'
import { ask, issueOne } from './office.ts'

const ring = JSON.parse(env.KEY_RING as string) as RingKey[]
const p256 = ring.filter(({ jwk }) => jwk.kty === 'EC')
const ed25519 = ring.filter(({ jwk }) => jwk.kty === 'OKP')
const desk = makeDesk(env)
const { did } = desk.keys

interface Method {
  id: string
  type: string
  controller: string
  publicKeyJwk?: JsonObject
  publicKeyMultibase?: string
}

/** The ring with some of its keys changed, as the secret would hold it. */
function keysWith(change: (key: RingKey) => Partial<RingKey>) {
  return keysFrom(JSON.stringify(ring.map((key) => ({ ...key, ...change(key) }))), env.ORIGIN)
}

function methodsOf(document: JsonObject): Method[] {
  return document.verificationMethod as unknown as Method[]
}

describe('nothing private is published', () => {
  const published = [
    '/.well-known/jwks.json',
    '/.well-known/did.json',
    ...p256.map(({ name }) => `/keys/${name}`),
  ]

  test.for(published)('%s', async (path) => {
    const text = await (await ask(path)).text()
    for (const { jwk } of ring) expect(text).not.toContain(jwk.d)
    expect(membersOf(JSON.parse(text))).not.toContain('d')
  })

  test('a private half that slips into the ring of a retired key stays inside as well', () => {
    const keys = keysWith(() => ({ state: 'retired', until: '2026-01-01T00:00:00Z' }))
    const everything = JSON.stringify([
      keys.set,
      keys.jwks(),
      keys.didDocument(),
      keys.publicJwk(p256[0]!.name),
    ])
    for (const { jwk } of ring) expect(everything).not.toContain(jwk.d)
  })

  test('the key of the proofs has no bare JWK, and an unknown name has none', async () => {
    for (const name of [ed25519[0]!.name, 'credential', '__proto__', '..%2Fjwks.json']) {
      expect((await ask(`/keys/${name}`)).status).toBe(404)
    }
  })
})

/** Every name of every object in it. */
function membersOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(membersOf)]
}

describe('did.json', () => {
  let document: JsonObject
  beforeAll(async () => {
    document = await (await ask('/.well-known/did.json')).json()
  })

  test('is about us, and what controls it is itself', () => {
    expect(document.id).toBe(did)
    expect(new Set(methodsOf(document).map(({ controller }) => controller))).toEqual(new Set([did]))
  })

  test('has each P-256 key as a JsonWebKey and as its Multikey twin', () => {
    const methods = methodsOf(document)
    for (const { name, jwk } of p256) {
      const id = `${did}#${name}`
      const { kty, crv, x, y } = jwk
      expect(methods.find((one) => one.id === id)).toEqual({
        id,
        type: 'JsonWebKey',
        controller: did,
        publicKeyJwk: { kty, crv, x, y, alg: 'ES256', use: 'sig', kid: id },
      })
      const twin = methods.find((one) => one.id === `${id}-mk`)
      expect(twin).toMatchObject({ type: 'Multikey', controller: did })
      expect(keyBytes(twin?.publicKeyMultibase)).toEqual([0x80, 0x24, ...compressedPoint(jwk)])
    }
  })

  test('has the Ed25519 key as a Multikey alone', () => {
    const [{ name, jwk }] = ed25519 as [RingKey]
    const methods = methodsOf(document).filter(({ id }) => id.startsWith(`${did}#${name}`))
    expect(methods).toEqual([
      { id: `${did}#${name}`, type: 'Multikey', controller: did, publicKeyMultibase: expect.any(String) },
    ])
    expect(keyBytes(methods[0]?.publicKeyMultibase)).toEqual([0xed, 0x01, ...(fromBase64url(jwk.x!) ?? [])])
  })

  test('its assertionMethod names every method, as strings', () => {
    expect(document.assertionMethod).toEqual(methodsOf(document).map(({ id }) => id))
    expect(methodsOf(document)).toHaveLength(p256.length * 2 + ed25519.length)
  })

  test('a compromised key asserts nothing any more; a retired one still does', () => {
    const state = (name: RingKey['purpose'], state: RingKey['state']) =>
      keysWith(({ purpose }) =>
        purpose === name ? { state, until: '2026-01-01T00:00:00Z' } : {},
      ).didDocument()
    const named = (document: JsonObject) => JSON.stringify(document).includes('#credential-')
    expect(named(state('credential', 'compromised'))).toBe(false)
    expect(named(state('credential', 'retired'))).toBe(true)
  })
})

/** A reader of base58btc of its own, the plain way: digit by digit. */
function keyBytes(multibase = ''): number[] {
  const symbols = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  expect(multibase[0]).toBe('z')
  const bytes: number[] = []
  for (const symbol of multibase.slice(1)) {
    let carry = symbols.indexOf(symbol)
    for (let i = 0; i < bytes.length; i++) {
      carry += bytes[i]! * 58
      bytes[i] = carry & 255
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255)
  }
  return bytes.reverse()
}

/** SEC 1 §2.3.3: 2 or 3 by the parity of y, then x. */
function compressedPoint({ x, y }: { x?: string; y?: string }): number[] {
  const [horizontal, vertical] = [fromBase64url(x!)!, fromBase64url(y!)!]
  return [vertical.at(-1)! % 2 === 0 ? 2 : 3, ...horizontal]
}

describe('jwks.json', () => {
  test('is read back by our own strict reader, key for key', async () => {
    expect(readKeySet(await (await ask('/.well-known/jwks.json')).json(), did)).toEqual(desk.keys.set)
  })

  test('keeps every key ever used, with purpose, state and life', () => {
    const keys = keysWith(({ purpose }) =>
      purpose === 'credential' ? { state: 'compromised', until: '2026-01-01T00:00:00.000Z' } : {},
    )
    expect(keys.jwks().keys).toContainEqual(
      expect.objectContaining({
        iss: did,
        purpose: 'credential',
        state: 'compromised',
        from: '2020-01-01T00:00:00Z',
        until: '2026-01-01T00:00:00Z',
      }),
    )
    expect(keys.jwks().keys).toHaveLength(p256.length)
  })

  test('jose, with the published keys alone, verifies a credential and both status lists', async () => {
    const jwks = createLocalJWKSet(await (await ask('/.well-known/jwks.json')).json<JSONWebKeySet>())
    const { token } = await issueOne(desk)
    const lists = await publish(desk, 1)
    for (const [jwt, typ] of [
      [token, 'JWT'],
      [lists!.standingJwt, 'vc+jwt'],
      [lists!.revocationJwt, 'vc+jwt'],
    ] as const) {
      const { payload } = await jwtVerify(jwt, jwks, { algorithms: ['ES256'], issuer: did, typ })
      expect(payload.iss).toBe(did)
    }
  })

  test('the bare key at /keys/{name} is the one in the set', async () => {
    for (const { name, jwk } of p256) {
      const { kty, crv, x, y } = jwk
      expect(await (await ask(`/keys/${name}`)).json()).toEqual({ kty, crv, x, y, alg: 'ES256', use: 'sig' })
    }
  })
})

describe('a key has one purpose and one life', () => {
  test('what it signed stands when it retires, and falls when it is compromised', async () => {
    const { token } = await issueOne(desk)
    const judged = async (state: RingKey['state']) => {
      const keys = keysWith(({ purpose }) =>
        purpose === 'credential' ? { state, until: '2026-11-22T16:00:00Z' } : {},
      )
      return (await verify(token, trustOf({ ...desk, keys }), 'server')).state
    }
    expect(await judged('active')).toBe('valid')
    expect(await judged('retired')).toBe('valid')
    expect(await judged('compromised')).toBe('key-compromised')
  })

  test('nothing is sealed by a key that is not active, or of another purpose', async () => {
    const retired = keysWith(({ purpose }) =>
      purpose === 'credential' ? { state: 'retired', until: '2026-01-01T00:00:00Z' } : {},
    )
    await expect(retired.seal('credential', 'JWT', {})).rejects.toThrow('no active credential key')
    await expect(desk.keys.seal('proof', 'JWT', {})).rejects.toThrow('no active proof key')
  })

  test('a ring that is missing is an error, and not an empty ring; so is one that verifiers would not read', () => {
    expect(() => keysFrom(undefined, env.ORIGIN)).toThrow('KEY_RING is missing')
    expect(() => keysWith(() => ({ state: 'retired' }))).toThrow('no verifier would accept')
  })

  test('a list is not signed by the key of credentials', async () => {
    const url = standingUrl(listUrl(env.ORIGIN, 1))
    const { standingJwt } = (await publish(desk, 1))!
    const [header] = standingJwt.split('.')
    const { kid } = JSON.parse(atob(header!)) as { kid: string }
    expect(desk.keys.set.find((key) => key.kid === kid)?.purpose).toBe('status')
    expect(url).toBe(`${env.ORIGIN}/status/1/standing.jwt`)
  })
})
