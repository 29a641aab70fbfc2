// What needs two people: nothing happens before the second one's word, and then it happens once.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import type { Desk } from '../../worker/desk.ts'
import { approve } from '../../worker/services/approve.ts'
import { decline, propose, takeBack } from '../../worker/services/propose.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { proposalById, proposalRecords, waitingApprovals } from '../../worker/store/proposals.ts'
import { makeDesk } from '../support/desk.ts'
import { act, anew, ben, issueOne } from './office.ts'

const desk = makeDesk(env)

const WITHDRAW = 'revoke:evidence-withdrawn'

async function several(count: number): Promise<string[]> {
  const made: string[] = []
  for (let i = 0; i < count; i++) made.push((await issueOne(desk)).number)
  return made.sort()
}

async function proposed(numbers: string[], what = WITHDRAW, more = {}): Promise<string> {
  const typed = { numbers: numbers.join('\n'), what, publicNote: '', note: '', ...more }
  return (await propose(desk, typed, 'Ivy Folio', anew())).answer.id
}

const standings = async (numbers: string[]) =>
  (
    await env.DB.prepare(
      'SELECT standing FROM credential WHERE number IN (SELECT value FROM json_each(?1)) ORDER BY number',
    )
      .bind(JSON.stringify(numbers))
      .all<{ standing: string }>()
  ).results.map(({ standing }) => standing)

const eventsOf = async (numbers: string[], kind: string) =>
  (
    await env.DB.prepare(
      'SELECT actor, detail, reason FROM event WHERE kind = ?2 AND number IN (SELECT value FROM json_each(?1))',
    )
      .bind(JSON.stringify(numbers), kind)
      .all<{ actor: string; detail: string; reason: string }>()
  ).results

/** What the error says of its fields, or in whole. */
async function problem(doing: Promise<unknown>): Promise<string> {
  try {
    await doing
  } catch (error) {
    const { extra, type } = error as {
      type: string
      extra: { detail?: string; errors?: { message: string }[] }
    }
    return [type, extra.detail, ...(extra.errors ?? []).map(({ message }) => message)]
      .filter(Boolean)
      .join(' ')
  }
  return 'nothing was refused'
}

describe('a proposal', () => {
  test('changes nothing by itself, and waits', async () => {
    const numbers = await several(2)
    const before = await waitingApprovals(env.DB)
    await proposed(numbers)
    expect(await standings(numbers)).toEqual(['good', 'good'])
    expect((await waitingApprovals(env.DB)).proposals).toBe(before.proposals + 1)
  })

  test('that is sent twice is one', async () => {
    const [number = ''] = await several(1)
    const request = anew()
    const typed = { numbers: number, what: WITHDRAW, publicNote: '', note: '' }
    const [one, other] = await Promise.all([1, 2].map(() => propose(desk, typed, 'Ivy Folio', request)))
    expect(one?.answer.id).toBe(other?.answer.id)
  })

  test.for<[string, string, string, RegExp]>([
    ['no record', '', WITHDRAW, /Choose at least one record/],
    ['no reason', 'N0B0-DYHA-S1T7', 'revoke', /Choose what to do/],
    ['a reason of another act', 'N0B0-DYHA-S1T7', 'suspend:holder-request', /Choose what to do/],
    ['a reason of nobody', 'N0B0-DYHA-S1T7', 'revoke:constructor', /Choose what to do/],
    ['no number', 'Darlene', WITHDRAW, /not numbers of records: Darlene/],
  ])('is refused with %s', async ([, numbers, what, says]) => {
    const typed = { numbers, what, publicNote: '', note: '' }
    expect(await problem(propose(desk, typed, 'Ivy Folio', anew()))).toMatch(says)
  })

  test('is refused for records that stand elsewhere, each named', async () => {
    const numbers = await several(2)
    await act(desk, numbers[0] as string, { act: 'suspend', reason: 'paperwork' })
    expect(await problem(proposed(numbers, 'suspend:appeal'))).toContain(`${numbers[0]} is “On hold”`)
    expect(await problem(proposed(numbers, 'reinstate', { note: 'settled' }))).toContain(`${numbers[1]} is`)
    expect(await problem(proposed([numbers[0] as string], 'reinstate'))).toContain(
      'Say what has been settled',
    )
  })

  test('takes a hundred records and no more', async () => {
    const numbers = Array.from({ length: 101 }, (_, i) => makeNumber(`ZZZZZZZZ${100 + i}`))
    expect(await problem(proposed(numbers))).toContain('At most 100')
  })
})

