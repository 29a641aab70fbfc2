// What keeps people from using a page, as far as a program can tell: axe, and a page that is wider than its screen.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  violations: { id: string; nodes: { html: string }[] }[]
}

/**
 * @param page of a context that was made with `bypassCSP`
 * @returns a line for each fault; none where all is well
 */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState()
  await page.evaluate(axe)
  const { violations } = await page.evaluate<Found>('axe.run()')
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth)
          .map((one) => one.outerHTML.slice(0, 120)),
  )
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...wide.map((html) => `wider than the screen: ${html}`),
  ]
}
