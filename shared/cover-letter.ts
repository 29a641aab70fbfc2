/** Sentences for a cover letter: each says what the record says of one area, and what work that supports. */
import { areas, type SetId } from './areas.ts'
import type { RelatedArea } from './job-areas.ts'
import type { EarnedArea } from './record.ts'
import { areasInOrder, CERTIFICATE, listed, type Resume } from './resume.ts'
import { tellDay } from './telling.ts'
import { supportedWork } from './words/cover-letter.ts'

export interface LetterSentence {
  set: SetId
  label: string
  text: string
}

/** What the holder did, by area, in their own words: it goes on from "For example, I". */
export type OwnWords = Partial<Record<SetId, string>>

/** As much as anyone reads. */
const MOST_OWN = 300
/** An ad's phrases, in one sentence. */
const MOST_PHRASES = 2

/** The first sentence: what the certification is, and where it can be checked. */
export function letterOpening({ url, record, term }: Resume): string {
  const what =
    'a voluntary U.S. certification run by ALA-APA, the American Library Association’s companion organization'
  const check = `Anyone can check it, free: ${url}`
  const from = tellDay(record.certifiedOn, 'en-US', 'month')
  switch (term) {
    case 'ended':
      return `In ${from} I earned the ${CERTIFICATE}, ${what}, after a year of library work; my last term ran to ${tellDay(record.expiresOn, 'en-US', 'month')}. ${check}`
    case 'provisional':
      return `I hold the ${CERTIFICATE}, ${what}; it is provisional until I have shown a year of library work. ${check}`
    case 'not-begun':
      return `I have been awarded the ${CERTIFICATE}, ${what}; it asks for a year of library work, and is in effect from ${tellDay(record.certifiedOn, 'en-US')}. ${check}`
    case 'current':
      return `I hold the ${CERTIFICATE}, ${what}; it asks for a year of library work. ${check}`
  }
}

/** A sentence an area, those that the ad names first, each of these with the ad's own words. */
export function letterSentences(
  { record }: Resume,
  related: RelatedArea[] = [],
  own: OwnWords = {},
): LetterSentence[] {
  return areasInOrder(record, related).map((area) => {
    const { set } = area
    const phrases = related.find((one) => one.set === set)?.phrases ?? []
    const parts = [
      mentioned(phrases),
      earned(area),
      `It supports work such as ${supportedWork[set]}.`,
      did(own[set]),
    ]
    return { set, label: areas[set].label, text: parts.filter(Boolean).join(' ') }
  })
}

function mentioned(phrases: string[]): string {
  const quoted = phrases.slice(0, MOST_PHRASES).map((phrase) => `“${oneLine(phrase)}”`)
  return quoted.length > 0 ? `Your ad mentions ${listed(quoted)}.` : ''
}

function earned({ set, pathway, title, provider, completedOn }: EarnedArea): string {
  const { label } = areas[set]
  const month = tellDay(completedOn, 'en-US', 'month')
  switch (pathway) {
    case 'course':
      return `For ${label}, I completed the course “${oneLine(title)}” (${oneLine(provider)}) in ${month}.`
    case 'portfolio':
      return `For ${label}, I put together a portfolio of my own work, which two experts reviewed; I passed in ${month}.`
    case 'recognition':
      return `For ${label}, I completed a college program recognized by ALA-APA: ${oneLine(title)}, ${oneLine(provider)}, ${month}.`
  }
}

/** What was typed after "For example, I", with the "I" that some type again, and one period. */
function did(typed = ''): string {
  const words = oneLine(typed)
    .slice(0, MOST_OWN)
    .replace(/^(?:for example,?\s+)?i(?:\s+|$)/i, '')
    .replace(/[\s.]+$/, '')
  return words ? `For example, I ${words}.` : ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
