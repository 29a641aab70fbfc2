// The office in a real browser: its profile, its keys, its audit and its catalogue, as its people use them.
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, inject, vi } from 'vitest'
import type { Role } from '../../worker/roles.ts'
import { faultsOf } from '../support/axe.ts'
import { signIn } from '../support/console.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const paths = ['/staff/office', '/staff/keys', '/staff/audit', '/staff/catalogue', '/staff/people']

const some = (what: string) => `${what} ${crypto.randomUUID().slice(0, 8)}`
const main = (page: Page) => page.locator('main').textContent()

async function as(role: Role, context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await signIn(page, origin, role, path)
  return page
}

test('no page of it breaks a policy of its own or asks anyone else', async ({ context }) => {
  const page = await as('administrator', context, '/staff')
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => request.url().startsWith(origin) || said.push(request.url()))
  for (const path of paths) await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' })
  expect(said).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}, and 390 pixels are wide enough`, async ({ browser }) => {
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport })
    const page = await as('administrator', context, '/staff')
    for (const path of paths) {
      await page.goto(`${origin}${path}`)
      expect(await faultsOf(page), path).toEqual([])
    }
    await context.close()
  })
}

// These change what every page says of the office, which other tests read: its hours alone, and not for long.
describe('the profile', () => {
  test('without script: a mistake is said at its field and nothing typed is lost; mended, every page says it', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await as('administrator', context, '/staff/office')
    const email = await page.getByLabel('E-mail').inputValue()
    const hours = some('Tuesdays')
    await page.getByLabel('Office hours').fill(hours)
    await page.getByLabel('E-mail').fill('office at example')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Type one e-mail address')
    expect(await page.getByLabel('Office hours').inputValue()).toBe(hours)
    await page.getByRole('alert').getByRole('link').click()
    expect(new URL(page.url()).hash).toBe('#f-email')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await main(page)).toContain('Every page says so within a minute')
    await page.goto(`${origin}/`)
    expect(await page.locator('footer').textContent()).toContain(`Office hours: ${hours}.`)
    await context.close()
  })

  test('two people at once: the second reads what the first wrote, and decides', async ({ browser }) => {
    const [one, two] = await Promise.all([browser.newContext(), browser.newContext()])
    const ada = await as('administrator', one, '/staff/office')
    const other = await as('administrator', two, '/staff/office')
    const [first, second] = [some('Mondays'), some('Fridays')]
    await ada.getByLabel('Office hours').fill(first)
    await ada.getByRole('button', { name: 'Save' }).click()
    await other.getByLabel('Office hours').fill(second)
    await other.getByRole('button', { name: 'Save' }).click()
    expect(await other.getByRole('alert').textContent()).toContain(`this is “${first}” now`)
    expect(await other.getByLabel('Office hours').inputValue()).toBe(second)
    await other.getByRole('button', { name: 'Save' }).click()
    expect(await main(other)).toContain(`“${first}” → “${second}”`)
    await other.getByLabel('Office hours').fill('')
    await other.getByRole('button', { name: 'Save' }).click()
    await Promise.all([one.close(), two.close()])
  })

  test('a double click is one change', async ({ context }) => {
    const page = await as('administrator', context, '/staff/office')
    const hours = some('Twice')
    await page.getByLabel('Office hours').fill(hours)
    await page.getByRole('button', { name: 'Save' }).dblclick()
    await page.waitForURL(/done=saved/)
    await expect.poll(() => page.locator('tr', { hasText: `→ “${hours}”` }).count()).toBe(1)
    await page.getByLabel('Office hours').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
  })
})

describe('a key', () => {
  test('made, shown once, used, revoked', async ({ context }) => {
    const page = await as('administrator', context, '/staff/keys')
    const label = some('Course system')
    await page.getByLabel('Which program has it').fill(label)
    await page.getByLabel('As whom it acts').selectOption('ada@office.example')
    await page.getByRole('button', { name: 'Make' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Tick what the key may do')
    expect(await page.getByLabel('Which program has it').inputValue()).toBe(label)
    await page.getByLabel('Last day').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
    await page.getByLabel(/See imports/).check()
    await page.getByRole('button', { name: 'Make' }).click()
    const row = page.locator('tr', { hasText: label })
    expect(await row.textContent()).toContain('Waiting to be shown')
    await row.getByRole('button', { name: 'Show the key' }).click()
    const key = await page.getByLabel('The key').inputValue()
    expect(key).toMatch(/^lssc_live_[0-9a-z]{8}_[\w-]{43}$/)
    const uses = async () =>
      (await fetch(`${origin}/api/v1/imports/nowhere`, { headers: { Authorization: `Bearer ${key}` } }))
        .status
    expect(await uses()).toBe(404)
    await page.getByRole('link', { name: 'I have copied it' }).click()
    expect(await page.content()).not.toContain(key)
    await page.goBack().catch(() => null)
    expect(await vi.waitFor(() => page.content())).not.toContain(key)
    await page.goto(`${origin}/staff/keys`)
    expect(await row.textContent()).toContain('In use')
    await row.getByRole('button', { name: `Revoke ${label}` }).click()
    expect(await row.textContent()).toContain('Revoked by Ada Quill')
    expect(await uses()).toBe(401)
  })

  test('shown to a double click is one that works', async ({ context }) => {
    const page = await as('administrator', context, '/staff/keys')
    const label = some('Twice')
    await page.getByLabel('Which program has it').fill(label)
    await page.getByLabel('As whom it acts').selectOption('ada@office.example')
    await page.getByLabel('Last day').fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
    await page.getByLabel(/See imports/).check()
    await page.getByRole('button', { name: 'Make' }).dblclick()
    await page.waitForURL(/done=made/)
    await expect.poll(() => page.locator('tr', { hasText: label }).count()).toBe(1)
    await page.locator('tr', { hasText: label }).getByRole('button', { name: 'Show the key' }).dblclick()
    const key = await page.getByLabel('The key').inputValue()
    const response = await fetch(`${origin}/api/v1/imports/nowhere`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    expect(response.status).toBe(404)
  })
})

test('the audit is searched, and taken away as a sheet', async ({ context }) => {
  const page = await as('approver', context, '/staff/audit')
  await page.getByLabel('Who').selectOption('Ben Verso')
  await page.getByLabel('What', { exact: true }).selectOption('Signed in by a link')
  await page.getByRole('button', { name: 'Look' }).click()
  const rows = page.locator('tbody tr')
  expect(await rows.first().textContent()).toContain('ben@office.example')
  expect(await page.getByLabel('Who').inputValue()).toBe('Ben Verso')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /CSV/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  expect(
    text
      .split('\r\n')
      .slice(1, -1)
      .every((line) => line.includes('signed-in-by-link')),
  ).toBe(true)
  await page.getByLabel('From').fill('2001-01-01')
  await page.getByLabel('To', { exact: true }).fill('2001-01-02')
  await page.getByRole('button', { name: 'Look' }).click()
  expect(await main(page)).toContain('0 entries match')
})

test('the catalogue says what is in force, since when, and what is only assumed', async ({ context }) => {
  const page = await as('viewer', context, '/staff/catalogue')
  const text = await main(page)
  for (const fact of [
    'CCCC-LIT',
    'January 25, 2010',
    'closed to new work',
    'INFOPEOPLE/child',
    '(assumed)',
    'by a commit',
  ])
    expect(text).toContain(fact)
  for (const link of await page.locator('main nav a').all())
    expect(await page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1)
  expect(await page.locator('main form').count()).toBe(0)
})
