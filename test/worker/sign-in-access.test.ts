// Through Cloudflare Access: who is let in, and everyone who is not.
import { env } from 'cloudflare:workers'
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addPerson } from '../../worker/store/staff.ts'
import { NOW } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { AUD, claims, cookieOf, enter, fetchOf, makeTeam, signed, type Team, whoIsIn } from './access.ts'
import './office.ts'

vi.spyOn(console, 'error').mockImplementation(() => {}) // keys that cannot be had are meant here

const { viewer: vic, issuer: ivy } = people
let team: Team
let key: Awaited<ReturnType<Team['newKey']>>

beforeEach(async () => {
  vi.setSystemTime(NOW)
  await env.DB.batch([addPerson(env.DB, vic, NOW), addPerson(env.DB, ivy, NOW)])
  team = makeTeam()
  key = await team.newKey('one')
  vi.stubGlobal('fetch', fetchOf(team))
})
afterEach(() => vi.unstubAllGlobals())

const sessions = () => env.DB.prepare('SELECT COUNT(*) AS n FROM session').first<number>('n')

test('the right assertion lets in, once: from then on the cookie goes with it', async () => {
  const jwt = await signed(key, claims(team, vic.email))
  const first = await enter(team, { jwt })
  const cookie = cookieOf(first)
  expect(await whoIsIn(first)).toBe(vic.name)
  const before = await sessions()
  const second = await enter(team, { jwt, cookie })
  expect(await whoIsIn(second)).toBe(vic.name)
  expect(second.headers.get('Set-Cookie')).toBeNull()
  expect(await sessions()).toBe(before)
  const deed = await env.DB.prepare("SELECT * FROM audit WHERE act = 'signed-in-by-access'").first()
  expect(deed).toMatchObject({ actor: vic.name, subject: vic.email })
})

test('an address in capitals is the same address', async () => {
  expect(
    await whoIsIn(await enter(team, { jwt: await signed(key, claims(team, 'VIC@Office.Example')) })),
  ).toBe(vic.name)
})

describe('not let in, and no session begun:', () => {
  const now = Math.floor(new Date(NOW).getTime() / 1000)
  const forged: Record<string, () => Promise<string>> = {
    'no assertion at all': async () => '',
    'for another application': () => signed(key, claims(team, vic.email, { aud: ['b'.repeat(64)] })),
    'of another issuer': () =>
      signed(key, claims(team, vic.email, { iss: 'https://evil.cloudflareaccess.com' })),
    'ended a minute ago': () => signed(key, claims(team, vic.email, { iat: now - 3600, exp: now - 60 })),
    'that begins tomorrow': () => signed(key, claims(team, vic.email, { nbf: now + 86_400 })),
    'without an end': () => signed(key, claims(team, vic.email, { exp: undefined as never })),
    'without an address': () => signed(key, claims(team, undefined as never)),
    'with an address that is none': () => signed(key, claims(team, [vic.email] as never)),
    'of someone who does not work here': () => signed(key, claims(team, 'stranger@office.example')),
    'unsigned (alg none)': async () => new UnsecuredJWT(claims(team, vic.email)).encode(),
    'HS256 with the public key as the secret': async () => {
      const known = (await importJWK(team.keys[0] as JWK, 'RS256', { extractable: true })) as CryptoKey
      const secret = new TextEncoder().encode(await exportSPKI(known))
      return new SignJWT(claims(team, vic.email))
        .setProtectedHeader({ alg: 'HS256', kid: 'one' })
        .sign(secret)
    },
    'PS256, with a key of the team’s': async () => {
      const { publicKey, privateKey } = await generateKeyPair('PS256', { extractable: true })
      team.keys.push({ ...(await exportJWK(publicKey)), kid: 'any' }) // it does not say for which algorithm
      return new SignJWT(claims(team, vic.email))
        .setProtectedHeader({ alg: 'PS256', kid: 'any' })
        .sign(privateKey)
    },
    'of another team, by its own key': async () => {
      const other = makeTeam()
      vi.stubGlobal('fetch', fetchOf(team, other))
      return signed(await other.newKey('one'), claims(team, vic.email))
    },
    'of a service token, which is no person': () =>
      signed(key, { ...claims(team, vic.email), email: undefined, common_name: 'x' }),
    'cut short': async () => (await signed(key, claims(team, vic.email))).slice(0, -8),
    'what is none': async () => 'nonsense',
  }

  test.for(Object.keys(forged))('%s', async (name) => {
    const before = await sessions()
    const response = await enter(team, { jwt: await (forged[name] as () => Promise<string>)() })
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([303, null])
    expect(await sessions()).toBe(before)
  })
})

