// A program comes with its key: whose it is, what it may, how often; and every key that does not work.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeDesk, NOW } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { signedIn, type Visitor } from './console.ts'
import { act, ask, asks, ben, issueOne } from './office.ts'
import { asked, deeds, idOf, issues, keyOf, make } from './programs.ts'

const start = new Date(NOW).getTime()
let ada: Visitor
beforeEach(async () => {
  vi.setSystemTime(start)
  ada = await signedIn('administrator')
})

test('acts as its person, and says so in the audit under its label', async () => {
  const { id, key, label } = await keyOf('issuer')
  const response = await issues(key)
  expect(response.status).toBe(201)
  const { number } = await response.json<{ number: string }>()
  const event = await env.DB.prepare('SELECT actor FROM event WHERE number = ?1').bind(number).first('actor')
  expect(event).toBe(people.issuer.name)
  const deed = (await deeds('used-key')).at(-1)
  expect(deed).toMatchObject({ actor: people.issuer.name, subject: '/api/v1/credentials' })
  expect(JSON.parse(String(deed?.detail))).toEqual({ key: id, label, scope: 'issue' })
})

describe('what does not work is answered like a key that nobody has:', () => {
  const spoiled: Record<string, () => Promise<string>> = {
    unknown: async () => `lssc_live_00000000_${'x'.repeat(43)}`,
    'with one character changed': async () => {
      const { key } = await keyOf('issuer')
      return `${key.slice(0, -2)}${key.at(-2) === 'A' ? 'B' : 'A'}${key.at(-1)}`
    },
    'of another, under this one’s name': async () => {
      const [one, two] = [await keyOf('issuer'), await keyOf('issuer')]
      return `lssc_live_${one.id}_${two.key.slice(-43)}`
    },
    'in capitals': async () => (await keyOf('issuer')).key.toUpperCase(),
    revoked: async () => {
      const { id, key } = await keyOf('issuer')
      expect((await ada.post(`/staff/keys/${id}/revoke`, {})).status).toBe(303)
      return key
    },
    past: async () => {
      const { key } = await keyOf('issuer', { lastDay: '2026-11-22' })
      vi.setSystemTime(new Date('2026-11-23T11:00:00Z'))
      return key
    },
    'of someone who no longer works here': async () => {
      const { key } = await keyOf('approver')
      const { email } = people.approver
      await ada.post('/staff/people', { act: 'change', email, role: 'approver', active: 'no' })
      expect((await issues(key)).status).toBe(401)
      await ada.post('/staff/people', { act: 'change', email, role: 'approver', active: 'yes' })
      return key // whoever comes back is given a new one
    },
    'of someone who is not on the list, whatever its own row says': async () => {
      const { key } = await keyOf('viewer', { scopes: 'read' })
      await env.DB.prepare('UPDATE staff SET active = 0 WHERE email = ?1').bind(people.viewer.email).run()
      return key
    },
    'never shown': async () => {
      const fields = asked()
      await make(fields, ada)
      return `lssc_live_${await idOf(fields.label)}_${'A'.repeat(43)}`
    },
  }
  test.for(Object.keys(spoiled))('%s', async (name) => {
    const nobody = await issues(`lssc_${'x'.repeat(43)}`)
    const response = await issues(await (spoiled[name] as () => Promise<string>)())
    expect([response.status, await response.text()]).toEqual([401, await nobody.text()])
    await env.DB.prepare('UPDATE staff SET active = 1').run()
  })

  test('on its last day it still works', async () => {
    const { key } = await keyOf('issuer', { lastDay: '2026-11-22' })
    vi.setSystemTime(new Date('2026-11-23T10:59:00Z'))
    expect((await issues(key)).status).toBe(201)
  })
})

