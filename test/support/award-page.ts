// The form of an award in a real browser: filled in as somebody of the office would.
import type { Page } from 'playwright-core'
import { type SetId, sets } from '../../shared/programme.ts'

/** Sets, and the words that begin how each was passed. */
export const SIX: [SetId, string][] = [
  ['foundations-of-library-services', 'Foundations of library services · State Library of Louisiana'],
  ['communication-and-teamwork', 'Communication and teamwork · State Library of Louisiana'],
  ['technology', 'Technology · State Library of Louisiana'],
  ['reference-and-information-services', 'Reference and information services · State Library of Louisiana'],
  ['supervision-and-management', 'Supervision and management · State Library of Louisiana'],
  ['youth-services', 'Youth services · State Library of Louisiana'],
]

/** The group of an area's fields. */
export function areaOf(page: Page, set: SetId) {
  return page.getByRole('group', { name: sets[set].label, exact: true })
}

/** @param words how the wanted way begins, as the list tells it */
export async function pass(page: Page, set: SetId, words: string, on = '2022-10-01'): Promise<void> {
  const area = areaOf(page, set)
  const list = area.getByLabel('Passed by')
  const ways = await list.locator('option').allTextContents()
  await list.selectOption({ label: ways.find((way) => way.startsWith(words)) ?? words })
  await area.getByLabel('Completed on').fill(on)
}

/** Fills in whose award it is and when it was awarded. */
export async function fillPerson(page: Page, name: string, order = 'given-first'): Promise<void> {
  await page.getByLabel('Name (needed)', { exact: true }).fill(name)
  await page.getByLabel('Order of the name').selectOption(order)
  await page.getByLabel('E-mail address').fill(`${crypto.randomUUID()}@example.net`)
  await page.getByLabel('Certified on').fill('2024-06-15')
}

/** An award that nobody needs to look at. */
export async function fillAward(page: Page, name: string): Promise<void> {
  await fillPerson(page, name)
  for (const [set, words] of SIX) await pass(page, set, words)
}

/** A name that no other test has, unlike every other. */
export function newName(): string {
  const letters = 'bcdfghjklmnpqrstvwxz'
  const syllable = () => {
    const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2))
    return `${letters[a % letters.length]}${'aeiou'[b % 5]}`
  }
  const word = () => {
    const text = Array.from({ length: 4 }, syllable).join('')
    return `${text[0]?.toUpperCase()}${text.slice(1)}`
  }
  return `${word()} ${word()}`
}

/** Goes back past the preview, which was sent and would have to be sent again, to the form itself. */
export async function backToForm(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => history.go(-2))
  await loaded
}
