// The badge without a mouse: where the focus goes, that it is to be seen, and that it stays.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import { type Host, openBetween, openHost, serveIssuer } from '../support/host-page.ts'
import { test } from '../support/site.ts'

const service = await makeBadgeService()
const states = await makeStates(service)
let host: Host
beforeAll(async () => {
  host = await openHost()
})
afterAll(() => host.close())

const link = (states.valid as { credential: string }).credential

const open = (page: Page, name: string, variant: string, more?: string) =>
  openBetween(page, host, { ...states[name] }, variant, more)

describe('by keyboard', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      const { outlineStyle, outlineWidth } = getComputedStyle(at as Element)
      // A browser's own ring is `auto`; ours is drawn.
      return { text: at?.textContent, ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 }
    })

  async function walk(page: Page): Promise<(string | null | undefined)[]> {
    const stops = []
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      const { text, ring } = await focused(page)
      expect(ring, text ?? '').toBe(true)
      stops.push(text)
      if (text === 'After') break
    }
    return stops
  }

  const record = [
    '+1 312 555 0100',
    'lssc@apa.example',
    'apa.example',
    'Confirm on Example APA’s site',
    'After',
  ]

  test('a pill is one stop, and Enter opens the record', async ({ context, page }) => {
    await serveIssuer(context, service)
    await open(page, 'valid', 'pill')
    expect(await walk(page)).toEqual(['Before', 'LSSCCurrent to Sep 2030', 'After'])
    await page.keyboard.press('Shift+Tab')
    const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
    expect(opened.url()).toBe(link)
  })

  test('a closed row is one stop; Enter and Space open it, and its links come in order', async ({
    context,
    page,
  }) => {
    await serveIssuer(context, service)
    await open(page, 'valid', 'row')
    expect(await walk(page)).toEqual(['Before', 'Details', 'After'])
    await page.keyboard.press('Shift+Tab')
    for (const [key, isOpen] of [
      ['Enter', true],
      ['Space', false],
      ['Space', true],
    ] as const) {
      await page.keyboard.press(key)
      expect(await page.locator('.details').isVisible()).toBe(isOpen)
      expect((await focused(page)).text).toBe('Details')
    }
    await page.keyboard.press('Shift+Tab')
    expect(await walk(page)).toEqual(['Details', ...record])
  })

  test('a card’s links come in order', async ({ context, page }) => {
    await serveIssuer(context, service)
    await open(page, 'superseded', 'card')
    expect(await walk(page)).toEqual(['Before', 'Open the newer record', ...record])
  })

  test('drawn anew under the reader’s hands: the focus stays in it, and open stays open', async ({
    context,
    page,
  }) => {
    await serveIssuer(context, service)
    await open(page, 'valid', 'row')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    for (const [name, value] of [
      ['job-areas', 'technology'],
      ['lang', 'de'],
      ['variant', 'row'],
      ['applicant-name', 'Dale Cooper'],
    ] as const) {
      await page.evaluate(
        ([name, value]) => document.querySelector('lssc-badge')?.setAttribute(name, value),
        [name, value] as const,
      )
      await page.waitForFunction(
        () => document.querySelector('lssc-badge')?.getAttribute('state') === 'valid',
      )
      expect((await focused(page)).text, name).toBe('Details')
    }
    await page.evaluate(() => document.querySelector('lssc-badge')?.setAttribute('variant', 'pill'))
    await page.waitForSelector('.pill')
    expect((await focused(page)).text).toContain('Current to')
  })

  test('somewhere else on the page: a badge that is drawn anew does not take the focus', async ({
    context,
    page,
  }) => {
    await serveIssuer(context, service)
    await open(page, 'valid', 'row')
    await page.keyboard.press('Tab')
    await page.evaluate(() =>
      document.querySelector('lssc-badge')?.setAttribute('applicant-name', 'Dale Cooper'),
    )
    await page.waitForFunction(() =>
      document.querySelector('lssc-badge')?.shadowRoot?.querySelector('.differs'),
    )
    expect((await focused(page)).text).toBe('Before')
  })
})
