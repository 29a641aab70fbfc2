// One award issued as somebody of the office does it, and every wrong turn on the way.
import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { areaOf, backToForm, fillAward, fillPerson, newName, pass, SIX } from '../support/award-page.ts'
import { press, signIn } from '../support/console.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')

async function open(page: Page) {
  await signIn(page, origin, 'issuer')
  await page.goto(`${origin}/staff/issue`)
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().textContent()
const issued = /\/staff\/records\/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\?done=issued$/
const numberOf = (page: Page) => issued.exec(page.url())?.[1] as string

/** What an outsider then reads. */
async function publicPage(page: Page, number: string) {
  await page.goto(`${origin}/c/${number}`)
  return page.locator('.record').first().textContent()
}

describe('with and without script', () => {
  test.for([true, false])('end to end, script: %s', async (javaScriptEnabled, { browser }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await open(page)
    const name = newName()
    await fillAward(page, name)
    await press(page, 'Preview')
    expect(await heading(page)).toBe('Issue this award?')
    await expect.poll(() => page.getByText('Nothing is issued yet.').count()).toBe(1)
    const previewed = await page.locator('.preview .record').textContent()
    await press(page, 'Issue')
    expect(page.url()).toMatch(issued)
    const number = numberOf(page)
    const told = await publicPage(page, number)
    for (const part of [name, 'Current: Library Support Staff Certification', 'June 15, 2028']) {
      expect(previewed).toContain(part)
      expect(told).toContain(part)
    }
    await context.close()
  })

  test('without script a check says what is missing, at each field', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await open(page)
    await page.getByLabel('Name (needed)', { exact: true }).fill('Only A Name')
    await press(page, 'Check what is missing')
    await page.getByRole('link', { name: /^Technology is missing/ }).click()
    expect(new URL(page.url()).hash).toBe('#f-areas-technology-by')
    expect(await page.getByLabel('Name (needed)', { exact: true }).inputValue()).toBe('Only A Name')
    expect(await page.locator('#missing').isVisible()).toBe(false)
    await context.close()
  })

  test('with script it is said while someone types, and the focus stays', async ({ page }) => {
    await open(page)
    const count = page.locator('#missing-count')
    await page.getByText('7 things:').waitFor()
    expect(await areaOf(page, 'youth-services').getByLabel('Completed on').isVisible()).toBe(false)
    await fillPerson(page, 'Ada Typing')
    await page.getByText('It ends on June 15, 2028.').waitFor()
    for (const [set, words] of SIX) await pass(page, set, words, '2012-10-27')
    await page.getByText('Nothing is missing.').waitFor()
    expect(await count.getAttribute('role')).toBe('status')
    const more = areaOf(page, 'technology')
    await more.getByText('More about').click()
    expect(await more.getByText('For this day: those of 2009.').isVisible()).toBe(true)
    const name = page.getByLabel('Name (needed)', { exact: true })
    await name.focus()
    await name.fill('')
    await page.getByText('One thing:').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-name-display')
  })
})

test('what one area says of a college, the next need not be told, unless it says something else', async ({
  page,
}) => {
  await open(page)
  const college = 'College of DuPage'
  const [first, second, third] = (['technology', 'access-services', 'youth-services'] as const).map((set) =>
    areaOf(page, set),
  ) as [Locator, Locator, Locator]
  await pass(page, 'technology', college, '2024-05-15')
  expect(await first.getByLabel('Who gave it').isVisible()).toBe(false)
  await first.getByLabel('What it is called').fill('Associate in Applied Science')
  await second.getByLabel('Passed by').selectOption('recognition:DUPAGE/')
  expect(await second.getByLabel('Completed on').inputValue()).toBe('2024-05-15')
  expect(await second.getByLabel('What it is called').inputValue()).toBe('Associate in Applied Science')
  await third.getByLabel('Passed by').selectOption('course:')
  await third.getByLabel('Completed on').fill('2020-01-01')
  await third.getByLabel('Passed by').selectOption('recognition:DUPAGE/')
  expect(await third.getByLabel('Completed on').inputValue()).toBe('2020-01-01')
})

