// By a link: once; and how long a session lasts, whose it is, and what its cookie is like.
import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { giveCookie } from '../../worker/http/session.ts'
import { openLink, signInByLink } from '../../worker/services/sign-in.ts'
import { makeDesk, NOW } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { cookieOf, whoIsIn } from './access.ts'
import { linkOf, signedIn } from './console.ts'
import { ask, textOf } from './office.ts'

const start = new Date(NOW).getTime()
const MINUTE = 60_000
const at = (minutes: number) => vi.setSystemTime(start + minutes * MINUTE)
beforeEach(() => at(0))

const rows = (table: string) => env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n')
const HTML = { Accept: 'text/html' }
const byForm = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask('/staff/sign-in', {
    method: 'POST',
    headers: { ...HTML, Origin: env.ORIGIN, ...headers },
    body: new URLSearchParams(fields),
  })

describe('a link', () => {
  test('works once; then its page and its form say so alike', async () => {
    const link = linkOf('viewer')
    const first = await byForm({ link })
    expect([first.status, first.headers.get('Location')]).toEqual([303, '/staff'])
    expect(await whoIsIn(await ask('/staff', { headers: { ...HTML, Cookie: cookieOf(first) } }))).toBe(
      people.viewer.name,
    )
    const second = await byForm({ link })
    expect([second.status, second.headers.get('Set-Cookie')]).toEqual([401, null])
    expect(await textOf(second)).toContain('This link no longer works')
    expect(await textOf(await ask(`/staff/sign-in?link=${link}`, { headers: HTML }))).not.toContain(
      'Sign in as',
    )
  })

  test('sent twice at once lets in once', async () => {
    const link = linkOf('viewer')
    const before = await rows('session')
    const answers = await Promise.all([byForm({ link }), byForm({ link })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401])
    expect(await rows('session')).toBe((before ?? 0) + 1)
  })

  test('that is looked at uses nothing up', async () => {
    const link = linkOf('viewer')
    for (let i = 0; i < 5; i++)
      expect(await textOf(await ask(`/staff/sign-in?link=${link}`, { headers: HTML }))).toContain(
        'Sign in as',
      )
    await ask(`/staff/sign-in?link=${link}`, { method: 'HEAD' })
    expect((await byForm({ link })).status).toBe(303)
  })

  test.for(['', 'nobody-made-this', 'viewer-1 ', 'x'.repeat(3000)])('%j lets nobody in', async (link) => {
    const before = await rows('session')
    expect((await byForm({ link: `wrong${link}` })).status).toBe(401)
    expect(await rows('session')).toBe(before)
  })

  test('that is past lets nobody in', async () => {
    const link = linkOf('viewer')
    const links = JSON.stringify(
      (JSON.parse(env.SIGN_IN_LINKS ?? '[]') as object[]).map((one) => ({ ...one, until: NOW })),
    )
    await expect(signInByLink(makeDesk(env), links, link)).rejects.toMatchObject({ type: 'link-spent' })
    await expect(signInByLink(makeDesk(env), undefined, link)).rejects.toMatchObject({ type: 'link-spent' })
  })

  test('of someone who no longer works here lets nobody in', async () => {
    await signedIn('issuer')
    await env.DB.prepare('UPDATE staff SET active = 0 WHERE email = ?1').bind(people.issuer.email).run()
    const response = await byForm({ link: linkOf('issuer') })
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([403, null])
    await env.DB.prepare('UPDATE staff SET active = 1 WHERE email = ?1').bind(people.issuer.email).run()
  })

  test('does not give a role back that an administrator took away', async () => {
    await signedIn('approver')
    await env.DB.prepare("UPDATE staff SET role = 'viewer' WHERE email = ?1")
      .bind(people.approver.email)
      .run()
    const cookie = cookieOf(await byForm({ link: linkOf('approver') }))
    expect(await textOf(await ask('/staff', { headers: { ...HTML, Cookie: cookie } }))).toContain('(viewer)')
    await env.DB.prepare("UPDATE staff SET role = 'approver' WHERE email = ?1")
      .bind(people.approver.email)
      .run()
  })

  test('for a new address under a colleague’s name: refused, and not used up', async () => {
    await signedIn('viewer')
    const [link] = JSON.parse(env.SIGN_IN_LINKS ?? '[]') as object[]
    const other = JSON.stringify([{ ...link, email: 'other@office.example', name: people.viewer.name }])
    const secret = `${people.administrator.role}-0`
    await expect(signInByLink(makeDesk(env), other, secret)).rejects.toMatchObject({ type: 'conflict' })
    expect(await openLink(makeDesk(env), other, secret)).not.toBeNull()
  })

  test('is audited with why it was made', async () => {
    await byForm({ link: linkOf('viewer') })
    const deed = await env.DB.prepare('SELECT * FROM audit ORDER BY id DESC').first()
    expect(deed).toMatchObject({ act: 'signed-in-by-link', actor: people.viewer.name, why: 'A test' })
  })
})

