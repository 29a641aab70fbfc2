// A share link in a real browser: made on a phone without script, opened by a stranger, ended, and opened again.
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { press } from '../support/console.ts'
import { openMy } from '../support/holder.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const phone = { viewport: { width: 390, height: 844 }, bypassCSP: true }

const textOf = async (locator: Locator) => (await locator.textContent()) ?? ''
const headline = (page: Page) => textOf(page.locator('h1'))
const linkOn = (page: Page) => textOf(page.locator('[data-copy]'))

/** A stranger's browser, which has nothing of the holder's. */
async function asStranger<T>(browser: Browser, url: string, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await look(page)
  } finally {
    await context.close()
  }
}

/** A record of one's own, and its holder's page of share links. */
async function come(page: Page, origin: string) {
  const { number } = await issueAt(origin, { email: `${crypto.randomUUID()}@example.org` })
  await openMy(page, origin, number, `/my/${number}/share?areas=youth-services`)
  return number
}

test('is made without script, opened by a stranger, ended, and says so', async ({ browser, origin }) => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  const number = await come(page, origin)
  await page.getByLabel('For whom it is').fill('Springfield Public Library')
  await page.getByLabel('Dates').uncheck()
  await page.getByRole('button', { name: 'See first what they will see' }).click()
  await page.getByRole('heading', { name: 'What they will see' }).waitFor()
  expect(await textOf(page.locator('article.record'))).toContain('Put first by the holder')
  await page.getByRole('button', { name: 'Make the link' }).click()
  await page.getByRole('heading', { name: 'Your link is ready' }).waitFor()
  const url = await linkOn(page)

  await asStranger(browser, url, async (theirs) => {
    expect(await headline(theirs)).toContain('Current: Library Support Staff Certification (LSSC)')
    const text = await textOf(theirs.locator('main'))
    expect(text).toContain('Course: Youth services, State Library of Louisiana')
    expect(text).not.toContain('October 2022')
    expect(await theirs.content()).not.toContain(number)
    expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  await page.goto(`${origin}/my/${number}/share`)
  expect(await textOf(page.locator('.shares'))).toContain('opened about once')
  await page.getByRole('button', { name: 'End it now: Springfield Public Library' }).click()
  await page.getByRole('status').getByText('Ended.').waitFor()
  expect(await asStranger(browser, url, headline)).toMatch(/^This link ended on /)
  await context.close()
})

test('is copied with one press, and two presses make one link', async ({ browser, origin }) => {
  const context = await browser.newContext({ ...phone, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const number = await come(page, origin)
  await page.getByLabel('For whom it is').fill('Springfield Public Library')
  await page.getByRole('button', { name: 'Make the link' }).dblclick()
  await page.getByRole('heading', { name: 'Your link is ready' }).waitFor()
  const url = await linkOn(page)
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url)
  expect(await asStranger(browser, url, headline)).toContain('Current')
  await page.goto(`${origin}/my/${number}/share`)
  expect(await page.locator('.shares > li').count()).toBe(1)
  await context.close()
})

test.for(['light', 'dark'] as const)(
  'has nothing for axe to find, %s',
  async (colorScheme, { browser, origin }) => {
    const context = await browser.newContext({ ...phone, colorScheme })
    const page = await context.newPage()
    await come(page, origin)
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Make the link')
    expect(await textOf(page.getByRole('alert'))).toContain('for whom it is')
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('For whom it is').fill('Springfield Public Library')
    await press(page, 'See first what they will see')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Make the link')
    expect(await faultsOf(page)).toEqual([])
    await page.goto(await linkOn(page))
    expect(await faultsOf(page)).toEqual([])
    await context.close()
  },
)
