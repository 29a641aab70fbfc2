/** What the boxes of applicant systems ask for, one by one: NEOGOV's "Certificates and licenses", Workday's "Certifications". */
import { areas } from './areas.ts'
import type { Day } from './dates.ts'
import type { RelatedArea } from './job-areas.ts'
import { nameForms } from './latin-letters.ts'
import { areasInOrder, CERTIFICATE, type Resume } from './resume.ts'
import { tellDay } from './telling.ts'

export interface ResumeField {
  key: string
  label: string
  value: string
  /** The same, as other forms want it; the label goes on after a colon. */
  others?: { label: string; value: string }[]
  hint?: string
}

/** In the order in which forms ask. */
export function resumeFields(resume: Resume, related: RelatedArea[] = []): ResumeField[] {
  const { issuer, number, record, term, url } = resume
  const note = remark(resume)
  return [
    {
      key: 'certificate',
      label: 'Certificate or license',
      value: CERTIFICATE,
      hint: 'Not in the form’s list? Choose “other” or “not listed”, and paste this. It is a certification, not a license.',
    },
    {
      key: 'number',
      label: 'Number',
      value: number,
      hint: 'It fits boxes of 15 characters. Where hyphens are refused, leave them out: the code still works.',
    },
    {
      key: 'issuer',
      label: 'Issued by',
      value: issuer.name,
      ...othersOf([['short', issuer.short, issuer.name]]),
    },
    {
      key: 'country',
      label: 'Issued in (country)',
      value: 'United States',
      hint: 'Where a state is asked for: it is no state’s certification. Leave it empty, or choose “other”.',
    },
    { key: 'issued', label: 'Issued', ...dates(record.certifiedOn) },
    {
      key: 'expires',
      label: term === 'ended' ? 'Expired' : 'Expires',
      ...dates(record.expiresOn),
      hint: '“Renewal in progress” is true once you have sent in your hours. “License verified” is for the employer to fill in.',
    },
    { key: 'url', label: 'Link', value: url },
    {
      key: 'areas',
      label: 'Areas, skills or comments',
      value: areasInOrder(record, related)
        .map(({ set }) => areas[set].label)
        .join('; '),
    },
    ...(note ? [{ key: 'remark', label: 'Remarks', value: note }] : []),
    { key: 'name', label: 'Name on the certificate', ...names(resume) },
  ]
}

/** All of them, a line each. */
export function allFields(fields: ResumeField[]): string {
  return fields.map(({ label, value }) => `${label}: ${value}`).join('\n')
}

/** `04/04/2028` */
export function monthDayYear(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${month}/${date}/${year}`
}

/** `04/2028` */
export function monthYear(day: Day): string {
  const [year, month] = day.split('-')
  return `${month}/${year}`
}

function dates(day: Day): Pick<ResumeField, 'value' | 'others'> {
  return {
    value: monthDayYear(day),
    others: [
      { label: 'month and year', value: monthYear(day) },
      { label: 'in words', value: tellDay(day, 'en-US') },
    ],
  }
}

function names({ record }: Resume): Pick<ResumeField, 'value' | 'others' | 'hint'> {
  const { shown, latin, plain } = nameForms(record.name)
  return {
    value: shown,
    ...othersOf([
      ['in Latin letters', latin, shown],
      ['without accents', plain, shown],
    ]),
    hint: 'If the application has another name, an employer is told so kindly, and that people change names.',
  }
}

function othersOf(
  all: [label: string, value: string | undefined, unlike: string][],
): Pick<ResumeField, 'others'> {
  const others = all.flatMap(([label, value, unlike]) =>
    value && value !== unlike ? [{ label, value }] : [],
  )
  return others.length > 0 ? { others } : {}
}

/** What a box for dates cannot say. */
function remark({ record, term }: Resume): string | null {
  const { expiresOn, provisionalUntil } = record
  if (term === 'ended')
    return `The last term ended ${tellDay(expiresOn, 'en-US')}. The areas listed were passed; the link shows them.`
  if (term === 'not-begun') return `Awarded; in effect from ${tellDay(record.certifiedOn, 'en-US')}.`
  if (provisionalUntil)
    return `Provisional: all areas are passed; a year of library work is to be shown by ${tellDay(provisionalUntil, 'en-US')}.`
  return null
}
