// The same request again: done once, answered alike; and never half done.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { issue } from '../../worker/services/issue.ts'
import { makeAward } from '../support/award.ts'
import { forgetful, makeDesk } from '../support/desk.ts'
import { act, ada, anew, ben, change, issueOne, post } from './office.ts'

const path = '/api/v1/credentials'
const body = { record: makeAward() }

async function count(table: string, where = '1 = 1', ...bound: string[]): Promise<number> {
  const row = await env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`)
    .bind(...bound)
    .first<{ n: number }>()
  return row?.n ?? -1
}

describe('the Idempotency-Key', () => {
  test.for([
    ['missing', undefined],
    ['empty', ''],
    ['of 256 characters', 'k'.repeat(256)],
    ['with a space', 'a key'],
    ['outside of ASCII', 'clé'],
  ] as const)('%s: 400, and nothing is issued', async ([, key]) => {
    const before = await count('credential')
    const headers = { Authorization: `Bearer ${ada.key}`, 'Content-Type': 'application/json' }
    const request = { ...headers, ...(key === undefined ? {} : { 'Idempotency-Key': key }) }
    const response = await post(path, body, { 'Idempotency-Key': '', ...request })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ type: 'urn:lssc:problem:bad-idempotency-key' })
    expect(await count('credential')).toBe(before)
  })

  test('of 255 characters serves', async () => {
    expect((await post(path, body, { 'Idempotency-Key': 'k'.repeat(255) })).status).toBe(201)
  })

  test('with another body: 422, and nothing is issued', async () => {
    const headers = { 'Idempotency-Key': 'used' }
    expect((await post(path, body, headers)).status).toBe(201)
    const before = await count('credential')
    const other = { record: makeAward({ name: { display: 'Someone Else', order: 'given-first' } }) }
    const response = await post(path, other, headers)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ type: 'urn:lssc:problem:key-reused' })
    expect(await count('credential')).toBe(before)
  })

  test('is each person’s own', async () => {
    const answers = await Promise.all(
      [ada, ben].map(async ({ key }) => {
        const headers = { Authorization: `Bearer ${key}`, 'Idempotency-Key': 'shared' }
        return (await post(path, body, headers)).json<{ number: string }>()
      }),
    )
    expect(answers[0]?.number).not.toBe(answers[1]?.number)
  })

  test('answers the same token after the record was renewed and hidden', async () => {
    const headers = { 'Idempotency-Key': 'later' }
    const first = await (await post(path, body, headers)).json<{ number: string; token: string }>()
    const note = 'a slip in the name'
    await change(makeDesk(env), first.number, { act: 'correct', record: makeAward({ region: 'TX' }), note })
    await env.DB.prepare("UPDATE credential SET visibility = 'unknown' WHERE number = ?1")
      .bind(first.number)
      .run()
    expect(await (await post(path, body, headers)).json()).toEqual(first)
  })
})

test('20 callers at once with each of 25 keys: one credential a key, and all get its token', async () => {
  const before = await count('credential')
  const keys = Array.from({ length: 25 }, (_, i) => `parallel-${i}`)
  for (const key of keys) {
    const calls = Array.from({ length: 20 }, () => post(path, body, { 'Idempotency-Key': key }))
    const answers = await Promise.all(
      (await Promise.all(calls)).map(async (one) => [one.status, await one.text()]),
    )
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(([, text]) => text)).size).toBe(1)
  }
  expect(await count('credential')).toBe(before + keys.length)
  expect(await count('token')).toBe(await count('version'))
  expect(await count('idempotency', "key LIKE 'parallel-%'")).toBe(keys.length)
})

test('the commit was done but its answer lost: the same request is answered with what was stored', async () => {
  const desk = { ...makeDesk(env), db: forgetful(env.DB) }
  const before = await count('credential')
  const first = await issue(desk, { record: makeAward() }, ada.name, { ...anew(), key: 'lost' })
  const again = await issue(makeDesk(env), { record: makeAward() }, ada.name, { ...anew(), key: 'lost' })
  expect(again).toEqual(first)
  expect(await count('credential')).toBe(before + 1)
})

describe('whatever INSERT fails, nothing is half done', () => {
  const tables = ['holder', 'credential', 'version', 'token', 'event', 'leaf', 'outbox', 'idempotency']

  async function everything(): Promise<string> {
    const rows = await env.DB.batch(
      [...tables, 'status_list'].map((table) => env.DB.prepare(`SELECT * FROM ${table}`)),
    )
    return JSON.stringify(rows.map(({ results }) => results))
  }

  /** Makes every INSERT into a table fail while something is tried. */
  async function withFault(table: string, tried: () => Promise<unknown>): Promise<unknown> {
    const fault = `CREATE TRIGGER fault BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'disk on fire'); END`
    await env.DB.prepare(fault).run()
    try {
      return await tried()
    } finally {
      await env.DB.prepare('DROP TRIGGER fault').run()
    }
  }

  test.for(tables)('%s, while issuing; the same request then succeeds', async (table) => {
    const headers = { 'Idempotency-Key': `fault-in-${table}` }
    await issueOne(makeDesk(env)) // the list is open
    const before = await everything()
    const response = (await withFault(table, () => post(path, body, headers))) as Response
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).not.toContain('disk on fire')
    expect(await everything()).toBe(before)
    expect((await post(path, body, headers)).status).toBe(201)
  })

  test.for(['event', 'leaf', 'outbox', 'idempotency'])('%s, while suspending', async (table) => {
    const desk = makeDesk(env)
    const { number } = await issueOne(desk)
    const before = await everything()
    const suspend = () => act(desk, number, { act: 'suspend', reason: 'paperwork' })
    await expect(withFault(table, suspend)).rejects.toThrow()
    expect(await everything()).toBe(before)
    expect((await suspend()).answer.standing).toBe('suspended')
  })

  test.for(['version', 'token', 'event', 'leaf'])('%s, while correcting', async (table) => {
    const desk = makeDesk(env)
    const { number } = await issueOne(desk)
    const before = await everything()
    const correct = () =>
      change(desk, number, { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' })
    await expect(withFault(table, correct)).rejects.toThrow()
    expect(await everything()).toBe(before)
    expect((await correct()).version).toBe(2)
  })
})
