// The form of an award for everyone: with axe, on a phone, in the dark, and without a mouse.
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { fillAward, newName } from '../support/award-page.ts'
import { faultsOf } from '../support/axe.ts'
import { press, signIn } from '../support/console.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')

async function open(page: Page) {
  await signIn(page, origin, 'issuer')
  await page.goto(`${origin}/staff/issue`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing at any step, ${colorScheme}, and 390 pixels are wide enough`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      bypassCSP: true,
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    const check = async (step: string) => {
      expect(await faultsOf(page), step).toEqual([])
    }
    await open(page)
    await check('the empty form')
    await press(page, 'Preview')
    await check('everything missing')
    const name = newName()
    await fillAward(page, name.toUpperCase())
    await press(page, 'Preview')
    await check('something to look into')
    await page.getByLabel('I looked into it').check()
    await page.getByLabel('What you found').fill('She writes it so')
    await press(page, 'Preview')
    await check('the preview')
    await context.close()
  })
}

test('by keyboard alone: every field is reached in its order, and Enter goes on', async ({ page }) => {
  await open(page)
  await page.getByLabel('Name (needed)', { exact: true }).focus()
  const stops: string[] = []
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      return at.getAttribute('name') ?? at.textContent ?? ''
    })
    if (stops.at(-1) !== stop) stops.push(stop)
    if (stop === 'step') break
  }
  expect(stops.slice(0, 3)).toEqual(['name.order', 'name.given', 'name.family'])
  expect(stops).toContain('areas.youth-services.by')
  // Folded away: an area that is not claimed is one stop.
  expect(stops).not.toContain('areas.youth-services.on')
  expect(stops.indexOf('step')).toBeGreaterThan(stops.indexOf('officeNumber'))
  await page.keyboard.press('Enter')
  expect(await page.getByRole('alert').textContent()).toContain('There is no name here')
})
