/** The term of a certification: four years, renewable from a year before its last day to two months after. */
import { addMonths, addYears, type Day } from './dates.ts'
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
