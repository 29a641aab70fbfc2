// What the office says of itself: written by administrators, said everywhere, and in no page's way.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/desk.ts'
import { openDesk } from '../../worker/services/open-desk.ts'
import { tokenOf } from '../../worker/store/credentials.ts'
import { makeDesk, NOW, unreachable } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { ask, issueOne, textOf } from './office.ts'

vi.spyOn(console, 'error').mockImplementation(() => {}) // a database that cannot be reached is meant here

const HTML = { headers: { Accept: 'text/html' } }
const said = {
  name: 'Example Certification Office',
  short: 'ECO',
  phone: '+1 (312) 555-0199',
  email: 'certify@eco.example',
  hours: 'Monday to Friday, 9 to 5, Central time',
  url: 'https://eco.example/',
  linkedFrom: 'https://eco.example/lssc/check',
}
let ada: Visitor
let now = new Date(NOW).getTime()

/** Lets so many seconds pass: an isolate asks for the profile once a minute. */
function wait(seconds: number): void {
  now += seconds * 1000
  vi.setSystemTime(now)
}

beforeEach(async () => {
  wait(61)
  ada = await signedIn('administrator')
})

const newest = () =>
  env.DB.prepare('SELECT * FROM profile ORDER BY version DESC').first<{ version: number; name: string }>()
const send = async (changes: Partial<typeof said>, seen?: number, by = ada) =>
  by.post('/staff/office', { ...said, ...changes, seen: String(seen ?? (await newest())?.version ?? 0) })

test('until someone writes one, pages say what the deployment says', async () => {
  const page = await textOf(await ada.get('/staff/office'))
  expect(page).toContain('nobody has changed it here')
  expect(page).toContain(env.ISSUER_PHONE)
  expect(await textOf(await ask('/', HTML))).toContain(env.ISSUER_NAME)
})

test('what an administrator writes stands on every page and state, in problems, and in what is signed from then on', async () => {
  const before = await issueOne(await openDesk(env))
  expect((await send({})).headers.get('Location')).toBe('/staff/office?done=saved')
  for (const path of [
    '/',
    '/verify',
    '/achievements/lssc',
    `/c/${before.number}`,
    '/nowhere',
    '/c/0000-0000-0000',
  ]) {
    const page = await textOf(await ask(path, HTML))
    for (const fact of [said.name, said.phone, said.email, 'eco.example', said.hours, said.linkedFrom])
      expect(page, `${path} ${fact}`).toContain(fact)
    expect(page).not.toContain(env.ISSUER_PHONE)
  }
  expect(await textOf(await ada.get('/staff'))).toContain(`Office of ${said.short}`)
  const nameIn = async (number: string) =>
    JSON.parse(
      atob((await tokenOf(env.DB, number, 1))?.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''),
    ).issuer.name
  expect(await nameIn(before.number)).toBe(env.ISSUER_NAME)
  expect(await nameIn((await issueOne(await openDesk(env))).number)).toBe(said.name)
})

test('a real issuer’s page says when it answers, and which page of its own leads here', async () => {
  await send({ hours: 'Tuesdays' })
  const { number } = await issueOne(makeDesk(env))
  const real = { ...env, ISSUER_DEMO: 'no' } as Env
  const page = await textOf(await app.request(`/c/${number}`, HTML, real))
  expect(page).toMatch(/Its own site leads here, too, from <a href="https:\/\/eco\.example\/lssc\/check">/)
  expect(page).toContain('Office hours: Tuesdays.')
})

describe('the database', () => {
  test('is asked once a minute at most', async () => {
    const prepare = vi.spyOn(env.DB, 'prepare')
    const asked = () => prepare.mock.calls.filter(([sql]) => sql.includes('FROM profile')).length
    for (let i = 0; i < 5; i++) await app.request('/', HTML, env)
    const first = asked()
    expect(first).toBeLessThanOrEqual(1)
    wait(61)
    await app.request('/', HTML, env)
    expect(asked()).toBe(first + 1)
    prepare.mockRestore()
  })

  test('is down: pages say what was read last; back again: within ten seconds what stands', async () => {
    await send({ hours: 'Wednesdays' })
    wait(120)
    const down = { ...env, DB: unreachable } as Env
    const page = await textOf(await app.request('/', HTML, down))
    expect(page).toContain('Wednesdays')
    expect((await app.request('/verify', HTML, down)).status).toBe(200)
    await env.DB.prepare(
      `INSERT INTO profile SELECT version + 1, name, short, phone, email, 'Thursdays', url, linked_from, actor, recorded_at
       FROM profile ORDER BY version DESC LIMIT 1`,
    ).run()
    wait(11)
    expect(await textOf(await app.request('/', HTML, env))).toContain('Thursdays')
  })

  test('is down: a token is verified all the same, as far as that goes without it', async () => {
    const { token } = await issueOne(makeDesk(env))
    wait(120)
    const down = { ...env, DB: unreachable } as Env
    const body = JSON.stringify({ credential: token })
    const headers = { 'Content-Type': 'application/json' }
    const response = await app.request('/api/v1/verifications', { method: 'POST', headers, body }, down)
    const { verdict } = await response.json<{ verdict: { state: string } }>()
    expect(response.status).toBe(200)
    expect(verdict.state).toMatch(/^(as-of|status-unavailable)$/) // genuine, and not said to be current
  })
})

