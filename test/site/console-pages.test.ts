// Every page of the console, as a whole: nothing for axe to find, nothing that scrolls sideways, one heading of the
// first order, no error in the browser's console, and the same without script.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'
import { staff } from '../support/staff.ts'

const origin = inject('origin')
const key = { Authorization: `Bearer ${staff[0].key}` }

/** Pages that have an address of their own; `{…}` is made before. */
const pages = [
  '/staff',
  '/staff/find',
  '/staff/find?q=no+such+person',
  '/staff/issue',
  '/staff/imports',
  '/staff/imports/{import}',
  '/staff/imports/{import}/rows/{line}',
  '/staff/requests',
  '/staff/requests/{request}',
  '/staff/requests/{request}?answer=accepted',
  '/staff/mail',
  '/staff/renewals',
  '/staff/approvals',
  '/staff/approvals/new?number={number}',
  '/staff/audit',
  '/staff/office',
  '/staff/people',
  '/staff/keys',
  '/staff/catalogue',
  '/staff/records/{number}',
  '/staff/records/{held}',
  ...['correct', 'name', 'suspend', 'revoke'].map((act) => `/staff/records/{number}/${act}`),
  ...['confirm', 'decline'].map((act) => `/staff/records/{held}/${act}`),
]

const made: Record<string, string> = {}

const issuedTo = async (display: string) =>
  (await issueAt(origin, { name: { display, order: 'given-first' } })).number

beforeAll(async () => {
  made.number = await issuedTo('Paige Turner-Řezníčková')
  made.held = await issuedTo('Paige Turner, on hold')
  const event = { act: 'revoke', reason: 'issued-in-error' }
  await fetch(`${origin}/api/v1/credentials/${made.held}/events`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${staff[1].key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify(event),
  })
  const sheet = readFileSync(new URL('../fixtures/graduates_malformed.csv', import.meta.url))
  const imported = await fetch(`${origin}/api/v1/imports`, {
    method: 'POST',
    headers: { ...key, 'Content-Type': 'text/csv' },
    body: sheet,
  })
  const { id, rows } = (await imported.json()) as { id: string; rows: { line: number; outcome: string }[] }
  made.import = id
  made.line = String(rows.find(({ outcome }) => outcome === 'review')?.line)
  const sent = await fetch(`${origin}/help/name`, {
    method: 'POST',
    body: new URLSearchParams({
      who: 'Paige Turner',
      was: 'Paige Turner-Řezníčková',
      reach: 'paige@example.org',
      code: made.number,
      how: 'new',
      step: 'send',
    }),
  })
  made.request = /[0-9A-Z]{4}-[0-9A-Z]{4}(?!-)/.exec((await sent.text()).split('<main')[1] ?? '')?.[0] ?? ''
})

const addressOf = (path: string) => origin + path.replace(/\{(\w+)\}/g, (_, name) => made[name] ?? 'missing')

describe.for([
  { width: 1280, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('at $width pixels, $colorScheme', ({ width, colorScheme }) => {
  test('every page is in order', { timeout: 120_000 }, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    const page = await context.newPage()
    const said: string[] = []
    page.on(
      'console',
      (message) => message.type() === 'error' && said.push(`${page.url()} ${message.text()}`),
    )
    page.on('pageerror', (error) => said.push(`${page.url()} ${error.message}`))
    await signIn(page, origin, 'administrator')
    for (const path of pages) {
      const response = await page.goto(addressOf(path))
      const looked = [response?.status(), await faultsOf(page), await page.locator('h1').count()]
      expect([path, ...looked]).toEqual([path, 200, [], 1])
    }
    expect(said).toEqual([])
    await context.close()
  })
})

test('every page is there for a browser without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, origin, 'administrator')
  for (const path of pages) {
    expect([path, (await page.goto(addressOf(path)))?.status()]).toEqual([path, 200])
    expect([path, await page.locator('h1').isVisible()]).toEqual([path, true])
  }
  await context.close()
})
