// The built file on pages whose policies and scripts are not ours.
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  linkIsThere,
  openHost,
  outcome,
  script,
  serveIssuer,
} from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const states = await makeStates(service)
const { credential } = states.valid as { credential: string }
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

const badge = (attributes = `credential="${credential}"`) => badgeTag(attributes, credential)

describe('under a host’s policies', () => {
  const A = "default-src 'none'; script-src 'nonce-x'; style-src 'none'; connect-src https://lssc.example"
  const B = `${A}; require-trusted-types-for 'script'`
  const policies = {
    'A, strict CSP': A,
    'B, Trusted Types required': B,
    'C, no Trusted Types policy allowed': `${B}; trusted-types 'none'`,
    'another’s policy only': `${B}; trusted-types app-policy`,
  }
  for (const [name, policy] of Object.entries(policies)) {
    for (const variant of ['pill', 'row', 'card']) {
      test(`${name}: the ${variant} works, and looks as it should`, async ({ context, page }) => {
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(error.message))
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
        await serveIssuer(context, service)
        const headers = { 'content-security-policy': policy }
        await page.goto(
          host.page({
            html: html(badge(`credential="${credential}" variant="${variant}"`) + script),
            headers,
          }),
        )
        expect(await outcome(page)).toBe('valid')
        const tone = await page.evaluate(() => {
          const shown = document.querySelector('lssc-badge')?.shadowRoot?.querySelector('.headline, .said')
          return shown && getComputedStyle(shown).color
        })
        expect(tone).toBe('rgb(23, 101, 74)')
        expect(errors.filter((error) => !error.includes('favicon'))).toEqual([])
      })
    }
  }

  test('no connection allowed: not checked, and the link stays', async ({ context, page }) => {
    await serveIssuer(context, service)
    const headers = { 'content-security-policy': "default-src 'none'; script-src 'nonce-x'" }
    await page.goto(host.page({ html: html(badge() + script), headers }))
    expect(await outcome(page)).toBe('unreachable')
    expect(await linkIsThere(page)).toBe(true)
  })

  test('isolated by COEP, from another origin', async ({ context, page }) => {
    await serveIssuer(context, service)
    const headers = {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    }
    const remote = `<script type="module" crossorigin src="${host.origin.replace('localhost', '127.0.0.1')}/lssc-badge.js"></script>`
    await page.goto(host.page({ html: html(badge() + remote), headers }))
    expect(await outcome(page)).toBe('valid')
  })

  test('an insecure origin: nothing is defined, and the link stays', async ({ browser }) => {
    const context = await browser.newContext()
    await context.route('http://board.example/**', async (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: host.script })
        : route.fulfill({ contentType: 'text/html', body: html(badge() + script) }),
    )
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto('http://board.example/')
    expect(await outcome(page)).toBeNull()
    expect(await linkIsThere(page)).toBe(true)
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('beside a host’s scripts', () => {
  test('two copies: the first stays, and nothing breaks', async ({ context, page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await serveIssuer(context, service)
    const twice = `${script}<script type="module" src="/other/lssc-badge.js"></script>`
    await page.goto(host.page({ html: html(badge() + twice) }))
    expect(await outcome(page)).toBe('valid')
    expect(
      await page.evaluate(() => Reflect.get(customElements.get('lssc-badge') as object, 'version')),
    ).toBe('9.8.7')
    expect(errors).toEqual([])
  })

  test('a script that is held back: the link is there, and the badge comes when the script does', async ({
    context,
    page,
  }) => {
    await serveIssuer(context, service)
    await page.goto(host.page({ html: html(badge()) }))
    expect(await linkIsThere(page)).toBe(true)
    await page.addScriptTag({ type: 'module', url: '/lssc-badge.js' })
    await page.waitForSelector('lssc-badge[state=valid]')
  })

  test('a script without type="module" works as well', async ({ context, page }) => {
    await serveIssuer(context, service)
    await page.goto(host.page({ html: html(`${badge()}<script src="/lssc-badge.js"></script>`) }))
    expect(await outcome(page)).toBe('valid')
  })

  test('a device clock that is a year off changes nothing', async ({ context, page }) => {
    await serveIssuer(context, service)
    for (const days of [-365, 365]) {
      await page.clock.setFixedTime(Date.now() + days * 86_400_000)
      await page.goto(host.page({ html: html(badge() + script) }))
      expect(await outcome(page)).toBe('valid')
    }
  })
})
