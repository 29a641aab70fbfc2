// Finding records and acting on many of them, as the office would: with a browser, without script, by two people.
import type { Browser, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

async function as(browser: Browser, origin: string, role: 'viewer' | 'issuer' | 'approver', options = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await signIn(page, origin, role, '/staff/find')
  return page
}

/** Issues a record that only the test that asked for it knows. */
const issued = async (origin: string, display: string) =>
  (await issueAt(origin, { name: { display, order: 'given-first' } })).number

async function clean(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

for (const javaScriptEnabled of [true, false]) {
  test(`found, bookmarked and opened, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    browser,
    origin,
  }) => {
    const page = await as(browser, origin, 'viewer', { javaScriptEnabled })
    const number = await issued(origin, `Łucja O’Dell${javaScriptEnabled}`)
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel(/^Name, number/).fill(`o'dell${javaScriptEnabled} LUCJA`)
    await page.getByLabel(/^Name, number/).press('Enter')
    await page.getByRole('heading', { name: /^1 record for/ }).waitFor()
    await page.getByRole('link', { name: number }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe(`o'dell${javaScriptEnabled} LUCJA`)
    await page.getByLabel(/^Name, number/).fill(number.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Find' }).click()
    expect(page.url()).toBe(`${origin}/staff/records/${number}`)
    await page.goto(`${origin}/staff/find?q=dell${javaScriptEnabled}`)
    await page.getByRole('link', { name: /^Łucja/ }).click()
    expect(page.url()).toBe(`${origin}/staff/records/${number}`)
    await page.context().close()
  })
}

test('nothing found says what to try, and the filters can be taken away', async ({ browser, origin }) => {
  const page = await as(browser, origin, 'viewer')
  await page.goto(`${origin}/staff/find?q=lukasz&year=1990`)
  await page.getByRole('heading', { name: 'Nothing found for “lukasz”' }).waitFor()
  await page.getByRole('link', { name: 'Take the filters away' }).click()
  expect(page.url()).toBe(`${origin}/staff/find?q=lukasz`)
  await page.context().close()
})

test('a viewer ticks nothing, and is not let in where things are proposed', async ({ browser, origin }) => {
  const page = await as(browser, origin, 'viewer')
  expect(await page.locator('input[name=number]').count()).toBe(0)
  const response = await page.goto(`${origin}/staff/approvals/new`)
  expect(response?.status()).toBe(403)
  await page.context().close()
})

describe('two people', () => {
  test('put many on hold: ticked, proposed, previewed, approved, and once only', async ({
    browser,
    origin,
  }) => {
    const ivy = await as(browser, origin, 'issuer', { javaScriptEnabled: false })
    const ben = await as(browser, origin, 'approver')
    const numbers = [await issued(origin, 'Orla Bothheld'), await issued(origin, 'Petra Bothheld')].sort()
    await ivy.goto(`${origin}/staff/find?q=bothheld`)
    for (const number of numbers) await ivy.locator(`input[value="${number}"]`).check()
    await ivy.getByRole('button', { name: 'Hold or withdraw the ticked records' }).click()
    await ivy.getByRole('button', { name: 'Propose it' }).click()
    await ivy.getByRole('link', { name: 'Choose what to do, and why.' }).waitFor()
    expect((await ivy.getByLabel('Numbers of the records').inputValue()).split('\n').sort()).toEqual(numbers)
    await ivy.getByLabel(/^What to do/).selectOption('suspend:under-review')
    await ivy.getByLabel('For the second person').fill('The provider wrote to us.')
    await ivy.getByRole('button', { name: 'Propose it' }).click()
    await ivy.getByText('Nothing has changed yet').waitFor()
    expect(await ivy.getByRole('button', { name: /^Approve/ }).count()).toBe(0)
    const { pathname } = new URL(ivy.url())

    await ben.goto(origin + pathname)
    await ben.getByText('The provider wrote to us.').waitFor()
    await ben
      .getByRole('region', { name: /once this is approved/ })
      .getByText(/On hold since/)
      .first()
      .waitFor()
    await ben.getByRole('button', { name: 'Decline' }).click()
    await ben.getByRole('link', { name: /^Say why/ }).waitFor()
    await ben.goto(origin + pathname)
    await ben.getByRole('button', { name: 'Approve: put on hold' }).dblclick()
    await ben.getByText('Approved. What was done').waitFor()
    await expect.poll(() => ben.getByRole('cell', { name: 'Done', exact: true }).count()).toBe(2)
    // By the back button the page comes anew, and asks for nothing more.
    await ben.goBack()
    await ben.getByText('and carried out').waitFor()
    expect(await ben.getByRole('button', { name: /^Approve/ }).count()).toBe(0)
    await ivy.goto(origin + pathname)
    await ivy.getByText('and carried out').waitFor()
    await Promise.all([ivy, ben].map((page) => page.context().close()))
  })

  test('one is taken back by who proposed it, while another looks at it', async ({ browser, origin }) => {
    const ivy = await as(browser, origin, 'issuer')
    const ben = await as(browser, origin, 'approver')
    const number = await issued(origin, 'Rosa Takenback')
    await ivy.goto(`${origin}/staff/approvals/new?number=${number}`)
    await ivy.getByLabel(/^What to do/).selectOption('revoke:issued-in-error')
    await ivy.getByRole('button', { name: 'Propose it' }).click()
    await ivy.getByText('Nothing has changed yet').waitFor()
    const address = origin + new URL(ivy.url()).pathname
    await ben.goto(address)
    await ben.getByText('A withdrawal cannot be undone').waitFor()
    await ivy.getByRole('button', { name: 'Take it back' }).click()
    await ivy.getByText('Taken back. Nothing was changed.').waitFor()
    await ben.getByRole('button', { name: /^Approve/ }).click()
    await ben.getByText('It no longer waits').waitFor()
    await Promise.all([ivy, ben].map((page) => page.context().close()))
  })
})

describe('for everyone', () => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    test(`axe finds nothing at ${width} pixels, ${colorScheme}`, async ({ browser, origin }) => {
      const ivy = await as(browser, origin, 'issuer', {
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      })
      const number = await issued(origin, `Sven Seen ${width}`)
      await ivy.goto(`${origin}/staff/find?q=seen`)
      await clean(ivy)
      await ivy.goto(`${origin}/staff/find?q=zzz&year=2012`)
      await clean(ivy)
      await ivy.goto(`${origin}/staff/approvals/new?number=${number}`)
      await clean(ivy)
      await ivy.getByRole('button', { name: 'Propose it' }).click()
      await clean(ivy)
      await ivy.getByLabel(/^What to do/).selectOption('suspend:paperwork')
      await ivy.getByRole('button', { name: 'Propose it' }).click()
      await ivy.getByText('Nothing has changed yet').waitFor()
      await clean(ivy)
      await ivy.goto(`${origin}/staff/approvals`)
      await clean(ivy)
      await ivy.context().close()
    })
  }
})
