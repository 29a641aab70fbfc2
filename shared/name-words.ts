/**
 * A name as words that can be compared, whatever the script, the keyboard and the form that it went through.
 * Nothing here is for showing: names are shown as their holders write them.
 */

export interface NameWords {
  /**
   * Given names, then surnames, in plain letters: `van=der=berg` holds its particles, `-jun` is tied to the word
   * before, and capitals are letters that some spellings have: `muEller`.
   */
  words: string[]
  /** `j`, `s`, `iii`: junior, senior, the third. */
  generation: string
}

/** Marks that people leave out, of Latin, Greek, Cyrillic, Hebrew and Arabic. In other scripts they are vowels. */
const MARKS = /[\u0300-\u036F\u0591-\u05C7\u0640\u064B-\u065F\u0670]+/g
/** Letters that are more than a letter and a mark. */
const LETTERS = 'øoE łl đd ðd þth æae œoe əe ىي یي کك ةه ٱا'
/** Cyrillic letters, and what they look like. */
const TWINS = 'аa еe оo рp сc уy хx іi јj ѕs кk мm тt вb нh'

function respelled(text: string, table: string): string {
  const pairs = new Map(table.split(' ').map((pair) => [pair[0], pair.slice(1)]))
  return text.replace(/[^\0-\x7F]/g, (letter) => pairs.get(letter) ?? letter)
}

/** Letters without case, marks and national forms. By way of capitals: ß becomes ss, and ı becomes i. */
function plain(name: string): string {
  const small = name.toLowerCase().toUpperCase().toLowerCase().normalize('NFKD')
  const marked = small.replace(/([aou])\u0308/g, '$1E').replace(/a\u030A/g, 'aA')
  return respelled(marked.replace(MARKS, ''), LETTERS).normalize('NFC')
}

/** Cyrillic letters among Latin ones are there for their looks: each becomes its twin. */
export function unmixed(name: string): string {
  return name.replace(/[\p{L}\p{M}]+/gu, (word) =>
    /\p{sc=Latin}/u.test(word) && /\p{sc=Cyrillic}/u.test(word) ? respelled(plain(word), TWINS) : word,
  )
}

/** The letters alone, in the shorter spelling. */
export function spelled(word: string): string {
  return word.replace(/[=A-Z-]/g, '')
}

/** The same word, in either spelling? */
export function isSame(a: string, b: string): boolean {
  const [x, y] = [spelled(a), spelled(b)]
  return x === y || spelled(a.toLowerCase()) === y || x === spelled(b.toLowerCase())
}

const TITLES = /(^|, *)(?:(?:mrs?|ms|miss|mx|dr|prof|rev|sra?|srta)(?:\. *| +))+/gi
const LETTERS_AFTER = / (?:clss|lssc|mlis|mls|ph\.?d|ed\.?d)\.?(?= |,|$)/gi
const GENERATION = /,? (jr|sr|junior|senior|i[iv]+|2nd|3rd|4th)\.?(?= *(,|$))/i
const PARTICLES =
  /(?<=\S )(van|von|de[nr]?|del|della|di|da|dos?|das|du|l[aeo]s?|[ae]l|bin|ibn|ben|bint|ma?c|st|santa?|ter?)[ -](?=\S)/g

/** Takes titles and the letters after a name away, and turns "Whitcomb, Darlene" around. */
export function nameWords(name: string): NameWords {
  const bare = name
    .replace(/\p{Pd}/gu, '-')
    .replace(TITLES, '$1')
    .replace(LETTERS_AFTER, '')
  const [first = '', ...rest] = bare.replace(GENERATION, '').split(/[,،、]/)
  // After a full name and a comma, a few capitals are letters too.
  const given = rest.filter((part) => !/\p{Ll} .*\p{Ll}/u.test(first) || /[^\p{Lu} .-]/u.test(part))
  const words = plain([...given, first].join(' '))
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, ' ')
    .trim()
    .replace(/saint(?=[ -])/g, 'st')
    .replace(PARTICLES, '$1=')
    .split(/ |(?=-)/)
  const [, generation = ''] = GENERATION.exec(bare) ?? []
  return { words: words.filter(spelled), generation: generation.toLowerCase().replace(/^([js]).+/, '$1') }
}

/** Where scripts end: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic; the Indian ones; kana, Han, Hangul; the rest. */
const ENDS = [0x370, 0x400, 0x530, 0x590, 0x600, 0x700, 0x980, 0xb00, 0xe00, 0x2e80, 0x3100, 0xac00, 0xd7b0]

/** Which script a word is in; rarer ones count as one. */
export function scriptOf(word: string): number {
  return ENDS.findIndex((end) => (word.codePointAt(0) ?? 0) < end)
}
