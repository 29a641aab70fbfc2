// The keys of the office's programs: made by an administrator, shown once, to their person.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openKey } from '../../worker/services/use-key.ts'
import { makeDesk, NOW } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { signedIn, type Visitor } from './console.ts'
import { textOf } from './office.ts'
import { asked, deeds, idOf, keyOf, make, secretIn } from './programs.ts'

const start = new Date(NOW).getTime()
let ada: Visitor
beforeEach(async () => {
  vi.setSystemTime(start)
  ada = await signedIn('administrator')
})

describe('is made', () => {
  test('with what it may do, and shown to nobody by that', async () => {
    const fields = asked()
    const response = await make(fields, ada)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/staff/keys?done=made'])
    const page = await textOf(await ada.get('/staff/keys'))
    expect(page).toContain(fields.label)
    expect(page).toContain('Waiting to be shown')
    expect(page).not.toMatch(/lssc_live_/)
  })

  const wrong: [field: string, value: string, says: RegExp][] = [
    ['email', 'nobody@office.example', /works here/],
    ['label', 'x', /which program/],
    ['scopes', '', /Tick what/],
    ['scopes', 'issue,everything', /Tick what/],
    ['scopes', 'approve', /tick that, too/],
    ['lastDay', '', /last day/],
    ['lastDay', '2026-11-20', /today or later/],
    ['lastDay', '2027-11-23', /a year from now/],
    ['lastDay', '2027-02-30', /last day/],
    ['dailyCap', '0', /1 to 10000/],
    ['dailyCap', '10001', /1 to 10000/],
    ['dailyCap', '1e3', /1 to 10000/],
  ]
  test.for(wrong)('not with %s %j', async ([field, value, says]) => {
    const fields = asked({ [field]: value })
    const response = await make(fields, ada)
    expect([response.status, await textOf(response)]).toEqual([422, expect.stringMatching(says)])
    expect(await idOf(fields.label)).toBeNull()
  })

  test('not with more than its person may', async () => {
    await signedIn('viewer')
    const response = await make(asked({ email: people.viewer.email, scopes: 'read,issue' }), ada)
    expect(await textOf(response)).toContain('takes the role issuer; Vic Octavo is viewer')
  })

  test('once, however often the form is sent', async () => {
    const fields = { ...asked(), request: crypto.randomUUID() }
    await Promise.all([make(fields, ada), make(fields, ada)])
    expect((await make(fields, ada)).status).toBe(303)
    const count = await env.DB.prepare('SELECT COUNT(*) AS n FROM api_key WHERE label = ?1')
      .bind(fields.label)
      .first('n')
    expect(count).toBe(1)
  })

  test('by administrators alone', async () => {
    for (const role of ['viewer', 'issuer', 'approver'] as const)
      expect((await make(asked(), await signedIn(role))).status).toBe(403)
  })
})

describe('is shown', () => {
  test('once, to its person, on a page that nothing keeps; only its digest stays', async () => {
    const fields = asked()
    await make(fields, ada)
    const id = (await idOf(fields.label)) as string
    const shown = await ada.post(`/staff/keys/${id}/show`, {})
    expect(shown.headers.get('Cache-Control')).toBe('no-store')
    const key = (await secretIn(shown)) as string
    expect(key).toMatch(new RegExp(`^lssc_live_${id}_`))
    const again = await ada.post(`/staff/keys/${id}/show`, {})
    expect([again.status, await secretIn(again)]).toEqual([409, undefined])
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all<{ name: string }>()
    for (const { name } of tables.results) {
      const rows = await env.DB.prepare(`SELECT * FROM "${name}"`)
        .all()
        .catch(() => null)
      expect(JSON.stringify(rows?.results ?? []), name).not.toContain(key.slice(-43))
    }
  })

  test('to nobody else: not even to the administrator who made it', async () => {
    await signedIn('issuer')
    const fields = asked({ email: people.issuer.email })
    await make(fields, ada)
    const id = await idOf(fields.label)
    const response = await ada.post(`/staff/keys/${id}/show`, {})
    expect([response.status, await secretIn(response)]).toEqual([403, undefined])
    expect(await textOf(await ada.get('/staff/keys'))).not.toContain(`/staff/keys/${id}/show`)
    expect(await secretIn(await (await signedIn('issuer')).post(`/staff/keys/${id}/show`, {}))).toBeDefined()
  })

  test('to a double click: the second answer counts, and the first key is dead', async () => {
    const fields = asked()
    await make(fields, ada)
    const id = await idOf(fields.label)
    const request = crypto.randomUUID()
    const first = (await secretIn(await ada.post(`/staff/keys/${id}/show`, { request }))) as string
    const second = (await secretIn(await ada.post(`/staff/keys/${id}/show`, { request }))) as string
    expect([await openKey(makeDesk(env), first), await openKey(makeDesk(env), second)]).toEqual([
      null,
      expect.objectContaining({ id }),
    ])
    vi.setSystemTime(start + 120_000)
    expect((await ada.post(`/staff/keys/${id}/show`, { request })).status).toBe(409)
  })

  test('among others only to those whose it is', async () => {
    const own = await keyOf('issuer')
    const page = await textOf(await own.person.get('/staff/keys'))
    expect(page).toContain(own.label)
    expect(page.match(/Program \d+/g)?.every((label) => label !== 'Program 1')).toBe(true)
    expect(page).not.toContain('Make a key')
  })
})

test('revoked by its person or an administrator, and by nobody else; twice is once', async () => {
  const { id, person } = await keyOf('issuer')
  expect((await (await signedIn('viewer')).post(`/staff/keys/${id}/revoke`, {})).status).toBe(403)
  expect((await person.post(`/staff/keys/${id}/revoke`, {})).status).toBe(303)
  expect((await ada.post(`/staff/keys/${id}/revoke`, {})).status).toBe(303)
  expect((await ada.post('/staff/keys/00000000/revoke', {})).status).toBe(404)
  expect((await deeds('revoked-key')).filter(({ subject }) => subject === id)).toHaveLength(1)
})

test.for([
  ['UPDATE api_key SET scopes = \'["approve"]\'', 'what it was made as'],
  ["UPDATE api_key SET email = 'ben@office.example'", 'what it was made as'],
  ['UPDATE api_key SET revoked_at = NULL WHERE revoked_at IS NOT NULL', 'stays revoked'],
  ['DELETE FROM api_key', 'never deleted'],
] as const)('the table itself holds: %s', async ([sql, says]) => {
  const { id } = await keyOf('administrator')
  await ada.post(`/staff/keys/${id}/revoke`, {})
  await expect(env.DB.prepare(sql).run()).rejects.toThrow(says)
})
