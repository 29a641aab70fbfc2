// What activities come to, by the rules of the renewal policy.
import { expect, test } from 'vitest'
import { type Activity, hoursOf, totalsOf } from '../../shared/contact-hours.ts'

const one = (amount: number, unit: Activity['unit'], technology = false): Activity => ({
  on: '2026-03-01',
  title: 'Workshop',
  provider: 'State Library',
  amount,
  unit,
  technology,
})

test('an hour is one, a conference day six, a semester credit 15, a quarter credit ten', () => {
  expect(hoursOf(one(2, 'hour'))).toBe(2)
  expect(hoursOf(one(2, 'conference-day'))).toBe(12)
  expect(hoursOf(one(1, 'semester-credit'))).toBe(15)
  expect(hoursOf(one(1.5, 'quarter-credit'))).toBe(15)
})

test('what is in technology counts in both, and parts of hours add up exactly', () => {
  expect(totalsOf([one(0.1, 'hour'), one(0.2, 'hour', true)])).toEqual({ hours: 0.3, technology: 0.2 })
  expect(totalsOf([])).toEqual({ hours: 0, technology: 0 })
})
