// A holder with a phone asks the office; the office decides; and the wrong turns of both.
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'
import { type RequestKind, requestKinds } from '../../worker/request-kinds.ts'
import { askOffice, fill, issueDue } from '../support/ask-office.ts'
import { newName } from '../support/award-page.ts'
import { faultsOf } from '../support/axe.ts'
import { press, signIn } from '../support/console.ts'
import { asked, hoursTyped } from '../support/requests.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')

let number = ''
beforeAll(async () => {
  number = await issueDue(origin)
})

const aPhone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }
const unique = () => `What I remember: ${crypto.randomUUID()}`

/** What each kind is told here; no two are the same, so that each is a request of its own. */
const typed = (kind: RequestKind): Record<string, string> => ({
  ...(kind === 'hours' ? hoursTyped(28, 4) : asked[kind]),
  ...(kind === 'misuse' ? { what: unique() } : { phone: unique() }),
  code: number,
})

async function office(browser: Browser, role: 'viewer' | 'issuer' | 'approver', path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, origin, role)
  await page.goto(origin + path)
  return page
}

/** Asks from a page of its own, which is left behind. */
async function asks(browser: Browser, kind: RequestKind, more: Record<string, string> = {}): Promise<string> {
  const context = await browser.newContext()
  const reference = await askOffice(await context.newPage(), origin, kind, { ...typed(kind), ...more })
  await context.close()
  return reference
}

describe.each(Object.keys(requestKinds) as RequestKind[])('%s', (kind) => {
  test('is asked with a phone and without script, and decided in the office', async ({ browser }) => {
    const context = await browser.newContext(aPhone)
    const phone = await context.newPage()
    await phone.goto(`${origin}/help`)
    await phone.getByRole('link', { name: requestKinds[kind].title }).click()
    await phone.waitForLoadState()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    const reference = await askOffice(phone, origin, kind, typed(kind))
    expect(await phone.locator('main').textContent()).toContain('What happens next')
    expect(await context.cookies()).toEqual([])

    const page = await office(browser, 'issuer', `/staff/requests?kind=${kind}&state=open`)
    await page.locator('tr', { hasText: reference }).getByRole('link').click()
    expect(await page.locator('main').textContent()).toContain(number)
    await page
      .getByRole('navigation', { name: 'Kinds of answer' })
      .getByRole('link', { name: 'Accept' })
      .click()
    await fill(page, {
      checked: 'A course, and the library.',
      ...(kind === 'misuse' ? { silent: 'yes' } : {}),
    })
    await page.getByRole('button', { name: /^Accept/ }).click()
    expect(await page.getByRole('status').textContent()).toContain('Accepted and done')
    expect(await page.locator('.history').textContent()).toContain('Checked: A course, and the library.')
    await context.close()
  })
})

