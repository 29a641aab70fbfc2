/**
 * Contact hours, in which a renewal is counted: 60 minutes each, and what other ways of counting come to.
 * Source: https://ala-apa.org/lssc/lssc-graduates/renewal-policy/
 */
import type { Day } from './dates.ts'

/** How an activity may be counted: what one of each is worth. */
export const units = {
  hour: { label: 'hours of 60 minutes', one: 'hour', hours: 1 },
  'conference-day': { label: 'conference days (6 hours each)', one: 'conference day', hours: 6 },
  'semester-credit': { label: 'semester credits (15 hours each)', one: 'semester credit', hours: 15 },
  'quarter-credit': { label: 'quarter credits (10 hours each)', one: 'quarter credit', hours: 10 },
} as const

export type Unit = keyof typeof units

/** An activity shorter than this does not count. */
export const SHORTEST = 1

/** One thing that a holder did to stay current. */
export interface Activity {
  on: Day
  title: string
  provider: string
  amount: number
  unit: Unit
  technology: boolean
}

export interface HourTotals {
  hours: number
  technology: number
}

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text)
}

/** What an activity comes to, to a hundredth of an hour. */
export function hoursOf({ amount, unit }: Pick<Activity, 'amount' | 'unit'>): number {
  return Math.round(amount * units[unit].hours * 100) / 100
}

/** What activities come to together, and how much of it is in technology. */
export function totalsOf(activities: Activity[]): HourTotals {
  const sum = (some: Activity[]) =>
    Math.round(some.reduce((total, one) => total + hoursOf(one) * 100, 0)) / 100
  return { hours: sum(activities), technology: sum(activities.filter(({ technology }) => technology)) }
}
