import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  dayOf,
  endOf,
  isDay,
  isInstant,
  noonOf,
  secondsOf,
  wholeSeconds,
} from '../../shared/dates.ts'

const someDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date): Day => date.toISOString().slice(0, 10))

describe('a day', () => {
  test.each(['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30'])(
    '%s is one',
    (text) => {
      expect(isDay(text)).toBe(true)
    },
  )

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '26-01-01',
    '+002026-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２026-01-01',
    '2026/01/01',
    '',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false)
  })

  test('is lived until it has ended in the last U.S. time zone', () => {
    expect(dayOf('2026-06-15T10:59:59Z')).toBe('2026-06-14')
    expect(dayOf('2026-06-15T11:00:00Z')).toBe('2026-06-15')
    expect(endOf('2026-06-15')).toBe('2026-06-16T10:59:59Z')
    expect(endOf('2026-12-31')).toBe('2027-01-01T10:59:59Z')
    expect(endOf('2024-02-28')).toBe('2024-02-29T10:59:59Z')
    expect(endOf('2023-02-28')).toBe('2023-03-01T10:59:59Z')
  })

  test('survives as noon and as end', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(isDay(day)).toBe(true)
        expect(isInstant(noonOf(day))).toBe(true)
        expect(dayOf(noonOf(day))).toBe(day)
        expect(dayOf(endOf(day))).toBe(day)
        expect(secondsOf(endOf(day)) - secondsOf(noonOf(day))).toBe(22 * 3600 + 59 * 60 + 59)
        expect(dayOf(new Date(new Date(endOf(day)).getTime() + 1000))).toBe(addDays(day, 1))
      }),
    )
  })
})

describe('counting', () => {
  test('days there and back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
    )
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-08', 1)).toBe('2026-03-09') // clocks change in the U.S.
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 13, '2027-06-30'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  test.each([
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2012-06-15', 16, '2028-06-15'],
  ])('%s and %i years', (day, years, expected) => {
    expect(addYears(day, years)).toBe(expected)
  })
})

describe('an instant', () => {
  test.each(['2026-06-15T00:00:00Z', '2026-06-15T23:59:59Z', '2024-02-29T12:00:00Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true)
  })

  test.each([
    '2026-06-15T24:00:00Z',
    '2026-06-15T12:60:00Z',
    '2026-06-15T12:00:60Z',
    '2026-06-15T12:00:00',
    '2026-06-15T12:00:00+00:00',
    '2026-06-15T12:00:00z',
    '2026-06-15t12:00:00Z',
    '2026-06-15 12:00:00Z',
    '2026-06-15T12:00:00.000Z',
    '2026-06-15T12:00Z',
    '2023-02-29T12:00:00Z',
    '2026-06-15T12:00:00Z\n',
    '2026-06-15',
    '',
    1_750_000_000,
    null,
    undefined,
    ['2026-06-15T12:00:00Z'],
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false)
  })

  test('is written in whole seconds, never rounded up', () => {
    expect(wholeSeconds(new Date('2026-06-15T12:00:00.999Z'))).toBe('2026-06-15T12:00:00Z')
    expect(secondsOf(new Date('2026-06-15T12:00:00.999Z'))).toBe(secondsOf('2026-06-15T12:00:00Z'))
    expect(secondsOf('1970-01-01T00:00:01Z')).toBe(1)
    expect(secondsOf(new Date(-500))).toBe(-1)
  })
})