describe('scopes', () => {
  const withdraws = { act: 'revoke', reason: 'issued-in-error' }

  test('a key does what it was made for, and nothing else; what it was refused is audited', async () => {
    const { number } = await issueOne(makeDesk(env))
    const read = await keyOf('administrator', { scopes: 'read' })
    const issue = await keyOf('administrator', { scopes: 'issue' })
    const withdraw = await keyOf('administrator', { scopes: 'withdraw' })
    const refused = { status: 403, type: 'urn:lssc:problem:key-not-allowed' }
    expect((await issues(read.key)).status).toBe(403)
    expect(await asks(number, { act: 'suspend', reason: 'paperwork' }, issue)).toMatchObject(refused)
    expect(await asks(number, { act: 'reinstate' }, read)).toMatchObject(refused)
    expect((await issues(withdraw.key)).status).toBe(403)
    const shows = (key: string) => ask('/api/v1/imports/x', { headers: { Authorization: `Bearer ${key}` } })
    expect([(await shows(read.key)).status, (await shows(issue.key)).status]).toEqual([404, 403])
    expect(await asks(number, { act: 'suspend', reason: 'paperwork' }, withdraw)).toMatchObject({
      status: 200,
    })
    const last = (await deeds('refused-key')).at(-2)
    expect(JSON.parse(String(last?.detail))).toMatchObject({ label: withdraw.label, scope: 'issue' })
  })

  test('the second person of a withdrawal needs a scope for that', async () => {
    const { number } = await issueOne(makeDesk(env))
    await act(makeDesk(env), number, withdraws as never, ben.name)
    const first = await keyOf('administrator', { scopes: 'withdraw' })
    expect(await asks(number, withdraws, first)).toMatchObject({ status: 403 })
    const second = await keyOf('administrator', { scopes: 'withdraw,approve' })
    expect(await asks(number, withdraws, second)).toMatchObject({ status: 200, standing: 'revoked' })
  })

  test('so does taking off hold what another person proposed to withdraw', async () => {
    const { number } = await issueOne(makeDesk(env))
    await act(makeDesk(env), number, withdraws as never, ben.name)
    const key = await keyOf('issuer', { scopes: 'withdraw' })
    expect(await asks(number, { act: 'reinstate' }, key)).toMatchObject({ status: 403 })
    const second = await keyOf('administrator', { scopes: 'withdraw,approve' })
    expect(await asks(number, { act: 'reinstate' }, second)).toMatchObject({ status: 200, standing: 'good' })
  })

  test('two keys of one person are never two people; nor is a key and its person', async () => {
    const { number } = await issueOne(makeDesk(env))
    const [one, two] = [
      await keyOf('administrator', { scopes: 'withdraw' }),
      await keyOf('administrator', { scopes: 'withdraw,approve' }),
    ]
    expect(await asks(number, withdraws, one)).toMatchObject({ status: 202 })
    expect(await asks(number, withdraws, two)).toMatchObject({ status: 409 })
    await expect(
      act(makeDesk(env), number, withdraws as never, people.administrator.name),
    ).rejects.toMatchObject({
      type: 'conflict',
    })
  })

  test('a key may no more than its person may now', async () => {
    const { key } = await keyOf('issuer')
    await env.DB.prepare("UPDATE staff SET role = 'viewer' WHERE email = ?1").bind(people.issuer.email).run()
    expect((await issues(key)).status).toBe(403)
    await env.DB.prepare("UPDATE staff SET role = 'issuer' WHERE email = ?1").bind(people.issuer.email).run()
    expect((await issues(key)).status).toBe(201)
  })
})

describe('the cap of a day', () => {
  test('holds against many at once, says when to come again, and begins anew at midnight UTC', async () => {
    const { key } = await keyOf('issuer', { dailyCap: '2' })
    const answers = await Promise.all([issues(key), issues(key), issues(key), issues(key)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429])
    const full = await issues(key)
    expect(full.headers.get('Cache-Control')).toBe('no-store')
    expect(full.headers.get('Retry-After')).toBe(String(9 * 3600)) // it is 15:00
    expect(await full.json()).toMatchObject({ type: 'urn:lssc:problem:cap-reached', status: 429 })
    vi.setSystemTime(new Date('2026-11-23T00:00:00Z'))
    expect((await issues(key)).status).toBe(201)
  })

  test('counts a step of an import as its rows', async () => {
    const { id, key } = await keyOf('issuer', { dailyCap: '10' })
    const response = await ask('/api/v1/imports/x', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
    })
    expect(response.status).toBe(429)
    expect(await env.DB.prepare('SELECT acts FROM api_key_day WHERE key = ?1').bind(id).first()).toBeNull()
  })
})

test('when it was last used is written down once a minute at most', async () => {
  const { id, key } = await keyOf('issuer')
  const used = () =>
    env.DB.prepare('SELECT last_used_at AS at FROM api_key WHERE id = ?1').bind(id).first<string>('at')
  await issues(key)
  expect(await used()).toBe(NOW)
  vi.setSystemTime(start + 59_000)
  await issues(key)
  expect(await used()).toBe(NOW)
  vi.setSystemTime(start + 60_000)
  await issues(key)
  expect(await used()).toBe(new Date(start + 60_000).toISOString())
})

test('in an address it counts for nothing', async () => {
  const { key } = await keyOf('issuer')
  expect((await ask(`/api/v1/imports/x?key=${key}&Authorization=Bearer%20${key}`)).status).toBe(401)
})
