/** How alike two names are, word by word. */
import { isSame, spelled } from './name-words.ts'

/** 2: the same. 1: close enough to ask about: an initial, a short form, a slip of the keys. 0: another. */
export type Likeness = 0 | 1 | 2

/** Chinese, Japanese, Korean: written without spaces, and one letter is a word. */
const EAST_ASIAN = /[\u2E80-\uD7AF]/
/** What forms put where a person has only one name. */
const FILLER = /^(?:fnu|lnu|nfn|nln)$/

/**
 * Compares words of one script, given names first. A middle name may be missing on either side; two different
 * ones are two people.
 * @param surnames of the record, where they are known
 */
export function compareWords(record: string[], application: string[], surnames: string[]): Likeness {
  const [a, b] = [joined(record, application), joined(application, record)]
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const only = short[0] as string
  if (short.length === 1) {
    if (long.length === 1 || EAST_ASIAN.test(only)) return likeness(only, long.join(''), true)
    // One name is not surely the whole of two; but forms double it, or fill in for it.
    const repeats = (word: string) => isSame(word, only) || FILLER.test(word)
    return (short === a ? long.every(repeats) : long.some(repeats)) ? 1 : 0
  }
  const last = [a.at(-1), b.at(-1)]
  const like = (x = '', y = '') => likeness(x, y, !last.includes(x) && !last.includes(y))
  const ends = Math.min(like(a[0], b[0]), like(...(last as [string, string])))
  const inner = ends > 0 && inOrder(short.slice(1, -1), long.slice(1, -1), like)
  if (inner) {
    const { least, left } = inner
    // Half a surname left out is another matter, and half a Min-jun.
    const isMiddle = (word: string) =>
      !surnames.includes(word) && !/-/.test(word + long[long.indexOf(word) + 1])
    const isSure = ends + least === 4 && (left.length < 2 || (long === a && surnames.length > 0))
    return isSure && left.every(isMiddle) ? 2 : 1
  }
  const shared = short.filter((x) => long.some((y) => isSame(x, y))).length
  return shared === short.length || shared > 2 || isSame(a.join(''), b.join('')) || inOrder(short, long, like)
    ? 1
    : 0
}

/** As one word what the other side writes as one: min jun as minjun. */
function joined(words: string[], others: string[]): string[] {
  const out: string[] = []
  for (const word of words) {
    const both = out.at(-1) + word
    if (others.some((other) => isSame(other, both))) out[out.length - 1] = both
    else out.push(word)
  }
  return out
}

/** Finds all words of one list in another, in order. */
function inOrder(words: string[], among: string[], like: (x: string, y: string) => Likeness) {
  const left = [...among]
  let least = 2
  let from = 0
  for (const word of words) {
    from = left.findIndex((other, i) => i >= from && like(word, other) > 0)
    if (from < 0) return
    least = Math.min(least, like(word, left[from] as string))
    left.splice(from, 1)
  }
  return { least, left }
}

/** @param given whether both can be given names: surnames have no short forms */
function likeness(a: string, b: string, given: boolean): Likeness {
  if (isSame(a, b)) return 2
  const [x, y] = [spelled(a), spelled(b)]
  // J or TJ; and which Chinese characters are one, in an older form and a newer, is not ours to tell.
  const isInitial = (word: string) =>
    EAST_ASIAN.test(word) || word.length === 1 || (given && /^[a-z][^aeiouy]$/.test(word))
  if (isInitial(x) || isInitial(y)) return x[0] === y[0] ? 1 : 0
  const bare = (word: string) => word.replace(/^.*=/, '')
  return bare(a) === bare(b) || isSlip(x, y) || sound(x) === sound(y) || (given && isShortForm(x, y)) ? 1 : 0
}

/**
 * Is one the other with two letters swapped, or one wrong or missing? In short words and at either end one letter
 * makes another name: Tran and Trang, Maria and Mario, Darlene and Marlene.
 */
function isSlip(x: string, y: string): boolean {
  const length = Math.max(x.length, y.length)
  let at = 0
  while (x[at] === y[at]) at++
  const isRest = (i: number, j: number) => x.slice(at + i) === y.slice(at + j)
  if (isRest(2, 2) && x.charAt(at) + x[at + 1] === y[at + 1] + y.charAt(at)) return length > 4
  if (!isRest(1, 1) && !isRest(1, 0) && !isRest(0, 1)) return false
  if (/[^a-z]/.test(x)) return length > 3
  const changed = (x.length < y.length ? '' : x[at]) + (y.length < x.length ? '' : y.charAt(at))
  return at > 0 && x.at(-1) === y.at(-1) && length > (/^[aeiouy]+$/.test(changed) ? 5 : 7)
}

/** What an English ear hears: the first vowel, the consonants, and the ending, which tells Maria from Mario. */
const HEARD: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/^mc/, 'mac'],
  [/ch(?=r)|c(?![heiy])|qu?/g, 'k'],
  [/c(?!h)|z/g, 's'],
  [/(?<=[aeioutkrdg])h/g, ''],
  [/w/g, 'v'],
  [/g(?=[ei])|^[iy](?=[aou])/g, 'j'],
  [/y/g, 'i'],
  [/(?<=[^aeiou])e$/, ''],
  [/e[ai]|ie/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou].*[^aeiou])[aeiou]+(?=[^aeiou])/g, ''],
]

function sound(word: string): string {
  return HEARD.reduce((heard, [pattern, instead]) => heard.replace(pattern, instead), word)
}

/** Short forms that are no piece of the long name. */
const SHORT_FORMS =
  'elizabeth liz betty libby|margaret peggy meg|katherine catherine kate katie|patricia trish|susan sue susie|dorothy dot|mary molly polly|ann anna annie nancy|sarah sally|judith judy|theresa terry|william bill|robert bob|richard rick dick|james jim|john jack|michael mike|edward ted|henry hank|stephen steven steve|david dave|jose pepe|francisco paco|muhammad mohammed mohamed'

/** Also Pat for Patricia, Debbie for Deborah, Becky for Rebecca, Lupe for Guadalupe; but never Paul for Paula. */
function isShortForm(x: string, y: string): boolean {
  const [short, long] = [x, y]
    .map((name) => name.replace(/c|qu?/g, 'k'))
    .sort((a, b) => a.length - b.length) as [string, string]
  const stem = short.replace(/([^aeiouy])(?:\1|([^aeiouy]))(?:ie|e?y|i)$/, '$1$2')
  const piece =
    long.length > stem.length + 1 &&
    /^.{2,4}[^aeiou]$/.test(stem) &&
    (stem === short ? long.startsWith(stem) : long.includes(stem))
  return (
    piece ||
    (short.length > 3 && long.endsWith(short)) ||
    SHORT_FORMS.split('|').some((forms) => [x, y].every((name) => forms.split(' ').includes(name)))
  )
}
