/** Days and instants as the office tells them: in its own zone, in American English. */
import type { Day } from '../shared/dates.ts'
import { tellDay, tellTime } from '../shared/telling.ts'

/** The zone of the issuer's office, in which pages tell the time and its days begin. Pass it to `tell()`, too. */
export const ZONE = 'America/Chicago'

/** "June 15, 2024" */
export function dayTold(day: Day): string {
  return tellDay(day, 'en-US')
}

/** "November 22, 2026 at 9:14 AM CST" */
export function timeTold(instant: string): string {
  return tellTime(instant, 'en-US', ZONE)
}

/** The office's day at an instant. */
export function officeDay(instant: string | Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(instant))
}

/** The instant at which a day begins in a zone. */
export function startOf(day: Day, zone: string): string {
  const midnight = new Date(`${day}T00:00:00.000Z`)
  // Twice, because the first guess may lie on the other side of a change of the clocks.
  const once = new Date(midnight.getTime() - aheadOfUtc(midnight, zone))
  return new Date(midnight.getTime() - aheadOfUtc(once, zone)).toISOString()
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return there - Math.floor(instant.getTime() / 1000) * 1000
}
