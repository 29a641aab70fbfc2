// The audit: both tables as one list, found, read, taken away, and never changed.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { acts } from '../../worker/acts.ts'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/desk.ts'
import { csvOf } from '../../worker/sheet/csv.ts'
import { linesOf } from '../../worker/staff/audit.tsx'
import { appendDeed } from '../../worker/store/audit.ts'
import { recentLinkSignIns } from '../../worker/store/history.ts'
import { startOf } from '../../worker/when.ts'
import { makeDesk, NOW } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { act, issueOne, revoke, textOf } from './office.ts'

let vic: Visitor
let ben: Visitor
let number: string

beforeAll(async () => {
  vic = await signedIn('viewer')
  ben = await signedIn('approver')
  const desk = makeDesk(env)
  number = (await issueOne(desk)).number
  await act(desk, number, { act: 'suspend', reason: 'paperwork' })
  const withdrawn = (await issueOne(desk)).number
  await revoke(desk, withdrawn)
  const deed = (act: string, at: string, more: object = {}) =>
    appendDeed(env.DB, { actor: 'Old Hand', act, ...more }, at)
  await env.DB.batch([
    deed('sent-a-pigeon', '2026-03-08T05:59:59.000Z', {
      subject: 'ada@office.example',
      why: '=HYPERLINK("https://evil.example")',
    }),
    deed('sent-a-pigeon', '2026-03-08T06:00:00.000Z', { why: '<script>alert(1)</script>' }),
    deed('sent-a-pigeon', '2026-03-09T04:59:59.000Z'),
    deed('sent-a-pigeon', '2026-03-09T05:00:00.000Z'),
    ...Array.from({ length: 120 }, (_, i) =>
      deed('counted', `2026-02-01T00:00:00.${String(i).padStart(3, '0')}Z`, { subject: `sheep-${i}` }),
    ),
  ])
})

const read = async (query: string, by: Visitor = vic) => textOf(await by.get(`/staff/audit?${query}`))
const rowsIn = (page: string) => page.split('<tr ').length - 2

describe('is read', () => {
  test('as one list over records and deeds, the newest first, in words', async () => {
    const page = await read('')
    expect(page).toContain('Put on hold')
    expect(page).toContain('Withdrawn for good')
    expect(page).toContain('Signed in by a link')
    expect(page.lastIndexOf('Withdrawn for good')).toBeLessThan(page.lastIndexOf('sent-a-pigeon'))
    expect(page).toContain(`href="/staff/records/${number}"`)
  })

  test('an act without words stands as its code; what people wrote is text', async () => {
    const page = await read('act=sent-a-pigeon')
    expect(page).toContain('sent-a-pigeon')
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script>alert')
  })

  test.for([
    ['actor=Old+Hand&act=sent-a-pigeon', 4],
    ['actor=Nobody', 0],
    ['act=suspended', 1],
    ['subject=ADA@office&act=sent-a-pigeon', 1],
    ['subject=sheep-11', 11],
    ["subject='%20OR%201=1%20--", 0],
    ['subject=%25', 0],
    ['from=2026-03-08&to=2026-03-08', 2],
    ['from=2026-03-09&to=2026-03-31', 1],
    ['to=2026-03-07&act=sent-a-pigeon', 1],
  ] as const)('by %s: %i', async ([query, count]) => {
    expect(Math.max(rowsIn(await read(query)), 0)).toBe(count)
  })

  test('by a number however it is typed', async () => {
    const page = await read(`subject=${number.toLowerCase().replaceAll('-', '')}`)
    expect(page).toContain('2 entries')
  })

  test('in pages of fifty that keep what was asked', async () => {
    const first = await read('act=counted')
    expect([rowsIn(first), first.includes('page 1 of 3')]).toEqual([50, true])
    expect(first).toContain('href="/staff/audit?act=counted&amp;page=2"')
    const last = await read('act=counted&page=3')
    expect([rowsIn(last), last.includes('sheep-0')]).toEqual([20, true])
    for (const page of ['0', '-1', 'x', '99', '1e9'])
      expect((await vic.get(`/staff/audit?page=${page}`)).status).toBe(200)
  })

  test('not by days that are none', async () => {
    for (const query of ['from=yesterday', 'to=2026-02-30', 'from=2026-03-09&to=2026-03-08'])
      expect((await vic.get(`/staff/audit?${query}`)).status).toBe(422)
  })

  test('with sign-ins around Cloudflare Access standing out', async () => {
    const behind = { ...env, ACCESS_TEAM: 'https://team.cloudflareaccess.com', ACCESS_AUD: 'x' } as Env
    const path = '/staff/audit?act=signed-in-by-link'
    expect(await textOf(await app.request(path, { headers: vic.headers }, behind))).toContain(
      'past Cloudflare Access',
    )
    expect(await read('act=signed-in-by-link')).not.toContain('past Cloudflare Access')
  })
})

