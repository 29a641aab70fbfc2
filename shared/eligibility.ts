/**
 * Does this record earn the certification? Every reason why not at once, and everything that a person should look
 * at. What the programme has closed since blocks new work only: a past award is judged by the rules of its day.
 */
import { type AreaCode, areaFindings, type ClaimedArea } from './area-check.ts'
import { addYears, type Day } from './dates.ts'
import { type Finding, reject, review } from './finding.ts'
import { isSet, pathways, sets } from './programme.ts'
import { BEGAN, rulesOn } from './rules.ts'
import { graceEnds, renewalOpens, termEnds } from './term.ts'

export type EligibilityCode =
  | AreaCode
  | 'required-set-missing'
  | 'too-few-electives'
  | 'set-twice'
  | 'certified-before-programme'
  | 'certified-in-future'
  | 'certified-before-completed'
  | 'certified-before-enrolled'
  | 'enrolled-before-programme'
  | 'enrolled-in-future'
  | 'over-time-limit'
  | 'expiry-before-certified'
  | 'expiry-not-term'
  | 'renewed-in-future'
  | 'renewal-outside-window'
  | 'provisional-without-recognition'
  | 'provisional-before-certified'
  | 'provisional-too-long'
  | 'provisional-overdue'

type Findings = Generator<Finding<EligibilityCode>>

/**
 * An award as it is asked for. An `AwardRecord` is one; a sheet's row may hold less: what could not be read is
 * absent, has been told by whoever read it, and is not judged here.
 */
export interface AwardDraft {
  enrolledOn?: Day
  certifiedOn?: Day
  expiresOn?: Day
  /** Oldest first. */
  renewedOn: Day[]
  provisionalUntil?: Day
  areas: ClaimedArea[]
}

/**
 * @param today the latest day that has begun anywhere in the U.S.; what lies after it is the future
 * @returns an empty list when the record earns the certification and nobody needs to look at it
 */
export function eligibility(record: AwardDraft, today: Day): Finding<EligibilityCode>[] {
  return [
    ...setFindings(record),
    ...record.areas.flatMap((area) => [...areaFindings(area)]),
    ...certificationFindings(record, today),
    ...enrolmentFindings(record, today),
    ...renewalFindings(record, today),
    ...expiryFindings(record),
    ...provisionalFindings(record, today),
  ]
}

function* setFindings({ areas, certifiedOn }: AwardDraft): Findings {
  const claimed = areas.map(({ set }) => set)
  for (const { id, label, kind } of Object.values(sets)) {
    if (kind === 'elective' || claimed.includes(id)) continue
    const message = `${label} is missing, and every holder has it: add how and when it was passed.`
    yield reject('required-set-missing', `areas.${id}`, message)
  }
  const electives = new Set(claimed.filter((set) => isSet(set) && sets[set].kind === 'elective')).size
  const needed = rulesOn(certifiedOn ?? BEGAN).electives
  if (electives < needed) {
    const message = `At least ${needed} areas of one’s own choice are needed, and ${electives} are given: add what is missing.`
    yield reject('too-few-electives', 'areas', message)
  }
  for (const set of new Set(claimed.filter((one, i) => claimed.indexOf(one) !== i))) {
    yield reject('set-twice', `areas.${set}`, 'This area is given twice: keep the one that counts.')
  }
}

function* certificationFindings({ certifiedOn, areas }: AwardDraft, today: Day): Findings {
  if (certifiedOn === undefined) return
  if (certifiedOn < BEGAN) {
    const message = `${certifiedOn} is before the program began (${BEGAN}): correct the date of certification.`
    yield reject('certified-before-programme', 'certifiedOn', message)
  }
  if (certifiedOn > today) {
    const message = `${certifiedOn} is in the future: correct the date of certification, or wait for the day.`
    yield reject('certified-in-future', 'certifiedOn', message)
  }
  for (const { set, completedOn } of areas) {
    if (completedOn === undefined || completedOn <= certifiedOn) continue
    const message = `Completed on ${completedOn}, after the certification of ${certifiedOn}: correct one of the two dates.`
    yield reject('certified-before-completed', `areas.${set}`, message)
  }
  const { from } = pathways.recognition
  if (certifiedOn < from && areas.some(({ pathway }) => pathway === 'recognition')) {
    const message = `On ${certifiedOn} no college program was recognized yet (the first in ${from.slice(0, 4)}): correct the date or the pathway.`
    yield review('pathway-not-open', 'certifiedOn', message)
  }
}

