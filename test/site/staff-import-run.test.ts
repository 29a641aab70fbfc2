// A sheet is issued in the browser: by itself, with whatever goes wrong on the way, without script, and by two people.
import type { Browser } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { signIn } from '../support/console.ts'
import { expectAllOnce, issued, withSheet } from '../support/imports.ts'
import { ownSheet } from '../support/sheets.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const many = (count: number) => Array.from({ length: count }, () => ({}))

describe('a run', () => {
  test('outlives a lost connection: says so, tries again, and doubles nothing', async ({ page }) => {
    const url = await withSheet(page, origin, ownSheet(...many(170)))
    let sent = 0
    await page.route('**/run', async (route) => {
      sent += 1
      // The second is lost on its way there; the answer to the third is lost on its way back.
      if (sent === 2) return route.abort('connectionfailed')
      if (sent === 3) await route.fetch()
      return sent === 3 ? route.abort('connectionreset') : route.continue()
    })
    await page.getByRole('button', { name: 'Issue 170 records' }).click()
    await page.getByRole('status').getByText('The connection was lost. Trying again in 1 second…').waitFor()
    await page.waitForURL(/done=ran/)
    expect(sent).toBeGreaterThan(3)
    await expectAllOnce(page, url, 170)
  })

  test('can be paused, left in the middle, and gone on with after a reload', async ({ page }) => {
    const url = await withSheet(page, origin, ownSheet(...many(170)))
    await page.route('**/run', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      await route.continue()
    })
    await page.getByRole('button', { name: 'Issue 170 records' }).click()
    await page.waitForTimeout(900) // a press that comes sooner is the second of a double click
    await page.getByRole('button', { name: 'Pause' }).click()
    await page
      .getByRole('status')
      .getByText(/^Paused\. \d+ of 170 records issued\.$/)
      .waitFor()
    expect(await page.locator('progress').getAttribute('max')).toBe('170')
    await page.getByRole('button', { name: 'Go on' }).waitFor()
    await page.goto(url)
    const before = (await issued(page, url)).length
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(170)
    await page.getByRole('button', { name: /^Go on: issue .+ more/ }).click()
    await page.waitForURL(/done=ran/)
    await expectAllOnce(page, url, 170)
  })

  test('gives up after a while without a connection, and goes on when pressed', async ({ page }) => {
    const url = await withSheet(page, origin, ownSheet(...many(3)))
    await page.clock.install()
    let lost = true
    await page.route('**/run', (route) => (lost ? route.abort() : route.continue()))
    await page.getByRole('button', { name: 'Issue 3 records' }).click()
    for (const wait of [1, 2, 4, 8, 15, 30, 30, 30]) {
      await page.getByRole('status').getByText(`Trying again in ${wait} second`).waitFor()
      await page.clock.runFor(wait * 1000)
    }
    await page.getByRole('status').getByText('What was issued is safe').waitFor()
    lost = false
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL(/done=ran/)
    await expectAllOnce(page, url, 3)
  })

  test('pressed twice, and after going back, issues every row once', async ({ page }) => {
    const url = await withSheet(page, origin, ownSheet(...many(30)))
    await page.getByRole('button', { name: 'Issue 30 records' }).dblclick()
    await page.waitForURL(/done=ran/)
    await page.goBack()
    const again = page.getByRole('button', { name: /^(Issue|Go on)/ })
    if ((await again.count()) > 0) await again.click()
    await page.goto(url)
    await expectAllOnce(page, url, 30)
  })

  test('of a session that has ended says so, and what to do', async ({ page }) => {
    await withSheet(page, origin, ownSheet(...many(2)))
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Issue 2 records' }).click()
    await page.getByRole('status').getByText('Your session has ended').waitFor()
    expect(await page.getByRole('button', { name: 'Go on' }).isEnabled()).toBe(true)
  })

  test('without script goes on by presses', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const url = await withSheet(page, origin, ownSheet(...many(90)))
    await page.getByRole('button', { name: 'Issue 90 records' }).click()
    expect(await page.getByRole('status').textContent()).toContain('80 records issued so far, 10 to go')
    await page.goBack()
    await page.getByRole('button', { name: /^(Issue|Go on)/ }).click()
    expect(await page.getByRole('status').textContent()).toContain('Done: 90 records issued')
    await expectAllOnce(page, url, 90)
    await context.close()
  })
})

describe('two people', () => {
  const second = async (browser: Browser) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, origin, 'approver')
    return { page, close: () => context.close() }
  }

  test('on one row: the later one is told, and sees what it says now', async ({ page, browser }) => {
    const url = await withSheet(page, origin, ownSheet({ region: 'TX' }))
    const ben = await second(browser)
    for (const one of [page, ben.page]) await one.goto(`${url}/rows/2`)
    for (const [one, region] of [
      [page, 'OH'],
      [ben.page, 'ME'],
    ] as const) {
      await one.getByLabel('region').fill(region)
      await one.getByRole('button', { name: 'Save and check' }).click()
    }
    expect(await ben.page.getByRole('alert').textContent()).toContain('changed this row after you opened it')
    expect(await ben.page.getByLabel('region').inputValue()).toBe('ME')
    await expect.poll(() => ben.page.getByText('Now: “OH”.').count()).toBe(1)
    await ben.close()
  })

  test('running at once issue every row once', async ({ page, browser }) => {
    const url = await withSheet(page, origin, ownSheet(...many(100)))
    const ben = await second(browser)
    await ben.page.goto(url, { waitUntil: 'load' })
    const pressed = [page, ben.page].map(async (one) => {
      await one.getByRole('button', { name: 'Issue 100 records' }).click()
      await one.waitForURL(/done=ran/)
    })
    await Promise.all(pressed)
    await expectAllOnce(page, url, 100)
    await ben.close()
  })

  test('are needed for more than 500 rows: one asks, another approves, and then it runs', async ({
    page,
    browser,
  }) => {
    const url = await withSheet(page, origin, ownSheet(...many(501)))
    expect(await page.getByRole('button', { name: /^Issue/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Ask for approval' }).click()
    expect(await page.getByRole('status').textContent()).toContain('A second person is asked for')
    const ben = await second(browser)
    await ben.page.goto(url)
    await ben.page.getByRole('button', { name: 'Approve issuing 501 records' }).click()
    await page.goto(url)
    await expect.poll(() => page.getByRole('button', { name: 'Issue 501 records' }).count()).toBe(1)
    await ben.close()
  })
})