describe('wrong turns', () => {
  test('an area is missing: no preview, and everything typed is kept', async ({ page }) => {
    await open(page)
    const name = newName()
    await fillAward(page, name)
    await areaOf(page, 'technology').getByLabel('Passed by').selectOption('')
    await press(page, 'Preview')
    expect(await page.getByRole('alert').textContent()).toMatch(
      /Nothing was issued yet\s*Technology is missing/,
    )
    await pass(page, 'technology', 'Technology · State Library of Louisiana')
    await press(page, 'Preview')
    expect(await heading(page)).toBe('Issue this award?')
  })

  test('a course that nobody knows is looked into, and the note stays', async ({ page }) => {
    await open(page)
    await fillAward(page, newName())
    await pass(page, 'access-services', 'Another course')
    const area = areaOf(page, 'access-services')
    await area.getByLabel('Who gave it').fill('State Library of Texas')
    await area.getByLabel('What it is called').fill('Doors and Desks')
    await press(page, 'Preview')
    await page.getByLabel('I looked into it').check()
    await page.getByLabel('What you found').fill('Approved in March')
    await press(page, 'Preview')
    await expect.poll(() => page.getByText('Your note: Approved in March').count()).toBe(1)
    await press(page, 'Issue')
    expect(await publicPage(page, numberOf(page))).toContain(
      'Course: Doors and Desks, State Library of Texas',
    )
  })

  test('someone who has a record already is told from this person first', async ({ page }) => {
    const name = newName()
    await open(page)
    await fillAward(page, name)
    await press(page, 'Preview')
    await press(page, 'Issue')
    const first = numberOf(page)
    await page.goto(`${origin}/staff/issue`)
    await fillAward(page, name.toUpperCase().slice(0, 1) + name.slice(1).replace(' ', ' J. '))
    await press(page, 'Preview')
    const link = page.getByRole('link', { name: new RegExp(first) })
    expect(await link.getAttribute('href')).toBe(`/staff/records/${first}`)
    await page.getByLabel('That is another person').check()
    await page.getByLabel('What you found').fill('Mother and daughter')
    await press(page, 'Preview')
    await press(page, 'Issue')
    expect(numberOf(page)).not.toBe(first)
  })

  test('a double click issues one', async ({ page }) => {
    await open(page)
    const name = newName()
    await fillAward(page, name)
    await press(page, 'Preview')
    await page.getByRole('button', { name: 'Issue', exact: true }).dblclick()
    await page.waitForURL(issued)
    // Were there two, the next of this name would be like both of them.
    await page.goto(`${origin}/staff/issue`)
    await fillAward(page, name)
    await press(page, 'Preview')
    await expect.poll(() => page.getByLabel('That is another person').count()).toBe(1)
  })

  test('back to change something, by our button and by the browser’s: nothing typed is lost', async ({
    page,
  }) => {
    await open(page)
    const name = newName()
    await fillAward(page, name)
    await press(page, 'Preview')
    await press(page, 'Go back and change something')
    expect(await page.getByLabel('Name (needed)', { exact: true }).inputValue()).toBe(name)
    expect(await areaOf(page, 'youth-services').getByLabel('Passed by').inputValue()).toBe('course:SLOL/YTH')
    await page.goto(`${origin}/staff/issue`)
    expect(await page.getByLabel('Name (needed)', { exact: true }).inputValue()).toBe('')
    await fillAward(page, name)
    await press(page, 'Preview')
    expect(await heading(page)).toBe('Issue this award?')
    await page.goBack()
    expect(await page.getByLabel('Name (needed)', { exact: true }).inputValue()).toBe(name)
    expect(await areaOf(page, 'youth-services').getByLabel('Completed on').isVisible()).toBe(true)
  })

  test('back after issuing: the form says what it issued, and issues nothing more', async ({ page }) => {
    await open(page)
    const name = newName()
    await fillAward(page, name)
    await press(page, 'Preview')
    await press(page, 'Issue')
    await page.waitForURL(issued)
    const number = numberOf(page)
    await backToForm(page)
    expect(await page.getByLabel('Name (needed)', { exact: true }).inputValue()).toBe(name)
    await press(page, 'Preview')
    expect(await heading(page)).toBe('This form has issued its award already')
    const link = page.getByRole('link', { name: 'Open the record' })
    expect(await link.getAttribute('href')).toBe(`/staff/records/${number}`)
  })

  test('a session that has ended gives the form back, and sends it again', async ({ page, context }) => {
    await open(page)
    const name = newName()
    await fillAward(page, name)
    await press(page, 'Preview')
    await context.clearCookies()
    await press(page, 'Issue')
    expect(await heading(page)).toBe('Your session has ended, and nothing was done')
    const other = await context.newPage()
    await signIn(other, origin, 'issuer')
    await press(page, 'Send it again')
    // It is another session: whoever sends it says so once more.
    expect(await heading(page)).toBe('This form was filled in during an earlier session')
    await press(page, 'Send it again')
    expect(page.url()).toMatch(issued)
    expect(await publicPage(page, numberOf(page))).toContain(name)
  })

  test('a viewer is told that this takes another role', async ({ page }) => {
    await signIn(page, origin, 'viewer')
    const answer = await page.goto(`${origin}/staff/issue`)
    expect(answer?.status()).toBe(403)
    expect(await heading(page)).toBe('Your role does not allow this')
  })
})
