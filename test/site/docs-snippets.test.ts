// Every snippet of the documentation, taken from the page as it is and run: in Chromium on somebody else's page, or
// as a program, against the real Worker.
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import {
  about,
  type Host,
  issueOne,
  openHost,
  type Snippet,
  settled,
  snippetsOf,
} from '../support/docs-page.ts'
import { installPackage } from '../support/npm-package.ts'
import { test } from '../support/site.ts'

const origin = inject('origin')
const link = () => `${origin}/c/${number}`
let number: string
let copy: string
let snippets: Map<string, Snippet>

/** A snippet's code, about a record that was issued here. */
const code = (id: string) => about(number, snippets.get(id)?.code ?? `no snippet ${id}`)

let host: Host

beforeAll(async () => {
  host = await openHost()
  number = await issueOne(origin, 'LSSC-2025-9133')
  copy = await (await fetch(`${origin}/widget/v1/lssc-badge.js`)).text()
})

afterAll(() => host.close())

const ready = test.extend('taken', { scope: 'file' }, async ({ browser }) => {
  const page = await browser.newPage()
  snippets = new Map((await snippetsOf(page, `${origin}/docs`)).map((one) => [one.id, one]))
  await page.close()
  return snippets
})

/** Each snippet of HTML, and what must stand beside it to make a page. */
const pages: Record<string, (code: (id: string) => string) => string> = {
  'own-copy': (code) => code('own-copy') + code('tag'),
  pinned: (code) => code('pinned') + code('tag'),
  evergreen: (code) => code('evergreen') + code('tag'),
  tag: (code) => code('own-copy') + code('tag'),
  compared: (code) => code('own-copy') + code('compared'),
  try: (code) => code('try'),
  'by-property': (code) => code('own-copy') + code('by-property'),
  listener: (code) => code('listener') + code('tag') + code('own-copy'),
  'own-words': (code) => code('own-copy') + code('own-words'),
  template: (code) =>
    code('own-copy') + filled(code('template'), { link: link(), name: 'Leilani Kahoʻokuōkalani' }),
}

/** What a template engine would do with it. */
function filled(template: string, applicant: { link: string; name: string }): string {
  return template
    .replace(/\{% (?:if .*?|endif) %\}/g, '')
    .replaceAll('{{ applicant.certificate_link }}', applicant.link)
    .replaceAll('{{ applicant.name }}', applicant.name)
}

describe('HTML, on somebody else’s page', () => {
  ready('there is a test for every snippet, but for what a framework compiles', ({ taken }) => {
    const html = [...taken.values()].filter(({ language }) => language === 'html').map(({ id }) => id)
    expect(html.filter((id) => id !== 'vue').sort()).toEqual(Object.keys(pages).sort())
  })

  ready.for(Object.keys(pages))(
    '%s: the badge settles on what the record is',
    async (id, { taken, page }) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      expect(taken.has(id)).toBe(true)
      host.serve(pages[id]?.(code) ?? '', copy)
      await page.goto(host.url)
      expect(await settled(page)).toBe('valid')
      expect(errors).toEqual([])
      if (id === 'listener') expect(said.join()).toContain(`valid ${number}`)
      const badge = page.locator('lssc-badge')
      if (id === 'template') expect(await badge.locator('.box').textContent()).toContain('Same name')
      if (id === 'compared') expect(await badge.locator('.box').textContent()).toContain('is in another name')
      if (id === 'by-property') expect(await badge.getAttribute('applicant-name')).toBeNull()
    },
  )

  ready('a copy with one other byte is refused, and the link stays', async ({ taken, page }) => {
    expect(taken.has('own-copy')).toBe(true)
    host.serve(code('own-copy') + code('tag'), `${copy} `)
    await page.goto(host.url, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => customElements.get('lssc-badge') === undefined)).toBe(true)
    expect(await page.getByRole('link', { name: 'LSSC record' }).isVisible()).toBe(true)
  })
})

describe('the file', () => {
  ready('is at the address that is given, with the digest that is given', async ({ taken }) => {
    const url = /curl -O (\S+)/.exec(taken.get('download')?.code ?? '')?.[1] ?? ''
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    const digest = createHash('sha384').update(bytes).digest('base64')
    expect(taken.get('digest')?.code).toBe(digest)
    for (const id of ['own-copy', 'pinned']) expect(taken.get(id)?.code).toContain(`"sha384-${digest}"`)
  })
})

describe('programs', () => {
  ready('curl: as it stands, sent with fetch', async ({ taken }) => {
    expect(taken.get('curl')?.language).toBe('sh')
    const [, url = '', type = '', body = ''] =
      /^curl -s (\S+) \\\n {2}-H 'Content-Type: (\S+)' \\\n {2}-d '(.+)'$/.exec(code('curl')) ?? []
    const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body })
    const answer = (await response.json()) as Record<string, Record<string, unknown>>
    expect(answer).toMatchObject({
      verdict: { state: 'valid', by: 'server' },
      applicant: { name: 'different' },
    })
    // The answer that is shown has no member that this one has not.
    const shown = taken.get('answer')?.code ?? ''
    for (const member of ['checks', 'credential', 'statusAsOf', 'checkedAt', 'by']) {
      expect(shown).toContain(`"${member}"`)
      expect(answer.verdict).toHaveProperty(member)
    }
  })

  ready('Node: the function, called', async ({ taken }) => {
    const module = `data:text/javascript,${encodeURIComponent(taken.get('node')?.code ?? '')}`
    const { checkCertificate } = await import(/* @vite-ignore */ module)
    const found = await checkCertificate(link(), 'Leilani Kahookuokalani')
    expect(found).toMatchObject({ state: 'valid', sameName: expect.stringMatching(/match|similar/) })
  })

  ready('the package, as somebody installs it', { timeout: 60_000 }, async ({ taken }) => {
    const consumer = await installPackage()
    try {
      const file = consumer.write('check.js', taken.get('verify')?.code ?? '')
      const { checkHere } = await import(/* @vite-ignore */ pathToFileURL(file).href)
      expect(await checkHere(link(), 'Leilani Kahoʻokuōkalani')).toMatchObject({
        state: 'valid',
        sameName: 'match',
      })
    } finally {
      consumer.remove()
    }
  })

  ready('an address that does not answer is no result', async ({ taken }) => {
    const elsewhere = (taken.get('node')?.code ?? '').replace('/api/v1/verifications', '/nowhere')
    const { checkCertificate } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(elsewhere)}`
    )
    await expect(checkCertificate(link(), 'A')).rejects.toThrow('Not checked: 404')
  })
})