describe('a form', () => {
  const wrong: [field: keyof typeof said, value: string][] = [
    ['name', ''],
    ['name', 'x'.repeat(121)],
    ['name', 'Office\u202eecidffO'],
    ['short', 'x'],
    ['phone', 'call us'],
    ['phone', '12345'],
    ['phone', '312-555-0199 ext. 12'],
    ['email', 'office'],
    ['email', 'a@b.example, c@d.example'],
    ['hours', 'x'.repeat(121)],
    ['url', ''],
    ['url', 'http://eco.example/'],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://user:word@eco.example/'],
    ['url', 'eco.example'],
    ['linkedFrom', 'http://eco.example/'],
    ['linkedFrom', `${env.ORIGIN}/docs`],
  ]

  test.for(wrong)('%s %j: said at its field, kept as typed, and nothing changed', async ([field, value]) => {
    const before = await newest()
    const response = await send({ [field]: value })
    const page = await textOf(response)
    expect(response.status).toBe(422)
    expect(page).toContain(`<a href="#f-${field}">`)
    expect(page).toMatch(new RegExp(`id="f-${field}"[^>]*aria-invalid="true"`))
    expect(await newest()).toEqual(before)
  })

  test('without hours and without a page that links here: pages say neither', async () => {
    await send({ hours: '', linkedFrom: '' })
    const page = await textOf(await ask('/', HTML))
    expect(page).not.toContain('Office hours')
    expect(page).not.toContain('links to this service')
  })

  test('that changes nothing says so', async () => {
    await send({})
    const before = await newest()
    const response = await send({})
    expect([response.status, await textOf(response)]).toEqual([
      422,
      expect.stringContaining('Nothing was changed'),
    ])
    expect(await newest()).toEqual(before)
  })

  test('sent twice is one change', async () => {
    const seen = String((await newest())?.version ?? 0)
    const fields = { ...said, hours: 'Twice', seen, request: crypto.randomUUID() }
    const answers = await Promise.all([ada.post('/staff/office', fields), ada.post('/staff/office', fields)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await newest())?.version).toBe(Number(seen) + 1)
  })

  test('of someone who has not seen another’s change: told what stands now, and done only when sent again', async () => {
    await send({ hours: 'Mondays' })
    const seen = (await newest())?.version as number
    await send({ name: 'Another Office', hours: 'Mondays' }, seen)
    const late = await send({ hours: 'Fridays' }, seen)
    const page = await textOf(late)
    expect(late.status).toBe(409)
    expect(page).toContain('Ada Quill has changed the profile since: this is “Another Office” now')
    expect(page).toContain('value="Fridays"')
    expect(page).toContain(`name="seen" value="${seen + 1}"`)
    expect((await newest())?.name).toBe('Another Office')
    expect((await send({ hours: 'Fridays' }, seen + 1)).status).toBe(303)
  })

  test('of two at the same moment: one is done', async () => {
    const seen = (await newest())?.version ?? 0
    const answers = await Promise.all([send({ hours: 'A' }, seen), send({ hours: 'B' }, seen)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  test('of anyone but an administrator: refused; all others may look', async () => {
    for (const role of ['viewer', 'issuer', 'approver'] as const) {
      const other = await signedIn(role)
      expect((await send({ hours: 'Never' }, undefined, other)).status).toBe(403)
      const page = await textOf(await other.get('/staff/office'))
      expect(page).toContain('An administrator can change it')
      expect(page).not.toContain('name="linkedFrom"')
    }
  })
})

test('a change is audited with what stood before and after, and only that', async () => {
  await send({ hours: 'Mondays' })
  await send({ hours: 'Tuesdays' })
  const deed = await env.DB.prepare(
    "SELECT * FROM audit WHERE act = 'changed-profile' ORDER BY id DESC",
  ).first()
  expect(deed).toMatchObject({ actor: ada.name, subject: 'office' })
  expect(JSON.parse(String(deed?.detail))).toEqual({
    before: { hours: 'Mondays' },
    after: { hours: 'Tuesdays' },
  })
})

test('where the built badge says otherwise, the page says what to set', async () => {
  await send({})
  const pinned = { name: 'Old Name', short: said.short, phone: said.phone, email: said.email, url: said.url }
  const ASSETS = { fetch: async () => Response.json(pinned) } as unknown as Fetcher
  const page = await textOf(
    await app.request('/staff/office', { headers: ada.headers }, { ...env, ASSETS } as Env),
  )
  expect(page).toContain('The badge on other sites says otherwise')
  expect(page).toContain(
    '<code>ISSUER_NAME</code>: the badge says “Old Name”, the profile “Example Certification Office”',
  )
  expect(page).not.toContain('ISSUER_SHORT')
  const same = { fetch: async () => Response.json({ ...pinned, name: said.name }) } as unknown as Fetcher
  const other = await app.request('/staff/office', { headers: ada.headers }, { ...env, ASSETS: same } as Env)
  expect(await textOf(other)).not.toContain('says otherwise')
})

test.for([
  'UPDATE profile SET name = name',
  'DELETE FROM profile',
  "INSERT OR REPLACE INTO profile SELECT 1, 'x', short, phone, email, hours, url, linked_from, actor, recorded_at FROM profile",
])('no version is ever changed: %s', async (sql) => {
  await send({ hours: crypto.randomUUID() })
  await expect(env.DB.prepare(sql).run()).rejects.toThrow('append-only')
})