function* enrolmentFindings({ enrolledOn, certifiedOn }: AwardDraft, today: Day): Findings {
  if (enrolledOn === undefined) return
  if (enrolledOn > today) {
    const message = `${enrolledOn} is in the future: correct the date of enrollment.`
    yield reject('enrolled-in-future', 'enrolledOn', message)
  }
  if (enrolledOn < BEGAN) {
    const message = `${enrolledOn} is before anyone could enroll (${BEGAN}): correct the date, or look into it.`
    yield review('enrolled-before-programme', 'enrolledOn', message)
  }
  if (certifiedOn === undefined) return
  const years = rulesOn(enrolledOn).timeLimitYears
  if (certifiedOn < enrolledOn) {
    const message = `The certification (${certifiedOn}) is before the enrollment (${enrolledOn}): correct one of the two dates.`
    yield reject('certified-before-enrolled', 'certifiedOn', message)
  }
  if (certifiedOn > addYears(enrolledOn, years)) {
    const message = `More than ${years} years passed from enrollment (${enrolledOn}) to certification (${certifiedOn}): correct a date, or look for an extension.`
    yield review('over-time-limit', 'certifiedOn', message)
  }
}

function* renewalFindings({ certifiedOn, renewedOn }: AwardDraft, today: Day): Findings {
  for (const [i, day] of renewedOn.entries()) {
    if (day > today) {
      const message = `The renewal of ${day} is in the future: correct its date, or wait for the day.`
      yield reject('renewed-in-future', 'renewedOn', message)
    }
    if (certifiedOn === undefined) continue
    const ended = termEnds(certifiedOn, i)
    if (day < renewalOpens(ended) || day > graceEnds(ended)) {
      const message = `The renewal of ${day} is outside its time (${renewalOpens(ended)} to ${graceEnds(ended)}): correct its date, or look into it.`
      yield review('renewal-outside-window', 'renewedOn', message)
    }
  }
}

function* expiryFindings({ certifiedOn, expiresOn, renewedOn }: AwardDraft): Findings {
  if (certifiedOn === undefined || expiresOn === undefined) return
  const expected = termEnds(certifiedOn, renewedOn.length)
  if (expiresOn <= certifiedOn) {
    const message = `The last day (${expiresOn}) is not after the certification (${certifiedOn}): correct one of the two dates.`
    yield reject('expiry-before-certified', 'expiresOn', message)
  } else if (expiresOn !== expected) {
    const renewed = ['never renewed', 'renewed once'][renewedOn.length] ?? `renewed ${renewedOn.length} times`
    const message = `Certified on ${certifiedOn} and ${renewed}, it would end on ${expected}, not ${expiresOn}: correct the date, or the renewals.`
    yield review('expiry-not-term', 'expiresOn', message)
  }
}

/** Graduates of recognized colleges may show their library work later, within a limit. */
function* provisionalFindings(record: AwardDraft, today: Day): Findings {
  const { provisionalUntil, certifiedOn, areas } = record
  const field = 'provisionalUntil'
  if (provisionalUntil === undefined) return
  if (!areas.some(({ pathway }) => pathway === 'recognition')) {
    const message =
      'Only graduates of recognized colleges are certified provisionally, and no area was passed there: correct the status or a pathway.'
    yield review('provisional-without-recognition', field, message)
  }
  if (provisionalUntil < today) {
    const message = `The library work was to be shown by ${provisionalUntil}, and that day has passed: say whether it was.`
    yield review('provisional-overdue', field, message)
  }
  if (certifiedOn === undefined) return
  const years = rulesOn(certifiedOn).provisionalYears
  if (provisionalUntil < certifiedOn) {
    const message = `Provisional until ${provisionalUntil} would end before the certification (${certifiedOn}): correct one of the two dates.`
    yield reject('provisional-before-certified', field, message)
  }
  if (provisionalUntil > addYears(certifiedOn, years)) {
    const message = `Provisional until ${provisionalUntil} is more than ${years} years after the certification: correct the date, or look into it.`
    yield review('provisional-too-long', field, message)
  }
}
