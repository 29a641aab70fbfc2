// `lssc-badge/verify` inside a Worker of somebody else, whose requests share what it has asked.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness, type TestHarness } from 'wrangler'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import { issuer } from '../support/mint.ts'
import { type Consumer, installPackage } from '../support/npm-package.ts'

/** The first on which Workers know `cache: 'no-cache'`; the README says so. */
const COMPATIBLE_SINCE = '2025-08-07'

const service = await makeBadgeService()
const states = await makeStates(service)
const asked: string[] = []

let consumer: Consumer
let server: Server
let harness: TestHarness
let url: URL
beforeAll(async () => {
  consumer = await installPackage()
  server = createServer(async ({ url: path = '' }, response) => {
    asked.push(path)
    const reply = await service.reply(issuer.origin + path)
    response.writeHead(reply?.status ?? 404, reply?.headers)
    response.end(reply?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  consumer.write(
    'worker.js',
    `import { verify } from 'lssc-badge/verify'
     const real = fetch
     globalThis.fetch = (address, init) => {
       const { pathname, search } = new URL(address)
       return real('http://127.0.0.1:${(server.address() as AddressInfo).port}' + pathname + search, init)
     }
     export default {
       async fetch(request) {
         const verification = verify(await request.text(), { issuer: '${issuer.origin}' })
         if (request.headers.has('x-abandon')) return new Response('gone')
         return Response.json(await verification)
       },
     }`,
  )
  const configPath = consumer.write(
    'wrangler.toml',
    `name = "board"\nmain = "worker.js"\ncompatibility_date = "${COMPATIBLE_SINCE}"`,
  )
  harness = createTestHarness({ workers: [{ configPath }] })
  url = (await harness.listen()).url
})
afterAll(async () => {
  await harness.close()
  server.close()
  consumer.remove()
})

test('verifies in every request, and asks for keys and a list once for all of them', async () => {
  const all = await Promise.all(
    Object.entries(states).map(async ([name, given]) => {
      const body = 'token' in given ? given.token : given.credential
      const { state } = (await (await fetch(url, { method: 'POST', body })).json()) as { state: string }
      return [name, state]
    }),
  )
  expect(all).toEqual(Object.keys(states).map((name) => [name, name === 'provisional' ? 'valid' : name]))
  expect(asked.filter((path) => path.endsWith('jwks.json')).length).toBeLessThanOrEqual(2)
  expect(asked.filter((path) => path.startsWith('/status/7/'))).toHaveLength(1)
})

test('a request that ends before it has asked silences none that come after it', async () => {
  const [lost, next] = [await service.issue('ABAND0NED00'), await service.issue('ABAND0NED01')]
  await fetch(url, { method: 'POST', body: lost.url, headers: { 'x-abandon': 'yes' } })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const answer = await (await fetch(url, { method: 'POST', body: next.url })).json()
  expect(answer).toMatchObject({ state: 'valid', number: next.number })
})
