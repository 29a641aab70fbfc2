// biome-ignore-all lint/performance/useDomNodeTextContent: it is about what can be seen
import { describe, expect, inject } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const GO_ON = 'Go on: see what comes of it'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}, and 390 pixels are wide enough`, async ({ browser }) => {
    const { number } = await issueAt(origin)
    const viewport = { width: 390, height: 844 }
    const page = await (await browser.newContext({ colorScheme, bypassCSP: true, viewport })).newPage()
    await signIn(page, origin, 'issuer', `/staff/records/${number}`)
    await page.locator('.copy-number').waitFor()
    expect(await faultsOf(page)).toEqual([])
    for (const act of ['name', 'revoke']) {
      await page.goto(`${origin}/staff/records/${number}/${act}`)
      await page.getByRole('button', { name: GO_ON }).click()
      await page.getByRole('alert').waitFor()
      expect(await faultsOf(page), act).toEqual([])
    }
    await page.getByLabel('Reason').selectOption('holder-request')
    await page.getByLabel('What was found').fill('Their letter.')
    await page.getByRole('button', { name: GO_ON }).click()
    await page.locator('.preview').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
}

test('without script, by keyboard alone', async ({ browser }) => {
  const { number } = await issueAt(origin)
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(page, origin, 'issuer', `/staff/records/${number}`)
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(
        () => document.activeElement?.id || document.activeElement?.textContent,
      )
      if (name.test(focused ?? '')) return
    }
    throw new Error(`The Tab key never comes to ${name}.`)
  }
  await tabTo(/^Put it on hold/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/suspend/)
  await tabTo(/f-reason/)
  await page.keyboard.press('A') // the first reason that begins so
  await tabTo(/^Go on/)
  await page.keyboard.press('Enter')
  await page.locator('.preview').waitFor()
  await tabTo(/^Put it on hold/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=suspend/)
  expect(await page.locator('.standing').innerText()).toContain('On hold')
})

describe('who may', () => {
  test('a viewer reads everything and changes nothing', async ({ page }) => {
    const { number } = await issueAt(origin)
    await signIn(page, origin, 'viewer', `/staff/records/${number}`)
    expect(await page.locator('h1').innerText()).toBe('Darlene Whitcomb')
    expect(await page.getByRole('link', { name: /…$/ }).count()).toBe(0)
    expect(await page.locator('.acts').innerText()).toContain('Your role is “viewer”')
    const refused = await page.goto(`${origin}/staff/records/${number}/suspend`)
    expect(refused?.status()).toBe(403)
    expect(await page.locator('main').innerText()).toContain(
      'This takes the role “issuer”; yours is “viewer”.',
    )
  })

  test('a session that ended gives the form back, and what was typed is done after signing in', async ({
    page,
    context,
  }) => {
    const { number } = await issueAt(origin)
    await signIn(page, origin, 'issuer', `/staff/records/${number}/suspend`)
    await page.getByLabel('Reason').selectOption('paperwork')
    await page.getByLabel('Note for the file').fill('Asked on Monday.')
    await page.getByRole('button', { name: GO_ON }).click()
    await page.locator('.preview').waitFor()
    await context.clearCookies()
    await page.getByRole('button', { name: 'Put it on hold' }).click()
    await page.getByRole('heading', { name: 'Your session has ended, and nothing was done' }).waitFor()
    await signIn(await context.newPage(), origin, 'issuer')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.waitForLoadState()
    // The form was filled in during another session: who sends it now says so once more.
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.waitForURL(/done=suspend/)
    expect(await page.locator('.timeline li').first().innerText()).toContain('Note: Asked on Monday.')
  })
})

describe('which record', () => {
  test('a number is found however it is typed; one that nobody has is said to be so', async ({ page }) => {
    const { number } = await issueAt(origin)
    await signIn(page, origin, 'viewer', `/staff/records/${number.toLowerCase().replaceAll('-', '')}`)
    expect(page.url()).toBe(`${origin}/staff/records/${number}`)
    const missing = await page.goto(`${origin}/staff/records/N0B0-DYHA-S1T0`)
    expect(missing?.status()).toBe(404)
    expect(await page.locator('h1').innerText()).toBe('There is no record with this number')
  })

  test('its number is copied', async ({ page, context }) => {
    const { number } = await issueAt(origin)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn(page, origin, 'viewer', `/staff/records/${number}`)
    await page.getByRole('button', { name: 'Copy the number' }).click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number)
  })

  test('on paper it is a page for the file: facts and history, the address in full, and nothing to press', async ({
    page,
  }) => {
    const { number, url } = await issueAt(origin)
    await signIn(page, origin, 'issuer', `/staff/records/${number}`)
    await page.emulateMedia({ media: 'print' })
    const paper = await page.locator('body').innerText()
    for (const words of [
      'Darlene Whitcomb',
      number,
      `Public page: ${url}`,
      'printed by Ivy Folio',
      'Current to',
      'History',
      'Letters to the holder',
    ])
      expect(paper).toContain(words)
    expect(paper).not.toMatch(/Sign out|What you can do|Put it on hold|Copy|Open the public page/)
  })
})
