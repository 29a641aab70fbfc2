// Eight ways in which the service can be down, at the network, for the built file: settled within eight seconds, most
// within three, not green, told once, with a link that works; and "Try again" does.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  linkIsThere,
  listen,
  openHost,
  script,
  seen,
  serveIssuer,
} from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const { url, token } = await service.issue('D0WND0WND0W')
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

type Down = (route: Route, context: BrowserContext) => Promise<unknown>
const open = { 'access-control-allow-origin': '*' }

/** A byte every half second, for ever: only a real server can do that. */
const dripping = createServer((_, response) => {
  response.writeHead(200, { ...open, 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 500)
  response.on('close', () => clearInterval(timer))
})
await new Promise<void>((resolve) => dripping.listen(0, resolve))
afterAll(() => {
  dripping.closeAllConnections()
  dripping.close()
})
const drip = `http://localhost:${(dripping.address() as AddressInfo).port}`

const outages: Record<string, [Down, seconds: number]> = {
  'refuses the connection': [(route) => route.abort('connectionrefused'), 3],
  'has no address': [(route) => route.abort('namenotresolved'), 3],
  'never answers': [() => new Promise(() => {}), 3.5],
  'answers 500': [(route) => route.fulfill({ status: 500, headers: open, body: 'oops' }), 3],
  'answers 200 with a web page': [
    (route) => route.fulfill({ headers: open, contentType: 'text/html', body: '<title>Sign in</title>' }),
    3,
  ],
  'lets no other origin read it': [
    async (route) => {
      const reply = await service.reply(route.request().url())
      const headers = { ...reply?.headers, 'access-control-allow-origin': 'https://lssc.example' }
      return route.fulfill({ ...reply, headers })
    },
    3,
  ],
  'is out of reach, for the reader is offline': [(route) => route.abort('internetdisconnected'), 3],
}

/** Page and badges, once they have settled; and how long that took. */
async function watch(page: Page, before = '') {
  const lines = await listen(page)
  const attributes = [
    `credential="${url}"`,
    `token="${token}" variant="pill"`,
    `credential="${url}" variant="card"`,
  ]
  const badges = attributes.map((one) => badgeTag(one, `${host.origin}/0`)).join('')
  await page.goto(host.page({ html: html(before + badges + script) }))
  await page.waitForFunction(() => customElements.get('lssc-badge'))
  const began = performance.now()
  const found = await seen(page, 3)
  return { lines, found, seconds: (performance.now() - began) / 1000 }
}

async function expectUnreachable(
  page: Page,
  { lines, found, seconds }: Awaited<ReturnType<typeof watch>>,
  most: number,
) {
  expect(found).toEqual({ states: Array(3).fill('unreachable'), green: 0, told: [1, 1, 1] })
  expect(seconds).toBeLessThan(most)
  expect(lines.filter((line) => !/^error: (Failed to load resource|Access to fetch)/.test(line))).toEqual([])
  for (const link of await page.locator('lssc-badge > a').all()) await link.click({ trial: true })
  expect(await linkIsThere(page)).toBe(true)
}

describe.concurrent('the service', () => {
  for (const [name, [down, most]] of Object.entries(outages)) {
    test(`${name}: not checked, within ${most} seconds`, async ({ context, page }) => {
      await context.route('https://lssc.example/**', (route) => down(route, context))
      await expectUnreachable(page, await watch(page), most)
      await context.unroute('https://lssc.example/**')
      await serveIssuer(context, service)
      await page.getByRole('button', { name: 'Try again' }).first().click()
      await page.waitForSelector('lssc-badge[state=valid]')
    })
  }

  test('drips: not checked, within eight seconds', async ({ page }) => {
    const sent = `<script>const real = fetch; window.fetch = (url, more) => real(url.replace('https://lssc.example', '${drip}'), more)</script>`
    await expectUnreachable(page, await watch(page, sent), 8)
  })
})

test('offline for real, after the page has come: not checked, and back online it is', async ({
  context,
  page,
}) => {
  await serveIssuer(context, service)
  await page.goto(host.page({ html: html(script) }))
  await page.waitForFunction(() => customElements.get('lssc-badge'))
  await context.unroute('https://lssc.example/**')
  await context.setOffline(true)
  await page.evaluate(
    (markup) => document.body.insertAdjacentHTML('beforeend', markup),
    badgeTag(`credential="${url}"`, url),
  )
  expect(await seen(page)).toMatchObject({ states: ['unreachable'], green: 0 })
  expect(await linkIsThere(page)).toBe(true)
  await context.setOffline(false)
  await serveIssuer(context, service)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.waitForSelector('lssc-badge[state=valid]')
})
