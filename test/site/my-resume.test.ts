// The resume kit and what an employer sees, in a real browser: copied, shared, without script, by keyboard, on a phone.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { press } from '../support/console.ts'
import { openMy } from '../support/holder.ts'
import { dayFromNow, endingIn, issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** The holder of a new record, at one of its doors. */
async function openAt(
  { browser, origin }: { browser: Browser; origin: string },
  door: string,
  options: BrowserContextOptions = {},
  changes: Parameters<typeof issueAt>[1] = {},
): Promise<{ page: Page; number: string; url: string }> {
  const { number, url } = await issueAt(origin, { email: `${crypto.randomUUID()}@example.net`, ...changes })
  const page = await (await browser.newContext(options)).newPage()
  await openMy(page, origin, number, `/my/${number}${door}`)
  return { page, number, url }
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const permissions = ['clipboard-read', 'clipboard-write']

describe('the kit', () => {
  test('the line is copied by keyboard, and said aloud', async ({ browser, origin }) => {
    const { page, url } = await openAt({ browser, origin }, '/resume', { permissions })
    await page.getByRole('button', { name: 'Copy: For most resumes' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    expect(await clipboard(page)).toBe(await page.locator('#copy-line .text').textContent())
    expect(await clipboard(page)).toContain(`Check: ${url}`)
  })

  test('on a wide screen no text lies over the QR code', async ({ browser, origin }) => {
    const { page } = await openAt({ browser, origin }, '/resume', { viewport: { width: 1280, height: 900 } })
    const [code, text] = await Promise.all(
      ['.picture svg', '.picture p'].map((one) => page.locator(one).boundingBox()),
    )
    expect(text?.x).toBeGreaterThanOrEqual((code?.x ?? 0) + (code?.width ?? 0))
  })

  test('each box has a button, and all of them one', async ({ browser, origin }) => {
    const { page, number } = await openAt({ browser, origin }, '/resume', { permissions })
    await page.getByRole('button', { name: 'Copy: Number', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    expect(await clipboard(page)).toBe(number)
    await page.getByRole('button', { name: 'Copy: All of them, for one box' }).click()
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('\n'))
    expect(await clipboard(page)).toContain(`\nNumber: ${number}\n`)
  })

  test('the end of an e-mail is copied with its picture and link, and as text', async ({
    browser,
    origin,
  }) => {
    const { page, url } = await openAt({ browser, origin }, '/resume', { permissions })
    await page.getByRole('button', { name: 'Copy: With the picture' }).click()
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('text/html'))?.text()
    })
    expect(html).toContain(`href="${url}"`)
    expect(html).toContain(`src="${origin}/achievements/lssc/image.png"`)
    expect(await clipboard(page)).toBe(await page.locator('#copy-mail-text .text').textContent())
  })

  test('on a phone the words can be handed to another app', async ({ browser, origin }) => {
    const { page } = await openAt({ browser, origin }, '/resume', phone)
    await page.addInitScript(() => {
      const matches = matchMedia.bind(window)
      window.matchMedia = (query) =>
        query.includes('coarse') ? ({ matches: true } as MediaQueryList) : matches(query)
      navigator.share = async (data) => document.body.setAttribute('data-shared', data?.text ?? '')
    })
    await page.reload()
    await page.getByRole('button', { name: 'Share: Short, at most 120 characters' }).click()
    expect(await page.locator('body').getAttribute('data-shared')).toBe(
      await page.locator('#copy-short .text').textContent(),
    )
    expect(await page.locator('.small .share').count()).toBe(0)
  })

  test('without script: an ad is read, an example added, and one click marks the text', async ({
    browser,
    origin,
  }) => {
    const { page, number } = await openAt({ browser, origin }, '/resume', {
      ...phone,
      javaScriptEnabled: false,
    })
    expect(await page.locator('.copy').count()).toBe(0)
    await page.getByLabel('The job ad').fill('You will run story time for toddlers.')
    await page.getByLabel(/^For example, I … \(Youth Services/).fill('ran two summers of reading clubs')
    await press(page, 'Add my examples to the sentences')
    const link = page.getByRole('link', { name: /Make a link for this application/ })
    expect(await link.getAttribute('href')).toBe(`/my/${number}/share?areas=youth-services`)
    const sentence = page.locator('#copy-letter-youth-services .text')
    expect(await sentence.textContent()).toMatch(
      /^Your ad mentions .* For example, I ran two summers of reading clubs\.$/,
    )
    expect(await page.getByLabel('The job ad').inputValue()).toBe('You will run story time for toddlers.')
    expect(await sentence.evaluate((one) => getComputedStyle(one).userSelect)).toBe('all')
  })

  test('an empty form says what it wants, at its field', async ({ browser, origin }) => {
    const { page } = await openAt({ browser, origin }, '/resume')
    await press(page, 'Read the ad')
    expect(await page.getByLabel('The job ad').getAttribute('aria-invalid')).toBe('true')
  })
})

describe('what an employer sees', () => {
  test('the badge itself settles, with the name that was tried', async ({ browser, origin }) => {
    const { page } = await openAt({ browser, origin }, '/employer')
    for (const variant of ['row', 'pill', 'card'])
      await page.waitForSelector(`lssc-badge[variant=${variant}][state=valid]`)
    await page.getByLabel('Name on an application').fill('Mei Ng')
    await press(page, 'Compare')
    expect(await page.getByRole('status').textContent()).toContain('it is no ground to reject')
    await page.waitForSelector('lssc-badge[variant=card][state=valid]')
    expect(
      await page.locator('lssc-badge[variant=card]').getByText('The record is in another name').count(),
    ).toBe(1)
  })

  test('of one in grace: the way to renew', async ({ browser, origin }) => {
    const { page, number } = await openAt({ browser, origin }, '/employer', {}, endingIn(-20))
    await page.getByRole('link', { name: 'Send in my contact hours' }).click()
    expect(page.url()).toBe(`${origin}/help/hours?code=${number}`)
  })
})

/** What the page of a door is asked, by the label of its field and the name of its button. */
const asked = {
  '/resume': ['The job ad', 'You will run story time for toddlers.', 'Read the ad'],
  '/employer': ['Name on an application', 'Mei Ng', 'Compare'],
} as const

/** As it opens in the light, and in the dark as it answers. */
for (const door of ['/resume', '/employer'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${door}: axe finds nothing, ${colorScheme}, and 390 pixels are wide enough`, async ({
      browser,
      origin,
    }) => {
      const options = { ...phone, colorScheme, bypassCSP: true }
      const { page } = await openAt({ browser, origin }, door, options, { provisionalUntil: dayFromNow(200) })
      if (colorScheme === 'dark') {
        const [label, text, button] = asked[door]
        await page.getByLabel(label).fill(text)
        await press(page, button)
      }
      expect(await faultsOf(page)).toEqual([])
    })
  }
}

test('breaks none of its own policies, and asks nobody but the service', async ({ browser, origin }) => {
  const { page, number } = await openAt({ browser, origin }, '')
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => request.url().startsWith(origin) || said.push(request.url()))
  for (const door of ['/resume', '/employer'])
    await page.goto(`${origin}/my/${number}${door}`, { waitUntil: 'networkidle' })
  expect(said).toEqual([])
})
