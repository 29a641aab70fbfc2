import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/dates.ts'
import {
  graceEnds,
  type Phase,
  phaseOn,
  renewalOpens,
  renewedUntil,
  termBounds,
  termEnds,
} from '../../shared/term.ts'

/** Far enough from 2199 that a term later is still a day. */
const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2010-01-25', days))

describe('a term', () => {
  test.for<[Day, Day, Phase]>([
    ['2028-06-15', '2027-06-14', 'current'],
    ['2028-06-15', '2027-06-15', 'renewal-window'],
    ['2028-06-15', '2028-06-15', 'renewal-window'],
    ['2028-06-15', '2028-06-16', 'grace'],
    ['2028-06-15', '2028-08-15', 'grace'],
    ['2028-06-15', '2028-08-16', 'ended'],
    // Two months after the last day of a year there is no 31st.
    ['2024-12-31', '2025-02-28', 'grace'],
    ['2024-12-31', '2025-03-01', 'ended'],
    ['2024-02-29', '2023-02-28', 'renewal-window'],
  ])('that ends on %s is on %s: %s', ([expiresOn, day, phase]) => {
    expect(phaseOn(expiresOn, day)).toBe(phase)
  })

  test('of four years, on the same day of the month where there is one', () => {
    expect(termEnds('2012-06-15')).toBe('2016-06-15')
    expect(termEnds('2012-06-15', 3)).toBe('2028-06-15')
    expect(termEnds('2020-02-29', 1)).toBe('2028-02-29')
    expect(termEnds('2096-02-29')).toBe('2100-02-28')
  })

  test('follows the one before it, however early or late it was renewed', () => {
    expect(renewedUntil('2024-01-10')).toBe('2028-01-10')
  })

  test('renewed as often as one likes, it ends where arithmetic says', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 4 }), (day, renewals) => {
        fc.pre(!day.endsWith('-02-29'))
        const chained = Array(renewals)
          .fill(0)
          .reduce<Day>((end) => renewedUntil(end), termEnds(day))
        expect(chained).toBe(termEnds(day, renewals))
      }),
    )
  })

  test('has its four phases in order, without a gap', () => {
    const order: Phase[] = ['current', 'renewal-window', 'grace', 'ended']
    fc.assert(
      fc.property(someDay, fc.integer({ min: -800, max: 200 }), (expiresOn, offset) => {
        const [day, next] = [addDays(expiresOn, offset), addDays(expiresOn, offset + 1)]
        expect(order.indexOf(phaseOn(expiresOn, next))).toBeGreaterThanOrEqual(
          order.indexOf(phaseOn(expiresOn, day)),
        )
        expect(phaseOn(expiresOn, renewalOpens(expiresOn))).toBe('renewal-window')
        expect(phaseOn(expiresOn, graceEnds(expiresOn))).toBe('grace')
      }),
    )
  })
})

describe('the bounds of a day', () => {
  test('tell the phase of every last day as phaseOn does', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -500, max: 500 }), (day, away) => {
        const { inForce, grace, window } = termBounds(day)
        const expiresOn = addDays(day, away)
        const phase: Phase =
          expiresOn < grace
            ? 'ended'
            : expiresOn < inForce
              ? 'grace'
              : expiresOn <= window
                ? 'renewal-window'
                : 'current'
        expect(phase).toBe(phaseOn(expiresOn, day))
      }),
      { numRuns: 2000 },
    )
  })

  test.for<[Day, Day, Day]>([
    // The 31st has none two months before; the window of a 29 February opens on a 28th.
    ['2025-02-28', '2024-12-28', '2026-02-28'],
    ['2027-02-28', '2026-12-28', '2028-02-29'],
    ['2026-11-22', '2026-09-22', '2027-11-22'],
  ])('on %s', ([day, grace, window]) => {
    expect(termBounds(day)).toEqual({ inForce: day, grace, window })
  })
})
