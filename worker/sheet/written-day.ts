/**
 * Days as people write them. Only YYYY-MM-DD is taken as it stands; what has one likely reading is proposed with
 * it; what has none is refused.
 */
import { addDays, type Day, isDay } from '../../shared/dates.ts'
import { type Finding, quoted, reject, review } from '../../shared/finding.ts'

export type DayCode =
  | 'date-us'
  | 'date-month-name'
  | 'date-other-order'
  | 'date-missing'
  | 'date-two-digit-year'
  | 'date-serial'
  | 'date-impossible'
  | 'date-unreadable'

export interface WrittenDay {
  day?: Day
  findings: Finding<DayCode>[]
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** Forms that have one likely reading. */
const FORMS: { code: DayCode; as: string; form: RegExp }[] = [
  { code: 'date-us', as: 'month/day/year', form: /^(?<m>\d{1,2})([/-])(?<d>\d{1,2})\2(?<y>\d{4})$/ },
  { code: 'date-other-order', as: 'day.month.year', form: /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/ },
  {
    code: 'date-other-order',
    as: 'year, month, day',
    form: /^(?<y>\d{4})([/.-])(?<m>\d{1,2})\2(?<d>\d{1,2})(?:[T ]\d\d:\d\d.*)?$/,
  },
  { code: 'date-other-order', as: 'year, month, day', form: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/ },
  {
    code: 'date-month-name',
    as: 'month, day, year',
    form: /^(?<month>[a-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/i,
  },
  {
    code: 'date-month-name',
    as: 'day, month, year',
    form: /^(?<d>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[a-z]{3,9})\.?,?[ -](?<y>\d{4})$/i,
  },
]
const TWO_DIGIT_YEAR =
  /^\d{1,2}[/.-]\d{1,2}[/.-]['’]?\d\d$|^\d{1,2}[ -][a-z]{3,9}\.?[ -]['’]?\d\d$|^[a-z]{3,9}\.? \d{1,2},? ['’]\d\d$/i

/** Reads one cell that holds one day, and is not empty. */
export function readDay(written: string, field: string): WrittenDay {
  const text = written.trim().replace(/\s+/g, ' ')
  if (isDay(text)) return { day: text, findings: [] }
  for (const { code, as, form } of FORMS) {
    const groups = form.exec(text)?.groups
    if (!groups) continue
    const [day, how] = dayFrom(groups, as)
    if (!day) break
    const message = `${quoted(text)} is read as ${how}, ${day}: approve that, or write the date as YYYY-MM-DD.`
    return { day, findings: [review(code, field, message)] }
  }
  return { findings: [refusal(text, field)] }
}

function dayFrom(groups: Record<string, string | undefined>, as: string): [Day | null, string] {
  const month = groups.month?.toLowerCase()
  const m = month ? MONTHS.findIndex((name) => name.startsWith(month)) + 1 : Number(groups.m)
  const d = Number(groups.d)
  const write = (a: number, b: number) =>
    `${groups.y}-${String(a).padStart(2, '0')}-${String(b).padStart(2, '0')}`
  if (isDay(write(m, d))) return [write(m, d), as]
  // 31/12/2023 can only be the other way round.
  const turned = !month && groups.y !== undefined && isDay(write(d, m)) && as !== 'year, month, day'
  return turned ? [write(d, m), as === 'month/day/year' ? 'day/month/year' : 'month.day.year'] : [null, as]
}

function refusal(text: string, field: string): Finding<DayCode> {
  const shown = quoted(text)
  if (TWO_DIGIT_YEAR.test(text)) {
    return reject(
      'date-two-digit-year',
      field,
      `${shown} has a year of two digits: write the date as YYYY-MM-DD.`,
    )
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const meant = addDays('1899-12-30', Math.floor(Number(text)))
    const message = `${shown} is a spreadsheet’s day number (perhaps ${meant}): format the column as YYYY-MM-DD.`
    return reject('date-serial', field, message)
  }
  if (FORMS.some(({ form }) => form.test(text))) {
    return reject('date-impossible', field, `There is no day ${shown}: write the right one, as YYYY-MM-DD.`)
  }
  return reject('date-unreadable', field, `${shown} cannot be read as a day: write it as YYYY-MM-DD.`)
}
