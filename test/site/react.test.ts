// Badges in a real React page: mounted twice, drawn anew, sorted, given properties, hydrated.
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import { type Host, html, listen, look, openHost, script, seen, serveIssuer } from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const valid = await service.issue('REACTREACT0')
const gone = await service.issue('REACTREACT1', {}, { standing: 2 })
let host: Host
beforeAll(async () => {
  host = await openHost()
  host.files.set('/app.js', await bundled(APP))
})
afterAll(() => host.close())

const APP = `
import { StrictMode, useEffect, useRef, useState } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'

function Applicant({ url, name, job, tick, heard, byProperty }) {
  const ref = useRef(null)
  useEffect(() => {
    const one = ref.current
    const listen = ({ state }) => heard.push(state)
    one.addEventListener('lssc-result', listen)
    return () => one.removeEventListener('lssc-result', listen)
  }, [])
  return <lssc-badge ref={ref} eager credential={url} job-areas={job} suppressHydrationWarning
    {...(byProperty ? { applicantName: name } : { 'applicant-name': name })}
    onlssc-result={({ state }) => heard.push('on ' + state)} className={'tick-' + tick}>
    <a href={url}>LSSC record, {tick}</a>
  </lssc-badge>
}

function List({ start }) {
  const [list, setList] = useState(start)
  const [tick, setTick] = useState(0)
  Object.assign(window, { setList, tick: () => flushSync(() => setTick((n) => n + 1)) })
  return <>{list.map((one) => <Applicant {...one} key={one.id} tick={tick} heard={window.heard} />)}</>
}

Object.assign(window, { heard: [] })
const root = document.getElementById('root')
const page = <StrictMode><List start={window.start} /></StrictMode>
if (root.firstChild) hydrateRoot(root, page, { onRecoverableError: (error) => console.error(error.message) })
else createRoot(root).render(page)
`

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'jsx', resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  return outputFiles[0]?.text ?? ''
}

const first = { id: 'a', url: valid.url, name: 'María-José Ñandú' }
const second = { id: 'b', url: gone.url, name: 'María-José Ñandú', job: 'technology' }

function pageOf(start: object[], order: 'badge first' | 'React first', inside = ''): string {
  const app = `<script>start = ${JSON.stringify(start)}</script><script src="/app.js"></script>`
  const classic = '<script src="/lssc-badge.js"></script>'
  return html(`<div id="root">${inside}</div>${order === 'badge first' ? classic + app : app + script}`)
}

for (const order of ['badge first', 'React first'] as const) {
  describe(order, () => {
    test('mounted twice by StrictMode: each tells once', async ({ context, page }) => {
      await serveIssuer(context, service)
      const lines = await listen(page)
      // A property is a property only where the element is known before React draws it; an attribute always is one.
      const byProperty = order === 'badge first'
      await page.goto(host.page({ html: pageOf([{ ...first, byProperty }, second], order) }))
      expect(await seen(page, 2)).toEqual({ states: ['valid', 'revoked'], green: 1, told: [1, 1] })
      expect(await page.evaluate('heard.sort()')).toEqual(['on revoked', 'on valid', 'revoked', 'valid'])
      const whose = await page.evaluate(
        () => document.querySelector('lssc-badge')?.shadowRoot?.querySelector('.whose')?.textContent,
      )
      expect(whose).toContain('Same name as on this application')
      expect(lines.filter((line) => !line.includes('DevTools'))).toEqual([])
    })

    test('drawn anew while it checks and after: nothing is asked again, nothing is lost', async ({
      context,
      page,
    }) => {
      const asked = await serveIssuer(context, service)
      await listen(page)
      await page.goto(host.page({ html: pageOf([first, second], order) }))
      await page.waitForFunction(() => document.querySelectorAll('lssc-badge').length === 2)
      for (let i = 0; i < 5; i++) await page.evaluate('tick()')
      await seen(page, 2)
      const before = asked.length
      await page.evaluate(() =>
        document.querySelector('lssc-badge')?.shadowRoot?.querySelector<HTMLElement>('.toggle')?.click(),
      )
      for (let i = 0; i < 5; i++) await page.evaluate('tick()')
      expect(await look(page)).toEqual({ states: ['valid', 'revoked'], green: 1, told: [1, 1] })
      expect(asked).toHaveLength(before)
      expect(await page.locator('.details').first().isVisible()).toBe(true)
      expect(
        await page
          .locator('lssc-badge')
          .first()
          .evaluate((one) => [one.className, one.textContent]),
      ).toEqual(['tick-10', 'LSSC record, 10'])
    })
  })
}

test('sorted by key: the elements move, and keep their verdicts', async ({ context, page }) => {
  await serveIssuer(context, service)
  await listen(page)
  await page.goto(host.page({ html: pageOf([first, second, { ...first, id: 'c' }], 'badge first') }))
  await seen(page, 3)
  await page.evaluate(
    ([a, b, c]) => Reflect.get(window, 'setList')([c, b, a]),
    [first, second, { ...first, id: 'c' }],
  )
  await page.waitForTimeout(50)
  expect(await look(page)).toEqual({ states: ['valid', 'revoked', 'valid'], green: 2, told: [1, 1, 1] })
})

test('props that change quickly, on one element: the last one is what it shows', async ({
  context,
  page,
}) => {
  await serveIssuer(context, service)
  await listen(page)
  await page.goto(host.page({ html: pageOf([first], 'badge first') }))
  await seen(page)
  await page.evaluate(
    async ([first, second]) => {
      const setList = Reflect.get(window, 'setList')
      for (const url of [second?.url, first?.url, undefined, first?.url, second?.url]) {
        setList([{ id: 'a', url, name: 'Dale Cooper' }])
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
    [first, second],
  )
  await page.waitForSelector('lssc-badge[state=revoked]')
  expect(await look(page)).toMatchObject({ states: ['revoked'], green: 0 })
  await page.evaluate('setList([])')
  await page.waitForFunction(() => !document.querySelector('lssc-badge'))
})

test('hydrated after the badge has settled: React keeps the element, and finds nothing amiss that breaks', async ({
  context,
  page,
}) => {
  await serveIssuer(context, service)
  const lines = await listen(page)
  const inside = `<lssc-badge eager="" credential="${valid.url}" class="tick-0"><a href="${valid.url}">LSSC record, <!-- -->0</a></lssc-badge>`
  const start = `<script>start = ${JSON.stringify([{ id: 'a', url: valid.url }])}</script>`
  await page.goto(
    host.page({ html: html(`<div id="root">${inside}</div><script src="/lssc-badge.js"></script>${start}`) }),
  )
  await seen(page)
  await page.evaluate(() => Object.assign(document.querySelector('lssc-badge') as Element, { mine: true }))
  await page.addScriptTag({ url: '/app.js' })
  await page.evaluate('tick()')
  expect(await look(page)).toEqual({ states: ['valid'], green: 1, told: [1] })
  expect(
    await page.evaluate(() => Reflect.get(document.querySelector('lssc-badge') as Element, 'mine')),
  ).toBe(true)
  expect(lines.filter((line) => !line.includes('DevTools'))).toEqual([])
})
