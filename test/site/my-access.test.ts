// In to a holder's own page, in a real browser: without script, on a phone, by keyboard.
import { expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { press } from '../support/console.ts'
import { openMy } from '../support/holder.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const own = () => ({ email: `${crypto.randomUUID()}@example.net` })

test('by number and code on a phone without script, and out again', async ({ browser, origin }) => {
  const { number } = await issueAt(origin, own())
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, javaScriptEnabled: false }
  const page = await (await browser.newContext(phone)).newPage()
  await openMy(page, origin, number)
  expect(page.url()).toBe(`${origin}/my/${number}`)
  await press(page, 'Sign out')
  expect(page.url()).toBe(`${origin}/my/sign-in?done=signed-out`)
  await page.goto(`${origin}/my/${number}`)
  expect(page.url()).toBe(`${origin}/my/sign-in?number=${number}`)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing at the door, ${colorScheme}`, async ({ browser, origin }) => {
    const viewport = { width: 390, height: 844 }
    const page = await (await browser.newContext({ colorScheme, bypassCSP: true, viewport })).newPage()
    for (const path of ['/my/sign-in', '/my/code/an-asking', '/my/code/an-asking?code=12345678']) {
      await page.goto(origin + path)
      expect(await faultsOf(page), path).toEqual([])
    }
  })
}
