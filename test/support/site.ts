// For site tests: `import { test } from '../support/site.ts'`, then
// `test('…', async ({ page, origin }) => { await page.goto(origin) … })`.
// One browser for each file, a fresh context (no cookies, no storage) for each test.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { findBrowser } from './browser.ts'

export const test = base
  .extend('origin', { scope: 'file' }, () => inject('origin'))
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.launch(await findBrowser())
    onCleanup(() => browser.close())
    return browser
  })
  .extend('context', async ({ browser }, { onCleanup }): Promise<BrowserContext> => {
    const context = await browser.newContext()
    onCleanup(() => context.close())
    return context
  })
  .extend('page', ({ context }): Promise<Page> => context.newPage())
