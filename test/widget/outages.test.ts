// The service down in every way that we could think of, clocks that are wrong, pages that are odd.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import { later, now } from '../support/mint.ts'
import { network, type Outage, putBadge, result, service, settled } from './page.ts'

const { url, token } = await service.issue('00TAGE00TAG')

const outages: Record<string, Outage> = {
  'refused or no such name': () => Promise.reject(new TypeError('Failed to fetch')),
  hangs: (_, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  'answers 500': async () => new Response('oops', { status: 500 }),
  'answers 200 with a web page': async () => new Response('<!doctype html><title>Sign in</title>'),
  'answers without end': async () => new Response(flood()),
  'answers JSON of another kind': async () => new Response('{"keys":[],"credentials":{}}'),
  'answers null': async () => new Response('null'),
}
const parts = { answers: '/api/v1/credentials', keys: 'jwks.json', list: 'standing.jwt' }

for (const [part, address] of Object.entries(parts)) {
  describe(`the address of its ${part}`, () => {
    for (const [kind, outage] of Object.entries(outages)) {
      test(kind, { timeout: 12_000 }, async () => {
        network().outages.set(address, outage)
        const began = performance.now()
        const badge = await settled({ credential: url })
        expect(badge.state).toBe(part === 'list' ? 'status-unavailable' : 'unreachable')
        expect(performance.now() - began).toBeLessThan(3_500)
        if (part !== 'list') expect(badge.querySelector('a')?.checkVisibility()).toBe(true)
      })
    }
  })
}

test('everything drips slowly: still settled within eight seconds', { timeout: 12_000 }, async () => {
  network().outages.set('', async (_, signal) => new Response(drip(signal)))
  const began = performance.now()
  const badges = await Promise.all([settled({ token }), settled({ credential: url })])
  expect(badges.map(({ state }) => state)).toEqual(['unreachable', 'unreachable'])
  expect(performance.now() - began).toBeLessThan(8_300)
})

describe('clocks', () => {
  afterEach(() => vi.useRealTimers())

  // The test machine's clock is not the service's either: `now` is a constant.
  test('the service’s time counts, not the device’s', async () => {
    network()
    const badge = await settled({ credential: url })
    expect(badge.state).toBe('valid')
    expect(Math.abs(Date.now() - now.getTime())).toBeGreaterThan(60_000)
  })

  test('a token is judged by the service’s time as well', async () => {
    network()
    expect((await settled({ token })).state).toBe('valid')
  })

  test('time on the way in a cache is added', async () => {
    const own = await makeBadgeService()
    const { url: other } = await own.issue('CACHEDCACHE')
    const { outages } = network(own)
    outages.set('standing.jwt', async (address) => {
      const reply = await own.reply(address)
      return new Response(reply?.body, { headers: { ...reply?.headers, age: '2000' } })
    })
    const badge = putBadge({ credential: other, eager: '' })
    const { statusAsOf } = await result(badge)
    expect(statusAsOf).toBe(now.toISOString())
  })
})

test('a key that is newer than the copy of the keys: they are fetched once more', async () => {
  const own = await makeBadgeService()
  const { url: fresh } = await own.issue('R0TATEDR0TA')
  const { outages, requests } = network(own)
  let fetched = 0
  outages.set('jwks.json', async (address) => {
    const reply = await own.reply(address)
    const body = JSON.parse(reply?.body ?? '')
    if (fetched++ === 0) body.keys = body.keys.filter(({ state }: { state: string }) => state !== 'active')
    return new Response(JSON.stringify(body), { headers: reply?.headers ?? {} })
  })
  const badge = await settled({ credential: fresh })
  expect(badge.state).toBe('valid')
  expect(requests.filter(({ url }) => url.endsWith('jwks.json')).map(({ init }) => init.cache)).toEqual([
    'no-cache',
    'no-store',
  ])
})

test('a list that nobody has signed for a day counts for nothing', async () => {
  const own = await makeBadgeService()
  const { url: aged } = await own.issue('0DDAGED0DDA')
  for (const list of own.lists.values()) list.signedAt = later(-90_000)
  network(own)
  expect((await settled({ credential: aged })).state).toBe('status-unavailable')
})

test('what a page puts on every object changes no verdict and reaches no request', async () => {
  const own = await makeBadgeService()
  const gone = await own.issue('P011VTEDP01', {}, { standing: 2 })
  const { requests } = network(own)
  const polluted = {
    valid: true,
    ok: true,
    result: 'passed',
    headers: { 'X-Odd': '1' },
    method: 'POST',
    body: 'x',
  }
  Object.assign(Object.prototype, polluted)
  try {
    expect((await settled({ credential: gone.url })).state).toBe('revoked')
    for (const { init } of requests)
      expect([init.headers, init.method, init.body]).toEqual([undefined, undefined, undefined])
  } finally {
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
  }
})

/** A byte now and then, for ever. */
function drip(signal: AbortSignal): ReadableStream<Uint8Array> {
  let timer: ReturnType<typeof setInterval>
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 500)
      signal.addEventListener('abort', () => {
        clearInterval(timer)
        controller.error(signal.reason)
      })
    },
    cancel: () => clearInterval(timer),
  })
}

function flood(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(65_536))
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })
}