describe('a session', () => {
  const isIn = async (visitor: { get(path: string): Promise<Response> }) =>
    (await visitor.get('/staff')).status === 200

  test('ends an hour after its last page', async () => {
    const vic = await signedIn('viewer')
    at(59)
    expect(await isIn(vic)).toBe(true)
    at(59 + 59)
    expect(await isIn(vic)).toBe(true)
    at(59 + 59 + 60)
    expect(await isIn(vic)).toBe(false)
  })

  test('ends eight hours after it began, however busy it is', async () => {
    const vic = await signedIn('viewer')
    for (let minutes = 30; minutes < 480; minutes += 30) {
      at(minutes)
      expect(await isIn(vic)).toBe(true)
    }
    at(480)
    expect(await isIn(vic)).toBe(false)
  })

  test('with another role may at once what that role may', async () => {
    const ivy = await signedIn('issuer')
    expect((await ivy.get('/staff/people')).status).toBe(403)
    await env.DB.prepare("UPDATE staff SET role = 'administrator' WHERE email = ?1")
      .bind(people.issuer.email)
      .run()
    expect((await ivy.get('/staff/people')).status).toBe(200)
    await env.DB.prepare("UPDATE staff SET role = 'viewer' WHERE email = ?1").bind(people.issuer.email).run()
    expect((await ivy.get('/staff/people')).status).toBe(403)
    expect((await ivy.post('/staff/people', { act: 'add' })).status).toBe(403)
    const deed = await env.DB.prepare("SELECT * FROM audit WHERE act = 'refused' ORDER BY id DESC").first()
    expect(deed).toMatchObject({ actor: people.issuer.name, subject: '/staff/people' })
    await env.DB.prepare("UPDATE staff SET role = 'issuer' WHERE email = ?1").bind(people.issuer.email).run()
  })

  test('is another’s cookie or nobody’s: the digest itself, and what is made up, open nothing', async () => {
    await signedIn('viewer')
    const digest = await env.DB.prepare('SELECT digest FROM session').first<string>('digest')
    for (const secret of [digest, 'x'.repeat(43), '', "' OR 1=1 --"]) {
      const response = await ask('/staff', {
        headers: { ...HTML, Cookie: `staff=${encodeURIComponent(secret ?? '')}` },
      })
      expect(response.status).toBe(303)
    }
  })

  test('that is signed out is gone from the table, and the browser is told to forget', async () => {
    const vic = await signedIn('viewer')
    const before = (await rows('session')) ?? 0
    const left = await vic.post('/staff/sign-out', {})
    expect(left.headers.get('Clear-Site-Data')).toBe('"cache", "cookies", "storage"')
    expect(await rows('session')).toBe(before - 1)
    expect(await isIn(vic)).toBe(false)
    expect((await vic.post('/staff/sign-out', {})).status).toBe(401)
  })
})

describe('its cookie', () => {
  test('over http (one machine): only this host, no scripts, no other sites', async () => {
    const response = await byForm({ link: linkOf('viewer') })
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  test('over https: bound to this host and to https as well', async () => {
    const small = new Hono().get('/', (c) => {
      c.set('desk' as never, { issuer: { origin: 'https://lssc.example' } } as never)
      giveCookie(c as never, 'x'.repeat(43))
      return c.text('')
    })
    expect((await small.request('/')).headers.get('Set-Cookie')).toBe(
      `__Host-staff=${'x'.repeat(43)}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    )
  })
})

test('nobody is added whose name only a machine tells from another’s', async () => {
  const ada = await signedIn('administrator')
  for (const name of ['Ada  Quill', 'Ada\u200b Quill', 'ADA QUILL', 'Ada\u00a0Quill', 'Ada\nQuill']) {
    const fields = { act: 'add', name, email: `${crypto.randomUUID()}@office.example`, role: 'approver' }
    expect([name, (await ada.post('/staff/people', fields)).status]).toEqual([name, 422])
  }
})

test('the last administrator cannot be let go or made another role, alone or by two at once', async () => {
  const ada = await signedIn('administrator')
  const { email } = people.administrator
  for (const change of [
    { role: 'administrator', active: 'no' },
    { role: 'viewer', active: 'yes' },
  ]) {
    expect((await ada.post('/staff/people', { act: 'change', email, ...change })).status).toBe(409)
  }
  await env.DB.prepare("UPDATE staff SET role = 'administrator' WHERE email = ?1")
    .bind(people.issuer.email)
    .run()
  await signedIn('issuer')
  const go = (who: string) =>
    ada.post('/staff/people', { act: 'change', email: who, role: 'viewer', active: 'yes' })
  await Promise.all([go(email), go(people.issuer.email)])
  const left = await env.DB.prepare(
    "SELECT COUNT(*) AS n FROM staff WHERE role = 'administrator' AND active = 1",
  ).first<number>('n')
  expect(left).toBeGreaterThanOrEqual(1)
})
