/** How a record stood on a day that matters to its reader: the day of an application, or a closing date. */
import type { Credential } from './credential.ts'
import { addYears, type Day, dayOf, isDay } from './dates.ts'
import { rulesOn } from './rules.ts'
import type { Verdict } from './verdict.ts'

/**
 * `within-dates` is what the signed dates say, and what is known of withdrawal and holds now: a hold that has ended since leaves
 * no trace. `not-known`: it is withdrawn or on hold now, and since when was not told.
 */
export type OnDay =
  | 'within-dates'
  | 'not-begun'
  | 'not-awarded'
  | 'between-terms'
  | 'ended'
  | 'suspended'
  | 'revoked'
  | 'not-known'

/**
 * @param day YYYY-MM-DD
 * @returns undefined where there is nothing to say: no such day yet, no record that is shown, or a newer one
 */
export function onDay(
  {
    state,
    credential,
    circumstances,
    checkedAt,
  }: Verdict<Pick<Credential, 'awardedOn' | 'expiresOn' | 'renewedOn'>>,
  day: string,
): OnDay | undefined {
  if (!credential || state === 'superseded' || !isDay(day) || day > dayOf(checkedAt)) return undefined
  const { awardedOn, expiresOn, renewedOn } = credential
  if (day < awardedOn) return 'not-awarded'
  if (state === 'not-yet-valid') return 'not-begun'
  if (state === 'revoked' || state === 'suspended') {
    if (!circumstances?.since) return 'not-known'
    if (day >= circumstances.since) return state
  }
  if (day > expiresOn) return 'ended'
  const ends = renewedOn.map((_, i) => termEndBefore(expiresOn, renewedOn.length - i))
  return renewedOn.some((renewed, i) => day > (ends[i] as Day) && day < renewed)
    ? 'between-terms'
    : 'within-dates'
}

/** The last day of the term that so many renewals later ends on this day. */
function termEndBefore(expiresOn: Day, renewals: number): Day {
  return addYears(expiresOn, -rulesOn(expiresOn).validYears * renewals)
}
