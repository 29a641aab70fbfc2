/** What is different between two states of a record, in words for whoever decides. */
import { type PathwayId, sets } from './programme.ts'
import type { AwardRecord, EarnedArea } from './record.ts'
import { tellDay } from './telling.ts'

export interface Change {
  /** What of the record it is: "E-mail address", "Technology". */
  what: string
  /** Absent where there was nothing. */
  before?: string
  /** Absent where there is nothing any more. */
  after?: string
}

/** @returns an empty list when both say the same */
export function changesBetween(before: AwardRecord, after: AwardRecord): Change[] {
  const [was, is] = [tellFacts(before), tellFacts(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((what) => was[what] !== is[what])
    .map((what) => ({
      what,
      ...(was[what] === undefined ? {} : { before: was[what] }),
      ...(is[what] === undefined ? {} : { after: is[what] }),
    }))
}

/** Every fact of a record, each under its own name. */
function tellFacts(record: AwardRecord): Record<string, string> {
  const { name } = record
  const days = (list: string[]) => list.map((day) => tellDay(day, 'en-US')).join(', ')
  const day = (one: string | undefined) => days(one ? [one] : [])
  const facts: Record<string, string> = {
    Name: name.display,
    'Order of the name': name.order,
    'Given names': name.given ?? '',
    'Family names': name.family ?? '',
    'In the holder’s own script': name.native ?? '',
    'Former names that are shown': (name.former ?? []).join(', '),
    'E-mail address': record.email ?? '',
    'State or region': record.region ?? '',
    Country: record.country ?? '',
    'Enrolled on': day(record.enrolledOn),
    'Certified on': day(record.certifiedOn),
    'Last day': day(record.expiresOn),
    'Renewed on': days(record.renewedOn),
    'Provisional until': day(record.provisionalUntil),
    ...Object.fromEntries(record.areas.map((area) => [sets[area.set].label, tellArea(area)])),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''))
}

const PASSED: Record<PathwayId, string> = {
  course: 'Course',
  portfolio: 'Portfolio',
  recognition: 'College program',
}

function tellArea(area: EarnedArea): string {
  return [
    `${PASSED[area.pathway]}: ${area.title}, ${area.provider} (${area.reference})`,
    `completed on ${tellDay(area.completedOn, 'en-US')}`,
    `statements of ${area.statements}`,
    area.contactHours && `${area.contactHours} contact hours`,
    area.delivery,
    area.instructor && `instructor ${area.instructor}`,
    area.contentUrl,
    ...(area.products ?? []).map(({ title, url }) => `${title} ${url}`),
  ]
    .filter(Boolean)
    .join('; ')
}
