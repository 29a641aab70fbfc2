// The pages that are for everyone, in a real browser: nothing blocked, nothing fetched from elsewhere, nothing for axe
// to find; the record on paper; and the program that the page gives, run as it stands.
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject } from 'vitest'
import { testNumber } from '../../shared/test-numbers.ts'
import { faultsOf } from '../support/axe.ts'
import { endingIn, issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'
import { staff } from '../support/staff.ts'

const origin = inject('origin')
const record = { number: '', url: '' }
const ended = { number: '', url: '' }
const pages = {
  home: () => '/',
  'what LSSC is': () => '/achievements/lssc',
  'an area': () => '/achievements/lssc/sets/cataloging-and-classification',
  'a record': () => `/c/${record.number}`,
  'a record that ended': () => `/c/${ended.number}`,
  'no record': () => '/c/N0B0-DYHA-S1T0',
}

beforeAll(async () => {
  Object.assign(record, await issueAt(origin))
  Object.assign(ended, await issueAt(origin, endingIn(-100)))
})

/** Opens everything that is folded. */
const unfold = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true
  })

describe.each(Object.entries(pages))('%s', (_, path) => {
  test('breaks none of its own policies, data blocks included, and asks nobody else', async ({ page }) => {
    const said: string[] = []
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`blocked: ${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    page.on('console', (message) => {
      // The browser itself notes every 404, which one of these pages is meant to be.
      if (message.type() === 'error' && !message.text().includes('404')) said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    page.on('request', (request) => request.url().startsWith(origin) || said.push(request.url()))
    await page.goto(origin + path(), { waitUntil: 'networkidle' })
    expect(said).toEqual([])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${colorScheme}, unfolded, and 390 pixels are wide enough`, async ({
      browser,
    }) => {
      const context = await browser.newContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 844 },
      })
      const page = await context.newPage()
      await page.goto(origin + path(), { waitUntil: 'networkidle' })
      await unfold(page)
      expect(await faultsOf(page)).toEqual([])
      await context.close()
    })
  }
})

test('what is loaded for the answer to “what is LSSC?” is a page and a sheet, and little of both', async ({
  page,
}) => {
  const loaded: [string, number][] = []
  page.on('response', async (response) => {
    loaded.push([new URL(response.url()).pathname, (await response.body()).length])
  })
  await page.goto(`${origin}/achievements/lssc`, { waitUntil: 'networkidle' })
  expect(loaded.map(([path]) => path).sort()).toEqual(['/achievements/lssc', '/site.css'])
  expect(loaded.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(32_000)
})

test('the picture for cards is there, in the size that the page says', async ({ page }) => {
  await page.goto(`${origin}/c/${record.number}`)
  const head = (name: string) => page.locator(`meta[property="og:image${name}"]`).getAttribute('content')
  const src = (await head('')) ?? ''
  const drawn = await page.evaluate(async (address) => {
    const image = new Image()
    image.src = address
    await image.decode()
    return [image.naturalWidth, image.naturalHeight].map(String)
  }, src)
  expect(drawn).toEqual([await head(':width'), await head(':height')])
  expect((await (await fetch(src)).arrayBuffer()).byteLength).toBeLessThan(20_000)
})

describe('on paper', () => {
  const paperOf = async (page: Page, number: string) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.goto(`${origin}/c/${number}`, { waitUntil: 'networkidle' })
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not printed
    return page.locator('body').evaluate((body: HTMLElement) => body.innerText)
  }

  test('a record in force has no verdict that would outlast the paper, and says where the check is', async ({
    page,
  }) => {
    const paper = await paperOf(page, record.number)
    const address = `${origin.replace('http://', '')}/c/${record.number}`
    for (const words of [
      'Library Support Staff Certification (LSSC)',
      'Darlene Whitcomb',
      'On the record: earned June 15, 2024 · last day June 15, 2028',
      'Course: Technology, State Library of Louisiana, October 2022',
      `This page is not the check: type ${address}`,
      `Code: ${record.number}`,
      'It is not a license.',
    ])
      expect(paper).toContain(words)
    expect(paper).toMatch(/Prepared [A-Z][a-z]+ \d{1,2}, 20\d\d\. /)
    expect(paper).not.toMatch(/Current|confirmed|Not withdrawn|Within its dates|Checked|Status read|Check it/)
    expect(await page.locator('.qr').isVisible()).toBe(true)
    const colors = await page
      .locator('.record, .record *')
      .evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).color),
      )
    expect(new Set(colors)).not.toContain('rgb(23, 101, 74)') // the green of what is in force
  })

  test('it is one sheet', async ({ page }) => {
    await paperOf(page, record.number)
    const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: false })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

  test('a record that is not in force says so there, too: it must not pass for one that is', async ({
    page,
  }) => {
    const paper = await paperOf(page, ended.number)
    expect(paper).toContain('Earned, not current: Library Support Staff Certification (LSSC), ended')
    expect(paper).toContain('LSSC: Not current')
    expect(paper).toContain('This page is not the check')
  })

  test('on the screen there is none of it', async ({ page }) => {
    await page.goto(`${origin}/c/${record.number}`)
    expect(
      await page.locator('.on-paper, .paper').evaluateAll((all) => all.some((one) => one.checkVisibility())),
    ).toBe(false)
  })
})

describe('“Check it without this page”', () => {
  test('is folded, opens by keyboard, and leads to a verifier with this record', async ({ page }) => {
    await page.goto(record.url)
    const link = page.getByRole('link', { name: 'Open it in VerifierPlus' })
    expect(await link.isVisible()).toBe(false)
    await page.locator('details.more > summary').focus()
    await page.keyboard.press('Enter')
    expect(await link.getAttribute('href')).toBe(
      `https://verifierplus.org/#verify?vc=${encodeURIComponent(`${record.url}/credential.json`)}`,
    )
  })

  test('a test number has none: no forms are made for it', async ({ page }) => {
    await page.goto(`${origin}/c/${testNumber('valid')}`)
    expect(await page.locator('details.more').count()).toBe(0)
  })

  /** In a folder of its own, from which `jose` is found as it is after `npm install jose`. */
  const folder = fileURLToPath(new URL('../../node_modules/.cache/public-pages/', import.meta.url))

  const run = async (page: Page, url: string) => {
    await page.goto(url)
    const program = (await page.locator('.program').textContent()) ?? ''
    mkdirSync(folder, { recursive: true })
    const file = `${folder}${url.slice(-14)}.mjs`
    writeFileSync(file, program)
    return promisify(execFile)(process.execPath, [file]).then(
      ({ stdout }) => stdout.trim(),
      (error: { stderr: string }) => error.stderr,
    )
  }

  test('its program runs as it stands: in force, and on hold', async ({ page }) => {
    expect(await run(page, record.url)).toBe(`${record.url} in force`)
    const held = await issueAt(origin)
    await fetch(`${origin}/api/v1/credentials/${held.number}/events`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${staff[0].key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify({ act: 'suspend', reason: 'paperwork' }),
    })
    expect(await run(page, held.url)).toBe(`${held.url} on hold`)
  })

  test('its program refuses what is past its end', async ({ page }) => {
    expect(await run(page, ended.url)).toContain('ERR_JWT_EXPIRED')
  })
})
