// Test numbers: each comes to its state wherever it is looked up, without a table being asked, on a deployment
// that is real; and everything about them is told apart from what is.
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { type TestCase, testCases, testNumber } from '../../shared/test-numbers.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/desk.ts'
import { judgeNumber } from '../../worker/services/look-up.ts'
import { trustOf } from '../../worker/trust.ts'
import { makeDesk, unreachable } from '../support/desk.ts'
import './office.ts'

vi.spyOn(console, 'error').mockImplementation(() => {}) // that there is no database is meant

/** A real issuer's service, whose tables cannot be asked. */
const real: Env = { ...env, ISSUER_DEMO: 'no', DB: unreachable }
const get = (path: string) => app.request(path, {}, real)
const page = (path: string, init: RequestInit = {}) =>
  app.request(path, { ...init, headers: { Accept: 'text/html', ...init.headers } }, real)

/** What each case comes to; `unreachable` to nothing. */
const expected: Record<Exclude<TestCase, 'unreachable'>, Verdict['state']> = {
  valid: 'valid',
  provisional: 'valid',
  expired: 'expired',
  grace: 'expired',
  'not-yet-valid': 'not-yet-valid',
  suspended: 'suspended',
  revoked: 'revoked',
  superseded: 'superseded',
  'as-of': 'as-of',
  'status-unavailable': 'status-unavailable',
  'status-unavailable-ended': 'status-unavailable',
  withheld: 'withheld',
  erased: 'erased',
  'not-found': 'not-found',
  'bad-signature': 'bad-signature',
  'key-compromised': 'key-compromised',
  'unknown-key': 'unknown-key',
  malformed: 'malformed',
}
const cases = Object.entries(expected) as [keyof typeof expected, Verdict['state']][]
const STATUS: Partial<Record<Verdict['state'], number>> = { 'not-found': 404, malformed: 404, erased: 410 }

interface Item {
  number: string
  token?: string
  state?: string
}

async function batch(numbers: string[]): Promise<Item[]> {
  const response = await get(`/api/v1/credentials?numbers=${numbers.join()}`)
  return (await response.json<{ credentials: Item[] }>()).credentials
}

async function verified(credential: string): Promise<Verdict> {
  const headers = { 'Content-Type': 'text/plain' }
  const init = { method: 'POST', headers, body: credential }
  const response = await app.request('/api/v1/verifications', init, real)
  return (await response.json<{ verdict: Verdict }>()).verdict
}

