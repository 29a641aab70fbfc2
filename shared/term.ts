/** The term of a certification: four years, renewable from a year before its last day to two months after. */
import { addDays, addMonths, addYears, type Day } from './dates.ts'
import { rulesOn } from './rules.ts'

/** Where a day lies in a term: the first two are in force, the last two are not. */
export type Phase = 'current' | 'renewal-window' | 'grace' | 'ended'

/** The last day of the term that began with certification, after so many renewals. */
export function termEnds(certifiedOn: Day, renewals = 0): Day {
  return addYears(certifiedOn, rulesOn(certifiedOn).validYears * (1 + renewals))
}

/**
 * The last day after a renewal. The new term follows the old one, on whatever day it was renewed: the policy
 * does not say, and this neither punishes the early nor rewards the late.
 */
export function renewedUntil(expiresOn: Day): Day {
  return addYears(expiresOn, rulesOn(expiresOn).validYears)
}

/** The first day on which a term can be renewed. */
export function renewalOpens(expiresOn: Day): Day {
  return addMonths(expiresOn, -rulesOn(expiresOn).renewalWindowMonths)
}

/** The last day on which it can still be renewed. */
export function graceEnds(expiresOn: Day): Day {
  return addMonths(expiresOn, rulesOn(expiresOn).graceMonths)
}

export function phaseOn(expiresOn: Day, day: Day): Phase {
  if (day > graceEnds(expiresOn)) return 'ended'
  if (day > expiresOn) return 'grace'
  return day < renewalOpens(expiresOn) ? 'current' : 'renewal-window'
}

/** Between which last days each phase lies on a day: for who asks a whole table, and not one record after another. */
export interface TermBounds {
  /** From here on in force: the day itself. */
  inForce: Day
  /** From here on, and before `inForce`: in grace. */
  grace: Day
  /** From `inForce` to here: the renewal window is open. */
  window: Day
}

/** The same as `phaseOn`, which is asked where each phase begins. */
export function termBounds(day: Day): TermBounds {
  const { renewalWindowMonths, graceMonths } = rulesOn(day)
  // Months differ in length, so the first guess is a few days beyond.
  let window = addDays(addMonths(day, renewalWindowMonths), 4)
  while (phaseOn(window, day) === 'current') window = addDays(window, -1)
  let grace = addDays(addMonths(day, -graceMonths), -4)
  while (phaseOn(grace, day) === 'ended') grace = addDays(grace, 1)
  return { inForce: day, grace, window }
}
