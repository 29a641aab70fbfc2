// The built file: its size, what it loads, what it asks for, and how it looks where pages differ.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import { badgeTag, type Host, html, openHost, outcome, script, serveIssuer } from '../support/host-page.ts'
import { test } from '../support/site.ts'

/** What issue 3 asks for, and what the file may be until then: lower it whenever it can be lowered. */
const AIM = 16_384
const CEILING = 20_200

const README = readFileSync(new URL('../../widget/README.md', import.meta.url), 'utf8')
const service = await makeBadgeService()
const states = await makeStates(service)
const { credential } = states.valid as { credential: string }
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

const badge = (attributes = `credential="${credential}"`) => badgeTag(attributes, credential)

describe('the file', () => {
  test('is no larger than it was, brotli, everything included', () => {
    const size = brotliCompressSync(host.script).length
    console.log(`lssc-badge.js: ${size} bytes brotli; the aim is ${AIM}`)
    expect(size, host.log.join('\n')).toBeLessThanOrEqual(CEILING)
  })

  test('is one file that loads and evaluates nothing else', () => {
    const text = host.script.toString()
    expect(text).not.toMatch(
      /\bimport\s*\(|\beval\b|new Function|innerHTML|insertAdjacentHTML|document\.write/,
    )
    expect(text).not.toMatch(/localStorage|sessionStorage|document\.cookie|indexedDB|sendBeacon/)
    expect(text.match(/\bfetch\(/g)).toHaveLength(1)
  })

  test('carries the digest that is published', async ({ context, page }) => {
    const digest = `sha384-${createHash('sha384').update(host.script).digest('base64')}`
    const hex = createHash('sha384').update(host.script).digest('hex')
    expect(host.integrity).toEqual({ version: `9.8.7-${hex.slice(0, 8)}`, 'lssc-badge.js': digest })
    await serveIssuer(context, service)
    const pinned = `<script type="module" crossorigin integrity="${digest}" src="/lssc-badge.js"></script>`
    await page.goto(host.page({ html: html(badge() + pinned) }))
    expect(await outcome(page)).toBe('valid')
  })
})

test('asks the issuer and nobody else, and leaves nothing behind', async ({ context, page }) => {
  const asked = await serveIssuer(context, service)
  const all = Object.values(states).map((given) =>
    badge(
      Object.entries(given)
        .map(([name, value]) => `${name}="${value}"`)
        .join(' '),
    ),
  )
  await page.goto(host.page({ html: html(all.join('') + script) }))
  await page.waitForFunction(() =>
    [...document.querySelectorAll('lssc-badge')].every(
      (one) => !['checking', null].includes(one.getAttribute('state')),
    ),
  )
  const others = asked.map((url) => new URL(url)).filter(({ origin }) => origin !== host.origin)
  expect(new Set(others.map(({ origin }) => origin))).toEqual(new Set(['https://lssc.example']))
  expect(others.map(({ pathname }) => pathname).sort()).toEqual([
    '/.well-known/jwks.json',
    '/api/v1/credentials',
    '/status/7/standing.jwt',
    '/status/8/standing.jwt',
    '/status/9/standing.jwt',
  ])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('with the documented rule nothing moves, from the first paint on', async ({ context, page }) => {
  await serveIssuer(context, service)
  const rule = /```css\n([\s\S]+?)```/.exec(README)?.[1]
  const rows = Array.from({ length: 12 }, (_, i) => `<h2>Applicant ${i}</h2>${badge()}`).join('')
  const late = '<script type="module">setTimeout(() => import("/lssc-badge.js"), 200)</script>'
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(
      host.page({
        html: html(`<meta name="viewport" content="width=device-width"><style>${rule}</style>${rows}${late}`),
      }),
    )
    await page.waitForFunction(() =>
      [...document.querySelectorAll('lssc-badge')].every((one) => one.getAttribute('state') === 'valid'),
    )
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 300)
        }),
    )
    expect(shift).toBe(0)
  }
})

test('on paper: everything that opens is open, nothing is a button, and address, code and time are there', async ({
  context,
  page,
}) => {
  await serveIssuer(context, service)
  await page.goto(host.page({ html: html(badge() + script) }))
  expect(await outcome(page)).toBe('valid')
  await page.emulateMedia({ media: 'print' })
  const text = await page.evaluate(
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not printed
    () => document.querySelector('lssc-badge')?.shadowRoot?.querySelector<HTMLElement>('.box')?.innerText,
  )
  expect(text).toContain('What was checked')
  expect(text).toContain(credential)
  expect(text).toContain('Status read November 22, 2026')
  expect(text).not.toMatch(/Details|Try again/)
})

test('in forced colours, from right to left, and at twice the text size it stays whole', async ({
  browser,
}) => {
  const context = await browser.newContext({ forcedColors: 'active', viewport: { width: 390, height: 900 } })
  await serveIssuer(context, service)
  const page = await context.newPage()
  const variants = ['pill', 'row', 'card']
    .map((variant) => badge(`credential="${credential}" variant="${variant}"`))
    .join('')
  await page.goto(
    host.page({
      html: `<!doctype html><html lang="ar" dir="rtl" style="font-size:200%"><title>ط</title>${variants}${script}`,
    }),
  )
  expect(await outcome(page)).toBe('valid')
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('lssc-badge')].map((one) => {
      const box = one.shadowRoot?.querySelector<HTMLElement>('.box') as HTMLElement
      const icon = box.querySelector('.icon') as SVGElement
      return [
        getComputedStyle(box).direction,
        box.getBoundingClientRect().right <= innerWidth,
        icon.checkVisibility(),
      ]
    }),
  )
  expect(seen).toEqual(Array(3).fill(['ltr', true, true]))
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await context.close()
})

describe('keys that were pinned at the build', () => {
  test('the service is down: a token is genuine, its status is not checked, and it is never green', async ({
    context,
    page,
  }) => {
    const pinned = await openHost(service.office.jwks)
    await context.route('https://lssc.example/**', (route) => route.abort('connectionrefused'))
    const { token } = await service.issue('P1NNEDP1NNE')
    await page.goto(pinned.page({ html: html(badge(`token="${token}"`) + script) }))
    expect(await outcome(page)).toBe('status-unavailable')
    pinned.close()
  })
})