describe('every case', () => {
  test('is told here', () => {
    expect([...Object.keys(expected), 'unreachable']).toEqual([...testCases])
  })

  test.for(cases)('%s: by its number, alone, in a batch, and verified', async ([testCase, state]) => {
    const number = testNumber(testCase)
    const [item] = await batch([number])
    expect(item?.number).toBe(number)
    expect(await verified(number)).toMatchObject({ state, test: true, by: 'server' })
    const one = await get(`/api/v1/credentials/${number}`)
    expect(one.status).toBe(state === 'not-found' ? 404 : 200)
    if (state !== 'not-found')
      expect(await one.json()).toMatchObject({ number, verdict: { state, test: true } })
    if (item?.token && state !== 'malformed') {
      expect(await verified(item.token)).toMatchObject({ state, test: true })
    }
  })

  test.for(cases)('%s: its page and its pasted token have the banner', async ([testCase, state]) => {
    const number = testNumber(testCase)
    const response = await page(`/c/${number}`)
    expect(response.status).toBe(STATUS[state] ?? 200)
    expect(response.headers.get('X-Robots-Tag')).toContain('noindex')
    const html = await response.text()
    expect(html).toContain(`data-state="${state}"`)
    expect(html.indexOf(en.demo)).toBeGreaterThan(0)
    expect(html.indexOf(en.demo)).toBeLessThan(html.indexOf('<main'))
    expect(html).toContain('<meta name="robots" content="noindex"')
    const [item] = await batch([number])
    if (!item?.token || state === 'malformed') return
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const pasted = await page('/verify', { method: 'POST', headers, body: `q=${item.token}` })
    const result = await pasted.text()
    expect(result).toContain(`data-state="${state}"`)
    expect(result.indexOf(en.demo)).toBeLessThan(result.indexOf('<main'))
    expect(result.indexOf(en.demo)).toBeGreaterThan(0)
  })

  test('a real issuer’s other pages have none', async () => {
    for (const path of ['/', '/verify', '/achievements/lssc']) {
      expect(await (await page(path)).text(), path).not.toContain(en.demo)
    }
  })

  test('unreachable: the batch says nothing of it; asked alone it is 503, and says that it is a test', async () => {
    const number = testNumber('unreachable')
    expect(await batch([number, testNumber('withheld')])).toEqual([
      { number },
      { number: testNumber('withheld'), state: 'withheld' },
    ])
    const alone = await get(`/api/v1/credentials/${number}`)
    const headers = { 'Content-Type': 'text/plain' }
    const init = { method: 'POST', headers, body: number }
    for (const response of [alone, await app.request('/api/v1/verifications', init, real)]) {
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({
        type: 'urn:lssc:problem:database-unavailable',
        detail: expect.stringContaining('test number'),
      })
    }
    const own = await page(`/c/${number}`)
    expect(own.status).toBe(503)
    expect(await own.text()).toContain(en.demo)
  })

  test('comes to the same on any day', async () => {
    for (const at of [
      '2026-12-31T23:30:00Z',
      '2027-03-01T05:00:00Z',
      '2028-02-29T11:30:00Z',
      '2041-08-31T00:00:00Z',
    ]) {
      const desk = { ...makeDesk(env, at), db: unreachable }
      for (const [testCase, state] of cases) {
        const verdict = await judgeNumber(desk, testNumber(testCase), trustOf(desk))
        expect([at, testCase, verdict.state]).toEqual([at, testCase, state])
      }
    }
  })

  test('a token that someone kept is on file on the next day as well', async () => {
    const [item] = await batch([testNumber('valid')])
    const desk = makeDesk(env)
    const { verifyPresented } = await import('../../worker/services/verify.ts')
    desk.wait(86_400)
    expect(await verifyPresented(desk, item?.token ?? '')).toMatchObject({ state: 'valid', test: true })
  })
})

describe('what each case shows', () => {
  const shown = async (testCase: TestCase) => verified(testNumber(testCase))

  test('one invented holder, and nobody else', async () => {
    for (const [testCase] of cases) {
      const { credential } = await shown(testCase)
      if (credential) expect(credential.holder.display).toBe('Test Holder')
    }
  })

  test('provisional is provisional; in grace it can still be renewed', async () => {
    expect((await shown('provisional')).credential?.provisional).toBeDefined()
    expect((await shown('valid')).credential?.provisional).toBeUndefined()
    const text = async (testCase: TestCase) => (await page(`/c/${testNumber(testCase)}`)).text()
    expect(await text('grace')).toContain('it can be renewed until')
    expect(await text('expired')).not.toContain('it can be renewed until')
  })

  test('since when, why, and what came after, where the signed bits say the same', async () => {
    const since = '2026-11-12'
    expect((await shown('suspended')).circumstances).toEqual({ state: 'suspended', since })
    expect((await shown('revoked')).circumstances).toMatchObject({ since, reason: expect.any(String) })
    const successor = `${env.ORIGIN}/c/${testNumber('valid')}`
    expect((await shown('superseded')).circumstances).toMatchObject({ since, successor })
  })

  test('why a key, a list or a copy is not good: what was signed says it', async () => {
    const reason = async (testCase: TestCase) =>
      (await shown(testCase)).checks.flatMap((check) => ('reason' in check ? check.reason : []))[0]
    expect(await reason('key-compromised')).toBe('key-compromised')
    expect(await reason('unknown-key')).toBe('key-unknown')
    expect(await reason('bad-signature')).toBe('signature')
    expect(await reason('malformed')).toBe('not-a-token')
    expect(await reason('as-of')).toBe('list-aged')
    expect(await reason('status-unavailable')).toBe('list-stale')
  })

  test('the altered copy differs from what was signed in a single byte', async () => {
    const payloadOf = ({ token = '' }: Item) =>
      atob(token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')
    const [bad, good] = (await batch([testNumber('bad-signature'), testNumber('valid')])).map(payloadOf)
    expect(bad).toContain('Best Holder')
    expect(good).toContain('Test Holder')
  })
})
