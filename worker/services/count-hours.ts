/** Contact hours as they are being typed: how many rows the form has, and what is complete so far. */
import { type HourTotals, totalsOf } from '../../shared/contact-hours.ts'
import { latestDay } from '../../shared/dates.ts'
import { type Rules, rulesOn } from '../../shared/rules.ts'
import type { Desk } from '../desk.ts'
import { MOST_ACTIVITIES, readActivities, type Typed } from './read-request.ts'

/** How many rows there are at first, and how many more one asks for at a time. */
export const ROWS = 4

export interface HoursCounted {
  rows: number
  totals: HourTotals
  rules: Pick<Rules, 'renewalHours' | 'renewalTechnologyHours'>
  /** Can there be more rows? */
  more: boolean
}

export function countHours(desk: Desk, typed: Typed, more = 0): HoursCounted {
  const rows = Math.min(MOST_ACTIVITIES, Math.max(ROWS, Math.trunc(Number(typed('rows'))) || 0) + more)
  return {
    rows,
    totals: totalsOf(readActivities(desk, typed).activities),
    rules: rulesOn(latestDay(desk.now())),
    more: rows < MOST_ACTIVITIES,
  }
}
