// The import console as the office meets it: from a file to issued records, with the wrong turns on the way.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { signIn } from '../support/console.ts'
import { expectAllOnce, issued, upload, withSheet } from '../support/imports.ts'
import { ownSheet } from '../support/sheets.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const FORMER = { display_name: 'Robin (formerly Robert) Ashgrove' }
const many = (count: number) => Array.from({ length: count }, () => ({}))

const counts = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Rows by' })
    .getByRole('link')
    .evaluateAll((all) => all.map(({ textContent }) => textContent))

test('from a file to issued records: a cell is mended, a row decided, the rest runs by itself', async ({
  page,
}) => {
  const url = await withSheet(page, origin, ownSheet({ certified_on: '01/01/24x' }, FORMER, ...many(4)))
  expect(await counts(page)).toEqual([
    '6 rows',
    '4 accepted',
    '1 in review',
    '1 rejected',
    '0 left out',
    '0 issued',
  ])
  await page.getByRole('link', { name: 'Mend row 2' }).click()
  await page.getByLabel('certified_on').fill('2024-01-01')
  await page.getByRole('button', { name: 'Save and check' }).click()
  await page.getByText('Was: “01/01/24x”.').waitFor()
  await page.getByRole('link', { name: 'Next row that needs someone' }).click()
  await page.getByLabel('Issue it as it is').check()
  await page.getByRole('button', { name: 'Decide' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Write why')
  expect(await page.getByLabel('Issue it as it is').isChecked()).toBe(true)
  await page.getByLabel('Why').fill('He wants both names shown.')
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByText('He wants both names shown.').waitFor()
  await page.goto(url)
  await page.getByRole('button', { name: 'Leave out row 7' }).click()
  await page.getByRole('button', { name: 'Issue 5 records' }).click()
  await page.waitForURL(/done=ran/)
  expect(await page.locator('#run-report').textContent()).toBe(
    '5 issued, 1 left out, 0 rejected, 0 waiting for a decision: 6 rows in all.',
  )
  await expectAllOnce(page, url, 5)
  const [number] = await issued(page, url)
  await page.goto(`${origin}/c/${number}`)
  expect(await page.locator('h1').first().textContent()).toContain('Current')
})

test('files that cannot be read are refused in a sentence, and the page can be used at once', async ({
  page,
}) => {
  await signIn(page, origin, 'issuer')
  for (const [name, sentence] of [
    ['malformed_utf16le_bom', 'This file is UTF-16 (“Unicode text”)'],
    ['malformed_windows_1252', 'is not UTF-8 (perhaps it is Windows-1252)'],
    ['malformed_empty', 'Choose a file'],
  ] as const) {
    const buffer = readFileSync(new URL(`../fixtures/${name}.csv`, import.meta.url))
    await upload(page, origin, { name: `${name}.csv`, mimeType: 'text/csv', buffer })
    expect(await page.getByRole('alert').textContent()).toContain(sentence)
    await page.getByRole('alert').getByRole('link').click()
    expect(new URL(page.url()).hash).toBe('#f-sheet')
  }
})

test('a viewer finds no door, and no page behind it', async ({ page }) => {
  await signIn(page, origin, 'viewer')
  expect(await page.getByRole('navigation', { name: 'Office' }).getByText('Import').count()).toBe(0)
  await page.goto(`${origin}/staff/imports`)
  expect(await page.locator('main').textContent()).toContain('This takes the role “issuer”')
})

test('a session that ends while uploading: sign in, and choose the file again', async ({ page }) => {
  await signIn(page, origin, 'issuer', '/staff/imports')
  await page.getByLabel('The sheet, as a CSV file').setInputFiles(ownSheet({}))
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Upload and check' }).click()
  expect(await page.locator('main').textContent()).toContain('A chosen file has to be chosen again.')
})

describe('for everyone', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${colorScheme}, and 390 pixels are wide enough`, async ({ browser }) => {
      const viewport = { width: 390, height: 844 }
      const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport })
      const page = await context.newPage()
      const url = await withSheet(page, origin, ownSheet(FORMER, { certified_on: '' }, ...many(3)))
      for (const end of ['', '?show=rejected', '/rows/2', '/rows/3', '/../../imports']) {
        await page.goto(`${url}${end}`)
        expect(await faultsOf(page), end).toEqual([])
      }
      await context.close()
    })
  }

  test('by keyboard: a row is decided and the sheet is run', async ({ page }) => {
    const own = await withSheet(page, origin, ownSheet(FORMER, {}))
    await page.getByRole('link', { name: 'Decide row 2' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Issue it as it is').focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.getByLabel('Leave it out').isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.type('He asked for that.')
    await page.keyboard.press('Enter')
    await page.getByText('Your decision is kept').waitFor()
    await page.goto(own)
    await page.getByRole('button', { name: 'Issue 1 record' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=ran/)
    expect(await issued(page, own)).toHaveLength(1)
  })
})
