// In and out of the office in a real browser; and what is left behind when one has left.
import type { Page } from 'playwright-core'
import { describe, expect, inject, vi } from 'vitest'
import { signIn } from '../support/console.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const signedInAs = (page: Page) => page.locator('form.person').textContent()
const anyone = () => `Person ${crypto.randomUUID().slice(0, 8)}`

test('who is not signed in is led to the door, and from there to where they wanted to go', async ({
  page,
}) => {
  await page.goto(`${origin}/staff/audit?act=signed-out`)
  expect(new URL(page.url()).pathname).toBe('/staff/sign-in')
  await signIn(page, origin, 'viewer', '/staff/audit?act=signed-out')
  expect(page.url()).toBe(`${origin}/staff/audit?act=signed-out`)
  expect(await signedInAs(page)).toContain('Vic Octavo (viewer)')
})

test('without script, too; and the cookie is out of a script’s reach', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, origin, 'viewer')
  expect(await signedInAs(page)).toContain('Vic Octavo')
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: 'staff', httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 })
  await context.close()
})

describe('signed out', () => {
  test('nothing of the office comes back by the back button', async ({ page }) => {
    await signIn(page, origin, 'administrator', '/staff/people')
    expect(await page.locator('main').textContent()).toContain('ada@office.example')
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await page.locator('main').textContent()).toContain('You are signed out')
    for (let i = 0; i < 3; i++) {
      await page.goBack().catch(() => null)
      expect(await vi.waitFor(() => page.content())).not.toContain('ada@office.example')
    }
    await page.goto(`${origin}/staff/people`)
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in')
  })

  test('in one tab is signed out in the other', async ({ context, page }) => {
    await signIn(page, origin, 'viewer')
    const other = await context.newPage()
    await other.goto(`${origin}/staff`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await other.reload()
    expect(new URL(other.url()).pathname).toBe('/staff/sign-in')
  })
})

describe('a form whose session has ended', () => {
  async function typePerson(page: Page, name: string): Promise<void> {
    await page.getByLabel('Name (needed)').fill(name)
    await page.getByLabel('E-mail address').fill(`${name.replace(' ', '.').toLowerCase()}@office.example`)
    await page.locator('select#f-role').selectOption('issuer')
  }

  test('is kept; signed in again in another tab, it is sent as it was typed, and done once', async ({
    context,
    page,
  }) => {
    const name = anyone()
    await signIn(page, origin, 'administrator', '/staff/people')
    await typePerson(page, name)
    await context.clearCookies() // as if an hour had passed
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    expect(await page.locator('h1').textContent()).toBe('Your session has ended, and nothing was done')
    const tab = context.waitForEvent('page')
    await page.getByRole('link', { name: /Sign in/ }).click()
    await signIn(await tab, origin, 'administrator')
    await page.getByRole('button', { name: 'Send it again' }).click()
    expect(await page.locator('main').textContent()).toContain('It would be done by Ada Quill')
    await page.getByRole('button', { name: 'Send it again' }).click()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/staff/people?done=added')
    const row = page.locator('tr', { hasText: name })
    await expect.poll(() => row.count()).toBe(1)
    expect(await row.locator('select[name=role]').inputValue()).toBe('issuer')
  })

  test('sent again by someone whose role does not allow it: refused', async ({ context, page }) => {
    await signIn(page, origin, 'administrator', '/staff/people')
    await typePerson(page, anyone())
    await context.clearCookies()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const other = await context.newPage()
    await signIn(other, origin, 'viewer')
    await page.getByRole('button', { name: 'Send it again' }).click()
    expect(await page.locator('h1').textContent()).toBe('Your role does not allow this')
  })
})

test('a form of another site is not taken, though the browser has the cookie', async ({ context, page }) => {
  await signIn(page, origin, 'administrator')
  const elsewhere = 'http://elsewhere.example'
  const name = anyone()
  await page.route(`${elsewhere}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${origin}/staff/people"><input name="act" value="add"><input name="name" value="${name}"><button>Win</button></form>`,
    }),
  )
  await page.goto(`${elsewhere}/`)
  await page.getByRole('button').click()
  expect(await page.locator('h1').textContent()).toBe('This form was not sent from a page of ours')
  const people = await context.newPage()
  await people.goto(`${origin}/staff/people`)
  expect(await people.content()).not.toContain(name)
})
