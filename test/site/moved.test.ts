// Badges that a page takes out, moves, changes and throws away while they wait, check, or have settled.
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import { type Host, html, listen, look, openHost, script, seen, serveIssuer } from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const valid = await service.issue('M0VEDM0VED0')
const gone = await service.issue('M0VEDM0VED1', {}, { standing: 2 })
const badge = (attributes: string) =>
  `<lssc-badge id="one" ${attributes}><a href="${valid.url}">LSSC</a></lssc-badge>`
const eager = `eager credential="${valid.url}"`
const places = '<div id="here"></div><section id="there"></section>'
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

/** What a page does with it; it ends up on the page again. */
const moves = {
  'removed and put back at once': 'one.remove(); here.append(one)',
  'removed, and put back later': 'one.remove(); setTimeout(() => here.append(one), 60)',
  'moved from parent to parent, often': 'for (let i = 0; i < 20; i++) (i % 2 ? here : there).append(one)',
  'moved without being taken out': 'here.moveBefore(one, null)',
  'wrapped, as editors do': 'const p = document.createElement("p"); one.replaceWith(p); p.append(one)',
  'replaced by its own clone': 'const copy = one.cloneNode(true); one.replaceWith(copy)',
  'its page’s markup written anew': 'document.body.innerHTML = document.body.innerHTML',
  'sorted among others': 'one.parentNode.prepend(one); one.parentNode.append(one)',
}
/** When it is done. Far down it waits for the reader to come near. */
const moments = {
  'while it waits': {
    attributes: `style="margin-block-start:4000px" credential="${valid.url}"`,
    until: 'true',
  },
  'while it checks': { attributes: eager, until: 'true' },
  'once it has settled': { attributes: eager, until: 'one.getAttribute("state") === "valid"' },
}

describe('a badge', () => {
  for (const [when, { attributes, until }] of Object.entries(moments)) {
    for (const [name, move] of Object.entries(moves)) {
      test(`${name} ${when}, is right in the end`, async ({ context, page }) => {
        await serveIssuer(context, service)
        const lines = await listen(page)
        await page.goto(host.page({ html: html(places + badge(attributes) + script) }))
        await page.waitForFunction(`customElements.get('lssc-badge') && ${until}`)
        await page.evaluate(`{ const one = document.getElementById('one'); ${move} }`)
        await page.waitForTimeout(name.includes('later') ? 80 : 0)
        await page.locator('lssc-badge').scrollIntoViewIfNeeded()
        const { states, green, told } = await seen(page)
        expect({ states, green }).toEqual({ states: ['valid'], green: 1 })
        expect(told[0]).toBe(1)
        expect(lines).toEqual([])
      })
    }
  }
})

describe('the last question counts', () => {
  test('asked over and over while it checks, it answers once', async ({ context, page }) => {
    await serveIssuer(context, service)
    // Nothing is answered before everything was asked.
    const asked = Promise.withResolvers<void>()
    await context.route('https://lssc.example/api/**', async (route) => {
      await asked.promise
      await route.fallback()
    })
    await listen(page)
    await page.goto(host.page({ html: html(badge(eager) + script) }))
    await page.waitForFunction(() => customElements.get('lssc-badge'))
    await page.evaluate(
      async ([bad = '', good = '', withdrawn = '']) => {
        const one = document.getElementById('one') as HTMLElement
        for (const url of [bad, good, bad, good, withdrawn]) {
          one.setAttribute('credential', url)
          await Promise.resolve()
        }
      },
      ['https://attacker.example/c/1', valid.url, gone.url],
    )
    asked.resolve()
    await page.waitForSelector('lssc-badge[state=revoked]')
    await page.waitForTimeout(50)
    expect(await look(page)).toEqual({ states: ['revoked'], green: 0, told: [1] })
  })

  test('a slow answer to an earlier one comes too late to be shown', async ({ context, page }) => {
    await serveIssuer(context, service)
    await context.route(`https://lssc.example/**numbers=${valid.number}`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.fallback()
    })
    await listen(page)
    await page.goto(host.page({ html: html(badge(eager) + script) }))
    await page.waitForRequest(/numbers=/)
    await page.evaluate((url) => document.getElementById('one')?.setAttribute('credential', url), gone.url)
    await page.waitForSelector('lssc-badge[state=revoked]')
    await page.waitForTimeout(500)
    expect(await look(page)).toEqual({ states: ['revoked'], green: 0, told: [1] })
  })
})

test('thrown away while it checks: it says nothing, and nothing keeps it', async ({ context, page }) => {
  await serveIssuer(context, service)
  await listen(page)
  await page.goto(host.page({ html: html(script) }))
  await page.waitForFunction(() => customElements.get('lssc-badge'))
  await page.evaluate((attributes) => {
    const refs: WeakRef<Element>[] = []
    const said: string[] = []
    for (const more of ['', attributes, attributes]) {
      const box = document.createElement('div')
      box.innerHTML = `<lssc-badge ${more || attributes.replace('eager', '')} style="margin-top:4000px"></lssc-badge>`
      document.body.append(box)
      refs.push(new WeakRef(box.firstElementChild as Element))
      box.firstElementChild?.addEventListener('lssc-result', () => said.push('off the page'))
      box.remove()
    }
    Object.assign(globalThis, { refs, said })
  }, eager)
  await page.waitForTimeout(300)
  await page.requestGC()
  const left = await page.evaluate(() =>
    (globalThis as unknown as { refs: WeakRef<Element>[]; told: unknown[] }).refs.filter((ref) =>
      ref.deref(),
    ),
  )
  expect(left).toHaveLength(0)
  expect(await page.evaluate('[...told, ...said]')).toEqual([])
})

test('taken into a frame’s document: its verdict stays right, and it settles there', async ({
  context,
  page,
}) => {
  await serveIssuer(context, service)
  await page.goto(host.page({ html: html(`<iframe srcdoc="<p>"></iframe>${badge(eager)}${script}`) }))
  await seen(page)
  const found = await page.evaluate(async (url) => {
    const one = document.getElementById('one') as HTMLElement
    document.querySelector('iframe')?.contentDocument?.body.append(one)
    const kept = one.getAttribute('state')
    one.setAttribute('credential', url)
    await new Promise((resolve) => one.addEventListener('lssc-result', resolve, { once: true }))
    return [kept, one.getAttribute('state'), one.shadowRoot?.querySelector('.current')]
  }, gone.url)
  expect(found).toEqual(['valid', 'revoked', null])
})
