/** How an area can have been passed, as a list to choose from: only what fits the area, in words and with its dates. */
import { type Day, noonOf } from '../dates.ts'
import { pathways, type SetId } from '../programme.ts'
import { type Agreement, agreements, coveredFrom } from './institutions.ts'
import { courseNamed, type Provider, providers } from './providers.ts'
import { PORTFOLIO } from './references.ts'

export interface Choice {
  /** `pathway:reference`, as in a cell of the office's sheet; what is not complete without an award ends in a slash. */
  value: string
  text: string
}

export interface Choices {
  label: string
  choices: Choice[]
}

/** A course or an award that the catalogue does not know: it is typed, and someone looks into it. */
export const OTHER_COURSE = 'course:'
export const OTHER_AWARD = 'recognition:'

/** What has to be typed besides a choice: of some colleges the award alone, of what is not in the catalogue everything. */
export function asksFor(value: string): 'nothing' | 'award' | 'all' {
  return value.endsWith(':') ? 'all' : value.endsWith('/') ? 'award' : 'nothing'
}

/** Every way that the catalogue knows, the usual ones first. */
export function choicesFor(set: SetId): Choices[] {
  return [
    {
      label: 'Approved course',
      choices: [...providers.flatMap((one) => coursesOf(one, set)), other(OTHER_COURSE, 'Another course')],
    },
    { label: 'Portfolio', choices: [portfolio()] },
    {
      label: 'Recognized college program',
      choices: [
        ...agreements.filter(({ gaps }) => !gaps?.sets.includes(set)).flatMap(awardsOf),
        other(OTHER_AWARD, 'Another college'),
      ],
    },
  ]
}

/** Courses that make a set only together are one choice. */
function coursesOf({ id, name, courses, bundles = [] }: Provider, set: SetId): Choice[] {
  const parts = bundles.filter((one) => one.set === set).map((one) => one.courses)
  const alone = courses
    .filter((one) => one.set === set && !parts.flat().includes(one.code))
    .map(({ code }) => [code])
  return [...alone, ...parts].flatMap((codes) => {
    const reference = `${id}/${codes.join('+')}`
    const named = courseNamed(reference)?.courses ?? []
    const title = named.map((one) => one.title).join(' + ')
    const [to] = named.flatMap(({ approvedTo }) => approvedTo ?? []).sort()
    return { value: `course:${reference}`, text: `${title} · ${name}${to ? ` (until ${told(to)})` : ''}` }
  })
}

function portfolio(): Choice {
  const { to } = pathways.portfolio
  const until = to ? ` (until ${told(to)})` : ''
  return { value: `portfolio:${PORTFOLIO}`, text: `Portfolio reviewed by two experts${until}` }
}

/** Of some agreements no source says which awards they cover: the award is typed. */
function awardsOf(agreement: Agreement): Choice[] {
  const { id, institution, awards, endedOn } = agreement
  const since = `graduates since ${told(coveredFrom(agreement))}${endedOn ? `, until ${told(endedOn)}` : ''}`
  const known = Object.entries(awards ?? {}).map(([code, award]) => ({
    value: `recognition:${id}/${code}`,
    text: `${institution}: ${award} (${since})`,
  }))
  if (known.length > 0) return known
  return [{ value: `recognition:${id}/`, text: `${institution}: type the award (${since})` }]
}

function other(value: string, what: string): Choice {
  return { value, text: `${what}, not in the catalogue: type it below` }
}

function told(day: Day): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(new Date(noonOf(day)))
}