test('a day of the office begins and ends at its own midnight, also when the clocks change', () => {
  const zone = 'America/Chicago'
  expect(startOf('2026-03-08', zone)).toBe('2026-03-08T06:00:00.000Z')
  expect(startOf('2026-03-09', zone)).toBe('2026-03-09T05:00:00.000Z')
  expect(startOf('2026-11-01', zone)).toBe('2026-11-01T05:00:00.000Z')
  expect(startOf('2026-11-02', zone)).toBe('2026-11-02T06:00:00.000Z')
  expect(startOf('2026-07-01', 'Pacific/Auckland')).toBe('2026-06-30T12:00:00.000Z')
})

describe('is taken away', () => {
  test('as a sheet that computes nothing, and that is audited itself', async () => {
    const response = await ben.post('/staff/audit/export', { act: 'sent-a-pigeon' })
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=UTF-8')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="audit-2026-11-22.csv"')
    const csv = await textOf(response)
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    const deed = await env.DB.prepare("SELECT * FROM audit WHERE act = 'exported-audit'").first()
    expect(deed).toMatchObject({ actor: ben.name })
    expect(JSON.parse(String(deed?.detail))).toMatchObject({ entries: 4, act: 'sent-a-pigeon' })
  })

  test('by those who approve, and by nobody else', async () => {
    for (const role of ['viewer', 'issuer'] as const)
      expect((await (await signedIn(role)).post('/staff/audit/export', {})).status).toBe(403)
    expect(await read('')).not.toContain('action="/staff/audit/export"')
  })

  test.for(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '|calc', '%0A', '＝1+1', '\u200b=1'])(
    'no cell is a formula: %j',
    (cell) => {
      expect(csvOf([['x', cell]])).toMatch(/^\ufeffx,"?'/)
    },
  )

  test('names and sentences stay as they are', () => {
    expect(csvOf([['José Núñez', '李小龍', 'a, "b"', 'x=1']])).toBe(
      '\ufeffJosé Núñez,李小龍,"a, ""b""",x=1\r\n',
    )
  })
})

test.for(['audit', 'event'])('nothing in %s is changed, taken away, or written over', async (table) => {
  const kept = await env.DB.prepare(`SELECT * FROM ${table} ORDER BY id`).all()
  for (const sql of [
    `UPDATE ${table} SET actor = 'Nobody'`,
    `DELETE FROM ${table} WHERE id = 1`,
    `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} WHERE id = 1`,
    `REPLACE INTO ${table} SELECT * FROM ${table} WHERE id = 1`,
  ])
    await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow('append-only')
  expect((await env.DB.prepare(`SELECT * FROM ${table} ORDER BY id`).all()).results).toEqual(kept.results)
})

test('who came in by a link lately, for those who look every morning', async () => {
  const [newest] = await recentLinkSignIns(env.DB, '2026-11-21T00:00:00.000Z')
  expect(newest).toEqual({ at: NOW, actor: expect.any(String), why: 'A test' })
  expect(await recentLinkSignIns(env.DB, '2026-11-23T00:00:00.000Z')).toEqual([])
})

test('details are told as what changed, or fact by fact', () => {
  expect(linesOf({ before: { a: '1', b: '2', c: '' }, after: { a: '1', b: '3', c: 'x' } })).toEqual([
    'b: “2” → “3”',
    'c: nothing → “x”',
  ])
  expect(linesOf({ from: { role: 'viewer', active: true }, to: { role: 'issuer', active: true } })).toEqual([
    'role: “viewer” → “issuer”',
  ])
  expect(linesOf({ scopes: ['read', 'issue'], from: '2026-01-01', to: '' })).toEqual([
    'from: 2026-01-01',
    'scopes: read, issue',
  ])
})

const sources = import.meta.glob<string>('../../worker/{services,http,routes}/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('every act that the code writes down has words', () => {
  const codesIn = (texts: string[], calls: RegExp, code: RegExp) =>
    texts
      .flatMap((text) => text.match(calls) ?? [])
      .flatMap((call) => [...call.matchAll(code)].map(([, found]) => found as string))
  const all = Object.values(sources)
  const ofRecords = Object.entries(sources).filter(([path]) => /(amend|withdraw|issue)\.ts$/.test(path))
  const written = [
    ...codesIn(all, /(appendDeed\(|\bdeed = )[\s\S]{0,160}/gi, /\bact: '([a-z-]+)'/g),
    ...codesIn(all, /recordEvent\([\s\S]{0,80}/g, /\bkind: '([a-z-]+)'/g),
    ...codesIn(
      ofRecords.map(([, text]) => text),
      /kind: '[a-z-]+'/g,
      /'([a-z-]+)'/g,
    ),
  ]
  expect(written.length).toBeGreaterThan(15)
  expect([...new Set(written)].filter((code) => !Object.hasOwn(acts, code))).toEqual([])
})
