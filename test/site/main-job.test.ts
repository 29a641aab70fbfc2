// The main job, whole: a record is checked against the rules, issued, opened by its link, verified by a stranger,
// embedded on a job board, withdrawn, and seen to be withdrawn.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'
import type { Preview } from '../../worker/services/import.ts'
import { test } from '../support/site.ts'
import { staff } from '../support/staff.ts'

const origin = inject('origin')
const graduates = readFileSync(new URL('../fixtures/graduates.csv', import.meta.url))
let numbers: Map<string, string>

async function ask<T>(method: string, path: string, body?: BodyInit, who: 0 | 1 = 0, key = ''): Promise<T> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${staff[who].key}`,
      'Content-Type': typeof body === 'string' ? 'application/json' : 'text/csv',
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
    ...(body === undefined ? {} : { body }),
  })
  return (await response.json()) as T
}

const linkOf = (recordId: string) => `${origin}/c/${numbers.get(recordId)}`

beforeAll(async () => {
  const { id } = await ask<Preview>('POST', '/api/v1/imports', graduates)
  while ((await ask<Preview>('POST', `/api/v1/imports/${id}`)).progress.waiting > 0);
  const { rows } = await ask<Preview>('GET', `/api/v1/imports/${id}`)
  numbers = new Map(rows.flatMap(({ recordId, number }) => (number ? [[recordId, number]] : [])))
})

/** What the first badge of a page came to. */
async function badgeState(page: Page): Promise<string | null> {
  await page.waitForFunction(() => {
    const state = document.querySelector('lssc-badge')?.getAttribute('state')
    return state && state !== 'checking'
  })
  return page.locator('lssc-badge').first().getAttribute('state')
}

describe('a record that is in force', () => {
  test('is opened by its link, and checked again in the reader’s browser', async ({ page }) => {
    await page.goto(linkOf('G033'))
    expect(await page.locator('h1').textContent()).toMatch(/^Current: Library Support Staff Certification/)
    expect(await page.locator('.name').textContent()).toContain('Leilani Kahoʻokuōkalani')
    expect(await badgeState(page)).toBe('valid')
    expect(await page.locator('.disagrees').isVisible()).toBe(false)
  })

  test('reads the same without script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(linkOf('G033'))
    expect(await page.locator('h1').textContent()).toMatch(/^Current/)
    expect(await page.locator('lssc-badge').isVisible()).toBe(false)
    await context.close()
  })

  test('is found by its code, as people type it', async ({ page }) => {
    await page.goto(`${origin}/`)
    const code = (numbers.get('G033') as string).toLowerCase().replaceAll('-', ' ')
    await page.getByLabel('Code or link of a record').fill(code)
    await page.keyboard.press('Enter')
    await page.waitForURL(linkOf('G033'))
  })

  test('is on the demo job board, with badges that settle and none for someone without', async ({ page }) => {
    await page.goto(`${origin}/demo`)
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('lssc-badge')].every(
          (badge) => !['checking', null].includes(badge.getAttribute('state')),
        ),
      undefined,
      { timeout: 15_000 },
    )
    const states = await page
      .locator('lssc-badge')
      .evaluateAll((badges) => badges.map((badge) => badge.getAttribute('state')))
    expect(new Set(states)).toEqual(new Set(['valid', 'expired', 'superseded', 'not-found', 'revoked']))
    const without = page.locator('li', { hasText: 'Marcus Odell' })
    expect(await without.locator('lssc-badge').count()).toBe(0)
  })
})

describe('a record that is withdrawn', () => {
  const act = JSON.stringify({
    act: 'revoke',
    reason: 'issued-in-error',
    publicNote: 'Issued to the wrong person.',
  })

  test('is on hold on one person’s word, and withdrawn on a second one’s, everywhere', async ({ page }) => {
    const number = numbers.get('G036') as string
    await page.goto(linkOf('G036'))
    expect(await badgeState(page)).toBe('valid')

    await ask('POST', `/api/v1/credentials/${number}/events`, act, 0, 'first')
    await page.reload()
    expect(await page.locator('h1').textContent()).toMatch(/^On hold/)
    expect(await badgeState(page)).toBe('suspended')

    await ask('POST', `/api/v1/credentials/${number}/events`, act, 1, 'second')
    await page.reload()
    expect(await page.locator('h1').textContent()).toMatch(/^Withdrawn on/)
    expect(await page.locator('main').textContent()).toContain('Issued to the wrong person.')
    expect(await badgeState(page)).toBe('revoked')

    const { token, verdict } = await ask<{ token: string; verdict: { state: string } }>(
      'GET',
      `/api/v1/credentials/${number}`,
    )
    expect(verdict.state).toBe('revoked')
    const byToken = await ask<{ verdict: { state: string } }>(
      'POST',
      '/api/v1/verifications',
      JSON.stringify({ credential: token }),
    )
    expect(byToken.verdict.state).toBe('revoked')
  })
})

describe('while the service is down', () => {
  test('a badge that has its token says that it could not check, and is never green', async ({ page }) => {
    const number = numbers.get('G034') as string
    const { token } = await ask<{ token: string }>('GET', `/api/v1/credentials/${number}`)
    const script = await (await fetch(`${origin}/widget/v1/lssc-badge.js`)).text()
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/host')
        return route.fulfill({ contentType: 'text/html', body: host(token, linkOf('G034')) })
      if (pathname === '/lssc-badge.js')
        return route.fulfill({ contentType: 'text/javascript', body: script })
      return route.abort('connectionrefused')
    })
    await page.goto('http://localhost:9999/host')
    expect(await badgeState(page)).toBe('status-unavailable')
    expect(await page.locator('lssc-badge').textContent()).toBeDefined()
  })
})

function host(token: string, link: string): string {
  return `<!doctype html><script type="module" src="/lssc-badge.js"></script>
    <lssc-badge token="${token}" eager><a href="${link}">LSSC record</a></lssc-badge>`
}
