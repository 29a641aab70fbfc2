/**
 * A verdict in a reader's words: what page, card, row and pill all show, so that they can never disagree.
 * The record's own facts appear only when its signature held.
 */

import { areas, type SetId } from './areas.ts'
import type { Credential } from './credential.ts'
import { type Day, dayOf, noonOf } from './dates.ts'
import type { Issuer } from './issuer.ts'
import type { RelatedArea } from './job-areas.ts'
import { onDay } from './on-day.ts'
import type { EarnedArea } from './record.ts'
import { graceEnds } from './term.ts'
import type { CheckResult, LooksLike, ShownState, Verdict } from './verdict.ts'
import type { Facts, Said, Words } from './words/words.ts'

/** Four tones; green (`current`) is for what is in force, and for nothing else. */
export type Tone = 'current' | 'caution' | 'stop' | 'quiet'
/** Icons by shape: ring with tick · with clock · broken with dash · with bars · with stroke · lock. */
export type Icon = 'yes' | 'ended' | 'unread' | 'hold' | 'out' | 'lock'

const LOOKS: Record<ShownState, [Tone, Icon]> = {
  valid: ['current', 'yes'],
  'as-of': ['caution', 'unread'],
  'status-unavailable': ['caution', 'unread'],
  expired: ['caution', 'ended'],
  'not-yet-valid': ['quiet', 'ended'],
  superseded: ['quiet', 'ended'],
  'link-ended': ['quiet', 'ended'],
  suspended: ['quiet', 'hold'],
  withheld: ['quiet', 'lock'],
  erased: ['quiet', 'lock'],
  revoked: ['stop', 'out'],
  'not-on-file': ['stop', 'out'],
  'bad-signature': ['quiet', 'unread'],
  'unknown-key': ['stop', 'out'],
  'key-compromised': ['caution', 'unread'],
  'not-found': ['quiet', 'unread'],
  malformed: ['quiet', 'unread'],
  unreachable: ['caution', 'unread'],
  checking: ['quiet', 'unread'],
}

export interface AreaLine {
  set: SetId
  label: string
  /** "Course: Fundamentals of cataloging, ALCTS, a division of …, March 2012" */
  how: string
  /** The ad's own words that name this area. */
  phrases: string[]
  /** One of the three that every holder has. */
  everyHolder: boolean
}

export interface CheckLine {
  check: CheckResult['check']
  result: CheckResult['result']
  text: string
}

/** What a telling needs of what was read. Of a view (`view.ts`) an area may be no more than named. */
export type Told = Omit<Credential, 'number' | 'areas'> & {
  areas: (Pick<EarnedArea, 'set'> & Partial<EarnedArea>)[]
}

export interface RecordTelling<C = Credential> {
  credential: C
  dates: string
  /** How it stood on the day of the application, where that was asked and can be said. */
  whenApplied?: string
  areas: AreaLine[]
}

export interface Telling<C = Credential> extends Said {
  state: ShownState
  tone: Tone
  icon: Icon
  record?: RecordTelling<C>
  checks: CheckLine[]
  explainer: string
  facts: Facts
}

export interface Reader {
  words: Words
  /** IANA zone in which times of checking are told; the browser's own when absent. */
  timeZone?: string
  /** What was looked up, for "we found no record for …". */
  lookedUp?: string
  /** In this language, what an unreadable input seems to be. */
  looksLike?: Record<LooksLike, string>
  /** Areas that the job names, with the ad's phrases where an ad was read. */
  related?: RelatedArea[]
  /** YYYY-MM-DD: the day of the application. */
  appliedOn?: string
}

/** Tells a verdict; or, before there is one, that we are checking or could not reach the service. */
export function tell<C extends Told = Credential>(
  verdict: Verdict<C> | 'checking' | 'unreachable',
  issuer: Issuer,
  reader: Reader,
): Telling<C> {
  const known = typeof verdict === 'string' ? null : verdict
  const state: ShownState = typeof verdict === 'string' ? verdict : verdict.state
  const { words } = reader
  const facts = factsOf(known, issuer, reader)
  const [tone, icon] = LOOKS[state]
  return {
    state,
    tone,
    icon,
    ...words.states[state](facts),
    ...(known?.credential ? { record: tellRecord(known, known.credential, facts, reader) } : {}),
    checks: (known?.checks ?? []).filter(isTold(state)).map((check) => tellCheck(check, facts, words)),
    explainer: words.explainer(facts),
    facts,
  }
}

