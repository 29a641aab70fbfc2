/**
 * What can be the matter with a name as it is written. Ordinary names of every script pass: a person may have one
 * name or nine, in any order, with particles, apostrophes, marks above and below, and joiners where the script
 * needs them. What would break or deceive a page is refused; what looks like a slip goes to a person.
 */
import { holdsEntities, withoutEntities } from './entities.ts'
import { codePoint, type Finding, quoted, reject, review } from './finding.ts'
import { dissected } from './name-parts.ts'
import { mixedWord, shareAlphabet } from './scripts.ts'

export type NameCode =
  | 'name-empty'
  | 'name-control'
  | 'name-html'
  | 'name-formula'
  | 'name-two-people'
  | 'name-marks'
  | 'name-long'
  | 'name-garbled'
  | 'name-invisible'
  | 'name-spaces'
  | 'name-entity'
  | 'name-former'
  | 'name-brackets'
  | 'name-title'
  | 'name-last-first'
  | 'name-symbol'
  | 'name-placeholder'
  | 'name-mixed-script'

type Findings = Generator<Finding<NameCode>>

/** Ninety characters are ordinary; a cell that holds far more holds something else. */
const LONG = 120
const TOO_LONG = 250

/**
 * Everything that stands against a name, as written. Of a name that is refused, nothing finer is said.
 * @param field what it is the name of, for the findings: `name.display`
 */
export function nameFindings(name: string, field: string): Finding<NameCode>[] {
  const read = asRead(name)
  const refused = [...refusals(name, read, field)]
  return refused.length > 0 ? refused : [...slips(name, read, field), ...meanings(read, field)]
}

/**
 * The same name as an eye reads it: NFC, without what is invisible, with plain spaces and no entities. Where a
 * finding proposes it (`name-invisible`, `name-spaces`, `name-entity`), whoever approves the finding approves it.
 */
export function asRead(name: string): string {
  const read = withoutEntities(name).replace(INVISIBLE, '').replace(ODD_SPACE, ' ').trim().normalize('NFC')
  // One pass may bare the next: `&amp;#39;`, `&am\u200Bp;`.
  return read === name ? read : asRead(read)
}

/** Overrides and isolates hide what a name says; tags and controls break what carries it (SVG, XML, SQL dumps). */
export const CONTROL =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u
/** What spreadsheets run, or take for a formula in another locale. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/
const TWO_PEOPLE = /[&＆;]|\s[/+]\s|\p{L}\s+and\s+\p{L}/iu
/** More marks on one letter than any script needs. */
const MARKS = /\p{M}{9}/u

function* refusals(name: string, read: string, field: string): Findings {
  const control = CONTROL.exec(name)?.[0]
  if (control) {
    const message = `It holds a character that has no place in a name (${codePoint(control)}): type the name anew.`
    yield reject('name-control', field, message)
  }
  if (/[<>]/.test(read)) {
    yield reject('name-html', field, 'It holds a piece of HTML (< or >): write the name alone.')
  }
  if (FORMULA.test(name)) {
    const message = 'It begins as a formula does (with = + - @ or a tab): write the name alone.'
    yield reject('name-formula', field, message)
  }
  if (TWO_PEOPLE.test(read)) {
    yield reject('name-two-people', field, 'It seems to name two people: give each a row of their own.')
  }
  if (MARKS.test(name)) {
    yield reject('name-marks', field, 'It piles up marks on a letter: type the name anew.')
  }
  if ([...read].length > TOO_LONG) {
    yield reject('name-long', field, `It is longer than ${TOO_LONG} characters: give the name alone.`)
  }
  if (!/\p{L}/u.test(read)) {
    yield reject('name-empty', field, 'There is no name here: write it as its holder does.')
  }
}

