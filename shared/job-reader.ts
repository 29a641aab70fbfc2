/** The lexicon as regular expressions: one for what says an area outright, and one for what only hints at it. */
import type { SetId } from './areas.ts'
import { required } from './job-phrases.ts'
import { elective } from './job-phrases-elective.ts'

const STAFF =
  '(?:staff|employees|personnel|pages|volunteers|interns|library assistants|student (?:workers?|assistants?|aides?|employees?|staff|colleagues)|(?:part time|hourly|circulation|support|work study) (?:staff|workers|employees)|workers)'
const YOUNG =
  '(?:children|teens?|tweens?|kids|toddlers|babies|youth|young people|preschoolers|students in grades)'
const DEVICES =
  '(?:computers?|laptops|copiers?|printers?|scanners?|devices|technolog(?:y|ies)|e readers?|tablets?|printing|internet|software|apps|wi fi|equipment and software)'
const WORKS = '(?:(?:e )?books?|materials|items|titles|media|periodicals|serials|resources|e resources|dvds)'

/** The endings of a verb whose subject is the reader of the ad: supervises, not supervised. */
const DOES = '(?:e?s|e|ing)?'
const MACROS: Record<string, string> = { STAFF, YOUNG, DEVICES, WORKS, DOES }

/**
 * Up to four words, which may have hyphens in them, and perhaps the first part of the next. Each ends at its space, in
 * one way only, and has an end: or a chain of a few hundred hyphens would be divided in every way that there is.
 */
const WORD = "[\\p{L}\\p{N}'’&/"
const GAP = `[ -](?:${WORD}-]{1,40},? ){0,4}(?:${WORD}]{1,40}-)?`

/** One regular expression of many phrases. */
function readerOf(all: string[]): RegExp {
  const source = all
    .join('|')
    .replace(/\)\*/g, '){0,6}')
    .replace(/STAFF|YOUNG|DEVICES|WORKS|DOES/g, (name) => MACROS[name] as string)
    .replace(/'/g, "['’ʼ]?")
    .replace(/~/g, '(?:e?s|e?d|e|ing)?')
    .replace(/ ?… ?/g, '…')
    .replace(/ (\??)/g, (_, optional) => `[\\s\\u2010\\u2011-]${optional ? '*' : '+'}`)
    .replace(/…/g, GAP)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu')
}

export interface Reader {
  set: SetId
  reader: RegExp
  outright: boolean
}

let built: Reader[] | undefined

/** Built when first wanted: most pages read no ad. */
export function readers(): Reader[] {
  built ??= (Object.entries({ ...required, ...elective }) as [SetId, string[]][]).flatMap(([set, all]) => {
    const hints = all.filter((phrase) => phrase.startsWith('?')).map((phrase) => phrase.slice(1))
    const outright = all.filter((phrase) => !phrase.startsWith('?'))
    return [
      { set, reader: readerOf(outright), outright: true },
      ...(hints.length > 0 ? [{ set, reader: readerOf(hints), outright: false }] : []),
    ]
  })
  return built
}