/** A day in full, in the reader's form: "September 30, 2026". */
export function tellDay(day: Day, lang: string, form: 'long' | 'month' | 'short' = 'long'): string {
  const month = form === 'short' ? 'short' : 'long'
  return new Intl.DateTimeFormat(lang, {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    ...(form === 'long' ? { day: 'numeric' } : {}),
  }).format(new Date(noonOf(day)))
}

/** An instant in full, with its zone: "November 22, 2026, 6:14 AM EST". */
export function tellTime(instant: string, lang: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(instant))
}

function factsOf(
  verdict: Verdict<Told> | null,
  issuer: Issuer,
  { words, timeZone, lookedUp, looksLike: named }: Reader,
): Facts {
  const { credential, circumstances, statusAsOf, looksLike, checkedAt } = verdict ?? {}
  const day = (one: Day) => tellDay(one, words.lang)
  const today = dayOf(checkedAt ?? new Date(0))
  const graceUntil = credential && graceEnds(credential.expiresOn)
  return {
    issuer: issuer.short,
    // A number that is read aloud is not broken over two lines.
    contact: `${issuer.phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')}, ${issuer.email}`,
    ended: credential !== undefined && credential.expiresOn < today,
    successor: circumstances?.successor !== undefined,
    ...(credential
      ? {
          awarded: day(credential.awardedOn),
          expires: day(credential.expiresOn),
          expiresShort: tellDay(credential.expiresOn, words.lang, 'short'),
          begins: day(dayOf(credential.validFrom)),
        }
      : {}),
    ...(credential?.renewedOn.length ? { renewed: day(credential.renewedOn.at(-1) as Day) } : {}),
    ...(credential?.provisional ? { provisionalUntil: day(credential.provisional.until) } : {}),
    ...(graceUntil && graceUntil >= today ? { graceUntil: day(graceUntil) } : {}),
    ...(circumstances?.since ? { since: day(circumstances.since) } : {}),
    ...(circumstances?.reason ? { reason: circumstances.reason } : {}),
    ...(statusAsOf ? { asOf: tellTime(statusAsOf, words.lang, timeZone) } : {}),
    ...(lookedUp ? { lookedUp } : {}),
    ...(looksLike ? { looksLike, ...(named ? { seems: named[looksLike] } : {}) } : {}),
  }
}

function tellRecord<C extends Told>(
  verdict: Verdict<C>,
  credential: C,
  facts: Facts,
  reader: Reader,
): RecordTelling<C> {
  const { words, appliedOn = '' } = reader
  const how = onDay(verdict, appliedOn)
  return {
    credential,
    dates: words.dates(facts, verdict.state === 'valid'),
    ...(how ? { whenApplied: words.whenApplied(tellDay(appliedOn, words.lang), words.onDay[how]) } : {}),
    areas: tellAreas(credential, reader),
  }
}

/** Those that the job names first, then those that this person chose, then the three that every holder has. */
function tellAreas(credential: Told, { words, related = [] }: Reader): AreaLine[] {
  const lines = credential.areas.map((area) => ({
    set: area.set,
    label: areas[area.set].label,
    how: isWhole(area)
      ? words.earned[area.pathway]({ ...area, month: tellDay(area.completedOn, words.lang, 'month') })
      : '',
    phrases: related.find(({ set }) => set === area.set)?.phrases ?? [],
    everyHolder: areas[area.set].kind === 'required',
  }))
  const named = ({ set }: AreaLine) => related.some((one) => one.set === set)
  return [
    ...lines.filter(named),
    ...lines.filter((line) => !named(line) && !line.everyHolder),
    ...lines.filter((line) => !named(line) && line.everyHolder),
  ]
}

/** What a view left out of it is told in `view-telling.ts`. */
function isWhole(area: Partial<EarnedArea>): area is EarnedArea {
  return Boolean(area.pathway && area.completedOn)
}

/** A record that no longer stands has no dates to be within. */
function isTold(state: ShownState): (check: CheckResult) => boolean {
  return ({ check }) => check !== 'within-dates' || (state !== 'revoked' && state !== 'superseded')
}

function tellCheck({ check, ...found }: CheckResult, facts: Facts, words: Words): CheckLine {
  const [passed, failed] = words.checks(facts)[check]
  const unread = found.result === 'not-checked' && words.notChecked(passed, words.reasons[found.reason])
  return { check, result: found.result, text: unread || (found.result === 'passed' ? passed : failed) }
}
