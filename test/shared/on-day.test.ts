import { describe, expect, test } from 'vitest'
import type { Day } from '../../shared/dates.ts'
import { type OnDay, onDay } from '../../shared/on-day.ts'
import type { Circumstances, State } from '../../shared/verdict.ts'
import { makeCredential, makeVerdict } from '../support/tellings.ts'

const credential = await makeCredential({
  certifiedOn: '2014-06-15',
  expiresOn: '2026-06-15',
  renewedOn: ['2018-08-01', '2022-05-01'],
})
const ask = (day: string, state: State = 'expired', circumstances?: Circumstances) =>
  onDay(makeVerdict(state, credential, circumstances ? { circumstances } : {}), day)

describe('by its dates', () => {
  test.for<[Day, OnDay]>([
    ['2014-06-14', 'not-awarded'],
    ['2014-06-15', 'within-dates'],
    ['2018-06-15', 'within-dates'],
    // Its first term ended on June 15, 2018, and it was renewed in the grace period.
    ['2018-06-16', 'between-terms'],
    ['2018-07-31', 'between-terms'],
    ['2018-08-01', 'within-dates'],
    // Renewed before its end: no gap.
    ['2022-06-16', 'within-dates'],
    ['2026-06-15', 'within-dates'],
    ['2026-06-16', 'ended'],
  ])('on %s it was %s', ([day, how]) => {
    expect(ask(day)).toBe(how)
    expect(ask(day, 'valid')).toBe(how)
    expect(ask(day, 'status-unavailable')).toBe(how)
  })
})

describe('withdrawn and on hold', () => {
  for (const state of ['revoked', 'suspended'] as const) {
    test(`${state} since a day: from that day on`, () => {
      const circumstances = { state, since: '2025-03-01' }
      expect(ask('2025-02-28', state, circumstances)).toBe('within-dates')
      expect(ask('2025-03-01', state, circumstances)).toBe(state)
      expect(ask('2014-06-14', state, circumstances)).toBe('not-awarded')
    })

    test(`${state}, nobody says since when: not known, and never called current`, () => {
      expect(ask('2025-02-28', state)).toBe('not-known')
      expect(ask('2025-02-28', state, { state })).toBe('not-known')
    })
  }
})

test('awarded, and not in effect yet', () => {
  expect(ask('2026-11-20', 'not-yet-valid')).toBe('not-begun')
  expect(ask('2014-06-14', 'not-yet-valid')).toBe('not-awarded')
})

describe('nothing is said', () => {
  test.for(['', '2025-02-30', 'yesterday', '2026-11-23', '2025-05-01T00:00:00Z'])('of %j', (day) => {
    expect(ask(day)).toBeUndefined()
  })

  test('of a record that a newer one replaced, and where none is shown', () => {
    expect(ask('2025-05-01', 'superseded')).toBeUndefined()
    expect(ask('2025-05-01', 'not-found')).toBeUndefined()
    expect(ask('2025-05-01', 'bad-signature')).toBeUndefined()
  })
})
