// Test numbers in the badge of a real issuer: each comes to its state by what the Worker signed, and has the banner.
import { describe, expect, test } from 'vitest'
import { type TestCase, testCases, testNumber } from '../../shared/test-numbers.ts'
import { en } from '../../shared/words/en.ts'
import type { LsscBadge } from '../../widget/badge.ts'
import { issuer } from '../support/mint.ts'
import { withTestNumbers } from '../support/test-numbers.ts'
import { find, network, putBadge, result, service, settled, textOf } from './page.ts'

const tests = await withTestNumbers(service)

/** Three cases are a shade of a state; every other is called as its state. */
const SHADES: Partial<Record<TestCase, string>> = {
  provisional: 'valid',
  grace: 'expired',
  'status-unavailable-ended': 'status-unavailable',
}

/** The banner, or what a pill has room for. */
function warns(badge: LsscBadge): boolean {
  return textOf(badge).includes(en.demo) || textOf(badge).split('\n').includes(en.labels.demo)
}

/** What the service answers about it. */
async function tokenOf(testCase: TestCase): Promise<string> {
  const reply = await tests.reply(`${issuer.origin}/api/v1/credentials?numbers=${testNumber(testCase)}`)
  const { credentials } = JSON.parse(reply?.body ?? '') as { credentials: { token?: string }[] }
  return credentials[0]?.token ?? ''
}

describe('by its number', () => {
  for (const testCase of testCases) {
    test(testCase, async () => {
      network(tests)
      const state = SHADES[testCase] ?? testCase
      for (const variant of ['pill', 'row', 'card']) {
        const badge = await settled({ credential: testNumber(testCase), variant })
        expect(badge.state).toBe(state)
        expect(find(badge, '.box').classList.contains('current')).toBe(state === 'valid')
        // A pill that has nothing to say yet shows the page's own link, and says no more.
        expect(warns(badge) || (variant === 'pill' && state === 'unreachable')).toBe(true)
      }
    })
  }

  test('by its link as well, and without the banner on a real record beside it', async () => {
    network(tests)
    const real = await service.issue('BES1DETESTS', {})
    const [one, other] = await Promise.all([
      settled({ credential: `${issuer.origin}/c/${testNumber('valid')}`, variant: 'card' }),
      settled({ credential: real.url, variant: 'card' }),
    ])
    expect([one.state, warns(one)]).toEqual(['valid', true])
    expect([other.state, warns(other)]).toEqual(['valid', false])
    expect(textOf(one)).toContain('Test Holder')
  })
})

test('beside an applicant of another name, as every applicant is: not green, and still with the banner', async () => {
  network(tests)
  for (const variant of ['pill', 'row', 'card']) {
    const badge = await settled({
      credential: testNumber('valid'),
      'applicant-name': 'Maria-Elena O’Dowd',
      variant,
    })
    expect(find(badge, '.box').classList.contains('current')).toBe(false)
    expect(textOf(badge)).toMatch(/another name/i)
    expect(warns(badge)).toBe(true)
    if (variant !== 'pill') continue
    const said = find(badge, '.said')
    expect(said.scrollWidth, 'nothing of the pill is cut off').toBeLessThanOrEqual(said.clientWidth)
  }
})

describe('by its token alone', () => {
  for (const testCase of ['valid', 'revoked', 'bad-signature', 'key-compromised', 'unknown-key'] as const) {
    test(testCase, async () => {
      network(tests)
      const token = await tokenOf(testCase)
      for (const variant of ['pill', 'row', 'card']) {
        const badge = await settled({ token, variant })
        expect([badge.state, warns(badge)]).toEqual([testCase, true])
      }
    })
  }
})

describe('never taken for a real one', () => {
  const answer = (number: string, token: string) => service.answers.set(number, { number, token })

  test('a test token where a real record was asked for is no answer', async () => {
    network(tests)
    const { number } = await service.issue('STANDS1NF0R', {})
    answer(number, await tokenOf('valid'))
    expect((await settled({ credential: number })).state).toBe('unreachable')
  })

  test('the test issuer’s keys are not the real one’s: published at its address, they open nothing', async () => {
    const net = network(tests)
    const jwks = (await tests.reply(`${issuer.origin}/test/jwks.json`))?.body
    net.outages.set('.well-known/jwks.json', async () => new Response(jwks))
    const real = await service.issue('0PENSN0TH1N', {})
    expect((await settled({ credential: real.url })).state).toBe('unreachable')
  })
})

test('all of them at once ask for little: numbers, two issuers’ keys, three lists', async () => {
  const { requests } = network(tests)
  const badges = testCases.map((testCase) => putBadge({ credential: testNumber(testCase) }))
  await Promise.all(badges.map(result))
  const paths = requests.map(({ url }) => new URL(url).pathname)
  // The key that is published nowhere is looked for a second time.
  expect(paths.filter((path) => path === '/test/jwks.json')).toHaveLength(2)
  expect([...new Set(paths)].sort()).toEqual([
    '/.well-known/jwks.json',
    '/api/v1/credentials',
    '/status/test-1/standing.jwt',
    '/status/test-2/standing.jwt',
    '/status/test-3/standing.jwt',
    '/test/jwks.json',
  ])
  expect(paths).toHaveLength(7)
})
