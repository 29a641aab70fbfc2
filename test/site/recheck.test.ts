// The credential page, checked again in the reader's browser: where the two disagree, nothing stays green.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject } from 'vitest'
import type { Preview } from '../../worker/services/import.ts'
import { test } from '../support/site.ts'
import { staff } from '../support/staff.ts'

const origin = inject('origin')
let number: string

beforeAll(async () => {
  const [header, first = ''] = readFileSync(
    new URL('../fixtures/graduates.csv', import.meta.url),
    'utf8',
  ).split('\n')
  const sheet = `${header}\n${first.replace('LSSC-2012-0001', 'LSSC-2012-9001')}\n`
  const ask = async (method: string, path: string, body?: string) => {
    const headers = { Authorization: `Bearer ${staff[0].key}`, 'Content-Type': 'text/csv' }
    const response = await fetch(`${origin}${path}`, { method, headers, ...(body ? { body } : {}) })
    return (await response.json()) as Preview
  }
  const { id } = await ask('POST', '/api/v1/imports', sheet)
  await ask('POST', `/api/v1/imports/${id}`)
  number = (await ask('GET', `/api/v1/imports/${id}`)).rows[0]?.number as string
})

/** The page, once its badge has settled. */
async function settled(page: Page) {
  await page.goto(`${origin}/c/${number}`)
  await page.waitForFunction(
    () => ![null, 'checking'].includes(document.querySelector('lssc-badge')?.getAttribute('state') ?? null),
  )
  return {
    headline: await page.locator('h1').textContent(),
    green: await page.locator('.record.current').count(),
    dates: await page.locator('.dates').count(),
    unrepeated: await page.locator('.unrepeated').isVisible(),
    disagrees: await page.locator('.disagrees').isVisible(),
  }
}

test('agrees', async ({ page }) => {
  const found = await settled(page)
  expect(found).toMatchObject({ green: 1, dates: 1, unrepeated: false, disagrees: false })
  expect(await page.locator('#recheck').isVisible()).toBe(true)
})

test('says otherwise: the page takes its green, its headline and its dates back', async ({ page }) => {
  await page.route('**/api/v1/credentials?**', (route) =>
    route.fulfill({ json: { credentials: [{ number, state: 'withheld' }] } }),
  )
  const found = await settled(page)
  expect(found).toMatchObject({ green: 0, dates: 0, unrepeated: false, disagrees: true })
  expect(found.headline).toMatch(/^Not certain/)
})

test('could not check: that is no finding, and it is said', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort())
  const found = await settled(page)
  expect(found).toMatchObject({ green: 1, unrepeated: true, disagrees: false })
})
