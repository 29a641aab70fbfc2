// A record corrected as somebody of the office does it, alone and while a colleague does too.
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { makeAward } from '../support/award.ts'
import { areaOf, backToForm, newName } from '../support/award-page.ts'
import { faultsOf } from '../support/axe.ts'
import { press, signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'
import { staff } from '../support/staff.ts'

const origin = inject('origin')

async function ask(path: string, body: unknown): Promise<{ number: string }> {
  const response = await fetch(`${origin}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${staff[0].key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { number: string }
}

/** A record of someone whom no other test knows. */
async function makeRecord() {
  const display = newName()
  const email = `${crypto.randomUUID()}@example.net`
  const changes = { name: { display, order: 'given-first' as const }, email }
  return { record: makeAward(changes), ...(await issueAt(origin, changes)) }
}

async function open(page: Page, number: string) {
  await signIn(page, origin, 'issuer')
  await page.goto(`${origin}/staff/records/${number}/correct`)
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().textContent()

describe('a correction', () => {
  test.for([true, false])('end to end, script: %s', async (javaScriptEnabled, { browser }) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const { number, record } = await makeRecord()
    await open(page, number)
    expect(await page.getByLabel('Name (needed)', { exact: true }).inputValue()).toBe(record.name.display)
    expect(await areaOf(page, 'technology').getByLabel('Passed by').inputValue()).toBe('course:SLOL/TEC')
    if (javaScriptEnabled) await page.getByText('Only “Why it is corrected” is missing.').waitFor()
    const name = newName()
    await page.getByLabel('Name (needed)', { exact: true }).fill(name)
    await press(page, 'Preview')
    expect(await page.getByRole('alert').textContent()).toContain('Say why it is corrected.')
    await page.getByLabel('Why it is corrected').fill('A letter was wrong')
    await press(page, 'Preview')
    expect(await heading(page)).toBe('Correct this record?')
    expect(await page.getByRole('row', { name: /^Name/ }).textContent()).toContain(name)
    await press(page, 'Correct')
    expect(page.url()).toBe(`${origin}/staff/records/${number}?done=corrected`)
    await page.goto(`${origin}/c/${number}`)
    expect(await page.locator('.name').first().textContent()).toContain(name)
    await context.close()
  })

  test('two people: the second is told, keeps the form, and decides anew', async ({ page }) => {
    const { number, record } = await makeRecord()
    await open(page, number)
    await page.getByLabel('State or region').fill('TX')
    await page.getByLabel('Why it is corrected').fill('moved')
    await press(page, 'Preview')
    await ask(`credentials/${number}/events`, {
      act: 'correct',
      record: { ...record, enrolledOn: '2022-02-02' },
      note: 'a day late',
    })
    await press(page, 'Correct')
    const said = page.getByRole('alert')
    expect(await said.textContent()).toContain('Ada Quill corrected it on')
    expect(await page.getByLabel('State or region').inputValue()).toBe('TX')
    // What would be undone unseen is to be seen.
    expect(await said.getByRole('row', { name: /^Enrolled on/ }).textContent()).toContain('February 2, 2022')
    await page.getByLabel('Enrolled on').fill('2022-02-02')
    await press(page, 'Preview')
    expect(await page.getByRole('row').allTextContents()).toEqual(['WhatNowThen', 'State or regionLATX'])
    await press(page, 'Correct')
    expect(page.url()).toBe(`${origin}/staff/records/${number}?done=corrected`)
  })

  test('back after correcting: nothing is corrected twice', async ({ page }) => {
    const { number } = await makeRecord()
    await open(page, number)
    await page.getByLabel('State or region').fill('TX')
    await page.getByLabel('Why it is corrected').fill('moved')
    await press(page, 'Preview')
    await page.getByRole('button', { name: 'Correct', exact: true }).dblclick()
    await page.waitForURL(/done=corrected$/)
    await backToForm(page)
    expect(await page.getByLabel('State or region').inputValue()).toBe('TX')
    await press(page, 'Preview')
    expect(await page.getByRole('alert').textContent()).toContain('Ivy Folio corrected it on')
  })

  test('a viewer is told that this takes another role', async ({ page }) => {
    const { number } = await makeRecord()
    await signIn(page, origin, 'viewer')
    const answer = await page.goto(`${origin}/staff/records/${number}/correct`)
    expect([answer?.status(), await heading(page)]).toEqual([403, 'Your role does not allow this'])
  })
})

test.for(['light', 'dark'] as const)(
  'axe finds nothing at any step, %s, and 390 pixels are wide enough',
  async (colorScheme, { browser }) => {
    const viewport = { width: 390, height: 844 }
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport })
    const page = await context.newPage()
    const check = async (step: string) => {
      expect(await faultsOf(page), step).toEqual([])
    }
    const { number, record } = await makeRecord()
    await open(page, number)
    await check('the form')
    await page.getByLabel('State or region').fill('TX')
    await page.getByLabel('Why it is corrected').fill('moved')
    await press(page, 'Preview')
    await check('the preview')
    await ask(`credentials/${number}/events`, {
      act: 'correct',
      record: { ...record, region: 'OH' },
      note: 'moved',
    })
    await press(page, 'Correct')
    await check('changed meanwhile')
    await context.close()
  },
)
