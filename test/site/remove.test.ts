// biome-ignore-all lint/performance/useDomNodeTextContent: it is about what can be seen
// A record removed, in a real browser: by its holder on a phone without script, and by two people of the office.
import type { Browser, Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import type { Role } from '../../worker/roles.ts'
import { faultsOf } from '../support/axe.ts'
import { press, signIn } from '../support/console.ts'
import { openMy } from '../support/holder.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const own = () => issueAt(origin, { email: `${crypto.randomUUID()}@example.net` })
const mainOf = (page: Page) => page.locator('main').innerText()

async function phone(browser: Browser, number: string, more: object = {}): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  const page = await (await browser.newContext({ viewport, hasTouch: true, ...more })).newPage()
  await openMy(page, origin, number, `/my/${number}/remove`)
  return page
}

async function someone(browser: Browser, role: Role, number: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, origin, role)
  await page.goto(`${origin}/staff/records/${number}`)
  return page
}

async function outside(page: Page, number: string): Promise<string> {
  await page.goto(`${origin}/c/${number}`)
  return page.locator('.record').first().innerText()
}

describe('a holder', () => {
  test('on a phone without script: asks, goes back, and takes it back', async ({ browser }) => {
    const { number } = await own()
    const she = await phone(browser, number, { javaScriptEnabled: false })
    expect(await she.evaluate('document.documentElement.scrollWidth').catch(() => 390)).toBeLessThanOrEqual(
      390,
    )
    await press(she, 'Remove my record')
    expect(await mainOf(she)).toContain(`Type the code of this record, ${number}`)
    await she.goto(`${origin}/my/${number}/remove`)
    await she.getByLabel('To go on, type the code of this record').fill(number.toLowerCase())
    await press(she, 'Remove my record')
    expect(await mainOf(she)).toContain('We have your wish.')
    expect(await outside(await she.context().newPage(), number)).toMatch(/^This record is private/)
    // Back is not the form of before: it says how things stand.
    await she.goBack()
    await press(she, 'Keep my record')
    expect(await mainOf(she)).toContain('Your record stays. Nothing was removed.')
    expect(await outside(she, number)).toMatch(/^Current/)
  })

  test('clicks twice, and it is asked for once', async ({ browser }) => {
    const { number } = await own()
    const she = await phone(browser, number)
    await she.getByLabel('To go on, type the code of this record').fill(number)
    await she.getByRole('button', { name: 'Remove my record' }).dblclick()
    await she.getByRole('button', { name: 'Keep my record' }).waitFor()
    const ivy = await someone(browser, 'issuer', number)
    expect(await ivy.locator('.timeline').innerText()).toMatch(
      /^Removal asked for by its holder(?![\s\S]*Removal asked)/,
    )
    expect(await ivy.locator('main').innerText()).toContain('Its holder asked on')
  })

  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on the pages, ${colorScheme}`, async ({ browser }) => {
      const { number } = await own()
      const she = await phone(browser, number, { colorScheme, bypassCSP: true })
      expect(await faultsOf(she)).toEqual([])
      expect(await she.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      await she.getByLabel('To go on, type the code of this record').fill(number)
      await press(she, 'Remove my record')
      expect(await faultsOf(she)).toEqual([])
    })
})

test('the office: private at the first word, gone at the second person’s', async ({ browser }) => {
  const { number } = await own()
  const ivy = await someone(browser, 'issuer', number)
  await ivy.getByRole('link', { name: 'Remove it at its holder’s request…' }).click()
  await press(ivy, 'Go on: see what comes of it')
  expect(await mainOf(ivy)).toContain('Say how its holder asked')
  await ivy.getByLabel('How its holder asked').fill('A letter of October 3, and we rang back.')
  await press(ivy, 'Go on: see what comes of it')
  expect(await ivy.locator('.preview-said').allInnerTexts()).toEqual([
    expect.stringMatching(/^Step 1, at once/),
    expect.stringMatching(/^Step 2, only when a second person agrees/),
  ])
  await press(ivy, 'Make it private and propose the removal')
  expect(await outside(await ivy.context().newPage(), number)).toMatch(/^This record is private/)
  expect(await ivy.getByRole('link', { name: 'Make the removal final…' }).count()).toBe(0)

  const bea = await someone(browser, 'approver', number)
  await bea.getByRole('link', { name: 'Make the removal final…' }).click()
  expect(await bea.locator('.proposed').innerText()).toContain('A letter of October 3')
  await press(bea, 'Go on: see what comes of it')
  expect(await bea.locator('.happens').innerText()).toContain('This is final')
  await bea.getByRole('button', { name: 'Remove it for good' }).dblclick()
  await bea.getByRole('status').first().waitFor()
  expect(await mainOf(bea)).toContain('It is removed: nothing here says any more whose record it was.')
  expect(await mainOf(bea)).not.toMatch(/Darlene|October 3/)

  const page = await (await browser.newContext()).newPage()
  expect((await page.goto(`${origin}/c/${number}`))?.status()).toBe(410)
  expect(await page.locator('.record').innerText()).toMatch(
    /^This record was removed at its holder’s request/,
  )
})
