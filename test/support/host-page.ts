// A host that embeds the badge: pages with the headers of a test's choice, the built file beside them, and the
// issuer's service behind Playwright's routes. Names of its own make origins of its own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from '../../worker/cli/build.ts'
import type { BadgeService } from './badge-service.ts'
import { issuer } from './mint.ts'

export interface HostPage {
  html: string
  headers?: Record<string, string>
}

export interface Host {
  origin: string
  /** What `npm run build` printed. */
  log: string[]
  /** The built script. */
  script: Buffer
  integrity: Record<string, string>
  /** More files, by path: `/bundle.js`. */
  files: Map<string, string>
  /** Serves this page from now on, and gives its address. */
  page(page: HostPage): string
  close(): void
}

export async function openHost(keys?: BadgeService['office']['jwks']): Promise<Host> {
  const outdir = mkdtempSync(join(tmpdir(), 'lssc-badge-'))
  const log: string[] = []
  const pinned = { ...issuer, demo: false }
  await build({
    issuer: pinned,
    outdir,
    version: '9.8.7',
    log: (line) => log.push(line),
    ...(keys ? { keys } : {}),
  })
  const file = (name: string) => readFileSync(join(outdir, 'widget', name))
  const script = file('v1/lssc-badge.js')
  const pages: HostPage[] = []
  const files = new Map<string, string>()
  const server = createServer((request, response) => {
    const [path = ''] = request.url?.split('?') ?? []
    const page = pages[Number(path.slice(1))]
    const isScript = path.endsWith('.js')
    const type = isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8'
    const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
    response.writeHead(page || isScript ? 200 : 404, { 'content-type': type, ...open, ...page?.headers })
    response.end(isScript ? (files.get(path) ?? script) : page?.html)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    log,
    script,
    integrity: JSON.parse(file('v1/integrity.json').toString()),
    files,
    page: (page) => `${origin}/${pages.push(page) - 1}`,
    close() {
      server.close()
      rmSync(outdir, { recursive: true })
    },
  }
}

/** The issuer's service, for every page of this context. Notes whatever is asked of anyone. */
export async function serveIssuer(context: BrowserContext, service: BadgeService): Promise<string[]> {
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  await context.route(`${issuer.origin}/**`, async (route) => {
    const reply = await service.reply(route.request().url())
    await route.fulfill(reply ?? { status: 404, headers: { 'access-control-allow-origin': '*' } })
  })
  return asked
}

export const script = '<script nonce="x" type="module" src="/lssc-badge.js"></script>'

export function html(body: string): string {
  return `<!doctype html><html lang="en"><title>Applicants</title>${body}`
}

export function badgeTag(attributes: string, link: string): string {
  return `<lssc-badge eager ${attributes}><a href="${link}">LSSC record</a></lssc-badge>`
}

/** What the first badge of a page came to; null where it was never defined. */
export async function outcome(page: Page): Promise<string | null> {
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => {
    const state = document.querySelector('lssc-badge')?.getAttribute('state')
    return customElements.get('lssc-badge') ? (state ?? 'nothing') : null
  })
}

export interface Seen {
  /** Of each badge of the page, in order; null where it shows none. */
  states: (string | null)[]
  /** How many look as if they were in force. */
  green: number
  /** How often each of them told a result. */
  told: number[]
}

/** What is to be seen once every badge of the page has settled. */
export async function seen(page: Page, count = 1): Promise<Seen> {
  await page.waitForFunction((count) => {
    const badges = [...document.querySelectorAll('lssc-badge')]
    return (
      badges.length >= count &&
      badges.every((badge) => ![null, 'checking'].includes(badge.getAttribute('state')))
    )
  }, count)
  return look(page)
}

/** What is to be seen at this moment. */
export function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const badges = [...document.querySelectorAll('lssc-badge')]
    const told = (globalThis as { told?: EventTarget[] }).told ?? []
    return {
      states: badges.map((badge) => badge.getAttribute('state')),
      green: badges.filter((badge) => badge.shadowRoot?.querySelector('.box.current')).length,
      told: badges.map((badge) => told.filter((target) => target === badge).length),
    }
  })
}

/** Notes every result that the page is told, and every error and line in its console. */
export async function listen(page: Page): Promise<string[]> {
  const lines: string[] = []
  page.on('pageerror', (error) => lines.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) lines.push(`${message.type()}: ${message.text()}`)
  })
  await page.addInitScript(() => {
    const told: (EventTarget | null)[] = []
    Object.assign(globalThis, { told })
    document.addEventListener('lssc-result', ({ target }) => told.push(target))
  })
  return lines
}

export async function linkIsThere(page: Page): Promise<boolean> {
  return page.locator('lssc-badge > a').first().isVisible()
}

/** Opens a page with one badge between two buttons, and waits until it has settled. */
export async function openBetween(
  page: Page,
  host: Host,
  given: Record<string, string>,
  variant: string,
  more = '',
): Promise<void> {
  const attributes = Object.entries(given).map(([name, value]) => `${name}="${value}"`)
  const tag = badgeTag(`${attributes.join(' ')} variant="${variant}" ${more}`, issuer.origin)
  await page.goto(host.page({ html: html(`<button>Before</button>${tag}<button>After</button>${script}`) }))
  await seen(page)
}
