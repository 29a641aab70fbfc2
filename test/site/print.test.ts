// A page of badges on paper, though nobody ever scrolled to them.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService } from '../support/badge-service.ts'
import { badgeTag, type Host, html, look, openHost, script, seen, serveIssuer } from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const { url } = await service.issue('PR1NTEDPR1N')
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

const waiting = badgeTag(`credential="${url}"`, url).replace(' eager', '')

describe('printed, though nobody ever scrolled to it', () => {
  const far = html(`<div style="height:4000px">Applicants</div>${waiting}${waiting}${script}`)
  // biome-ignore-start lint/performance/useDomNodeTextContent: what is hidden is not printed
  const printed = (page: Page) =>
    page
      .locator('.box')
      .first()
      .evaluate((box: HTMLElement) => box.innerText)
  // biome-ignore-end lint/performance/useDomNodeTextContent: what is hidden is not printed

  test('printing starts the check, and what is printed then says what it came to', async ({
    context,
    page,
  }) => {
    await serveIssuer(context, service)
    await page.goto(host.page({ html: far }))
    await page.waitForFunction(() => customElements.get('lssc-badge'))
    await page.waitForTimeout(100)
    expect((await look(page)).states).toEqual(['checking', 'checking'])
    await page.pdf()
    expect((await seen(page, 2)).states).toEqual(['valid', 'valid'])
    await page.emulateMedia({ media: 'print' })
    expect(await printed(page)).toContain('Status read November 22, 2026')
  })

  test('the service down: the paper shows the link, and no verdict', async ({ context, page }) => {
    await context.route('https://lssc.example/**', () => {})
    await page.goto(host.page({ html: far }))
    await page.waitForFunction(() => customElements.get('lssc-badge'))
    await page.emulateMedia({ media: 'print' })
    await page.pdf()
    expect(await look(page)).toMatchObject({ states: ['checking', 'checking'], green: 0 })
    expect(await page.locator('lssc-badge > a').first().isVisible()).toBe(true)
    expect(await printed(page)).not.toMatch(/Current/)
  })
})
