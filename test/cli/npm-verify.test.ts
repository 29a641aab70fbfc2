// `lssc-badge/verify` in every Node of this machine, against the issuer's service over HTTP, up and down.
import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Verification } from '../../widget/verify.ts'
import { makeBadgeService, makeStates } from '../support/badge-service.ts'
import { issuer } from '../support/mint.ts'
import { nodes } from '../support/nodes.ts'
import { type Consumer, installPackage } from '../support/npm-package.ts'

const service = await makeBadgeService()
const states = await makeStates(service)
const { token, url, number } = await service.issue('VER1FYVER1F')
const inputs = Object.fromEntries(
  Object.entries(states).map(([name, given]) => [name, 'token' in given ? given.token : given.credential]),
)

let consumer: Consumer
let server: Server
beforeAll(async () => {
  consumer = await installPackage()
  server = createServer(async ({ url: path }, response) => {
    const reply = await service.reply(issuer.origin + path)
    response.writeHead(reply?.status ?? 404, reply?.headers)
    response.end(reply?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
}, 30_000)
afterAll(() => {
  server.close()
  consumer.remove()
})

/**
 * What a script answers that is run by itself. It has `ask(input, options)`, `down()` and `wait(minutes)`: the
 * issuer's address leads to the server here, and every other nowhere.
 */
async function run<T = Record<string, Verification>>(node: string, script: string): Promise<T> {
  const { port } = server.address() as AddressInfo
  const file = consumer.write(
    `${Math.random()}.mjs`,
    `import { verify } from 'lssc-badge/verify'
     const [real, clock] = [fetch, performance.now.bind(performance)]
     let at = 'http://127.0.0.1:${port}'
     const asked = new Set()
     globalThis.fetch = (address, init) => {
       const { origin, pathname, search } = new URL(address)
       asked.add(origin)
       return real(at + pathname + search, init)
     }
     const down = () => { at = 'http://127.0.0.1:9' }
     const [wall] = [Date.now]
     const wait = (minutes) => { performance.now = () => clock() + minutes * 60_000 }
     const sleep = (minutes) => { Date.now = () => wall() + minutes * 60_000 }
     const ask = (input, more) => verify(input, { issuer: '${issuer.origin}', ...more })
     const given = ${JSON.stringify({ inputs, token, url, number, jwks: service.office.jwks })}
     const answers = {}
     ${script}
     console.log(JSON.stringify(answers))`,
  )
  const { stdout } = await promisify(execFile)(node, [file], { cwd: consumer.folder })
  return JSON.parse(stdout)
}

describe.each(nodes)('$version', { timeout: 15_000 }, ({ path }) => {
  test('every state, from a link, a number or a token; the issuer alone is asked, and the process ends', async () => {
    const began = performance.now()
    const { asked, ...answers } = await run<Record<string, string>>(
      path,
      `for (const [name, input] of Object.entries(given.inputs)) answers[name] = (await ask(input)).state
       answers.asked = [...asked].join()`,
    )
    const expected = Object.keys(inputs).map((name) => [name, name === 'provisional' ? 'valid' : name])
    expect(answers).toEqual(Object.fromEntries(expected))
    expect(asked).toBe(issuer.origin)
    expect(performance.now() - began).toBeLessThan(5_000) // no timer or socket keeps it
  })

  test('says what it found', async () => {
    const { valid, malformed } = await run(
      path,
      `answers.valid = await ask(given.url, { applicant: { name: 'Maria-Jose Nandu' } })
       answers.malformed = await ask(undefined)`,
    )
    expect(valid).toMatchObject({
      state: 'valid',
      by: 'server',
      number,
      checkedAt: expect.stringMatching(/^2026-11-22T12:00:0/), // by the service's clock, not this one
      statusAsOf: '2026-11-22T12:00:00.000Z',
      credential: { number, holder: { display: 'María-José Ñandú' } },
      whose: { result: 'match' },
    })
    expect(valid?.checks.map(({ result }) => result)).toEqual(Array(7).fill('passed'))
    expect(malformed).toMatchObject({ state: 'malformed', looksLike: 'nothing', checks: [] })
  })

  test('down from the start: nobody is judged', async () => {
    const { link, bare } = await run(
      path,
      `down()
       answers.link = await ask(given.url)
       answers.bare = await ask(given.token)`,
    )
    expect([link?.state, bare?.state]).toEqual(['unreachable', 'unreachable'])
  })

  test('down from the start, with keys that were kept: a token is genuine, and never green', async () => {
    const { kept, tampered } = await run(
      path,
      `down()
       const keys = given.jwks
       answers.kept = await ask(given.token, { keys })
       answers.tampered = await ask(given.inputs['bad-signature'], { keys })`,
    )
    expect(kept?.state).toBe('status-unavailable')
    expect(tampered?.state).toBe('bad-signature')
  })

  test('down later: what was last read is told “as of”, for a day', async () => {
    const answers = await run(
      path,
      `answers.now = await ask(given.token)
       answers.revoked = await ask(given.inputs.revoked)
       down()
       wait(16)
       answers.soon = await ask(given.token)
       wait(23 * 60)
       answers.later = await ask(given.token)
       wait(25 * 60)
       answers.tomorrow = await ask(given.token)
       answers.number = await ask(given.number)`,
    )
    expect(Object.fromEntries(Object.entries(answers).map(([when, { state }]) => [when, state]))).toEqual({
      now: 'valid',
      revoked: 'revoked',
      soon: 'as-of',
      later: 'as-of',
      tomorrow: 'unreachable',
      number: 'unreachable',
    })
    expect(answers.soon?.statusAsOf).toBe('2026-11-22T12:00:00.000Z')
    expect(answers.soon?.checks.filter(({ result }) => result === 'not-checked')).toHaveLength(3)
  })

  test('a machine that slept two hours: a list of before is not of now', async () => {
    const { slept } = await run(
      path,
      `await ask(given.token)
       down()
       wait(2)
       sleep(120)
       answers.slept = await ask(given.token)`,
    )
    expect(slept?.state).toBe('as-of')
  })

  test('a test record is refused, unless it is asked for', async () => {
    const { refused, shown } = await run(
      path,
      `answers.refused = await ask('TEST-0000-0016')
       answers.shown = await ask('TEST-0000-0016', { tests: true })`,
    )
    expect(refused).toMatchObject({ state: 'unknown-key', test: true })
    expect(shown?.state).toBe('not-found') // this stand-in has none
  })

  test('an issuer that is no address is a mistake of the caller', async () => {
    const { error } = await run<Record<string, string>>(
      path,
      `await ask(given.token, { issuer: 'lssc.example' }).catch(({ name }) => { answers.error = name })`,
    )
    expect(error).toBe('TypeError')
  })
})
