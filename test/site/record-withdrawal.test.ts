// biome-ignore-all lint/performance/useDomNodeTextContent: it is about what can be seen
// A withdrawal takes two people, each in a browser of their own; and two people at one record see each other's acts.
import type { Browser, Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import type { Role } from '../../worker/roles.ts'
import { press, signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const GO_ON = 'Go on: see what comes of it'

const recordOf = (number: string) => `${origin}/staff/records/${number}`

/** Someone at a machine of their own, at this record. */
async function someone(browser: Browser, role: Role, number: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, origin, role)
  await page.goto(recordOf(number))
  return page
}

async function fillProposal(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Propose a withdrawal…' }).click()
  await page.getByLabel('Reason').selectOption('issued-in-error')
  await page.getByLabel('What was found').fill('Two graduates of one name.')
  await page.getByLabel('Public note').fill('Issued to a namesake.')
  await press(page, GO_ON)
}

const PROPOSE = 'Put it on hold and propose the withdrawal'

async function propose(page: Page): Promise<void> {
  await fillProposal(page)
  await press(page, PROPOSE)
}

async function outside(page: Page, number: string): Promise<string> {
  await page.goto(`${origin}/c/${number}`)
  return page.locator('.record').first().innerText()
}

describe('a withdrawal', () => {
  test('is a hold at the first word, and final at the second person’s', async ({ browser }) => {
    const { number, token } = await issueAt(origin)
    const ben = await someone(browser, 'approver', number)
    await fillProposal(ben)
    expect(await ben.locator('.preview-said').allInnerTexts()).toEqual([
      expect.stringMatching(/^Step 1, at once/),
      expect.stringMatching(/^Step 2, only when a second person agrees/),
    ])
    expect(await ben.locator('.preview').last().innerText()).toContain('Issued to a namesake.')
    await press(ben, PROPOSE)
    expect(await ben.getByRole('status').first().innerText()).toContain(
      'A second person has to make the withdrawal final',
    )
    // He may approve what others propose, and not this.
    expect(await ben.getByRole('link', { name: 'Make the withdrawal final…' }).count()).toBe(0)
    expect(await ben.locator('main').innerText()).toContain(
      'You proposed it: a second person has to make it final.',
    )
    await ben.goto(`${recordOf(number)}/confirm`)
    expect(await ben.locator('main').innerText()).toContain('This can’t be done now.')
    expect(await outside(ben, number)).toMatch(/^On hold since/)
    expect(await outside(ben, number)).not.toContain('namesake')

    const ada = await someone(browser, 'administrator', number)
    await ada.getByRole('link', { name: 'Make the withdrawal final…' }).click()
    expect(await ada.locator('.proposed').innerText()).toContain('Two graduates of one name.')
    await ada.getByLabel('Public note').fill('Issued to another person of this name.')
    await press(ada, GO_ON)
    expect(await ada.locator('.happens').innerText()).toContain('This is final: nobody can take it back')
    await press(ada, 'Withdraw it for good')
    expect(await ada.getByRole('status').first().innerText()).toBe(
      'It is withdrawn, everywhere and for good.',
    )
    // Its holder may still want it gone; nothing else can be done.
    expect(await ada.getByRole('link', { name: /…$/ }).allInnerTexts()).toEqual([
      'Remove it at its holder’s request…',
    ])
    expect(await outside(ada, number)).toMatch(/^Withdrawn on[\s\S]*Issued to another person of this name\./)
    await ada.locator('lssc-badge').getByText('Withdrawn').waitFor()
    await ada.goto(`${origin}/verify`)
    await ada.locator('[name=q]').fill(token)
    await ada.locator('[name=q]').press('Enter')
    await ada.getByRole('heading', { name: /^Withdrawn on/ }).waitFor()
  })

  test('is declined by the second person, and the hold ends as they chose', async ({ browser }) => {
    const { number } = await issueAt(origin)
    await propose(await someone(browser, 'issuer', number))
    const ben = await someone(browser, 'approver', number)
    await ben.getByRole('link', { name: 'Decline the withdrawal…' }).click()
    await press(ben, GO_ON)
    expect(await ben.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual([
      'Choose whether the hold ends.',
      'Say why it is not withdrawn.',
    ])
    await ben.getByRole('radio', { name: 'End it' }).check()
    await ben.getByLabel('Why it is not withdrawn').fill('The other one was meant.')
    await press(ben, GO_ON)
    await press(ben, 'Decline the withdrawal')
    expect(await ben.locator('.timeline li').first().innerText()).toMatch(
      /^Withdrawal declined, and taken off hold[\s\S]*The other one was meant\./,
    )
    expect(await outside(ben, number)).toMatch(/^Current:/)
  })

  test('can be taken back by who proposed it; a third person without the role only reads', async ({
    browser,
  }) => {
    const { number } = await issueAt(origin)
    const ada = await someone(browser, 'administrator', number)
    await propose(ada)
    const ivy = await someone(browser, 'issuer', number)
    expect(await ivy.getByRole('link', { name: /withdrawal.*…$/ }).count()).toBe(0)
    expect(await ivy.locator('.aside').innerText()).toContain('It takes the role “approver”')
    await ada.getByRole('link', { name: 'Take the proposal back…' }).click()
    await ada.getByRole('radio', { name: 'End it' }).check()
    await ada.getByLabel('Why it is not withdrawn').fill('A slip.')
    await press(ada, GO_ON)
    await press(ada, 'Decline the withdrawal')
    expect(await outside(ada, number)).toMatch(/^Current:/)
  })
})

describe('two people at one record', () => {
  test('who decides on what has changed is told what happened, and decides again', async ({ browser }) => {
    const { number } = await issueAt(origin)
    const [ivy, ben] = [await someone(browser, 'issuer', number), await someone(browser, 'approver', number)]
    await fillProposal(ivy)
    await fillProposal(ben)
    await press(ivy, PROPOSE)
    // The same button, pressed by another person, would have been the second word.
    await press(ben, PROPOSE)
    const told = await ben.locator('main').innerText()
    expect(told).toMatch(/Ivy Folio proposed to withdraw it on/)
    expect(told).toContain('It is proposed already, and waits for a second person.')
    expect(await outside(ben, number)).toMatch(/^On hold since/)
  })

  test('a form that is still possible comes back as it was typed', async ({ browser }) => {
    const { number } = await issueAt(origin)
    const [ivy, ben] = [await someone(browser, 'issuer', number), await someone(browser, 'approver', number)]
    await fillProposal(ben)
    await ivy.getByRole('link', { name: 'Put it on hold…' }).click()
    await ivy.getByLabel('Reason').selectOption('paperwork')
    await press(ivy, GO_ON)
    await press(ivy, 'Put it on hold')
    await press(ben, PROPOSE)
    expect(await ben.getByRole('alert').innerText()).toContain('Ivy Folio put it on hold')
    expect(await ben.getByLabel('What was found').inputValue()).toBe('Two graduates of one name.')
    await press(ben, GO_ON)
    await press(ben, PROPOSE)
    expect(await ben.locator('.aside').innerText()).toContain('A withdrawal waits for a second person')
  })
})
