// Asking something of the office in a real browser, and a record for it to be about.
import type { Page } from 'playwright-core'
import { addMonths, dayOf } from '../../shared/dates.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { makeAreas } from './award.ts'
import { issueAt } from './records.ts'

/** Fills in the fields of a form that are there, by their names. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`)
    const kind = await field.evaluate((one) => (one as HTMLInputElement).type)
    if (kind === 'checkbox') await field.check()
    else if (kind === 'select-one') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Sends a request as its sender would. @returns its reference */
export async function askOffice(
  page: Page,
  origin: string,
  kind: string,
  fields: Record<string, string>,
): Promise<string> {
  await page.goto(`${origin}/help/${kind}`)
  await fill(page, fields)
  await page.getByRole('button', { name: /^Send to/ }).click()
  await page.getByRole('heading', { name: 'The office has your request' }).waitFor()
  return (await page.locator('main b.code').textContent()) ?? ''
}

/** Issues a record whose last day is three months ahead. @returns its number */
export async function issueDue(origin: string, changes: Partial<AwardRecord> = {}): Promise<string> {
  const certifiedOn = addMonths(dayOf(new Date()), 3 - 48)
  const { number } = await issueAt(origin, {
    certifiedOn,
    enrolledOn: addMonths(certifiedOn, -20),
    areas: makeAreas().map((area) => ({ ...area, completedOn: addMonths(certifiedOn, -4) })),
    ...changes,
  })
  return number
}