/** U+FFFD, a question mark for a letter, private characters, and UTF-8 that was once read as Windows-1252. */
const GARBLED = /[\uFFFD?\p{Co}]|Ã[\x80-\xBFŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|Â[\xA0-\xBF]|â€/u

/** Zero-width spaces, marks of direction, soft hyphens, fillers; joiners and selectors that their script does not use. */
const INVISIBLE = new RegExp(
  [
    '[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F\\u2060-\\u2064\\u3164\\uFEFF\\uFFA0]',
    '(?<![\\p{L}\\p{M}])[\\u200C\\u200D]',
    '(?<=[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hebrew}]\\p{M}*)[\\u200C\\u200D]',
    '\\u200C(?![\\p{L}\\p{M}])',
    '(?<!\\p{Script=Han})[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]',
  ].join('|'),
  'gu',
)

/** Everything but single spaces; the ideographic space is the ordinary one in Japanese names. */
const ODD_SPACE = /[^\S\u3000]+/g

function* slips(name: string, read: string, field: string): Findings {
  const length = [...read].length
  if (length > LONG && length <= TOO_LONG) {
    const message = `It has ${length} characters: see that it is the name and nothing else.`
    yield review('name-long', field, message)
  }
  if (GARBLED.test(name)) {
    const message = `A letter was lost on the way (${quoted(name)}): look the name up and type it anew.`
    yield review('name-garbled', field, message)
  }
  const invisible = name.match(INVISIBLE)
  if (invisible) {
    const which = [...new Set(invisible)].map(codePoint).join(', ')
    const message = `It holds something invisible (${which}): read as ${quoted(read)}; approve that, or type the name anew.`
    yield review('name-invisible', field, message)
  }
  if (
    name
      .trim()
      .match(ODD_SPACE)
      ?.some((space) => space !== ' ')
  ) {
    const message = `It holds a tab, a line break or an odd space: read as ${quoted(read)}; approve that, or type the name anew.`
    yield review('name-spaces', field, message)
  }
  if (holdsEntities(name)) {
    const message = `It was written for a web page (${quoted(name)}): read as ${quoted(read)}; approve that, or type the name anew.`
    yield review('name-entity', field, message)
  }
}

const FORMER = new RegExp(
  [
    // Nobody is called so.
    '(?<!\\p{L})(?:[Ff]ormerly|FORMERLY|[Pp]reviously|[Nn]ée|NÉE|né(?= )|[Mm]aiden name|geborene?|geb\\.|nacida|a\\.k\\.a\\.|a/k/a|f/k/a)(?!\\p{L})',
    // Aka, Nee and Alias are names too: only small or all capitals, and with more before and after.
    '\\P{L}(?:aka|AKA|fka|FKA|nee|NEE|alias|ALIAS|born|BORN|now|NOW)[:.]? \\p{L}',
  ].join('|'),
  'u',
)

/** Anything but letters, marks, joiners, spaces, and the points, apostrophes, hyphens and brackets that names have. */
const SYMBOL =
  /(?!\p{Join_Control})[^\p{L}\p{M}\p{Zs}'‘’`´′"“”„«»\-‐‑‒–—־゠.·•‧・･՚׳״་༌፡॰૰,،，、()（）[\]/]|[\u2100-\u214F\u{1D400}-\u{1D7FF}]/u

const PLACEHOLDER =
  /^(?:undefined|unknown|none|test|tbd|n\/a)$|^(?:(?:undefined|unknown|none|test|tbd|n\/a|null|nan)(?: |$)){2,}$/i

/** What a careful reader would ask about. */
function* meanings(read: string, field: string): Findings {
  const former = FORMER.test(read)
  if (former) {
    const message =
      'It tells a former or other name, which is shown only if its holder wishes: leave the present name alone, or ask.'
    yield review('name-former', field, message)
  } else if (nameInBrackets(read)) {
    const message =
      'It tells a second name in brackets: leave the one that is to be shown, or ask its holder.'
    yield review('name-brackets', field, message)
  }
  const { extras, lastFirst } = dissected(read)
  if (extras) {
    const message = `It holds a title or letters after the name (${quoted(extras)}): leave the name alone.`
    yield review('name-title', field, message)
  }
  if (lastFirst && !former) {
    const message = `It seems to be written last name first: write it as its holder does, perhaps ${quoted(lastFirst)}.`
    yield review('name-last-first', field, message)
  }
  const symbol = SYMBOL.exec(read)?.[0]
  if (symbol && !GARBLED.test(read)) {
    yield review('name-symbol', field, `${quoted(symbol)} is not part of a name: write the name alone.`)
  }
  if (PLACEHOLDER.test(read)) {
    const message = `${quoted(read)} seems to stand where a name is missing: look it up.`
    yield review('name-placeholder', field, message)
  }
  const mixed = mixedWord(read)
  if (mixed) {
    yield review(
      'name-mixed-script',
      field,
      `${quoted(mixed)} mixes two scripts in one word: type it in one.`,
    )
  }
}

/** "Robert (Bob) Smith"; but in "李娜 (Li Na)" the brackets hold the same name in another script. */
function nameInBrackets(name: string): boolean {
  const inside = [...name.matchAll(/[([（](.+?)[)\]）]/gu)].map(([, text]) => text).join(' ')
  return shareAlphabet(inside, name.replace(/[([（].+?[)\]）]/gu, ' '))
}
