// Numbers looked up: each is answered in its place, and what is to be unknown is exactly that.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { makeDesk } from '../support/desk.ts'
import { act, ask, issueOne, post } from './office.ts'

const desk = makeDesk(env)
const api = '/api/v1/credentials'
const NOBODY = makeNumber('N0B0DYHAS1T')

interface Held {
  number: string
  token: string
}

const held: Record<'open' | 'listed' | 'withheld' | 'unknown' | 'erased', Held> = Object.create(null)

beforeAll(async () => {
  for (const visibility of ['open', 'listed', 'withheld', 'unknown', 'erased'] as const) {
    held[visibility] = await issueOne(desk)
    if (visibility === 'open') continue
    await env.DB.prepare('UPDATE credential SET visibility = ?2 WHERE number = ?1')
      .bind(held[visibility].number, visibility)
      .run()
  }
})

async function batch(numbers: string): Promise<Record<string, unknown>[]> {
  const response = await ask(`${api}?numbers=${encodeURIComponent(numbers)}`)
  expect(response.status).toBe(200)
  return (await response.json<{ credentials: Record<string, unknown>[] }>()).credentials
}

describe('a batch', () => {
  test('answers each number in the order asked, also twice', async () => {
    const { open, listed, withheld, unknown, erased } = held
    const asked = [erased, open, unknown, open, withheld, listed].map(({ number }) => number)
    expect(await batch([NOBODY, ...asked].join())).toEqual([
      { number: NOBODY, state: 'not-found' },
      { number: erased.number, state: 'erased' },
      { number: open.number, token: open.token },
      { number: unknown.number, state: 'not-found' },
      { number: open.number, token: open.token },
      { number: withheld.number, state: 'withheld' },
      { number: listed.number, token: listed.token },
    ])
  })

  test('takes what people type, and answers with the number as it is printed', async () => {
    const { number, token } = held.open
    expect(await batch(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toEqual([{ number, token }])
  })

  test('of nonsense is answered as of numbers that nobody has', async () => {
    const nonsense = [
      '',
      '*',
      "' OR 1=1 --",
      '__proto__',
      '%',
      '[object Object]',
      '\u0000',
      '\ud83d\ude00'.repeat(20),
    ]
    for (const one of nonsense) {
      expect(await batch(`${one},${NOBODY}`), JSON.stringify(one)).toMatchObject([
        { state: 'not-found' },
        { number: NOBODY, state: 'not-found' },
      ])
    }
    const [long] = await batch('x'.repeat(1500))
    expect((long as { number: string }).number).toHaveLength(32)
  })

  test('of a hundred is answered, of one more refused: 413', async () => {
    const { number } = held.open
    expect(await batch(Array(100).fill(number).join())).toHaveLength(100)
    const response = await ask(`${api}?numbers=${Array(101).fill(number).join()}`)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      type: 'urn:lssc:problem:too-large',
      detail: expect.stringContaining('100'),
    })
  })

  test('of none, or without end, is no question: 422', async () => {
    for (const query of ['', '?numbers=', '?number=x', `?numbers=${'x'.repeat(2001)}`]) {
      expect((await ask(api + query)).status).toBe(422)
    }
  })

  test('tells what no signature carries: since when, and what is public of why', async () => {
    const { number } = await issueOne(desk)
    await act(desk, number, { act: 'suspend', reason: 'paperwork', publicNote: 'A document is missing.' })
    expect(await batch(number)).toEqual([
      {
        number,
        token: expect.any(String),
        circumstances: { state: 'suspended', since: '2026-11-22', reason: 'A document is missing.' },
      },
    ])
  })
})

describe('as if unknown', () => {
  /** The whole answer, with the number that was asked for taken out of it. */
  async function told(path: (number: string) => string, number: string, init?: RequestInit): Promise<string> {
    const response = await ask(path(number), init)
    const headers = [...response.headers].sort().join('\n')
    return `${response.status}\n${headers}\n\n${await response.text()}`.replaceAll(number, 'NUMBER')
  }

  const surfaces: [string, (number: string) => string][] = [
    ['batch', (number) => `${api}?numbers=${number}`],
    ['one', (number) => `${api}/${number}`],
    ['page', (number) => `/c/${number}`],
  ]

  test.for(surfaces)('%s: byte for byte as a number that nobody has', async ([, path]) => {
    const [unknown, nobody] = [await told(path, held.unknown.number), await told(path, NOBODY)]
    expect(unknown).toBe(nobody)
    expect(await told(path, held.withheld.number)).not.toBe(nobody)
  })

  test('and so it is verified by its number', async () => {
    const verified = async (credential: string) =>
      (await (await post('/api/v1/verifications', { credential })).text()).replaceAll(credential, 'NUMBER')
    expect(await verified(held.unknown.number)).toBe(await verified(NOBODY))
  })
})

describe('one number', () => {
  test('that nobody has: 404; private or erased: said, without a token', async () => {
    expect((await ask(`${api}/${NOBODY}`)).status).toBe(404)
    for (const state of ['withheld', 'erased'] as const) {
      const { number, token } = held[state]
      const response = await ask(`${api}/${number}`)
      expect(response.status).toBe(200)
      const text = await response.text()
      expect(JSON.parse(text)).toMatchObject({ number, state, verdict: { state, checks: [] } })
      expect(text).not.toContain(token)
      expect(text).not.toContain('Whitcomb')
    }
  })

  test('has its verdict, its token and its page', async () => {
    const { number, token } = held.open
    expect(await (await ask(`${api}/${number}`)).json()).toMatchObject({
      number,
      token,
      verdict: { state: 'valid', by: 'server', credential: { number } },
      links: { page: `${env.ORIGIN}/c/${number}` },
    })
  })

  test('of a private record: a token that someone holds still verifies', async () => {
    for (const visibility of ['withheld', 'unknown'] as const) {
      const { verdict } = await (
        await post('/api/v1/verifications', { credential: held[visibility].token })
      ).json<{
        verdict: { state: string }
      }>()
      expect(verdict.state, visibility).toBe('valid')
    }
  })

  test('of a private record: why it is on hold is not told to who holds its token', async () => {
    const { number, token } = await issueOne(desk)
    await act(desk, number, { act: 'suspend', reason: 'paperwork', publicNote: 'A document is missing.' })
    await env.DB.prepare("UPDATE credential SET visibility = 'withheld' WHERE number = ?1").bind(number).run()
    const { verdict } = await (await post('/api/v1/verifications', { credential: token })).json<{
      verdict: object
    }>()
    expect(verdict).toMatchObject({ state: 'suspended' })
    expect(verdict).not.toHaveProperty('circumstances')
  })
})
