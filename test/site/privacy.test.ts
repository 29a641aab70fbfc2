// A hundred badges on a page of another site, over a real network: what goes out, and what stays behind.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import { badgeTag, type Host, html, listen, openHost, script, seen } from '../support/host-page.ts'
import { issuer } from '../support/mint.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const records = await Promise.all(Array.from({ length: 100 }, (_, i) => service.issue(`PR1VATE${1000 + i}`)))

/** The issuer's service on another site than the page. It sets a cookie whenever it is asked. */
const received: IncomingMessage[] = []
const server = createServer(async (request, response) => {
  received.push(request)
  const reply = await service.reply(issuer.origin + request.url)
  response.writeHead(reply?.status ?? 404, {
    ...reply?.headers,
    'set-cookie': 'who=reader; Path=/; Max-Age=999',
  })
  response.end(reply?.body)
})
await new Promise<void>((resolve) => server.listen(0, resolve))
const there = `http://localhost:${(server.address() as AddressInfo).port}`

let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => {
  host.close()
  server.close()
})

/** What a browser says of itself to everyone. */
const EVERYONES =
  /^(host|connection|pragma|cache-control|user-agent|accept|accept-encoding|accept-language|origin|sec-(ch-ua|fetch)[a-z-]*)$/

test('three requests, nothing about page or reader in them, and nothing left behind', async ({
  context,
  page,
}) => {
  const lines = await listen(page)
  await page.goto(`${there}/c/seen-before`)
  expect((await context.cookies(there)).map(({ name }) => name)).toEqual(['who'])
  received.length = 0
  lines.length = 0

  const sent = `const real = fetch; window.fetch = (url, more) => real(url.replace('${issuer.origin}', '${there}'), more)`
  const badges = records.map(({ url }) =>
    badgeTag(`credential="${url}" applicant-name="Dale Cooper" applicant-email="dale@fbi.example"`, url),
  )
  const before = '<script>window.before = new Set(Reflect.ownKeys(window)).add("before")</script>'
  const address = host.page({
    html: html(`<script>{ ${sent} }</script>${before}${badges.join('')}${script}`),
  })
  await page.goto(`${address.replace('localhost', '127.0.0.1')}?applicant=dale#secret`)
  expect(new Set((await seen(page, 100)).states)).toEqual(new Set(['valid']))

  expect(received.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
    'GET /.well-known/jwks.json',
    `GET /api/v1/credentials?numbers=${records.map(({ number }) => number).join()}`,
    'GET /status/7/standing.jwt',
  ])
  for (const { headers } of received) {
    expect(Object.keys(headers).filter((name) => !EVERYONES.test(name))).toEqual([])
    expect(headers.origin).toBe(host.origin.replace('localhost', '127.0.0.1'))
    expect(headers['sec-fetch-site']).toBe('cross-site')
  }

  const left = await page.evaluate(async () => ({
    globals: Reflect.ownKeys(window).filter((name) => !Reflect.get(window, 'before').has(name)),
    cookie: document.cookie,
    stored: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    frames: frames.length,
    elements: document.querySelectorAll('head *, body > :not(lssc-badge, script)').length,
  }))
  // Lit's own two registers, which every Lit on a page shares.
  const globals = left.globals.filter(
    (name) => !['reactiveElementVersions', 'litPropertyMetadata'].includes(String(name)),
  )
  expect({ ...left, globals }).toEqual({
    globals: [],
    cookie: '',
    stored: 0,
    databases: 0,
    caches: 0,
    workers: 0,
    frames: 0,
    elements: 3, // title and two scripts
  })
  expect(await context.cookies(host.origin.replace('localhost', '127.0.0.1'))).toEqual([])
  expect(lines).toEqual([])
})

test('the link of a record is followed without a word about the page', async ({ context, page }) => {
  const [record = { url: '' }] = records
  await context.route(`${issuer.origin}/**`, async (route) => {
    const reply = await service.reply(route.request().url())
    await route.fulfill(reply ?? { status: 200, body: 'the record' })
  })
  for (const variant of ['pill', 'card']) {
    await page.goto(
      host.page({
        html: html(badgeTag(`credential="${record.url}" variant="${variant}"`, record.url) + script),
      }),
    )
    await seen(page)
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('a.pill, .actions a').last().click(),
    ])
    await opened.waitForLoadState()
    expect(opened.url()).toBe(record.url)
    expect(await opened.evaluate(() => [document.referrer, opener])).toEqual(['', null])
    await opened.close()
  }
})
