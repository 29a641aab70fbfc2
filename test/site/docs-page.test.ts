// The documentation as its reader meets it: with and without script, by keyboard, on a phone.
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { testNumber } from '../../shared/test-numbers.ts'
import { faultsOf } from '../support/axe.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const pages = ['/docs', '/docs/states', '/docs/job-ad']

const snippet = (page: Page, id: string) => page.locator(`#snippet-${id} code`)

describe.each(pages)('%s', (path) => {
  test('breaks none of its own policies, and asks nobody but the service', async ({ page }) => {
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('request', (request) => request.url().startsWith(origin) || said.push(request.url()))
    await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' })
    expect(said).toEqual([])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${colorScheme}, and 390 pixels are wide enough`, async ({ browser }) => {
      const context = await browser.newContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 844 },
      })
      const page = await context.newPage()
      await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' })
      expect(await faultsOf(page)).toEqual([])
      await context.close()
    })
  }
})

test('every link within the documentation leads somewhere', async ({ page }) => {
  const ids = new Map<string, string[]>()
  const links: string[] = []
  for (const path of pages) {
    await page.goto(`${origin}${path}`)
    ids.set(path, await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)))
    links.push(
      ...(await page
        .locator('main a')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))),
    )
  }
  for (const { pathname, hash } of links.map((link) => new URL(link))) {
    if (hash && ids.has(pathname)) expect(ids.get(pathname), pathname).toContain(hash.slice(1))
  }
})

describe('the playground', () => {
  test('follows the form: badge, code and event', async ({ page }) => {
    await page.goto(`${origin}/docs`)
    const badge = page.locator('#tried')
    await page.getByLabel('State', { exact: true }).selectOption('not-found')
    await page.getByLabel('Variant').selectOption('card')
    await page.getByLabel('Applicant’s name').fill('Zoë "Z" <b>O’Dowd</b>')
    await page.getByLabel('Applied on').fill('2026-05-04')
    await page.getByLabel('Corners').selectOption('0')
    await page.getByLabel('Direction').selectOption('rtl')
    await page.waitForSelector('#tried[state=not-found][variant=card][applied-at="2026-05-04"]')
    const code = (await snippet(page, 'try').textContent()) ?? ''
    for (const part of [
      testNumber('not-found'),
      'variant="card"',
      'Zoë &quot;Z&quot; &lt;b&gt;O’Dowd&lt;/b&gt;',
      'integrity="sha384-',
    ])
      expect(code).toContain(part)
    expect(await snippet(page, 'try-rules').textContent()).toContain('--lssc-badge-radius: 0;')
    expect(await badge.evaluate((one) => getComputedStyle(one).getPropertyValue('--lssc-badge-radius'))).toBe(
      '0',
    )
    expect(await badge.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
    await page.waitForFunction(() =>
      document.querySelector('#snippet-try-event')?.textContent?.includes('"not-found"'),
    )
    expect(new URL(page.url()).search).toBe('')
  })

  test('what it shows is what the page around it would be given', async ({ page }) => {
    await page.goto(`${origin}/docs`)
    const stage = page.locator('.stage')
    await page.getByLabel('Column width').fill('320')
    await page.getByLabel('Color scheme').selectOption('dark')
    await page.waitForFunction(() => document.querySelector('.stage')?.clientWidth === 318)
    expect(await stage.evaluate((one) => getComputedStyle(one).colorScheme)).toBe('dark')
  })

  test('without script it is a form whose answer is the code', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/docs`)
    expect(await page.getByLabel('Direction').isVisible()).toBe(false)
    expect(await page.locator('.copy').count()).toBe(0)
    await page.getByLabel('State', { exact: true }).selectOption('revoked')
    await page.getByLabel('Applicant’s name').fill('A & B')
    await page.getByLabel('Background').selectOption('transparent')
    await page.getByRole('button', { name: 'Show the code for this choice' }).click()
    const code = (await snippet(page, 'try').textContent()) ?? ''
    expect(code).toContain(`/c/${testNumber('revoked')}"`)
    expect(code).toContain('applicant-name="A &amp; B"')
    expect(await snippet(page, 'try-rules').textContent()).toContain('--lssc-badge-paper: transparent;')
    expect(await page.getByLabel('State', { exact: true }).inputValue()).toBe('revoked')
    await page.getByText('The test records, each as a page').click()
    await expect.poll(() => page.locator('.tests a.code').count()).toBeGreaterThan(15)
    await context.close()
  })
})

describe('copying', () => {
  test('by keyboard; said aloud, and what is copied is what is shown', async ({ browser }) => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(`${origin}/docs`)
    const button = page.locator('#snippet-own-copy .copy')
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await snippet(page, 'own-copy').textContent(),
    )
    expect(await button.getAttribute('aria-label')).toMatch(/^Copy: In the head of your page/)
    await context.close()
  })

  test('where there is no clipboard, the text is selected', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.goto(`${origin}/docs`)
    await page.locator('#snippet-tag .copy').click()
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('<lssc-badge credential=')
  })
})

test('an ad becomes the attribute, and the attribute a badge to try', async ({ page }) => {
  await page.goto(`${origin}/docs/job-ad`)
  await page
    .getByLabel('The ad, as text or HTML')
    .fill('You will do copy cataloging, and run story time for toddlers.')
  await page.getByRole('button', { name: 'Read the ad' }).click()
  const value = 'cataloging-and-classification (copy cataloging) youth-services (story time for toddlers)'
  expect(await snippet(page, 'job-areas').textContent()).toBe(`job-areas="${value}"`)
  await page.getByRole('link', { name: 'See it in the playground' }).click()
  expect(await page.getByLabel('Areas that the job names').inputValue()).toBe(value)
  expect(await snippet(page, 'try').textContent()).toContain(`job-areas="${value}"`)
})

test('an ad that names nothing says so', async ({ page }) => {
  await page.goto(`${origin}/docs/job-ad`)
  await page.getByLabel('The ad, as text or HTML').fill('Pastry chef wanted.')
  await page.getByRole('button', { name: 'Read the ad' }).click()
  expect(await page.locator('.found').textContent()).toBe('The ad names no area we recognize.')
})
