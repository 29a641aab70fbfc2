/**
 * What every language must be able to say. A state, a check or a comparison without its words does not compile.
 * Dates, times and names come in already written in the reader's form.
 */
import type { Comparison } from '../applicant.ts'
import type { OnDay } from '../on-day.ts'
import type { PathwayId } from '../programme.ts'
import type { Check, LooksLike, Reason, ShownState } from '../verdict.ts'

/** What the sentences are about. Everything optional is simply not said when it is absent. */
export interface Facts {
  /** "ALA-APA" */
  issuer: string
  /** Where to ask: "(312) 555-0100 or lssc@example.org". */
  contact: string
  awarded?: string
  renewed?: string
  expires?: string
  /** For a pill: "Apr 2028". */
  expiresShort?: string
  begins?: string
  /** Past its last day. */
  ended: boolean
  /** The last day on which it can still be renewed, while that is to come. */
  graceUntil?: string
  provisionalUntil?: string
  since?: string
  /** What the issuer made public. */
  reason?: string
  successor: boolean
  /** When the status was read. */
  asOf?: string
  lookedUp?: string
  looksLike?: LooksLike
  /** The same in words: "a web page". */
  seems?: string
}

/** What one state says: what happened, what it means, what to do (advice begins with whom to ask). */
export interface Said {
  headline: string
  body?: string
  next?: string
  /** For a pill, three words at most. */
  pill: string
}

export interface Words {
  lang: string
  states: { [S in ShownState]: (facts: Facts) => Said }
  /** Each check, passed and failed. */
  checks: (facts: Facts) => Record<Check, [passed: string, failed: string]>
  /** @param what the check, as if passed */
  notChecked: (what: string, why?: string) => string
  /** Why something was not checked. */
  reasons: Partial<Record<Reason, string>>
  /** How an area was earned. `month` is "March 2012". */
  earned: { [P in PathwayId]: (area: { title: string; provider: string; month: string }) => string }
  whose: { [C in Comparison['result']]: (names: { record: string; application: string }) => string }
  emailDiffers: string
  demo: string
  certification: string
  /** Directly under the name, in every state that shows one. */
  notThisPerson: string
  /** Heads the three areas that every holder has. */
  everyHolderAlso: string
  /** From when to when; outside `valid` these are what the record says, not what holds. */
  dates: (f: Facts, current: boolean) => string
  /** How it stood on a day, after the name of that day. */
  onDay: Record<OnDay, string>
  /** "On March 3, 2026, the day of the application: …" */
  whenApplied: (day: string, how: string) => string
  explainer: (f: Facts) => string
  notProved: string
  relates: (phrases: string[]) => string
  relatesNone: string
  /** What was done for it, in one line, with the short names of the areas: those that relate to the ad, then the others. */
  areasLine: (facts: Facts, related: string[], others: string[]) => string
  /** What it is, in one line. */
  inShort: (f: Facts) => string
  /** What the link to the issuer's own page says: it opens that page, and no more. */
  confirmOn: (issuer: string) => string
  /** The foot of a record: what was read when, or that it was not. Both are instants with their zone. */
  stamp: (state: ShownState, checked: string, asOf?: string) => string
  labels: Record<Label, string>
}

/** Short texts: headings, buttons, rows. */
export type Label =
  | 'what'
  | 'areas'
  | 'named'
  | 'chosen'
  | 'familyName'
  | 'formerName'
  | 'checked'
  | 'notProved'
  | 'tryAgain'
  | 'checkAgain'
  | 'current'
  | 'openRecord'
  | 'contact'
  | 'details'
  | 'demo'
  | 'otherName'
  | 'linkFor'
