/**
 * Calendar days. A day of the programme is a day in every U.S. time zone: it lasts until it has ended in the
 * last of them (UTC-11), and the instant that stands for it is noon UTC, which is the same calendar day in all.
 */

/** A calendar day, `YYYY-MM-DD`, years 1900 to 2199. */
export type Day = string

const DAY = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Is this a calendar day that exists? (2023-02-29 is not.) */
export function isDay(text: string): text is Day {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number]
  return DAY.test(text) && new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date
}

/** Noon UTC: the instant that falls on this day in every U.S. time zone. */
export function noonOf(day: Day): string {
  return `${day}T12:00:00Z`
}

/** The last second of this day in the last U.S. time zone. */
export function endOf(day: Day): string {
  return `${addDays(day, 1)}T10:59:59Z`
}

/** The day that is being lived at this instant in the last U.S. time zone (UTC-11). */
export function dayOf(instant: Date | string): Day {
  return new Date(new Date(instant).getTime() - 11 * 3_600_000).toISOString().slice(0, 10)
}

/** The latest day that has begun anywhere in the U.S. (UTC+10 is first): a later one is in the future. */
export function latestDay(now: Date): Day {
  return new Date(now.getTime() + 10 * 3_600_000).toISOString().slice(0, 10)
}

/** `days` may be negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of the month, `months` later (or earlier): where it does not exist, the month's last day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** The same day `years` later; 29 February becomes 28 where there is none. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12)
}

/** An instant in whole seconds, `YYYY-MM-DDTHH:MM:SSZ`, as signed documents carry it (OB 3.0 §8.2.6). */
export function wholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/

/** Is this an instant as we write them: whole seconds, UTC, a day that exists? */
export function isInstant(text: unknown): text is string {
  return typeof text === 'string' && isDay(INSTANT.exec(text)?.[1] ?? '')
}

/** Seconds since 1970, for JWT claims. */
export function secondsOf(instant: string | Date): number {
  return Math.floor(new Date(instant).getTime() / 1000)
}
