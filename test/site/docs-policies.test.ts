// The policy lines of the documentation, each used as a header just as it stands there.
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { type Host, issueOne, openHost, settled, snippetsOf } from '../support/docs-page.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
let number: string
let copy: string
let token: string

let host: Host

beforeAll(async () => {
  host = await openHost()
  number = await issueOne(origin, 'LSSC-2025-9134')
  copy = await (await fetch(`${origin}/widget/v1/lssc-badge.js`)).text()
  const answer = await fetch(`${origin}/api/v1/credentials/${number}`)
  token = ((await answer.json()) as { token: string }).token
})

afterAll(() => host.close())

const ready = test.extend('policies', { scope: 'file' }, async ({ browser }) => {
  const page = await browser.newPage()
  const taken = await snippetsOf(page, `${origin}/docs`)
  await page.close()
  return new Map(taken.filter(({ language }) => language === 'http').map(({ id, code }) => [id, code]))
})

/** A header's name and value, behind the strictest beginning that a host could have. */
function asHeader(line: string, more = ''): Record<string, string> {
  const [name = '', value = ''] = line.split(/: (.*)/)
  return { [name]: `default-src 'none'; ${value}${more}` }
}

const OWN = '<script type="module" src="/lssc-badge.js"></script>'
const byLink = () =>
  `<lssc-badge eager credential="${origin}/c/${number}"><a href="${origin}/c/${number}">L</a></lssc-badge>`
const byToken = () => `<lssc-badge eager token="${token}"><a href="${origin}/c/${number}">L</a></lssc-badge>`

/** The policy, the page under it, and whether it may ask for a number. */
const cases: [id: string, html: () => string, asks: boolean][] = [
  ['policy-own-copy', () => byLink() + OWN, true],
  [
    'policy-from-us',
    () => `${byLink()}<script type="module" src="${origin}/widget/v1/lssc-badge.js" crossorigin></script>`,
    true,
  ],
  ['policy-narrow', () => byLink() + OWN, true],
  ['policy-token', () => byToken() + OWN, false],
]

describe.each(['', '; with Trusted Types'])('each line%s', (types) => {
  ready.for(cases)('%s: green, nothing blocked', async ([id, html, asks], { policies, page }) => {
    const blocked: string[] = []
    const asked: string[] = []
    page.on('console', (message) => message.type() === 'error' && blocked.push(message.text()))
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const more = types ? `; ${policies.get('policy-trusted-types')}` : ''
    host.serve(html(), copy, asHeader(policies.get(id) ?? '', more))
    await page.goto(host.url)
    expect(await settled(page)).toBe('valid')
    expect(blocked.filter((text) => !text.includes('favicon'))).toEqual([])
    expect(asked.includes('/api/v1/credentials')).toBe(asks)
  })
})

ready('there is a test for every line', ({ policies }) => {
  expect([...policies.keys()].sort()).toEqual([...cases.map(([id]) => id), 'policy-trusted-types'].sort())
})

ready('a token without any connect-src is not green', async ({ page }) => {
  host.serve(byToken() + OWN, copy, asHeader("Content-Security-Policy: script-src 'self'"))
  await page.goto(host.url)
  expect(await settled(page)).toBe('status-unavailable')
})

ready('from here, on an isolated page', async ({ policies, page }) => {
  expect(policies.size).toBeGreaterThan(0)
  const script = `<script type="module" src="${origin}/widget/v1/lssc-badge.js" crossorigin></script>`
  host.serve(byLink() + script, copy, { 'Cross-Origin-Embedder-Policy': 'require-corp' })
  await page.goto(host.url)
  expect(await settled(page)).toBe('valid')
})
