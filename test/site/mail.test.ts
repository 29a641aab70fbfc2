// The office's mail in a real browser: a letter read, come back, sent to another address; two people at it; no script.
import type { Browser, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { press, signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

/** A round takes so many letters, and other tests' imports may have left hundreds. */
async function send(page: Page): Promise<void> {
  do await page.getByRole('button', { name: 'Send what is due now' }).click()
  while ((await page.getByRole('link', { name: /^Due/ }).textContent()) !== 'Due (0)')
}

/** The letter about a new record, kept, on the issuer's screen. */
async function openLetter(page: Page, origin: string): Promise<string> {
  const { number } = await issueAt(origin)
  await signIn(page, origin, 'issuer', '/staff/mail')
  await send(page)
  await page.goto(`${origin}/staff/records/${number}`)
  await page.getByRole('link', { name: 'Your certification, and how to use it' }).click()
  return number
}

const text = (page: Page) => page.getByRole('article', { name: 'Text of the letter' })
const state = (page: Page) => page.locator('.facts dd').first()
const said = (page: Page) => page.getByRole('status')

async function without(browser: Browser) {
  const context = await browser.newContext({ javaScriptEnabled: false })
  return { context, page: await context.newPage() }
}

test('an issuer sends what is due, reads a letter, and mends an address that does not work; no script', async ({
  browser,
  origin,
}) => {
  const { context, page } = await without(browser)
  const number = await openLetter(page, origin)
  expect(await text(page).textContent()).toContain(`${origin}/c/${number}`)
  expect(await state(page).textContent()).toContain('Kept, not sent')

  // Nothing typed: the form says what is missing, and where.
  await page.getByRole('button', { name: 'Note that it came back' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Type what the mail that came back says.')
  expect(await page.getByLabel('What the returned mail says').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('What the returned mail says').fill('550 5.1.1 User unknown')
  await page.getByRole('button', { name: 'Note that it came back' }).click()
  expect(await said(page).textContent()).toContain('Noted that it came back')
  expect(await state(page).textContent()).toContain('Came back')

  // A wrong address keeps what was typed.
  await page.getByLabel('New e-mail address').fill('darlene at example')
  await page.getByLabel('Who gave it').fill('She called; we compared her areas.')
  await page.getByRole('button', { name: 'Change the address, and send it again' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('is no e-mail address')
  expect(await page.getByLabel('New e-mail address').inputValue()).toBe('darlene at example')
  expect(await page.getByLabel('Who gave it').inputValue()).toBe('She called; we compared her areas.')
  await page.getByLabel('New e-mail address').fill('new.address@example.org')
  await page.getByRole('button', { name: 'Change the address, and send it again' }).click()
  expect(await said(page).textContent()).toContain('The address is changed')
  expect(await page.locator('.facts').textContent()).toContain('new.address@example.org')
  expect(await text(page).textContent()).toContain('As it would be sent now')

  await page.goto(`${origin}/staff/mail?show=due`)
  await expect.poll(() => page.getByRole('row').filter({ hasText: number }).count()).toBe(3)
  await send(page)
  await page.goto(`${origin}/staff/mail?show=done`)
  await expect.poll(() => page.getByRole('row').filter({ hasText: number }).count()).toBe(3)
  await context.close()
})

test('two people look at the same letter: the second is told, and nothing is done twice', async ({
  page,
  origin,
  browser,
}) => {
  await openLetter(page, origin)
  const other = await browser.newContext()
  const second = await other.newPage()
  await signIn(second, origin, 'approver', new URL(page.url()).pathname)
  for (const one of [page, second]) await one.getByLabel('What the returned mail says').fill('It came back.')
  for (const one of [page, second]) await one.getByRole('button', { name: 'Note that it came back' }).click()
  expect(await said(page).textContent()).toContain('Noted')
  expect(await second.getByRole('alert').textContent()).toContain('in another state by now')
  await other.close()
})

test('the back button and a second click do nothing more', async ({ page, origin }) => {
  const number = await openLetter(page, origin)
  await page.getByLabel('What the returned mail says').fill('It came back.')
  await page.getByRole('button', { name: 'Note that it came back' }).dblclick()
  expect(await said(page).textContent()).toContain('Noted')
  await page.goBack()
  // Nothing of the console is kept by the browser: the letter is drawn as it is by now.
  expect(await state(page).textContent()).toContain('Came back')
  expect(await page.getByRole('button', { name: 'Note that it came back' }).count()).toBe(0)
  await page.goto(`${origin}/staff/mail?show=came-back`)
  await expect.poll(() => page.getByRole('row').filter({ hasText: number }).count()).toBe(1)
})

test('a viewer reads, and has nothing to press', async ({ page, origin, browser }) => {
  await openLetter(page, origin)
  const other = await browser.newContext()
  const viewer = await other.newPage()
  await signIn(viewer, origin, 'viewer', new URL(page.url()).pathname)
  expect(await text(viewer).textContent()).toContain('Dear Darlene Whitcomb,')
  expect(await viewer.locator('main button').count()).toBe(0)
  await viewer.goto(`${origin}/staff/mail`)
  expect(await viewer.locator('main button').count()).toBe(0)
  await other.close()
})

test('a session that ended before the form was sent: nothing is done, and what was typed is not lost', async ({
  page,
  context,
  origin,
}) => {
  const number = await openLetter(page, origin)
  await page.getByLabel('What the returned mail says').fill('Box is full')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Note that it came back' }).click()
  expect(await page.locator('main').textContent()).toContain('nothing was done')
  expect(await page.content()).toContain('Box is full')
  await signIn(page, origin, 'issuer', '/staff/mail?show=came-back')
  expect(await page.getByRole('row').filter({ hasText: number }).count()).toBe(0)
})

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('axe finds nothing on a phone, and it is wide enough', async ({ browser, origin }) => {
    const context = await browser.newContext({
      colorScheme,
      bypassCSP: true,
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    await openLetter(page, origin)
    await press(page, 'Note that it came back') // with its error
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('What the returned mail says').fill('x')
    await press(page, 'Note that it came back')
    expect(await faultsOf(page)).toEqual([])
    for (const path of ['/staff/mail', '/staff/renewals?show=grace']) {
      await page.goto(`${origin}${path}`)
      expect(await faultsOf(page), path).toEqual([])
    }
    await context.close()
  })
})
