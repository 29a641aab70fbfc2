// Where a page may put a badge: each place with what is odd about it.
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  listen,
  openHost,
  script,
  seen,
  serveIssuer,
} from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const { url } = await service.issue('P1ACESP1ACE')
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

const eager = badgeTag(`credential="${url}"`, url)
const waiting = eager.replace(' eager', '')

const documents: Record<string, [body: string, headers?: Record<string, string>]> = {
  'in a table': [html(`<table><tr><td>Ada<td>${eager}</table>${script}`)],
  'under <base href>': [
    `<!doctype html><base href="https://elsewhere.example/x/" target="_top"><title>x</title>${eager}<script type="module" src="ORIGIN/lssc-badge.js"></script>`,
  ],
  'in Arabic, from right to left': [
    `<!doctype html><html lang="ar" dir="rtl"><title>ط</title>${eager}${script}`,
  ],
  'without a doctype': [`<title>quirks</title><font size=7>${eager}</font>${script}`],
  'as XHTML': [
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${eager.replace(' eager', ' eager=""')}<script src="/lssc-badge.js"></script></body></html>`, // Chromium runs no module there
    { 'content-type': 'application/xhtml+xml; charset=utf-8' },
  ],
  'in an old encoding': [html(eager + script), { 'content-type': 'text/html; charset=windows-1252' }],
  'under rules of the page for everything': [
    html(
      `<style>* { all: unset; display: none !important } html, body, lssc-badge { display: block !important }</style>${eager}${script}`,
    ),
  ],
}

describe('a document', () => {
  for (const [name, [body, headers]] of Object.entries(documents)) {
    test(name, async ({ context, page }) => {
      await serveIssuer(context, service)
      const lines = await listen(page)
      await page.goto(
        host.page({ html: body.replace('ORIGIN', host.origin), ...(headers ? { headers } : {}) }),
      )
      expect(await seen(page)).toEqual({ states: ['valid'], green: 1, told: [1] })
      const shown = page.locator('.box')
      expect(await shown.isVisible()).toBe(true)
      expect(
        await shown.evaluate((box: HTMLElement) => [box.lang, box.dir, getComputedStyle(box).direction]),
      ).toEqual(['en', 'ltr', 'ltr'])
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read
      expect(await shown.innerText()).toContain(
        'Current: Library Support Staff Certification (LSSC), confirmed by',
      )
      expect(await page.locator('.actions a').last().getAttribute('href')).toBe(url)
      expect(lines).toEqual([])
    })
  }
})

/** It is not to be seen, so it waits; then the page shows it. */
const hidden: Record<string, [body: string, show: () => void]> = {
  'in a closed <details>': [
    `<details><summary>More</summary>${waiting}</details>`,
    () => document.querySelector('details')?.setAttribute('open', ''),
  ],
  'in display: none': [
    `<div id="box" style="display:none">${waiting}</div>`,
    () => document.getElementById('box')?.removeAttribute('style'),
  ],
  'far down in content-visibility: auto': [
    `<div style="height:4000px"></div><div id="box" style="content-visibility:auto;contain-intrinsic-size:auto 200px">${waiting}</div>`,
    () => document.getElementById('box')?.scrollIntoView(),
  ],
  'in a dialog': [`<dialog>${waiting}</dialog>`, () => document.querySelector('dialog')?.showModal()],
  'in a popover': [
    `<div popover>${waiting}</div>`,
    () => document.querySelector<HTMLElement>('[popover]')?.showPopover(),
  ],
  'hidden until it is found': [
    `<div hidden="until-found" id="box">${waiting}</div>`,
    () => document.getElementById('box')?.removeAttribute('hidden'),
  ],
}

describe('it asks nothing until it is shown', () => {
  for (const [name, [body, show]] of Object.entries(hidden)) {
    test(name, async ({ context, page }) => {
      const asked = await serveIssuer(context, service)
      await page.goto(host.page({ html: html(body + script) }))
      await page.waitForFunction(() => customElements.get('lssc-badge'))
      await page.waitForTimeout(100)
      expect(asked.filter((one) => one.includes('lssc.example'))).toEqual([])
      await page.evaluate(show)
      expect(await seen(page)).toMatchObject({ states: ['valid'], green: 1 })
      expect(await page.locator('.box').isVisible()).toBe(true)
    })
  }
})

test('in closed shadow roots: the event comes out, and the keyboard goes in', async ({ context, page }) => {
  await serveIssuer(context, service)
  await listen(page)
  const nest = `<my-page></my-page><script>
    customElements.define('my-page', class extends HTMLElement { connectedCallback() {
      const outer = this.attachShadow({ mode: 'closed' }); outer.innerHTML = '<div></div>'
      const inner = outer.firstChild.attachShadow({ mode: 'closed' }); inner.innerHTML = ${JSON.stringify(eager)}
      window.badge = inner.firstChild; window.inner = inner } })</script>`
  await page.goto(host.page({ html: html(nest + script) }))
  await page.waitForFunction(() => Reflect.get(window, 'badge').getAttribute('state') === 'valid')
  expect(await page.evaluate('told.map(({ localName }) => localName)')).toEqual(['my-page'])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('inner.activeElement.shadowRoot.activeElement.parentElement.open')).toBe(true)
  await page.evaluate('badge.jobAreas = "technology"')
  expect(await page.evaluate('inner.activeElement?.shadowRoot.activeElement?.className')).toBe('toggle')
})

/** Boxes that take their width from what is in them. */
const shrinking = {
  'a cell': '<table><tr><td>Ada<td>BADGE</table>',
  'a flex item': '<div style="display:flex"><div>BADGE</div></div>',
  'a float': '<div style="float:left">BADGE</div>',
  'an inline block': '<div style="display:inline-block">BADGE</div>',
  'a dialog': '<dialog open>BADGE</dialog>',
  'a tooltip': '<div style="position:absolute">BADGE</div>',
}

describe('it has a width of its own in', () => {
  for (const [name, box] of Object.entries(shrinking)) {
    test(name, async ({ context, page }) => {
      await serveIssuer(context, service)
      const badges = ['row', 'card'].map((variant) =>
        box.replace('BADGE', eager.replace('eager', `eager variant="${variant}"`)),
      )
      await page.goto(host.page({ html: html(badges.join('') + script) }))
      await seen(page, 2)
      for (const badge of await page.locator('lssc-badge').all())
        expect((await badge.boundingBox())?.width).toBeGreaterThanOrEqual(256)
    })
  }
})

describe('in a frame', () => {
  for (const sandbox of ['', 'sandbox="allow-scripts"']) {
    test(sandbox || 'as it is', async ({ context, page }) => {
      await serveIssuer(context, service)
      const lines = await listen(page)
      const inner = host.page({ html: html(eager + script.replace('type=', 'crossorigin type=')) })
      await page.goto(host.page({ html: html(`<iframe ${sandbox} src="${inner}"></iframe>`) }))
      await page.frameLocator('iframe').locator('lssc-badge[state=valid]').waitFor()
      expect(lines).toEqual([])
    })
  }
})
