// What a holder decides about her own record, in a real browser: on a phone, without script, by keyboard, in two tabs.
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { press } from '../support/console.ts'
import { openMy } from '../support/holder.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const own = () => ({ email: `${crypto.randomUUID()}@example.net` })
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, javaScriptEnabled: false }

async function comesIn(
  browser: Browser,
  origin: string,
  door: string,
): Promise<{ page: Page; number: string }> {
  const { number } = await issueAt(origin, own())
  const page = await (await browser.newContext(phone)).newPage()
  await openMy(page, origin, number, `/my/${number}${door}`)
  return { page, number }
}

const stranger = async (origin: string, path: string) => (await fetch(origin + path)).text()

test('private on a phone without script, and seen again; back and the old page do nothing', async ({
  browser,
  origin,
}) => {
  const { page, number } = await comesIn(browser, origin, '/visibility')
  await page.getByRole('radio', { name: 'Nobody: private', exact: true }).check()
  await press(page, 'Change it')
  expect(await page.getByRole('status').textContent()).toContain('that is what others read from now on')
  expect(await stranger(origin, `/c/${number}`)).toContain('This record is private at the moment')

  const tab = await page.context().newPage()
  await tab.goto(`${origin}/my/${number}/visibility`)
  await page.getByRole('radio', { name: /^Whoever/ }).check()
  await press(page, 'Change it')
  expect(await stranger(origin, `/c/${number}`)).toContain('Darlene Whitcomb')

  await tab.getByRole('radio', { name: /^Anyone/ }).check()
  await press(tab, 'Change it')
  expect(await tab.getByRole('alert').textContent()).toContain('changed since you opened the page')
  expect(await stranger(origin, '/directory')).not.toContain(number)
})

test('listed by keyboard alone, found in the directory, and off it again', async ({ browser, origin }) => {
  const { page, number } = await comesIn(browser, origin, '/visibility')
  await page.getByRole('radio', { name: /^Whoever/ }).focus()
  await page.keyboard.press('ArrowDown')
  const answered = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await answered
  await page.goto(`${origin}/directory`)
  await page.getByLabel('Name').fill('whitcomb')
  await press(page, 'Show')
  expect(await page.locator(`a[href="/c/${number}"]`).count()).toBe(1)
  await page.goto(`${origin}/my/${number}/visibility`)
  await page.getByRole('radio', { name: /^Whoever/ }).check()
  await press(page, 'Change it')
  expect(await stranger(origin, '/directory')).not.toContain(number)
})

test('links are typed, moved, refused and saved; Enter saves nothing; the record shows them', async ({
  browser,
  origin,
}) => {
  const { page, number } = await comesIn(browser, origin, '/links')
  const area = page.locator('#works-technology')
  await area.locator('summary').click()
  await area.getByLabel('Title').first().fill('Makerspace guide')
  await area.getByLabel('Address').first().fill('http://example.org/guide')
  const looked = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await looked
  expect(await page.getByRole('status').textContent()).toContain('Not saved yet')
  await press(page, 'Save my links')
  expect(await page.getByRole('alert').textContent()).toContain('begins with https://')
  await area.getByLabel('Address').first().fill('https://example.org/guide')
  await area.getByLabel('Title').nth(1).fill('Wi-Fi handout')
  await area.getByLabel('Address').nth(1).fill('https://example.org/wifi')
  await press(page, 'Room for another link: Technology')
  await press(page, 'Move down: Link 1 of Technology')
  await press(page, 'Save my links')
  const card = await stranger(origin, `/c/${number}`)
  expect(card.indexOf('Wi-Fi handout')).toBeGreaterThan(0)
  expect(card.indexOf('Wi-Fi handout')).toBeLessThan(card.indexOf('Makerspace guide'))
})

test('a request is sent and taken back', async ({ browser, origin }) => {
  const { page } = await comesIn(browser, origin, '/ask')
  await page.getByRole('link', { name: 'My name has changed' }).click()
  await page.getByLabel(/^Your name now/).fill('Darlene Olive')
  await press(page, /^Send to/)
  expect(await page.getByRole('alert').textContent()).toContain('What should happen to your link?')
  await page.getByRole('radio', { name: /^A new link/ }).check()
  await press(page, /^Send to/)
  expect(await page.getByRole('heading', { level: 3 }).textContent()).toContain('the office has it')
  await press(page, /^Take request/)
  expect(await page.getByRole('heading', { level: 3 }).textContent()).toContain('you took it back')
})

test('everything held comes as a file', async ({ browser, origin }) => {
  const { page, number } = await comesIn(browser, origin, '/everything')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Download everything/ }).click()
  expect((await coming).suggestedFilename()).toBe(`lssc-${number}-everything.json`)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any of these pages, ${colorScheme}`, async ({ browser, origin }) => {
    const { number } = await issueAt(origin, own())
    const { javaScriptEnabled: _, ...looks } = phone
    const page = await (await browser.newContext({ ...looks, colorScheme, bypassCSP: true })).newPage()
    await openMy(page, origin, number)
    const mine = ['visibility', 'links', 'ask', 'ask/name', 'ask/hours', 'everything'].map(
      (door) => `/my/${number}/${door}`,
    )
    for (const path of [...mine, '/directory', '/directory?name=nobody']) {
      await page.goto(origin + path)
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true
      })
      expect(await faultsOf(page), path).toEqual([])
    }
  })
}
