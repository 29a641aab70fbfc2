// Forms of the console: only those of its own pages, and of this very session; and where signing in leads.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { formToken } from '../../worker/services/sign-in.ts'
import { NOW } from '../support/desk.ts'
import { linkOf, signedIn } from './console.ts'
import { ask, textOf } from './office.ts'

const start = new Date(NOW).getTime()
beforeEach(() => {
  vi.setSystemTime(start)
})

const people = () => env.DB.prepare('SELECT COUNT(*) AS n FROM staff').first<number>('n')

describe('a form', () => {
  const fields = { act: 'add', name: 'Nia Page', email: 'nia@office.example', role: 'viewer' }
  const refusals: Record<
    string,
    [status: number, fields: Record<string, string>, headers: Record<string, string>]
  > = {
    'with no token': [403, { token: '' }, {}],
    'with another token': [403, { token: 'x'.repeat(43) }, {}],
    'from no origin': [403, {}, { Origin: '' }],
    'from the origin null': [403, {}, { Origin: 'null' }],
    'from another origin': [403, {}, { Origin: 'https://evil.example' }],
    'from our origin with a port': [403, {}, { Origin: `${env.ORIGIN}1` }],
    'across sites': [403, {}, { 'Sec-Fetch-Site': 'cross-site' }],
    'from a sister site': [403, {}, { 'Sec-Fetch-Site': 'same-site' }],
    'from nowhere, as a bookmark is opened': [403, {}, { 'Sec-Fetch-Site': 'none' }],
  }

  test.for(Object.keys(refusals))('%s: refused, and nothing is done', async (name) => {
    const ada = await signedIn('administrator')
    const [status, changed, headers] = refusals[name] as (typeof refusals)[string]
    const before = await people()
    expect((await ada.post('/staff/people', { ...fields, ...changed }, headers)).status).toBe(status)
    expect(await people()).toBe(before)
  })

  test('of another person’s session: refused, and given back to be sent as oneself', async () => {
    const [ada, vic] = [await signedIn('administrator'), await signedIn('viewer')]
    const response = await ada.post('/staff/people', { ...fields, token: vic.token })
    expect(response.status).toBe(403)
    const page = await textOf(response)
    expect(page).toContain('value="nia@office.example"')
    expect(page).toContain(`value="${ada.token}"`)
  })

  test('whose session has ended: kept to be sent again, without a token until someone signs in', async () => {
    const ada = await signedIn('administrator')
    vi.setSystemTime(start + 61 * 60_000)
    const response = await ada.post('/staff/people', fields)
    const page = await textOf(response)
    expect(response.status).toBe(401)
    expect(page).toContain('value="nia@office.example"')
    expect(page).toContain('name="token" value=""')
  })

  test('the token is made of the session’s secret and does not give it away', async () => {
    const ada = await signedIn('administrator')
    const secret = ada.headers.Cookie?.split('=')[1] ?? ''
    expect(ada.token).toBe(await formToken(secret))
    expect(ada.token).not.toContain(secret)
    expect(await textOf(await ada.get('/staff/people'))).not.toContain(secret)
  })

  test('as the service takes it from a browser without Sec-Fetch-Site: done', async () => {
    const ada = await signedIn('administrator')
    const headers = { ...ada.headers, Origin: env.ORIGIN }
    const body = new URLSearchParams({ ...fields, token: ada.token, request: crypto.randomUUID() })
    const response = await app.request('/staff/people', { method: 'POST', headers, body }, env)
    expect(response.status).toBe(303)
  })
})

/** Signs someone in who wanted to come to `next`. */
const signInTo = (next: string) =>
  ask('/staff/sign-in', {
    method: 'POST',
    headers: { Accept: 'text/html', Origin: env.ORIGIN },
    body: new URLSearchParams({ link: linkOf('viewer'), next }),
  })

describe('where one comes to then', () => {
  test.for([
    '//evil.example',
    'https://evil.example/staff',
    '/staff//evil.example',
    '/staff/../../evil',
    '/staff/..//evil.example',
    '/\\evil.example',
    '/staff\\evil',
    '/staff@evil.example',
    '/staffx',
    'javascript:alert(1)',
    '/staff?next=//evil.example',
    '/staff\n//evil.example',
    '/staff#//evil.example',
  ])('%j: the console, and nowhere else', async (next) => {
    const response = await signInTo(next)
    const to = new URL(response.headers.get('Location') ?? '', env.ORIGIN)
    expect([response.status, to.origin]).toEqual([303, env.ORIGIN])
    expect(to.pathname).toMatch(/^\/staff(\/|$)/)
  })

  test('a page of the console with its question', async () => {
    const next = '/staff/audit?actor=Ada+Quill&page=2'
    expect((await signInTo(next)).headers.get('Location')).toBe(next)
  })
})
