// What assistive technology is given, by Chromium's accessibility tree.
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import {
  badgeTag,
  type Host,
  html,
  openBetween,
  openHost,
  script,
  serveIssuer,
} from '../support/host-page.ts'
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

interface Node {
  role: string
  name: string
  description: string
  properties: Record<string, unknown>
}

/** What is heard between the two buttons of the page. */
async function heard(context: BrowserContext, page: Page): Promise<Node[]> {
  const session = await context.newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored, role }) => !ignored && !['InlineTextBox', 'RootWebArea'].includes(role?.value))
    .map(({ role, name, description, properties }) => ({
      role: role?.value,
      name: name?.value ?? '',
      description: description?.value ?? '',
      properties: Object.fromEntries((properties ?? []).map(({ name, value }) => [name, value.value])),
    }))
    .filter(({ name }) => !/^(Before|After)$/.test(name))
}

/** The words that carry the verdict; the list of what was checked has words of its own. */
const verdicts: Record<string, [pill: string, headline: string]> = {
  valid: ['Current to', 'Current:'],
  expired: ['Not current', 'Earned, not current:'],
  suspended: ['On hold', 'On hold since'],
  revoked: ['Withdrawn', 'Withdrawn on'],
  'status-unavailable': ['Not checked', 'Genuine, but we couldn’t check'],
}

describe('a screen reader', () => {
  for (const [name, [pill, headline]] of Object.entries(verdicts)) {
    for (const variant of ['pill', 'row', 'card']) {
      test(`${name}, ${variant}: hears what it is about, and the verdict once`, async ({ context, page }) => {
        await serveIssuer(context, service)
        await open(page, name, variant)
        const nodes = await heard(context, page)
        const groups = nodes.filter(({ role, name }) => role === 'group' && name) // <details> is one without
        expect(groups.map(({ name }) => name)).toEqual(['Library Support Staff Certification (LSSC)'])
        const texts = nodes.filter(({ role }) => role === 'StaticText').map(({ name }) => name)
        const words = variant === 'pill' ? pill : headline
        expect(texts.filter((text) => text.includes(words))).toHaveLength(1)
        expect(texts.filter((text) => text.startsWith('LSSC: '))).toEqual([]) // the tags are for screenshots
        for (const { properties } of nodes)
          expect(properties).not.toMatchObject({ live: expect.stringMatching(/polite|assertive/) })
        expect(nodes.filter(({ role }) => /^(status|alert|log|timer|image|img|SvgRoot)$/.test(role))).toEqual(
          [],
        )
        expect(nodes.filter(({ properties }) => properties.busy)).toEqual([])
      })
    }
  }

  test('a pill is one link, whose name is what is to be seen', async ({ context, page }) => {
    await serveIssuer(context, service)
    await open(page, 'valid', 'pill', 'applicant-name="Dale Cooper"')
    expect(await page.locator('lssc-badge').ariaSnapshot()).toContain(
      'link "Another name Current to Sep 2030"',
    )
  })

  test('what opens a row is called Details, and says whether it is open', async ({ context, page }) => {
    await serveIssuer(context, service)
    await open(page, 'revoked', 'row')
    const toggle = async () => (await heard(context, page)).find(({ role }) => role === 'DisclosureTriangle')
    expect(await toggle()).toMatchObject({ name: 'Details', properties: { expanded: false } })
    await page.getByText('Details').click()
    expect(await toggle()).toMatchObject({ name: 'Details', properties: { expanded: true } })
  })

  test('while it checks it is busy, and the page’s link is there to be heard', async ({ context, page }) => {
    await context.route('https://lssc.example/**', () => {})
    await page.goto(host.page({ html: html(badgeTag(`credential="${link}"`, link) + script) }))
    await page.waitForSelector('lssc-badge[state=checking]')
    const nodes = await heard(context, page)
    expect(nodes.find(({ role }) => role === 'group')?.properties.busy).toBeTruthy()
    expect(nodes.find(({ role }) => role === 'link')?.name).toBe('LSSC record')
  })
})
