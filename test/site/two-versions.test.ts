// Two versions of the built file on one page: the first to come stays, and serves the badges of both.
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import { badgeTag, type Host, html, listen, openHost, seen, serveIssuer } from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const valid = await service.issue('TW0VERS10NS')
let host: Host
beforeAll(async () => {
  host = await openHost()
  host.files.set('/older.js', host.script.toString().replaceAll('9.8.7', '1.2.3'))
})
afterAll(() => host.close())

const newer = {
  module: '<script type="module" src="/lssc-badge.js"></script>',
  classic: '<script src="/lssc-badge.js"></script>',
}
const older = {
  module: '<script type="module" src="/older.js"></script>',
  classic: '<script src="/older.js"></script>',
}
const orders = [
  ['older, then newer', [older.module, newer.module], '1.2.3'],
  ['newer, then older', [newer.module, older.module], '9.8.7'],
  ['a module, then a classic script, which runs first', [older.module, newer.classic], '9.8.7'],
  ['two classic scripts', [older.classic, newer.classic], '1.2.3'],
  ['one of them three times', [newer.classic, newer.module, older.classic, newer.classic], '9.8.7'],
] as const

describe('the first stays', () => {
  for (const [name, scripts, version] of orders) {
    test(name, async ({ context, page }) => {
      const asked = await serveIssuer(context, service)
      const lines = await listen(page)
      const one = badgeTag(`credential="${valid.url}"`, valid.url)
      const fifty = Array.from({ length: 25 }, () => one).join('')
      await page.goto(host.page({ html: html(fifty + scripts.join(fifty)) }))
      const { states, told } = await seen(page, 50)
      expect(new Set(states)).toEqual(new Set(['valid']))
      expect(new Set(told)).toEqual(new Set([1]))
      const defined = await page.evaluate(() =>
        Reflect.get(customElements.get('lssc-badge') as object, 'version'),
      )
      expect(defined).toBe(version)
      expect(asked.filter((url) => url.startsWith('https://lssc.example'))).toHaveLength(3)
      expect(lines).toEqual([])
    })
  }

  test('an element of that name which is not ours', async ({ context, page }) => {
    await serveIssuer(context, service)
    const lines = await listen(page)
    const theirs = `<script>customElements.define('lssc-badge', class Theirs extends HTMLElement {})</script>`
    await page.goto(
      host.page({ html: html(theirs + badgeTag(`credential="${valid.url}"`, valid.url) + newer.module) }),
    )
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => customElements.get('lssc-badge')?.name)).toBe('Theirs')
    expect(await page.locator('lssc-badge > a').isVisible()).toBe(true)
    expect(lines).toEqual([])
  })
})
