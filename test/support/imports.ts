// A sheet in the console, in a real browser: uploaded, and what became of it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signIn } from './console.ts'
import type { OwnSheet } from './sheets.ts'

export async function upload(
  page: Page,
  origin: string,
  sheet: Pick<OwnSheet, 'name' | 'mimeType' | 'buffer'>,
): Promise<void> {
  await page.goto(`${origin}/staff/imports`)
  await page.getByLabel('The sheet, as a CSV file').setInputFiles(sheet)
  await page.getByRole('button', { name: 'Upload and check' }).click()
}

/**
 * Signed in, with the sheet uploaded and on the screen.
 * @returns the address of its page
 */
export async function withSheet(page: Page, origin: string, sheet: OwnSheet): Promise<string> {
  page.setDefaultTimeout(20_000)
  await signIn(page, origin, 'issuer')
  await upload(page, origin, sheet)
  await page.getByRole('heading', { name: sheet.name }).waitFor()
  await page.waitForLoadState() // a press before its script has run is one without script
  return page.url().split('?')[0] as string
}

/** Every number that the report tells, as often as it tells it. */
export async function issued(page: Page, url: string): Promise<string[]> {
  const report = await page.request.get(`${url}/report.csv`)
  return [...(await report.text()).matchAll(/,issued,([0-9A-Z-]{14}),/g)].map(
    ([, number]) => number as string,
  )
}

/** So many rows have a number, and no two the same. */
export async function expectAllOnce(page: Page, url: string, count: number): Promise<void> {
  const numbers = await issued(page, url)
  expect([numbers.length, new Set(numbers).size]).toEqual([count, count])
}
