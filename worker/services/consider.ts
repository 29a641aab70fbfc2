/** Reads what a person of the office typed of an award, and gathers everything that speaks about it. */
import type { Get } from '../../shared/area-form.ts'
import { fieldOfMember, fieldsOf, readAward } from '../../shared/award-form.ts'
import { latestDay } from '../../shared/dates.ts'
import { type Finding, reject } from '../../shared/finding.ts'
import { CONTROL } from '../../shared/name-check.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { awardRecord } from '../schemas.ts'
import { readEmail } from '../sheet/contact.ts'
import { isCountry } from '../sheet/country.ts'
import { officeNumberFindings, tidyOfficeNumber } from '../sheet/office-number.ts'
import { findPerson, type Lookalike, type Person } from './find-person.ts'
import type { LookedInto } from './looked-into.ts'

export interface Considered {
  /** Null while anything is wrong. */
  record: AwardRecord | null
  officeNumber?: string
  /** Nothing is issued before each of these is mended. */
  wrong: Finding[]
  /** Perhaps right: a person looks into each. */
  doubts: Finding[]
  /** Records that may be the same person's. */
  lookalikes: Lookalike[]
}

/** What the person says of it. */
export interface Answers {
  /** The doubts that they looked into, by their sentences: a sentence that changes is a new doubt. */
  looked: string[]
  /** The numbers of records that are another person's. */
  others: string[]
  note: string
}

/** Reads the answers from the form that asked. */
export function answersIn(form: { get: Get; all: (field: string) => string[] }): Answers {
  return { looked: form.all('looked'), others: form.all('others'), note: lineOf(form.get('lookNote')) }
}

/** A note for the file, whose texts hold no line breaks. */
export function lineOf(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim()
}

const MAX_NOTE = 1000

/** @returns what keeps a note from being kept; null when nothing does */
export function wrongWithNote(note: string): string | null {
  if (note.length > MAX_NOTE) return `Shorten this to ${MAX_NOTE} characters; it has ${note.length}.`
  return CONTROL.test(note) ? 'This holds a character that cannot be shown: type it anew.' : null
}

/** @param before the record that is corrected: what was doubtful about it already was looked into then */
export async function consider(
  desk: Desk,
  get: Get,
  before?: { number: string; record: AwardRecord },
): Promise<Considered> {
  const typed = read(desk, get, before?.record)
  const findings = before
    ? newSince(typed.findings, read(desk, fieldsGet(before.record), before.record))
    : typed.findings
  const wrong = findings.filter(({ severity }) => severity === 'reject')
  const doubts = findings.filter(({ severity }) => severity === 'review')
  const officeNumber = before ? '' : tidyOfficeNumber(get('officeNumber'))
  const checked = typed.record && wrong.length === 0 ? bySchema(typed.record) : { record: null, wrong: [] }
  const { record } = checked
  const about = { ...(officeNumber ? { officeNumber } : {}) }
  const old = before && { number: before.number, person: personOf(before.record) }
  const lookalikes = record ? await findPerson(desk, { ...personOf(record), ...about }, old) : []
  return { record, ...about, wrong: [...wrong, ...checked.wrong, ...taken(lookalikes)], doubts, lookalikes }
}

/**
 * What must still be answered before anything is signed.
 * @returns an error for each, at the field of its answer; none where everything was
 */
export function unanswered(
  { wrong, doubts, lookalikes }: Considered,
  { looked, others, note }: Answers,
): { field: string; message: string }[] {
  const open = doubts.filter(({ message }) => !looked.includes(message))
  const strangers = lookalikes.filter(({ number }) => !others.includes(number))
  const tooMuch = wrongWithNote(note)
  const isAnswered = doubts.length + lookalikes.length > 0 && open.length + strangers.length === 0
  return [
    ...wrong.map(({ field, message }) => ({ field, message })),
    ...(wrong.length === 0 && open.length + strangers.length > 0
      ? [{ field: 'look', message: 'Look into what is listed below, and tick it.' }]
      : []),
    ...(isAnswered && note === ''
      ? [{ field: 'lookNote', message: 'Say in a sentence what you found.' }]
      : []),
    ...(tooMuch === null ? [] : [{ field: 'lookNote', message: tooMuch }]),
  ]
}

/**
 * The record, once nothing stands open.
 * @throws Problem `invalid-input`, with everything that does
 */
export function settled(considered: Considered, answers: Answers): AwardRecord {
  const errors = unanswered(considered, answers)
  if (errors.length > 0 || !considered.record) throw new Problem('invalid-input', { errors })
  return considered.record
}

/** What the history keeps of it. */
export function lookedInto({ doubts, lookalikes }: Considered, { note }: Answers): LookedInto {
  return {
    doubts: doubts.map(({ message }) => message),
    others: lookalikes.map(({ number }) => number),
    note,
  }
}

function read(desk: Desk, get: Get, before?: AwardRecord) {
  const award = readAward(get, latestDay(desk.now()), before)
  return { record: award.record, findings: [...award.findings, ...contactFindings(get)] }
}

function* contactFindings(get: Get): Generator<Finding> {
  yield* readEmail(get('email')).findings.map((one) =>
    // A sheet may hold what cannot be mended now; whoever types can.
    one.code === 'email-missing' ? one : reject(one.code, one.field, one.message),
  )
  const country = get('country')
  if (country !== '' && !isCountry(country))
    yield reject('country-unknown', 'country', 'Choose a country from the list.')
  const number = get('officeNumber')
  if (number !== '') yield* officeNumberFindings(number)
}

function personOf({ name, email }: AwardRecord): Person {
  return { names: [name], emails: email ? [email] : [] }
}

function fieldsGet(record: AwardRecord): Get {
  const fields = fieldsOf(record)
  return (field) => fields[field] ?? ''
}

/** What stood there before, word for word, is not asked again. */
function newSince(findings: Finding[], before: { findings: Finding[] }): Finding[] {
  const known = before.findings.map(({ field, message }) => `${field} ${message}`)
  return findings.filter(
    ({ severity, field, message }) => severity === 'reject' || !known.includes(`${field} ${message}`),
  )
}

/** The door that every award goes through, whoever asks. */
function bySchema(typed: AwardRecord): { record: AwardRecord | null; wrong: Finding[] } {
  const read = awardRecord.safeParse(typed)
  if (read.success) return { record: read.data, wrong: [] }
  const wrong = read.error.issues.map(({ path, message }) =>
    reject('not-accepted', fieldOfMember(path, typed), `This cannot be stored: it must be ${message}.`),
  )
  return { record: null, wrong }
}

function taken(lookalikes: Lookalike[]): Finding[] {
  const owner = lookalikes.find(({ alike }) => alike.includes('office-number'))
  if (!owner) return []
  const message = `The record ${owner.number} has this office number: correct the number, or go to that record.`
  return [reject('office-number-taken', 'officeNumber', message)]
}
