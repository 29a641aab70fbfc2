// Markup and pages that come out of a cache with yesterday's verdict written in them: nothing is green before today's
// check, and nothing that was withdrawn since is green after it.
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  linkIsThere,
  listen,
  look,
  openHost,
  script,
  seen,
  serveIssuer,
} from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const valid = await service.issue('CACHEDPAGE0')
const gone = await service.issue('CACHEDPAGE1', {}, { standing: 2 })
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

const saved = ({ url }: { url: string }) => badgeTag(`credential="${url}" state="valid"`, url)

/** Notes each state that a badge has in turn, from the moment it is one. */
const watch = `<script>
  const turns = new Map()
  const note = () => {
    for (const one of document.querySelectorAll('lssc-badge:defined')) {
      const green = one.shadowRoot?.querySelector('.current') ? 'green ' : ''
      const past = turns.get(one) ?? []
      if (past.at(-1) !== green + one.getAttribute('state')) turns.set(one, [...past, green + one.getAttribute('state')])
    }
    requestAnimationFrame(note)
  }
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true })
  note()
</script>`

describe('markup that was saved with state="valid" in it', () => {
  test('is checked before it is green', async ({ context, page }) => {
    await serveIssuer(context, service)
    await listen(page)
    await page.goto(host.page({ html: html(watch + saved(valid) + saved(gone) + script) }))
    expect(await seen(page, 2)).toEqual({ states: ['valid', 'revoked'], green: 1, told: [1, 1] })
    expect(await page.evaluate('[...turns.values()]')).toEqual([
      ['checking', 'green valid'],
      ['checking', 'revoked'],
    ])
  })

  test('the service is down: never green, and the link is there', async ({ context, page }) => {
    await context.route('https://lssc.example/**', (route) => route.abort())
    await page.goto(host.page({ html: html(saved(valid) + script) }))
    expect(await seen(page)).toMatchObject({ states: ['unreachable'], green: 0 })
    expect(await linkIsThere(page)).toBe(true)
  })

  test('the script is gone: no badge, and the documented style does not make one of it', async ({ page }) => {
    const style =
      '<style>lssc-badge:state(valid), lssc-badge:defined[state=valid] { color: rgb(0, 128, 0) }</style>'
    await page.goto(host.page({ html: html(style + saved(valid)) }))
    expect(await linkIsThere(page)).toBe(true)
    const colour = await page.evaluate(
      () => getComputedStyle(document.querySelector('lssc-badge') as Element).color,
    )
    expect(colour).toBe('rgb(0, 0, 0)')
  })

  test('with a shadow root that was saved as well: it is drawn over at once', async ({ context, page }) => {
    await context.route('https://lssc.example/**', () => {}) // hangs
    const root = '<template shadowrootmode="open"><p class="box current">Current</p></template>'
    const page_ = html(
      `<lssc-badge eager state="valid" credential="${valid.url}">${root}<a href="${valid.url}">LSSC</a></lssc-badge>${script}`,
    )
    await page.goto(host.page({ html: page_ }))
    await page.waitForFunction(() => customElements.get('lssc-badge'))
    expect(await look(page)).toMatchObject({ states: ['checking'], green: 0 })
    expect(await linkIsThere(page)).toBe(true)
  })
})

describe('a copy of a badge that has settled', () => {
  const copies = {
    cloned: (one: Element) => one.cloneNode(true),
    imported: (one: Element) => document.importNode(one, true),
    'parsed from its own markup': (one: Element) =>
      document.createRange().createContextualFragment(one.outerHTML),
    'out of a template': (one: Element) => {
      const template = document.createElement('template')
      template.innerHTML = one.outerHTML
      return document.importNode(template.content, true)
    },
    'out of another document': (one: Element) =>
      document.adoptNode(new DOMParser().parseFromString(one.outerHTML, 'text/html').body.firstChild as Node),
  }
  for (const [name, copy] of Object.entries(copies)) {
    test(`${name}: checks for itself, and is not green before`, async ({ context, page }) => {
      await serveIssuer(context, service)
      await listen(page)
      await page.goto(host.page({ html: html(badgeTag(`credential="${valid.url}"`, valid.url) + script) }))
      await seen(page)
      const before = await page.evaluate(`(() => {
        document.querySelector('lssc-badge').after((${copy})(document.querySelector('lssc-badge')))
        const fresh = document.querySelectorAll('lssc-badge')[1]
        return [fresh.getAttribute('state'), fresh.state, fresh.shadowRoot.querySelector('.current')]
      })()`)
      expect(before).toEqual(['checking', 'checking', null])
      expect(await seen(page, 2)).toEqual({ states: ['valid', 'valid'], green: 2, told: [1, 1] })
    })
  }
})

test('a page that swaps its body and keeps a snapshot, as Turbo does: a preview is not green', async ({
  context,
  page,
}) => {
  await serveIssuer(context, service)
  await listen(page)
  await page.goto(
    host.page({ html: html(`<div>${badgeTag(`credential="${valid.url}"`, valid.url)}</div>${script}`) }),
  )
  await seen(page)
  const preview = await page.evaluate(() => {
    const snapshot = document.body.cloneNode(true)
    document.body.replaceWith(document.createElement('body'))
    document.body.replaceWith(snapshot)
    return document.querySelector('lssc-badge')?.getAttribute('state')
  })
  expect(preview).toBe('checking')
  expect(await seen(page)).toEqual({ states: ['valid'], green: 1, told: [1] })
})

// Playwright's browser keeps no page for "back" while it is driven: frozen and thawed is as near as this comes.
test('a page that is frozen while it checks settles when it is thawed', async ({ context, page }) => {
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await serveIssuer(context, service)
  await context.route('https://lssc.example/status/**', (route) => answered.then(() => route.fallback()))
  await listen(page)
  await page.goto(host.page({ html: html(badgeTag(`credential="${gone.url}"`, gone.url) + script) }))
  const session = await context.newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  answer()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  expect(await seen(page)).toEqual({ states: ['revoked'], green: 0, told: [1] })
})

test('back: a record that was withdrawn meanwhile is not green', async ({ context, page }) => {
  const own = await makeBadgeService()
  const record = await own.issue('BACKBACKBAC')
  await serveIssuer(context, own)
  await page.goto(host.page({ html: html(badgeTag(`credential="${record.url}"`, record.url) + script) }))
  expect(await seen(page)).toMatchObject({ states: ['valid'], green: 1 })
  await page.goto(host.page({ html: html('elsewhere') }))
  for (const { values } of own.lists.values()) for (const index of values.keys()) values.set(index, 2)
  await page.goBack()
  expect(await seen(page)).toMatchObject({ states: ['revoked'], green: 0 })
})