describe('two people', () => {
  let numbers: string[]
  let id: string
  beforeAll(async () => {
    numbers = await several(2)
    id = await proposed(numbers)
  })

  test('who proposed it can neither approve nor decline it', async () => {
    expect(await problem(approve(desk, id, 'Ivy Folio', anew()))).toContain('a second person')
    expect(await problem(decline(desk, id, 'No.', 'Ivy Folio', anew()))).toContain('a second person')
    expect(await standings(numbers)).toEqual(['good', 'good'])
  })

  test('nor can a program that asks the tables directly', async () => {
    const decide = env.DB.prepare(
      "UPDATE proposal SET state = 'approved', decider = proposer, decided_at = '2026' WHERE id = ?1",
    ).bind(id)
    await expect(decide.run()).rejects.toThrow(/CHECK constraint/)
    const skip = env.DB.prepare("UPDATE proposal_record SET outcome = 'done' WHERE proposal = ?1").bind(id)
    await expect(skip.run()).rejects.toThrow('not approved')
  })

  test('nobody else takes it back', async () => {
    expect(await problem(takeBack(desk, id, ben.name, anew()))).toContain('Only Ivy Folio')
  })

  test('the second one makes it final for each, under both names', async () => {
    await approve(desk, id, ben.name, anew())
    expect(await standings(numbers)).toEqual(['revoked', 'revoked'])
    const events = await eventsOf(numbers, 'revoked')
    expect(events.map(({ actor, reason }) => [actor, reason])).toEqual([
      [ben.name, 'evidence-withdrawn'],
      [ben.name, 'evidence-withdrawn'],
    ])
    expect(JSON.parse(events[0]?.detail ?? '')).toEqual({ proposal: id, proposedBy: 'Ivy Folio' })
    expect((await verifyPresented(desk, numbers[0] as string)).state).toBe('revoked')
    expect((await proposalById(env.DB, id))?.state).toBe('done')
  })

  test('and nobody decides it again', async () => {
    expect(await problem(decline(desk, id, 'No.', ben.name, anew()))).toContain('no longer waits')
    expect(await problem(takeBack(desk, id, 'Ivy Folio', anew()))).toContain('no longer waits')
    await approve(desk, id, ben.name, anew())
    expect(await eventsOf(numbers, 'revoked')).toHaveLength(2)
  })
})

test('a declined one, and one taken back, change nothing, and say why', async () => {
  const numbers = await several(1)
  const [declined, taken] = [await proposed(numbers), await proposed(numbers)]
  expect(await problem(decline(desk, declined, '', ben.name, anew()))).toContain('Say why')
  await decline(desk, declined, 'Not these.', ben.name, anew())
  await takeBack(desk, taken, 'Ivy Folio', anew())
  expect(await proposalById(env.DB, declined)).toMatchObject({ state: 'declined', why: 'Not these.' })
  expect(await proposalById(env.DB, taken)).toMatchObject({ state: 'taken-back' })
  expect(await problem(approve(desk, declined, ben.name, anew()))).toContain('no longer waits')
  expect(await standings(numbers)).toEqual(['good'])
})

test('holds are put on, with their note, and taken off again', async () => {
  const numbers = await several(2)
  const hold = await proposed(numbers, 'suspend:under-review', { publicNote: 'A course is being looked at.' })
  await approve(desk, hold, ben.name, anew())
  const verdict = await verifyPresented(desk, numbers[0] as string)
  expect([verdict.state, verdict.circumstances?.reason]).toEqual([
    'suspended',
    'A course is being looked at.',
  ])
  const off = await proposed(numbers, 'reinstate', { note: 'It was in order.' })
  await approve(desk, off, ben.name, anew())
  expect(await standings(numbers)).toEqual(['good', 'good'])
})

test('a record that has changed since is left as it is, and said so; the others are done', async () => {
  const numbers = await several(3)
  const id = await proposed(numbers)
  await act(desk, numbers[1] as string, { act: 'suspend', reason: 'appeal' })
  await approve(desk, id, ben.name, anew())
  expect(await standings(numbers)).toEqual(['revoked', 'suspended', 'revoked'])
  const came = await proposalRecords(env.DB, id)
  expect(came.map(({ outcome }) => outcome)).toEqual(['done', 'not-done', 'done'])
  expect(came[1]?.why).toBe('It has changed since it was proposed (suspended, by Ada Quill).')
})

/** A database that is lost at the nth batch, before or after it was committed. */
function lostAt(nth: number, after: boolean): Desk {
  let batches = 0
  const batch: D1Database['batch'] = async (statements) => {
    batches += 1
    if (batches === nth && !after) throw new Error('D1_ERROR: Network connection lost.')
    const answer = await env.DB.batch<never>(statements)
    if (batches === nth) throw new Error('D1_ERROR: Network connection lost.')
    return answer
  }
  return { ...desk, db: { prepare: (sql: string) => env.DB.prepare(sql), batch } as unknown as D1Database }
}

describe('broken off half-way', () => {
  test.for([
    [2, false],
    [2, true],
    [3, false],
  ] as const)(
    'at batch %s, committed: %s: approving again goes on, and nothing is done twice',
    async ([nth, after]) => {
      const numbers = await several(45)
      const id = await proposed(numbers, 'suspend:under-review')
      await approve(lostAt(nth, after), id, ben.name, anew()).catch(() => null)
      const { state, open } = (await proposalById(env.DB, id)) ?? {}
      // An answer that was lost after the act is no trouble at all: it is asked for again.
      expect([state, open]).toEqual(after ? ['done', 0] : ['approved', nth === 2 ? 45 : 25])
      expect(await problem(approve(desk, id, 'Ivy Folio', anew()))).toContain('a second person')
      await approve(desk, id, 'Ada Quill', anew())
      expect((await proposalById(env.DB, id))?.state).toBe('done')
      expect(new Set(await standings(numbers))).toEqual(new Set(['suspended']))
      const events = await eventsOf(numbers, 'suspended')
      expect(events).toHaveLength(45)
      expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([ben.name]))
    },
  )

  test('approved twice at once, each act is done once', async () => {
    const numbers = await several(25)
    const id = await proposed(numbers, 'suspend:under-review')
    await Promise.all([
      approve(desk, id, ben.name, anew()),
      approve(desk, id, 'Ada Quill', anew()).catch((error) => expect(error.type).toBe('conflict')),
    ])
    await approve(desk, id, ben.name, anew())
    expect((await proposalById(env.DB, id))?.open).toBe(0)
    expect(await eventsOf(numbers, 'suspended')).toHaveLength(25)
  })
})
