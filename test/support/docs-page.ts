// The documentation's snippets, taken from the page as a reader would copy them, and a page of somebody else to put
// them on. A test number in them becomes a number that this test issued: then what they must come to is known.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { testNumber } from '../../shared/test-numbers.ts'
import type { Preview } from '../../worker/services/import.ts'
import { staff } from './staff.ts'

/**
 * Issues a sample graduate once more.
 * @param officeNumber one that no other test of this service uses
 */
export async function issueOne(origin: string, officeNumber: string): Promise<string> {
  const sheet = readFileSync(new URL('../fixtures/graduates.csv', import.meta.url), 'utf8').split('\n')
  const row = sheet.find((line) => line.startsWith('G033,'))?.replace('LSSC-2025-0033', officeNumber)
  const ask = async (method: string, path: string, body?: string) => {
    const headers = { Authorization: `Bearer ${staff[0].key}`, 'Content-Type': 'text/csv' }
    const response = await fetch(`${origin}${path}`, { method, headers, ...(body ? { body } : {}) })
    return (await response.json()) as Preview
  }
  const { id } = await ask('POST', '/api/v1/imports', `${sheet[0]}\n${row}\n`)
  await ask('POST', `/api/v1/imports/${id}`)
  return (await ask('GET', `/api/v1/imports/${id}`)).rows[0]?.number as string
}

export interface Snippet {
  id: string
  language: string
  code: string
}

/** Every snippet of a page, in its order. */
export async function snippetsOf(page: Page, url: string): Promise<Snippet[]> {
  await page.goto(url)
  return page.locator('.snippet').evaluateAll((all) =>
    all.map((one) => {
      const code = one.querySelector('code')
      return {
        id: one.id.replace('snippet-', ''),
        language: code?.dataset.language ?? '',
        code: code?.textContent ?? '',
      }
    }),
  )
}

/** The same code, about a record that was really issued. */
export function about(number: string, code: string): string {
  return code.replaceAll(testNumber('valid'), number)
}

/** A server that is not the service: the host's pages, and the host's own copy of the badge. */
export async function openHost(): Promise<Host> {
  const served: Served = { html: '', copy: '', headers: {} }
  const server = createServer((request, response) => {
    const isCopy = request.url === '/lssc-badge.js'
    const type = isCopy ? 'text/javascript' : 'text/html; charset=utf-8'
    response.writeHead(request.url === '/' || isCopy ? 200 : 404, { 'content-type': type, ...served.headers })
    response.end(isCopy ? served.copy : `<!doctype html><html lang="en"><title>A</title>${served.html}`)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    serve: (html, copy, headers = {}) => Object.assign(served, { html, copy, headers }),
    close: () => server.close(),
  }
}

interface Served {
  html: string
  copy: string
  headers: Record<string, string>
}

export interface Host {
  url: string
  /** From now on. */
  serve(html: string, copy: string, headers?: Record<string, string>): void
  close(): void
}

/** What the page's badge came to. */
export async function settled(page: Page): Promise<string | null> {
  await page.waitForFunction(
    () => ![null, 'checking'].includes(document.querySelector('lssc-badge')?.getAttribute('state') ?? null),
  )
  return page.locator('lssc-badge').getAttribute('state')
}
