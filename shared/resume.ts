/**
 * The line for a resume: what a stranger understands, and can check. It says what the record says on the day it is
 * made, and not more: whoever has let their certification end reads years, and no "current".
 */
import { areas, type SetId } from './areas.ts'
import { type Day, dayOf } from './dates.ts'
import type { Issuer } from './issuer.ts'
import type { RelatedArea } from './job-areas.ts'
import { inAscii } from './latin-letters.ts'
import type { AwardRecord, EarnedArea } from './record.ts'
import { tellDay } from './telling.ts'

export const CERTIFICATE = 'Library Support Staff Certification (LSSC)'
/** What narrow boxes hold. */
export const SHORT = 120

export type Term = 'current' | 'provisional' | 'not-begun' | 'ended'

/** A record in good standing, as its holder speaks of it. */
export interface Resume {
  number: string
  /** The record's page. */
  url: string
  issuer: Pick<Issuer, 'name' | 'short'>
  record: AwardRecord
  term: Term
}

export interface Lines {
  /** For most resumes. */
  line: string
  /** With what was done for it, for readers who have never heard of it. */
  long: string
  /** At most 120 characters. */
  short: string
  /** `line` in ASCII, for old forms; null where it has letters that are not to be guessed. */
  plain: string | null
}

/**
 * In which part of its term a record in good standing is.
 * @param validFrom the instant from which its newest version holds
 */
export function termOf({ expiresOn, provisionalUntil }: AwardRecord, validFrom: string, today: Day): Term {
  if (expiresOn < today) return 'ended'
  if (dayOf(validFrom) > today) return 'not-begun'
  return provisionalUntil === undefined ? 'current' : 'provisional'
}

/** @param related the areas that an ad names; those that this person has come first */
export function resumeLines(resume: Resume, related: RelatedArea[] = []): Lines {
  const { issuer, record, url } = resume
  const [named, others] = namedAndOthers(record, related)
  const what = `${CERTIFICATE}, ${issuer.name}, ${whenOf(resume)}`
  const line = `${what}: ${listed([...named, ...allHolders(others)])}. Check: ${url}`
  const work = resume.term === 'provisional' ? 'Areas passed' : 'A year of library work, and areas passed'
  const each = listed([...named, ...allHolders(others, true)])
  return {
    line,
    long: `${what}. ${work} through ${waysOf(record.areas)}: ${each}. Check: ${url}`,
    short: shortLine(resume),
    plain: inAscii(line),
  }
}

/** Every area of a record, those that an ad names first and in its order, then those that this person chose. */
export function areasInOrder(record: AwardRecord, related: RelatedArea[] = []): EarnedArea[] {
  const place = ({ set }: EarnedArea) => {
    const named = related.findIndex((one) => one.set === set)
    if (named >= 0) return named
    return related.length + (areas[set].kind === 'required' ? 1 : 0)
  }
  return [...record.areas].sort((a, b) => place(a) - place(b))
}

/** Those of the ad's areas that are on the record: of others nothing is said. */
export function relatedToRecord(record: AwardRecord, related: RelatedArea[]): RelatedArea[] {
  return related.filter(({ set }) => record.areas.some((area) => area.set === set))
}

/** `a`, `a and b`, `a, b, and c` */
export function listed(parts: string[]): string {
  if (parts.length < 3) return parts.join(' and ')
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`
}

function namedAndOthers(record: AwardRecord, related: RelatedArea[]): [string[], string[]] {
  const isOther = (set: SetId) => areas[set].kind === 'required' && !related.some((one) => one.set === set)
  const order = areasInOrder(record, related).map(({ set }) => set)
  const short = (sets: SetId[]) => sets.map((set) => areas[set].short)
  return [short(order.filter((set) => !isOther(set))), short(order.filter(isOther))]
}

function allHolders(others: string[], named = false): string[] {
  if (others.length < 3) return others
  return [`the three areas all holders have${named ? ` (${others.join(', ')})` : ''}`]
}

const year = (day: Day) => day.slice(0, 4)

function whenOf({ record, term }: Resume): string {
  const { certifiedOn, expiresOn } = record
  const until = tellDay(expiresOn, 'en-US')
  switch (term) {
    case 'ended':
      return `${year(certifiedOn)}-${year(expiresOn)}`
    case 'not-begun':
      return `in effect from ${tellDay(certifiedOn, 'en-US')} to ${until}`
    case 'provisional':
      return `${year(certifiedOn)}, current to ${until} (provisional: a year of library work still to be shown)`
    case 'current':
      return `${year(certifiedOn)}, current to ${until}`
  }
}

/** The first that fits. Whatever is left out, an ended term is never without its years, nor a provisional one without its word. */
function shortLine({ issuer, number, record, term, url }: Resume): string {
  const { certifiedOn, expiresOn } = record
  const until = tellDay(expiresOn, 'en-US', 'short')
  const when = {
    current: `current to ${until}`,
    provisional: `current to ${until} (provisional)`,
    'not-begun': `from ${tellDay(certifiedOn, 'en-US', 'short')}`,
    ended: `${year(certifiedOn)}-${year(expiresOn)}`,
  }[term]
  const address = url.replace(/^https?:\/\//, '')
  const tries = [
    `${CERTIFICATE}, ${issuer.short}, ${when}. Check: ${address}`,
    `${CERTIFICATE}, ${when}. Check: ${address}`,
    `${CERTIFICATE}, ${when}. ${address}`,
  ]
  return tries.find((one) => one.length <= SHORT) ?? `${CERTIFICATE}, ${when}. Code ${number}`
}

const WAYS: [EarnedArea['pathway'], string][] = [
  ['course', 'approved courses'],
  ['portfolio', 'a portfolio reviewed by two experts'],
  ['recognition', 'a recognized college program'],
]

function waysOf(earned: EarnedArea[]): string {
  return listed(
    WAYS.flatMap(([pathway, text]) => (earned.some((one) => one.pathway === pathway) ? text : [])),
  )
}
