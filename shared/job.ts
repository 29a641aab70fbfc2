/**
 * Which areas a job asks for: in the ad's own words, or by the names that a job board gives. An area is found by
 * what hirers write (`job-phrases.ts`), with the phrase that says so. There is no score, and no order of merit.
 */
import type { SetId } from './areas.ts'
import type { RelatedArea } from './job-areas.ts'
import { readers } from './job-reader.ts'
import { adAsRead, clauseAround, isNegated, withoutOtherMatters } from './job-text.ts'
import { setNamed } from './programme.ts'

interface Found {
  set: SetId
  start: number
  phrase: string
  /** Says it outright, and not only beside other phrases. */
  outright: boolean
}

/** As many as a reader wants to see. */
const MOST = 6

/** Interlibrary loan is written in capitals; patrons can be ill. */
const SMALL_ACRONYM = /^(?:ills?|ils|stea?m)$/
const ADVISORY: SetId = 'adult-readers-advisory-services'
const YOUTH: SetId = 'youth-services'
const ADULTS = /(?<!young )\badults?\b/i
const THE_YOUNG =
  /\b(?:child|juvenile|youth|teen|tween|kids?\b|young|kindergart|preschool|picture book|chapter book)|-year-old/i

/**
 * Reads an ad, plain text or pasted HTML.
 * @returns the areas that it names, in the order in which it first names each; every phrase is a piece of its text
 */
export function relatedAreas(adText: string): RelatedArea[] {
  const found = readAd(adAsRead(adText))
  const plain = found.every(({ outright }) => !outright)
  const bySet = new Map<SetId, Found[]>() // Node 20 has no Map.groupBy
  for (const one of found) bySet.set(one.set, [...(bySet.get(one.set) ?? []), one])
  return [...bySet].flatMap(([set, all]) => {
    const said = unlike(all.map(({ phrase }) => phrase))
    const isSaid = plain || said.length > 1 || all.some(({ outright }) => outright)
    return isSaid ? { set, phrases: said.slice(0, MOST) } : []
  })
}

/** The areas that a list of ids, labels or other names gives, separated by commas or spaces; others are left out. */
export function areasNamed(ids: string): SetId[] {
  const named = new Set<SetId>()
  for (const part of ids.slice(0, 2000).split(/[,;\n]/)) {
    const words = part.split(/\s+/).filter(Boolean)
    while (words.length > 0) {
      // The longest name that begins here: "Access Services Youth Services" are two.
      const length =
        [6, 5, 4, 3, 2, 1].find((n) => n <= words.length && setNamed(words.slice(0, n).join(' '))) ?? 1
      const set = setNamed(words.splice(0, length).join(' '))
      if (set) named.add(set)
    }
  }
  return [...named]
}

/**
 * Does an ad name the certification itself? LSSC alone is not enough: a college in Florida uses the letters, and
 * states have certifications of their own by the same name.
 */
export function namesLssc(adText: string): boolean {
  const text = adAsRead(adText)
  return (
    /(?<!Arizona )Library\s+Support\s+Staff\s+Certifi|Certified\s+Library\s+Support\s+Staff/i.test(text) ||
    (/\b(?:LSSCP?|CLSS)\b/.test(text) && /\bALA[ –-]?APA\b|Allied Professional Association/i.test(text))
  )
}

function readAd(text: string): Found[] {
  const duties = withoutOtherMatters(text)
  const found = readers().flatMap(({ set, reader, outright }) =>
    [...duties.matchAll(reader)].flatMap(({ 0: phrase, index: start }): Found[] => {
      const end = start + phrase.length
      if (isNegated(duties, start, end) || SMALL_ACRONYM.test(phrase)) return []
      return [
        {
          set: isForTheYoung(set, clauseAround(duties, start, end)) ? YOUTH : set,
          start,
          phrase: phrase.replace(/\s+/g, ' '),
          outright,
        },
      ]
    }),
  )
  const forTheYoung = found.filter(({ set }) => set === YOUTH).length > 2 && !ADULTS.test(text)
  return found
    .map((one) => (forTheYoung && one.set === ADVISORY ? { ...one, set: YOUTH } : one))
    .sort((a, b) => a.start - b.start)
}

/** Books found for children are Youth Services; the other set is of adult readers. */
function isForTheYoung(set: SetId, clause: string): boolean {
  return set === ADVISORY && THE_YOUNG.test(clause) && !ADULTS.test(clause)
}

/** Each phrase once, and none that is part of another. */
function unlike(all: string[]): string[] {
  const once = [...new Map(all.slice(0, 200).map((phrase) => [phrase.toLowerCase(), phrase])).entries()]
  return once
    .filter(([low]) => !once.some(([other]) => other !== low && other.includes(low)))
    .map(([, phrase]) => phrase)
}