describe('contact hours', () => {
  test('are added up, have room for more, and say what is missing, without script', async ({ browser }) => {
    const page = await (await browser.newContext(aPhone)).newPage()
    await page.goto(`${origin}/help/hours`)
    await fill(page, hoursTyped(20, 4))
    await page.getByRole('button', { name: 'Add it up' }).click()
    expect(await page.locator('#totals').textContent()).toContain(
      '24 of 32 contact hours, 4 of 4 in technology',
    )
    await page.getByRole('button', { name: 'Room for more' }).click()
    await expect.poll(() => page.locator('fieldset.activity').count()).toBe(8)
    expect(await page.locator('[name="title-0"]').inputValue()).toBe('Workshop 1')
    await page.getByRole('button', { name: /^Send to/ }).click()
    expect(await page.getByRole('alert').textContent()).toContain('These come to 24 hours')
  })

  test('one is struck with a reason, and the record is renewed with the rest', async ({ browser }) => {
    const due = await issueDue(origin)
    const reference = await asks(browser, 'hours', { ...hoursTyped(30, 8, 4), code: due })
    const page = await office(browser, 'issuer', `/staff/requests/${reference}?answer=accept`)
    await page.getByRole('checkbox', { name: 'Counts: Workshop 2' }).uncheck()
    await page.getByRole('button', { name: 'Add up what counts' }).click()
    expect(await page.locator('#f-technologyHours').textContent()).toContain('34 contact hours')
    await fill(page, { checked: 'All of it.' })
    await page.getByRole('button', { name: 'Accept and renew' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Activity 2 does not count: say why')
    await fill(page, { 'reason-1': 'Before this term.' })
    await page.getByRole('button', { name: 'Accept and renew' }).click()
    expect(await page.locator('.history').textContent()).toContain(
      'Not counted: Workshop 2 (Before this term.)',
    )
    await page.goto(`${origin}/c/${due}`)
    expect(await page.locator('.dates').first().textContent()).toContain('renewed')
  })
})

test('to choose the record keeps the kind of answer, and says so', async ({ browser }) => {
  // Of a name that no other test's record has: the list of those that it may be about is short.
  const display = `Odile ${newName()}`
  const number = await issueDue(origin, { name: { display, order: 'given-first' } })
  const reference = await asks(browser, 'address', { who: display, code: '' })
  const page = await office(browser, 'issuer', `/staff/requests/${reference}?answer=accept`)
  expect(await page.locator('[name="number"]').inputValue()).toBe('')
  const row = page.locator('tr', { hasText: number })
  await row.getByRole('link', { name: 'Answer about it' }).click()
  expect(await page.locator('[name="number"]').inputValue()).toBe(number)
  expect(await row.textContent()).toContain('The answer is about it')
  await page.getByRole('button', { name: 'Accept and change the address' }).waitFor()
})

describe('wrong turns', () => {
  test('two people decide the same one: the second is told by whom, and keeps what was typed', async ({
    browser,
  }) => {
    const path = `/staff/requests/${await asks(browser, 'correction')}`
    const [one, other] = [
      await office(browser, 'issuer', `${path}?answer=accept`),
      await office(browser, 'approver', `${path}?answer=decline`),
    ]
    await fill(one, { checked: 'The application.' })
    await one.getByRole('button', { name: 'Accept: it is done' }).click()
    await one.getByRole('status').waitFor()
    await fill(other, { reply: 'My long and careful reply.' })
    await other.getByRole('button', { name: 'Decline' }).click()
    expect(await other.getByRole('alert').textContent()).toMatch(
      /Ivy Folio accepted it on .* while you had it open/,
    )
    expect(await other.locator('main').textContent()).toContain('My long and careful reply.')
  })

  test('a double click decides once, and the back button finds it decided', async ({ browser }) => {
    const path = `/staff/requests/${await asks(browser, 'correction')}`
    const page = await office(browser, 'issuer', path)
    await page.goto(`${origin}${path}?answer=decline`)
    await page.getByRole('button', { name: 'Decline' }).dblclick()
    await page.getByRole('status').waitFor()
    await expect.poll(() => page.locator('.history li').count()).toBe(1)
    await page.goBack()
    await page.reload()
    expect(await page.locator('.facts').first().textContent()).toContain('Declined')
    expect(await page.locator('form [name="reply"]').count()).toBe(0)
  })

  test('a double click sends one request', async ({ browser, page }) => {
    const what = unique()
    await page.goto(`${origin}/help/misuse`)
    await fill(page, { ...asked.misuse, what })
    await page.getByRole('button', { name: /^Send to/ }).dblclick()
    await page.getByRole('heading', { name: 'The office has your request' }).waitFor()
    const reference = (await page.locator('main b.code').textContent()) ?? ''
    await page.goBack()
    expect(await askOffice(page, origin, 'misuse', { ...asked.misuse, what })).toBe(reference)
    const list = await office(browser, 'viewer', '/staff/requests?kind=misuse')
    await expect.poll(() => list.locator('tr', { hasText: reference }).count()).toBe(1)
  })

  test('a viewer reads it all, and is offered nothing to decide', async ({ browser }) => {
    const page = await office(
      browser,
      'viewer',
      `/staff/requests/${await asks(browser, 'claim')}?answer=accept`,
    )
    await expect.poll(() => page.getByRole('heading', { name: 'What to check' }).count()).toBe(1)
    expect(await page.locator('main form').count()).toBe(0)
  })

  test('a session that ended: the reply is not lost', async ({ browser }) => {
    const path = `/staff/requests/${await asks(browser, 'correction')}?answer=ask`
    const page = await office(browser, 'issuer', path)
    await fill(page, { reply: 'A reply that took an hour.' })
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Ask, and wait for an answer' }).click()
    expect(await page.locator('h1').textContent()).toContain('Your session has ended')
    const tab = await page.context().newPage()
    await signIn(tab, origin, 'issuer')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByRole('button', { name: 'Send it again' }).click()
    expect(await page.locator('.history').textContent()).toContain('A reply that took an hour.')
  })
})

test('from the page of a record to the form about it', async ({ page }) => {
  await page.goto(`${origin}/c/${number}`)
  await page.getByRole('link', { name: 'Report misuse' }).click()
  expect(await page.getByLabel('Code or link of the record').inputValue()).toBe(number)
})

describe.each(['light', 'dark'] as const)(
  'axe finds nothing, %s, and 390 pixels are wide enough',
  (colorScheme) => {
    test('on the public pages and on those of the office', async ({ browser }) => {
      const reference = await asks(browser, 'hours')
      const context = await browser.newContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 844 },
      })
      const page = await context.newPage()
      await signIn(page, origin, 'issuer')
      const sound = async (what: string) => {
        expect(await faultsOf(page), what).toEqual([])
      }
      const at = `/staff/requests/${reference}`
      for (const path of [
        '/help',
        '/help/name',
        '/help/hours',
        '/staff/requests',
        at,
        `${at}?answer=accept`,
        `${at}?answer=ask`,
      ]) {
        await page.goto(origin + path)
        await sound(path)
      }
      await press(page, 'Ask, and wait for an answer')
      await sound('waiting')
      await page.goto(`${origin}/help/hours`)
      await press(page, /^Send to/)
      await sound('with errors')
      await askOffice(page, origin, 'name', typed('name'))
      await sound('sent')
      await context.close()
    })
  },
)
