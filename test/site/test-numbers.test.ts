// Test numbers on the running service: every one on somebody's page, and on its own page beside the server's word.
import { expect, inject } from 'vitest'
import { type TestCase, testCases, testNumber } from '../../shared/test-numbers.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')

const SHADES: Partial<Record<TestCase, string>> = {
  provisional: 'valid',
  grace: 'expired',
  'status-unavailable-ended': 'status-unavailable',
}

test('every case, in one page of badges', async ({ page }) => {
  const badges = testCases.map((one) => `<lssc-badge credential="${testNumber(one)}" eager></lssc-badge>`)
  const script = `<script type="module" src="${origin}/widget/v1/lssc-badge.js"></script>`
  await page.route(`${origin}/applicants`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${badges.join('')}${script}` }),
  )
  await page.goto(`${origin}/applicants`)
  await page.waitForFunction(
    (count) => document.querySelectorAll('lssc-badge[state]:not([state=checking])').length === count,
    testCases.length,
  )
  const states = await page
    .locator('lssc-badge')
    .evaluateAll((all) => all.map((one) => one.getAttribute('state')))
  expect(states).toEqual(testCases.map((one) => SHADES[one] ?? one))
})

test.for(['valid', 'suspended', 'as-of', 'status-unavailable'] as const)(
  '%s: its page, and the badge in it, agree',
  async (testCase, { page }) => {
    await page.goto(`${origin}/c/${testNumber(testCase)}`)
    await page.waitForFunction(
      () => ![null, 'checking'].includes(document.querySelector('lssc-badge')?.getAttribute('state') ?? null),
    )
    expect(await page.locator('lssc-badge').getAttribute('state')).toBe(testCase)
    expect(await page.locator('.record').getAttribute('data-state')).toBe(testCase)
    expect(await page.locator('.disagrees').isVisible()).toBe(false)
    expect(await page.locator('aside.demo').isVisible()).toBe(true)
  },
)
