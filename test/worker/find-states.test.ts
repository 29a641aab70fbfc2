// How a record stands today is reckoned in SQL: it must be what its verdict tells, for each of the 45 and on many days.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { dayOf } from '../../shared/dates.ts'
import { phaseOn } from '../../shared/term.ts'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import { type RecordState, recordStates } from '../../worker/record-state.ts'
import { find, readSearch } from '../../worker/services/find.ts'
import type { Preview } from '../../worker/services/import.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { withdraw } from '../../worker/services/withdraw.ts'
import graduates from '../fixtures/graduates.csv?raw'
import { makeDesk } from '../support/desk.ts'
import { ada, anew, ask } from './office.ts'

const IMPORTED = '2025-06-30T17:00:00Z'

async function staff(path: string, body?: string): Promise<Preview> {
  const headers = { Authorization: `Bearer ${ada.key}`, 'Content-Type': 'text/csv' }
  return (await ask(path, { method: 'POST', headers, ...(body ? { body } : {}) })).json<Preview>()
}

beforeAll(async () => {
  vi.setSystemTime(IMPORTED)
  const { id } = await staff('/api/v1/imports', graduates)
  while ((await staff(`/api/v1/imports/${id}`)).progress.waiting > 0);
  const desk = makeDesk(env, IMPORTED)
  const [line] = (await find(desk, readSearch({ state: 'ended' }))).lines
  await withdraw(desk, line?.number ?? '', { act: 'suspend', reason: 'paperwork' }, ada.name, anew())
})

/** What the verdict says, in the office's words. */
function stateOf({ state, credential, checkedAt }: AnyVerdict): RecordState | string {
  const phase = credential ? phaseOn(credential.expiresOn, dayOf(checkedAt)) : ''
  if (state === 'valid') return credential?.provisional ? 'provisional' : phase
  return state === 'expired' ? phase : state
}

describe('each record stands as its verdict tells', () => {
  test.for([
    IMPORTED,
    '2026-09-30T09:00:00Z', // a last day (G003) in every zone
    '2026-10-01T10:59:59Z', // its last second in the last zone
    '2026-10-01T11:00:01Z',
    '2027-01-31T12:00:00Z',
    '2028-02-29T12:00:00Z',
    '2030-12-31T23:59:59Z',
  ])('at %s', async (at) => {
    const desk = makeDesk(env, at)
    const { lines, total } = await find(desk, readSearch({}))
    expect(total).toBe(44)
    for (const { number, state } of lines) {
      expect([number, state]).toEqual([number, stateOf(await verifyPresented(desk, number))])
    }
    // And each is in the result of its own filter, and in no other.
    const counts = await Promise.all(
      Object.keys(recordStates).map(async (state) => (await find(desk, readSearch({ state }))).total),
    )
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(44)
  })
})

test('among them is every state but one', async () => {
  const { lines } = await find(makeDesk(env, IMPORTED), readSearch({}))
  expect([...new Set(lines.map(({ state }) => state))].sort()).toEqual([
    'current',
    'ended',
    'grace',
    'provisional',
    'renewal-window',
    'revoked',
    'superseded',
    'suspended',
  ])
})

test('a private record says both how it stands and that it is private; an erased one only that', async () => {
  const desk = makeDesk(env, IMPORTED)
  const [one, two, three] = (await find(desk, readSearch({ state: 'current' }))).lines
  const see = (visibility: string, number = '') =>
    env.DB.prepare('UPDATE credential SET visibility = ?1 WHERE number = ?2').bind(visibility, number).run()
  await see('withheld', one?.number)
  await see('unknown', two?.number)
  await see('erased', three?.number)
  const hidden = (await find(desk, readSearch({ state: 'private' }))).lines
  expect(hidden.map(({ number }) => number).sort()).toEqual([one?.number, two?.number].sort())
  expect(hidden.map((line) => [line.state, line.private])).toEqual([
    ['current', true],
    ['current', true],
  ])
  const erased = (await find(desk, readSearch({ state: 'erased' }))).lines
  expect(erased.map(({ number }) => number)).toEqual([three?.number])
})
