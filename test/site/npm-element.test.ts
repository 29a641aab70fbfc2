// The package for npm on a page: its element works there, and its manifest tells all of it and nothing else.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import { type Drawn, watchBadges } from '../support/drawn.ts'
import { html, serveIssuer } from '../support/host-page.ts'
import { issuer } from '../support/mint.ts'
import { type Consumer, installPackage } from '../support/npm-package.ts'
import { test } from '../support/site.ts'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))

/** As a bundler would resolve them. */
const IMPORTS = {
  'lssc-badge': '/lssc-badge/index.js',
  'lssc-badge/define': '/lssc-badge/define.js',
  '@lit/reactive-element': '/@lit/reactive-element/reactive-element.js',
}
/** Nothing parses markup, the package's Lit included. */
const POLICY = "require-trusted-types-for 'script'; trusted-types 'none'"

const service = await makeBadgeService()
const lost = makeNumber('NEVERANSWER')
service.answers.set(lost, { number: lost })
const states = { ...(await makeStates(service)), unreachable: { credential: lost } }

let consumer: Consumer
let server: Server
let origin: string
beforeAll(async () => {
  consumer = await installPackage()
  server = createServer((request, response) => {
    const [, folder, ...rest] = request.url?.split('/') ?? []
    const from = { 'lssc-badge': `${consumer.installed}/`, '@lit': `${modules}@lit/` }[folder ?? '']
    response.setHeader('content-type', from ? 'text/javascript' : 'text/html')
    if (!from) response.setHeader('content-security-policy', POLICY)
    response.end(from ? readFileSync(from + rest.join('/')) : page)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  consumer.remove()
})

const attributes = (given: Record<string, string>) =>
  Object.entries(given)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')

/** Every state, in every variant, with and without an applicant whose record it is not. */
const badges = Object.values(states).flatMap((given) =>
  ['pill', 'row', 'card'].flatMap((variant) =>
    [{}, { 'applicant-name': 'Somebody Else' }].map(
      (applicant) =>
        `<lssc-badge ${attributes({ ...given, variant, ...applicant, 'job-areas': 'technology', 'applied-at': '2026-01-15' })}></lssc-badge>`,
    ),
  ),
)

const page = html(`
  <script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
  ${badges.join('')}
  <script type="module">
    import { LsscBadge } from 'lssc-badge'
    import { define } from 'lssc-badge/define'
    globalThis.LsscBadge = LsscBadge
    globalThis.start = () => define(${JSON.stringify({ ...issuer, origin: `${issuer.origin}/` })})
  </script>`)

const drawing = test.extend('drawn', { scope: 'file' }, async ({ browser }): Promise<Seen> => {
  const context = await browser.newContext()
  const asked = await serveIssuer(context, service)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(origin)
  const before = await page.evaluate(() => customElements.get('lssc-badge') !== undefined)
  const drawn = await page.evaluate(watchBadges)
  await context.close()
  return { ...drawn, before, errors, origins: new Set(asked.map((url) => new URL(url).origin)) }
})

interface Seen extends Drawn {
  /** Was it defined before `define` was called? */
  before: boolean
  errors: string[]
  origins: Set<string>
}

drawing('`define` defines, and nothing before it does', ({ drawn }) => {
  expect(drawn.before).toBe(false)
  expect(drawn.errors).toEqual([])
})

drawing('every state is come to, and only the issuer is asked', ({ drawn }) => {
  const cases = Object.keys(states).map((name) => (name === 'provisional' ? 'valid' : name))
  expect(drawn.settled).toEqual(cases.flatMap((name) => Array(6).fill(name)))
  expect(drawn.origins).toEqual(new Set([origin, issuer.origin]))
})

test('the service publishes what `define` is to be given', async ({ origin }) => {
  const response = await fetch(`${origin}/widget/v1/issuer.json`)
  expect(response.headers.get('content-type')).toBe('application/json')
  const given: object = await response.json()
  expect(given).toMatchObject({ origin })
  expect(Object.keys(given)).toEqual(Object.keys(issuer))
})

describe('the manifest', () => {
  drawing('tells all that there is, and nothing else', ({ drawn }) => {
    const { element, manifest } = consumer
    const names = (all: { name: string }[] = []) => all.map(({ name }) => name).sort()
    const members = element.members ?? []
    const event = manifest.modules[0]?.declarations?.find(({ name }) => name === 'LsscResultEvent')
    expect({
      attributes: names(element.attributes),
      properties: names(members.filter((one) => !('static' in one) && one.kind === 'field')),
      statics: names(members.filter((one) => 'static' in one)),
      methods: names(members.filter((one) => !('static' in one) && one.kind === 'method')),
      slots: names(element.slots),
      parts: names(element.cssParts),
      customProperties: names(element.cssProperties),
      customStates: names(element.cssStates),
      events: element.events?.map(({ name, type }) => `${name}: ${type.text}`),
      eventFields: names(
        event && 'members' in event ? event.members?.filter((one) => !('static' in one)) : [],
      ),
    }).toEqual(drawn.contract)
  })

  drawing('tells of which property each attribute is', ({ drawn }) => {
    const told = (consumer.element.attributes ?? []).filter(({ fieldName }) => fieldName)
    expect(told.map(({ name, fieldName }) => `${name} ${fieldName}`).sort()).toEqual(drawn.attributeOf)
  })

  test('describes whatever it tells, and writes out every code', () => {
    const { attributes, members, slots, cssParts, cssProperties, cssStates, events } = consumer.element
    const all = [attributes, members, slots, cssParts, cssProperties, cssStates, events].flatMap(
      (some): { name: string; description?: string }[] => some ?? [],
    )
    expect(all.filter(({ description }) => !description)).toEqual([])
    expect(JSON.stringify(consumer.manifest)).not.toContain('CODE')
  })
})
