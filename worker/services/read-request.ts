/** Reads a request that somebody typed to the office: tidied, and refused field by field. */
import { type Activity, hoursOf, isUnit, SHORTEST, totalsOf } from '../../shared/contact-hours.ts'
import { latestDay } from '../../shared/dates.ts'
import { CONTROL } from '../../shared/name-check.ts'
import { readPresented } from '../../shared/presented.ts'
import { rulesOn } from '../../shared/rules.ts'
import type { Desk } from '../desk.ts'
import { refuse, type Wrong } from '../http/problem.ts'
import { fieldsOf, type RequestBody, type RequestField, type RequestKind } from '../request-kinds.ts'
import { readEmail } from '../sheet/contact.ts'
import { tidyOfficeNumber } from '../sheet/office-number.ts'
import { readDay } from '../sheet/written-day.ts'
import type { Person } from './find-person.ts'

/** A field's text, by its name; empty when it is not there. */
export type Typed = (name: string) => string

const LINE = 300
const TEXT = 3000
/** The most activities of one request. */
export const MOST_ACTIVITIES = 30

/**
 * What was typed, ready to be kept. Whether a code, name or address is on file is not looked at.
 * @param asked the fields that its form has
 * @throws Problem `invalid-input`, naming each field
 */
export function readRequest(
  desk: Desk,
  kind: RequestKind,
  typed: Typed,
  asked: RequestField[] = fieldsOf(kind),
): RequestBody {
  const wrong: Wrong[] = []
  const fields: Record<string, string> = {}
  for (const field of asked) {
    const text = typed(field.name)
    const trouble = troubleWith(field, text)
    if (trouble) wrong.push({ field: field.name, message: trouble })
    else if (text !== '') fields[field.name] = field.name === 'code' ? tidyCode(desk, text) : text
  }
  const read = kind === 'hours' ? readActivities(desk, typed) : undefined
  wrong.push(...(read?.wrong ?? []))
  if (read && read.wrong.length === 0) wrong.push(...tooFew(desk, read.activities))
  refuse(wrong)
  return { fields, ...(read ? { activities: read.activities } : {}) }
}

/** Whom a request is about, as far as it says: the name of today and the one at the time, any address, any code. */
export function personIn(request: { number: string | null; contact: string; body: RequestBody }): Person {
  const { number, contact, body } = request
  const { code = '', old = '', who = '', was = '', year = '' } = body.fields
  return {
    names: [who, was].filter(Boolean).map((display) => ({ display, order: 'given-first' })),
    emails: [contact, old].filter(Boolean),
    year,
    ...(number ? { number } : code ? { officeNumber: tidyOfficeNumber(code) } : {}),
  }
}

/** A code or a link of ours becomes the number as printed; all else stays what it is, in case the office knows it. */
function tidyCode({ issuer }: Desk, text: string): string {
  const presented = readPresented(text, issuer.origin)
  if (presented.kind === 'number') return presented.number
  return text.length <= 40 ? tidyOfficeNumber(text) : text
}

function troubleWith({ label, needed, long, type, options }: RequestField, text: string): string | null {
  if (text === '')
    return needed ? `${label} ${label.endsWith('?') ? 'Please say' : 'is needed: please fill it in'}.` : null
  if (options) return options.some(([value]) => value === text) ? null : `${label} Choose one of the list.`
  const most = long ? TEXT : LINE
  if (text.length > most) return `${label}: shorten this to ${most.toLocaleString('en-US')} characters.`
  if (type === 'email')
    return readEmail(text).value ? null : `${label}: type one address, like name@library.org.`
  if (CONTROL.test(text)) return `${label}: it holds a character that cannot be read; type it anew.`
  return !long && /[\n\t]/.test(text) ? `${label}: write this on one line.` : null
}

/** Every row in which something stands. */
export function readActivities(desk: Desk, typed: Typed): { activities: Activity[]; wrong: Wrong[] } {
  const activities: Activity[] = []
  const wrong: Wrong[] = []
  for (let row = 0; row < MOST_ACTIVITIES; row++) {
    if (['date', 'title', 'provider', 'amount'].every((name) => typed(`${name}-${row}`) === '')) continue
    const read = readActivity(desk, row, typed)
    if (Array.isArray(read)) wrong.push(...read)
    else activities.push(read)
  }
  return { activities, wrong }
}

function readActivity(desk: Desk, row: number, typed: Typed): Activity | Wrong[] {
  const text = (name: string) => typed(`${name}-${row}`)
  const on = readDay(text('date'), '').day
  const amount = Number(text('amount').replace(',', '.'))
  const unit = text('unit')
  const line = (name: string, max: number) =>
    text(name) !== '' && text(name).length <= max && !CONTROL.test(text(name)) && !/[\n\t]/.test(text(name))
  const says = `Activity ${row + 1}: `
  const wrong = [
    !on && { field: `date-${row}`, message: `${says}give its day, or the last one if it took several.` },
    on &&
      on > latestDay(desk.now()) && {
        field: `date-${row}`,
        message: `${says}its day is still to come. Send it once it is over.`,
      },
    !line('title', LINE) && { field: `title-${row}`, message: `${says}say what it was, in one line.` },
    !line('provider', LINE) && {
      field: `provider-${row}`,
      message: `${says}say who offered it, in one line.`,
    },
    !isUnit(unit) && { field: `unit-${row}`, message: `${says}choose how it is counted.` },
    isUnit(unit) &&
      !(hoursOf({ amount, unit }) >= SHORTEST && amount <= 1000) && {
        field: `amount-${row}`,
        message: `${says}give its length as a number; an activity counts from one hour on.`,
      },
  ].filter((one) => one !== false && one !== '' && one !== undefined)
  if (wrong.length > 0 || !on || !isUnit(unit)) return wrong as Wrong[]
  return {
    on,
    title: text('title'),
    provider: text('provider'),
    amount,
    unit,
    technology: text('technology') !== '',
  }
}

function tooFew(desk: Desk, activities: Activity[]): Wrong[] {
  const { renewalHours, renewalTechnologyHours } = rulesOn(latestDay(desk.now()))
  const { hours, technology } = totalsOf(activities)
  if (hours < renewalHours)
    return [
      {
        field: 'date-0',
        message: `These come to ${hours} hours; a renewal takes ${renewalHours}. Add the rest, and send them together.`,
      },
    ]
  if (technology >= renewalTechnologyHours) return []
  return [
    {
      field: 'technology-0',
      message: `${technology} of these hours are in technology; a renewal takes ${renewalTechnologyHours}. Tick the activities that were, or add some.`,
    },
  ]
}