test('at the door a stranger reads under which address they came', async () => {
  const jwt = await signed(key, claims(team, 'stranger@office.example'))
  const page = await (await enter(team, { jwt, path: '/staff/sign-in' })).text()
  expect(page).toContain('stranger@office.example')
  expect(page).toContain('nobody with this address works in this office')
})

test('whoever no longer works here is not let in, whatever Access says', async () => {
  await env.DB.prepare('UPDATE staff SET active = 0 WHERE email = ?1').bind(ivy.email).run()
  expect((await enter(team, { jwt: await signed(key, claims(team, ivy.email)) })).status).toBe(303)
  await env.DB.prepare('UPDATE staff SET active = 1 WHERE email = ?1').bind(ivy.email).run()
})

test('keys rotate: a new one is fetched, the old one stays good, and an unknown one is not asked for again and again', async () => {
  await enter(team, { jwt: await signed(key, claims(team, vic.email)) })
  expect(team.asked).toBe(1)
  const second = await team.newKey('two')
  vi.setSystemTime(new Date(NOW).getTime() + 31_000)
  expect(
    await whoIsIn(await enter(team, { jwt: await signed(second, claims(team, vic.email), 'two') })),
  ).toBe(vic.name)
  expect(team.asked).toBe(2)
  expect(await whoIsIn(await enter(team, { jwt: await signed(key, claims(team, vic.email)) }))).toBe(vic.name)
  for (let i = 0; i < 5; i++) {
    expect((await enter(team, { jwt: await signed(second, claims(team, vic.email), 'three') })).status).toBe(
      303,
    )
  }
  expect(team.asked).toBe(2)
})

test.for([
  ['do not answer', () => Promise.reject(new TypeError('Network connection lost.')) as never],
  ['answer with an error', () => new Response('', { status: 502 })],
  ['answer with a page', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
] as const)('its keys %s: nobody is let in', async ([, answer]) => {
  team.answer = answer
  const response = await enter(team, { jwt: await signed(key, claims(team, vic.email)) })
  expect(response.headers.get('Set-Cookie')).toBeNull()
  expect([303, 500, 503]).toContain(response.status)
  expect(await response.text()).not.toContain('class="person"')
})

test('where Access is not configured, its header counts for nothing, and nobody’s keys are asked for', async () => {
  const jwt = await signed(key, claims(team, vic.email))
  expect((await enter(null, { jwt })).status).toBe(303)
  expect(team.asked).toBe(0)
})

test('half configured is not configured', async () => {
  const { app } = await import('../../worker/app.ts')
  const jwt = await signed(key, claims(team, vic.email))
  for (const half of [{ ACCESS_TEAM: team.url }, { ACCESS_AUD: AUD }]) {
    const headers = { Accept: 'text/html', 'Cf-Access-Jwt-Assertion': jwt }
    expect((await app.request('/staff', { headers }, { ...env, ...half } as never)).status).toBe(303)
  }
})

test('signed out at Access: the session that it began is not enough', async () => {
  const cookie = cookieOf(await enter(team, { jwt: await signed(key, claims(team, vic.email)) }))
  expect((await enter(team, { cookie })).status).toBe(303)
})

test('another person at the same browser becomes that person, and not the one before', async () => {
  const cookie = cookieOf(await enter(team, { jwt: await signed(key, claims(team, vic.email)) }))
  const response = await enter(team, { jwt: await signed(key, claims(team, ivy.email)), cookie })
  expect(await whoIsIn(response)).toBe(ivy.name)
  expect(cookieOf(response)).not.toBe(cookie)
})

test('the team’s address in the cookie jar is not the header: CF_Authorization alone lets nobody in', async () => {
  const jwt = await signed(key, claims(team, vic.email))
  expect((await enter(team, { cookie: `CF_Authorization=${jwt}` })).status).toBe(303)
})
