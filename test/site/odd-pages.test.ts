// The built file on pages that have changed the language under it: old libraries, polyfills, careless merges. A
// verdict is right, or there is none and the page's link stays; and the page goes on.
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  listen,
  look,
  openHost,
  script,
  seen,
  serveIssuer,
} from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const states = await makeStates(service)
const { credential: link } = states.valid as { credential: string }
const named = ['valid', 'revoked', 'not-found', 'bad-signature'] as const
const badges = named
  .map((name) => Object.entries(states[name] ?? {}).map(([key, value]) => `${key}="${value}"`))
  .map((attributes) => badgeTag(attributes.join(' '), link))
  .join('')
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

/** What a page does, and what then comes of the badges: the right states, no check at all, or nothing drawn. */
const oddities: Record<string, [code: string, comesTo: 'right' | 'not checked' | 'link']> = {
  'Prototype’s methods on elements': [
    `for (const name of ['update', 'remove', 'replace', 'hide', 'show', 'toggle', 'insert', 'select', 'visible', 'on'])
       Element.prototype[name] = function () { return this }`,
    'right',
  ],
  'Prototype’s enumerable': [
    `Object.assign(Array.prototype, { entries() { return [...this] }, first() { return this[0] }, without() { return [] },
       inspect() { return '[]' }, each(f) { this.forEach(f); return this }, clear() { this.length = 0 } })`,
    'right',
  ],
  'Prototype 1.6’s JSON': [
    `Array.prototype.toJSON = function () { return '[' + [...this].map(Object.toJSON).join(', ') + ']' }
     Object.toJSON = String; Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] }`,
    'not checked',
  ],
  'MooTools’ Array.from': [
    'Array.from = (item) => item == null ? [] : typeof item.length == "number" ? [].slice.call(item) : [item]',
    'right',
  ],
  'text functions of its own': [
    `for (const name of ['contains', 'clean', 'strip', 'capitalize', 'stripTags', 'escapeHTML', 'format'])
       String.prototype[name] = function () { return this }`,
    'right',
  ],
  'Sugar’s replaceAll': [
    'String.prototype.replaceAll = function (f, ...by) { return this.replace(f, by[0] ?? "") }',
    'not checked',
  ],
  'another Promise': ['window.Promise = class Deferred extends Promise {}', 'right'],
  'JSON.parse of its own': [
    'const parse = JSON.parse; JSON.parse = (text) => parse(text, (_, value) => value)',
    'right',
  ],
  'fetch with headers of the page': [
    `const real = fetch
     window.fetch = (url, init) => real(url, { ...init, headers: { ...init?.headers, traceparent: '00-1-1-00' } })`,
    'right', // Playwright answers the preflight
  ],
  'fetch that wants a method': [
    'const real = fetch; window.fetch = (url, init) => real(url, { ...init, method: init.method.toUpperCase() })',
    'not checked',
  ],
  'fetch without streams, of a polyfill': [
    'const real = fetch; window.fetch = async (...all) => ({ ok: true, headers: (await real(...all)).headers })',
    'not checked',
  ],
  'no fetch': ['delete window.fetch', 'not checked'],
  'every answer says yes': [
    'window.fetch = async () => new Response(\'{"keys":[],"credentials":[],"state":"valid","valid":true}\')',
    'not checked',
  ],
  'no adopted style sheets': [
    'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets',
    'right',
  ],
  'frozen prototypes': [
    'for (const one of [Object, Array, HTMLElement]) Object.freeze(one.prototype)',
    'right',
  ],
  'a frozen registry': ['Object.freeze(customElements)', 'right'],
  'a registry that wraps': [
    `const define = customElements.define
     customElements.define = function (name, made, more) { define.call(this, name, class extends made {}, more) }`,
    'right',
  ],
  'a registry taken away': ["Object.defineProperty(window, 'customElements', { value: undefined })", 'link'],
  'a browser without custom states': [
    'const { supports } = CSS; CSS.supports = (...what) => !/state/.test(what) && supports(...what)',
    'link',
  ],
  'no grouping': ['delete Object.groupBy', 'link'],
  'no parts': ['delete Element.prototype.part', 'link'],
}

describe('never green wrongly, never a broken page', () => {
  for (const [name, [code, comesTo]] of Object.entries(oddities)) {
    test(`${name}: ${comesTo}`, async ({ context, page }) => {
      await serveIssuer(context, service)
      const lines = await listen(page)
      const after = '<script type="module">window.after = true</script>'
      await page.goto(host.page({ html: html(`<script>{ ${code} }</script>${badges}${script}${after}`) }))
      if (comesTo !== 'link') await seen(page, named.length)
      await page.waitForFunction(() => 'after' in window)
      await page.waitForTimeout(comesTo === 'link' ? 250 : 0)
      const { states, green } = await look(page)
      const links = page.locator('lssc-badge > a:visible')
      expect(green).toBe(comesTo === 'right' ? 1 : 0)
      if (comesTo === 'right') expect(states).toEqual(named)
      if (comesTo === 'not checked') expect(states).toEqual(named.map(() => 'unreachable'))
      if (comesTo === 'link') expect(states[0]).toBeNull()
      if (comesTo !== 'right') expect(await links.first().isVisible()).toBe(true)
      expect(lines).toEqual([])
    })
  }
})

test('whatever a page puts on every object, only what is in force is green', async ({ context, page }) => {
  await serveIssuer(context, service)
  await page.goto(host.page({ html: html(script) }))
  await page.waitForFunction(() => customElements.get('lssc-badge'))
  // Every name that the file reads or writes; what JavaScript itself looks for would stop the test's own code.
  const names = new Set(host.script.toString().match(/(?<=[.{,])[a-z]\w{2,}(?=[^\w(]|$)/gi))
  for (const own of ['get', 'set', 'then', 'value', 'writable', 'configurable', 'enumerable'])
    names.delete(own)
  expect(names.size).toBeGreaterThan(300)
  const given = ['revoked', 'not-found', 'bad-signature', 'withheld', 'expired'].map((name) => states[name])
  const { found, settled } = await page.evaluate(
    async ({ names, given }) => {
      const found: string[] = []
      let settled = 0
      for (const name of names) {
        Reflect.set(Object.prototype, name, 'valid')
        const badges = given.map((one) => {
          const badge: HTMLElement & { state?: string } = document.createElement('lssc-badge')
          try {
            for (const key of Object.keys(one ?? {})) Reflect.set(badge, key, Reflect.get(one ?? {}, key))
          } catch {} // Lit reads its options so too
          badge.setAttribute('eager', '')
          document.body.append(badge)
          return badge
        })
        for (let i = 0; i < 40 && badges.some(({ state }) => state === 'checking'); i++)
          await new Promise((resolve) => setTimeout(resolve))
        delete (Object.prototype as Record<string, unknown>)[name]
        for (const badge of badges) {
          const states = [badge.state, badge.getAttribute('state')]
          if (badge.shadowRoot?.querySelector('.current') || states.includes('valid')) found.push(name)
          settled += Number(badge.state !== undefined && badge.state !== 'checking')
          badge.remove()
        }
      }
      return { found, settled }
    },
    { names: [...names], given },
  )
  expect(found).toEqual([])
  expect(settled).toBeGreaterThan(names.size * 4.5)
})
