// biome-ignore-all lint/performance/useDomNodeTextContent: it is about what can be seen
// A change of name, both ways: on the same link, and with a new number that nothing public leads to.
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { press, signIn } from '../support/console.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')

async function fill(page: Page, number: string, way: RegExp, given: string): Promise<void> {
  await signIn(page, origin, 'issuer')
  await page.goto(`${origin}/staff/records/${number}/name`)
  await page.getByRole('radio', { name: way }).check()
  await page.getByLabel('New name, as its holder writes it').fill(`${given} Whitcomb`)
  await page.getByLabel('Given name').first().fill(given)
  await page.getByLabel('What the holder asked for').fill('E-mail of March 3')
}

const GO_ON = 'Go on: see what comes of it'
const cardOf = (page: Page) => page.locator('.record').first().innerText()

test('same link: a new version under the same number, and the earlier name only if the holder wants it', async ({
  page,
}) => {
  const { number, url } = await issueAt(origin)
  await fill(page, number, /Same number/, 'Dale')
  await press(page, GO_ON)
  expect(await page.locator('.changes').innerText()).toContain('Darlene Whitcomb → Dale Whitcomb')
  await press(page, 'Change something first')
  expect(await page.getByLabel('New name, as its holder writes it').inputValue()).toBe('Dale Whitcomb')
  await page.getByLabel('The holder wants Darlene Whitcomb shown').check()
  await press(page, GO_ON)
  await press(page, 'Change the name')
  expect(page.url()).toContain(number)
  await page.goto(url)
  expect(await cardOf(page)).toMatch(/Dale Whitcomb[\s\S]*Earlier name: Darlene Whitcomb/)

  await fill(page, number, /Same number/, 'Dana')
  await page.getByLabel('The holder wants Darlene Whitcomb shown').uncheck()
  await press(page, GO_ON)
  await press(page, 'Change the name')
  await page.goto(url)
  expect(await cardOf(page)).not.toMatch(/Darlene|Dale/)
})

test('a new number: the old page is private, the new one knows nothing of it, the office knows both', async ({
  page,
}) => {
  const { number, token } = await issueAt(origin)
  await fill(page, number, /A new number/, 'Dale')
  await press(page, GO_ON)
  const preview = await page.locator('main').innerText()
  expect(preview).toContain('The old link says “This record is private at the moment”')
  expect(await page.locator('.preview .name').allInnerTexts()).toEqual(['Dale Whitcomb'])
  await page.getByRole('button', { name: 'Change the name' }).dblclick()
  await page.waitForURL(/done=renamed/)
  const renamed = /records\/([\w-]+)\?/.exec(page.url())?.[1] as string
  expect(renamed).not.toBe(number)

  await page.goto(`${origin}/c/${number}`)
  const old = await page.content()
  expect(await cardOf(page)).toContain('This record is private at the moment')
  await page.goto(`${origin}/c/${renamed}`)
  const fresh = await page.content()
  expect(await cardOf(page)).toMatch(/^Current:[\s\S]*Dale Whitcomb/)
  expect([old.includes(renamed), old.includes('Dale'), old.includes('Darlene')]).toEqual([
    false,
    false,
    false,
  ])
  expect([fresh.includes(number), fresh.includes('Darlene')]).toEqual([false, false])
  await page.goto(`${origin}/verify`)
  await page.locator('[name=q]').fill(token)
  await page.locator('[name=q]').press('Enter')
  await page.waitForLoadState()
  expect(await cardOf(page)).toMatch(/^Replaced by a newer record/)
  expect(await page.content()).not.toContain(renamed)

  await page.goto(`${origin}/staff/records/${number}`)
  expect(await page.locator('.standing').innerText()).toContain('Copies of it read “replaced”')
  expect(await page.getByRole('link', { name: /…$/ }).allTextContents()).toEqual([
    expect.stringMatching(/^Remove/),
  ])
  await page.getByRole('link', { name: renamed }).click()
  await page.waitForURL(`**/${renamed}`)
  expect(await page.locator('.links').innerText()).toContain(number)
  expect(await page.locator('.timeline li').allInnerTexts()).toEqual([
    expect.stringMatching(/^Issued anew, in the holder’s new name/),
  ])
})

test('no part of the old name stays behind by mistake', async ({ page }) => {
  const { number } = await issueAt(origin)
  await fill(page, number, /A new number/, 'Dale')
  await page.getByLabel('Given name').first().fill('Darlene')
  await press(page, GO_ON)
  expect(await page.getByRole('alert').innerText()).toContain('“Darlene” is not part of the new name')
  await page.getByLabel('New name, as its holder writes it').fill('Darlene Whitcomb')
  await press(page, GO_ON)
  expect(await page.getByRole('alert').innerText()).toContain('This is the name already')
  await page.getByLabel('New name, as its holder writes it').fill('Dаrlene Whitcomb') // with a Cyrillic а
  await page.getByLabel('Given name').first().fill('')
  await press(page, GO_ON)
  await page.getByRole('heading', { name: 'Look at this once more' }).waitFor()
})
