// biome-ignore-all lint/performance/useDomNodeTextContent: it is about what can be seen
// What the office does to one record, as its people would in a browser, and what outsiders then see.
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { tellDay } from '../../shared/telling.ts'
import { makeAreas } from '../support/award.ts'
import { press, signIn } from '../support/console.ts'
import { dayFromNow, endingIn, issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const day = (days: number) => tellDay(dayFromNow(days), 'en-US')

const GO_ON = 'Go on: see what comes of it'

/** Signs in, and opens the form of an act. */
async function open(page: Page, number: string, act: string): Promise<void> {
  await signIn(page, origin, 'issuer')
  await page.goto(`${origin}/staff/records/${number}`)
  await page.getByRole('link', { name: `${act}…` }).click()
  await page.waitForLoadState()
}

/** The public page, in the words of its headline. */
async function outside(page: Page, number: string): Promise<string> {
  await page.goto(`${origin}/c/${number}`)
  return page.locator('#verdict').innerText()
}

const said = (page: Page) => page.getByRole('alert').getByRole('listitem').allInnerTexts()
const lastEvent = (page: Page) => page.locator('.timeline li').first().innerText()

async function renew(page: Page, contact: string, technology: string): Promise<void> {
  await page.getByLabel('Contact hours').fill(contact)
  await page.getByLabel('Of these, in technology').fill(technology)
  await press(page, GO_ON)
}

describe('a renewal', () => {
  test('in its window: looked at first, then done, and told everywhere', async ({ page }) => {
    const { number } = await issueAt(origin, endingIn(100))
    await open(page, number, 'Renew')
    expect(await page.locator('main').innerText()).toContain(
      tellDay(endingIn(100).expiresOn as string, 'en-US').split(',')[1],
    )
    await renew(page, '34.5', '6')
    const preview = page.getByRole('region', { name: `The page of ${number}, once this is done.` })
    expect(await preview.innerText()).toContain(
      `current to ${day(100).replace(/\d{4}$/, (year) => String(Number(year) + 4))}`,
    )
    expect(await outside(await page.context().newPage(), number)).toMatch(/^Current:/)
    await press(page, 'Renew it')
    expect(await page.getByRole('status').first().innerText()).toBe('Renewed.')
    expect(await lastEvent(page)).toMatch(
      /^Renewed, .*\n+34.5 contact hours, 6 of them in technology\.\n+Ivy Folio/,
    )
    expect(await page.getByRole('row', { name: /^Renewed/ }).innerText()).toMatch(/Due|Kept, not sent/)
    await page.goto(`${origin}/c/${number}`)
    expect(await page.locator('.dates').innerText()).toMatch(/renewed/)
  })

  test('with too few hours, or too few in technology, is refused, and keeps what was typed', async ({
    page,
  }) => {
    const { number } = await issueAt(origin, endingIn(-20)) // in grace
    await open(page, number, 'Renew')
    await renew(page, '31', '3')
    expect(await said(page)).toEqual([
      'A renewal takes 32 contact hours; 31 are given.',
      'At least 4 of the hours must be in technology; 3 are given.',
    ])
    expect(await page.getByLabel('Contact hours').inputValue()).toBe('31')
    await renew(page, '32', '33')
    expect(await said(page)).toEqual(['These are part of the contact hours, and cannot be more.'])
    await renew(page, '32', '4')
    await press(page, 'Renew it')
    expect(await outside(page, number)).toMatch(/^Current:/)
  })

  test('before its window is not offered, and the page says when', async ({ page }) => {
    const { number } = await issueAt(origin, endingIn(500))
    await signIn(page, origin, 'issuer')
    await page.goto(`${origin}/staff/records/${number}`)
    expect(await page.getByRole('link', { name: 'Renew…' }).count()).toBe(0)
    await page.getByText('Not possible now, and why').click()
    const from = /It can be renewed from \w+ \d+, \d{4} to \w+ \d+, \d{4}\./
    expect(await page.locator('.not-now').innerText()).toMatch(from)
    await page.goto(`${origin}/staff/records/${number}/renew`)
    expect(await page.locator('main').innerText()).toMatch(from)
    expect(await page.getByRole('button', { name: GO_ON }).count()).toBe(0)
  })

  test('after its grace is only written down, for a day within it', async ({ page }) => {
    const { number } = await issueAt(origin, endingIn(-200))
    await open(page, number, 'Renew')
    await renew(page, '32', '4')
    expect((await said(page))[0]).toContain('is outside the renewal window')
    await page.getByLabel('Day on which the renewal came in').fill(dayFromNow(-190))
    await press(page, GO_ON)
    await press(page, 'Renew it')
    expect(await outside(page, number)).toMatch(/^Current:/)
  })
})

test('a provisional record is made full once the proof is said', async ({ page }) => {
  const areas = makeAreas('recognition').map((area) => ({ ...area, reference: 'DACC/AAS' }))
  const { number } = await issueAt(origin, { areas, provisionalUntil: '2028-01-15' })
  await open(page, number, 'Make it a full certification')
  await press(page, GO_ON)
  expect(await said(page)).toEqual(['Say what was shown, and by whom.'])
  await page.getByLabel('What was shown, and by whom').fill('Letter of the director,\n1,900 hours')
  await press(page, GO_ON)
  expect(await page.locator('.changes').innerText()).toContain('Provisional until')
  await press(page, 'Make it a full certification')
  expect(await lastEvent(page)).toContain('Letter of the director, 1,900 hours')
  expect(await outside(page, number)).not.toContain('provisional')
})

describe('a hold', () => {
  test('is seen by the page and the badge at once, and so is its end', async ({ page }) => {
    const { number } = await issueAt(origin)
    await open(page, number, 'Put it on hold')
    await page.getByLabel('Reason').selectOption({ label: 'A document is missing.' })
    await press(page, GO_ON)
    expect(await page.getByRole('region', { name: /once this is done/ }).innerText()).toContain(
      'On hold since',
    )
    await press(page, 'Put it on hold')
    expect(await page.locator('.standing').getAttribute('data-state')).toBe('suspended')
    expect(await outside(page, number)).toMatch(/^On hold since/)
    await page.locator('lssc-badge').getByText('On hold').waitFor()

    await page.goto(`${origin}/staff/records/${number}`)
    await page.getByRole('link', { name: 'Take it off hold…' }).click()
    await page.getByLabel('Why the hold can end').fill('It came by mail.')
    await press(page, GO_ON)
    await press(page, 'Take it off hold')
    expect(await lastEvent(page)).toContain('It came by mail.')
    expect(await outside(page, number)).toMatch(/^Current:/)
    await page.locator('lssc-badge').getByText('Current to').waitFor()
  })

  test('double-clicked, gone back from and reloaded, is one hold', async ({ page }) => {
    const { number } = await issueAt(origin)
    await open(page, number, 'Put it on hold')
    await page.getByLabel('Reason').selectOption('paperwork')
    await press(page, GO_ON)
    const sending = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByRole('button', { name: 'Put it on hold' }).dblclick()
    const request = await sending
    const sent = { url: request.url(), headers: await request.allHeaders(), body: request.postData() ?? '' }
    await page.waitForURL(/done=suspend/)
    const { url, headers, body } = sent
    const again = await page.request.post(url, { headers, data: body, maxRedirects: 0 })
    expect(again.headers().location).toBe(`/staff/records/${number}?done=suspend`)
    // Back past the preview, which no browser keeps: the form knows how things stand.
    await page.evaluate(() => history.go(-2))
    await page.getByText('It is on hold already.').waitFor()
    await page.goto(`${origin}/staff/records/${number}?done=suspend`)
    await page.reload()
    expect(await page.locator('.timeline li b').allInnerTexts()).toEqual(['Put on hold', 'Issued'])
    expect(await page.locator('.standing').innerText()).toContain('On hold')
  })
})
