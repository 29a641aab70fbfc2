/** What the programme asks for, and since when. */
import type { Day } from './dates.ts'

export interface Rules {
  from: Day
  requiredSets: number
  /** At least so many of the sets that are not required. */
  electives: number
  /** From enrolment to certification. */
  timeLimitYears: number
  /** One term of a certification. */
  validYears: number
  renewalWindowMonths: number
  graceMonths: number
  renewalHours: number
  /** Of the renewal hours, at least so many in technology. */
  renewalTechnologyHours: number
  experienceHours: number
  /** The years before certification in which the experience counts. */
  experienceYears: number
  /** For graduates of recognized colleges who have not shown the experience yet. */
  provisionalYears: number
  /** A course counts when it was finished up to so many years before it was approved. */
  courseCreditYears: number
}

/**
 * Oldest first. Which pathways were open when stands in `pathways`. Sources:
 * https://associates.ucr.edu/journal/?page_id=653
 * https://ala-apa.org/lssc/lssc-graduates/renewal-policy/
 * https://ala-apa.org/lssc/for-candidates/eligibility-and-cost/
 * https://ala-apa.org/lssc/approved-courses/interested-in-offering-lssc-approved-courses/
 */
export const ruleVersions: [Rules, ...Rules[]] = [
  {
    from: '2010-01-25',
    requiredSets: 3,
    electives: 3,
    timeLimitYears: 4,
    validYears: 4,
    renewalWindowMonths: 12,
    graceMonths: 2,
    renewalHours: 32,
    renewalTechnologyHours: 4,
    experienceHours: 1820,
    experienceYears: 5,
    provisionalYears: 4,
    courseCreditYears: 2,
  },
]

/** The first day of the programme: nobody was certified before it. */
export const BEGAN: Day = ruleVersions[0].from

/** The rules in force on a day; before the first day, the first ones. */
export function rulesOn(day: Day): Rules {
  return ruleVersions.findLast(({ from }) => from <= day) ?? ruleVersions[0]
}
