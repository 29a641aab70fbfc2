// The front of a holder's own page in a real browser: on a phone without script, by keyboard, and by a mail's link in
// another browser than the one that asked.
import { expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { press } from '../support/console.ts'
import { codeInLetter, openMy } from '../support/holder.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const own = () => ({ email: `${crypto.randomUUID()}@example.net` })
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

test('the link of the mail opens the page in another browser than the one that asked', async ({
  browser,
  origin,
}) => {
  const { number } = await issueAt(origin, own())
  const asking = await (await browser.newContext()).newPage()
  await asking.goto(`${origin}/my/${number}`)
  expect(await asking.getByLabel('Code of your record').inputValue()).toBe(number)
  await press(asking, 'Mail me a sign-in code')
  const code = (await codeInLetter(origin, number)).replace(' ', '')
  const mail = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await mail.goto(`${asking.url()}?code=${code}`)
  await press(mail, 'Open my page')
  expect(await mail.textContent('main')).toContain('My LSSC record')
  expect(mail.url()).toBe(`${origin}/my/${number}`)
  // It was used there: here it works no more, and this page says what to do.
  await asking.getByLabel('Sign-in code', { exact: true }).fill(code)
  await press(asking, 'Open my page')
  expect(await asking.textContent('#errors')).toContain('used already')
})

test('on a phone without script: what it says first is put away, and every door is within reach', async ({
  browser,
  origin,
}) => {
  const { number } = await issueAt(origin, own())
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await openMy(page, origin, number)
  expect(await page.getByRole('heading', { name: 'Before anything else' }).count()).toBe(1)
  await press(page, 'I have read this')
  expect(await page.getByRole('heading', { name: 'Before anything else' }).count()).toBe(0)
  await page.getByText('Who sees what', { exact: true }).tap()
  expect(await page.getByText('Nobody can search for you here').isVisible()).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  const small = await page
    .locator('main a, main button, main summary')
    .evaluateAll((all) =>
      all.filter((one) => one.closest('.cards, .do, .told > summary')).map((one) => one.clientHeight),
    )
  expect(Math.min(...small)).toBeGreaterThanOrEqual(44)
})

test('two records with one address, and from one to the other by keyboard alone', async ({
  browser,
  origin,
}) => {
  const both = own()
  const [one, two] = [await issueAt(origin, both), await issueAt(origin, both)]
  const page = await (await browser.newContext()).newPage()
  await openMy(page, origin, one.number)
  expect(page.url()).toBe(`${origin}/my`)
  for (const { number } of [one, two]) {
    await page.locator(`.mine-all a[href="/my/${number}"]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/my/${number}`)
    await page.getByRole('link', { name: 'All my records' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/my`)
  }
})

test('replacing the link signs out everywhere, and says where the new one is', async ({
  browser,
  origin,
}) => {
  const { number } = await issueAt(origin, own())
  const [here, elsewhere] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext(phone)).newPage(),
  ]
  await openMy(here, origin, number)
  await openMy(elsewhere, origin, number)
  await here.goto(`${origin}/my/link`)
  await press(here, 'Lock everyone out, and mail me a new link')
  expect(await here.getByRole('status').textContent()).toContain('The new link is in the mail')
  await elsewhere.goto(`${origin}/my/${number}`)
  expect(elsewhere.url()).toBe(`${origin}/my/sign-in?done=ended&number=${number}`)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the front, ${colorScheme}`, async ({ browser, origin }) => {
    const { number } = await issueAt(origin, own())
    const context = await browser.newContext({ ...phone, colorScheme, bypassCSP: true })
    const page = await context.newPage()
    await openMy(page, origin, number)
    const paths = [`/my/${number}`, '/my/link', '/my/open/nothing', '/my/0000-0000-0000']
    for (const path of paths) {
      await page.goto(origin + path)
      expect(await faultsOf(page), path).toEqual([])
    }
  })
}
