// The page of a holder's files in a real browser: found, read on a phone, and taken along.
import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { openMy } from '../support/holder.ts'
import { issueAt } from '../support/records.ts'
import { test } from '../support/site.ts'
import { qrIn } from '../support/verifiers.ts'

describe('paper and files', () => {
  test('each file is taken along under a name that tells whose it is', async ({ page, origin }) => {
    const { number, token } = await issueAt(origin, { email: 'files@example.org' })
    await openMy(page, origin, number, `/my/${number}/files`)
    const taken = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ])
      return [download.suggestedFilename(), await readFile(await download.path())] as const
    }
    const [jwtName, jwt] = await taken('Download the JWT file')
    expect([jwtName, jwt.toString()]).toEqual([`lssc-${number}.jwt`, token])
    const [jsonName, json] = await taken('Download the JSON file')
    expect([jsonName, JSON.parse(json.toString()).id]).toEqual([
      `lssc-${number}.json`,
      `${origin}/c/${number}`,
    ])
    const [pngName, png] = await taken('Download the picture (PNG)')
    expect([pngName, png.includes('openbadgecredential')]).toEqual([`lssc-${number}.png`, true])
    const [svgName] = await taken('Download the drawing (SVG)')
    expect(svgName).toBe(`lssc-${number}.svg`)
    const [codeName, code] = await taken('Download the code (PNG)')
    expect([codeName, qrIn(code)]).toEqual([`lssc-${number}-qr.png`, `${origin}/c/${number}`])
  })

  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on a phone (${colorScheme}), and both pictures are shown`, async ({
      browser,
      origin,
    }) => {
      const { number } = await issueAt(origin, { email: `files-${colorScheme}@example.org` })
      const context = await browser.newContext({
        colorScheme,
        bypassCSP: true,
        viewport: { width: 390, height: 844 },
      })
      const page = await context.newPage()
      await openMy(page, origin, number, `/my/${number}/files`)
      expect(await faultsOf(page)).toEqual([])
      for (const image of await page.locator('.file img').all()) {
        await image.scrollIntoViewIfNeeded()
        const width = await image.evaluate((one) =>
          (one as HTMLImageElement).decode().then(() => (one as HTMLImageElement).naturalWidth),
        )
        expect(width).toBeGreaterThan(0)
      }
      await context.close()
    })
})
