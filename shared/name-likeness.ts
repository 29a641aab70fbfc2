/** How alike two names are, word by word. */

/** Short forms that are no piece of the long name: how either begins. */
const SHORT_FORMS =
  'wil|bil rob|bob ric|dic jam|jim joh|jac edw|ted hen|hank marg|peg|meg|mag mary|mol|pol sar|sal patri|tri ann|nan'.split(
    ' ',
  )

/** From a word on: it is no middle name, but the last, a particle, a "Jr." or "III", or what stands before that. */
const NO_MIDDLE = /^\S+$|^((\S+ )?([js]r|i[iv]+|\d..)|[ae]l|[bdlv][aeiou][lnrs]?)( |$)/
/** What forms put where a person has only one name. */
const FILLER = /^[fl]nu$/

/** The same words, with a middle name more or less? Half a surname is another matter. */
export function isSame(a: string[], b: string[], surnames: string[], mayLack = true): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const isShort = (words: string[]) => words.join('') === short.join('')
  const isMiddle = (word: string, at: number) =>
    at > 0 && !surnames.includes(word) && !NO_MIDDLE.test(long.slice(at).join(' '))
  return (
    isShort(long) ||
    (mayLack && long.some((word, at) => isMiddle(word, at) && isShort(long.toSpliced(at, 1))))
  )
}

/** Can both be one person's? Each word that one has more must be like a word that the other has more. */
export function isClose(a: string[], b: string[]): boolean {
  const ours = a.filter((word) => !b.includes(word))
  const theirs = b.filter((word) => !a.includes(word) && !FILLER.test(word))
  const within = (few: string[], many: string[]) => few.every((x) => many.some((y) => isLike(x, y)))
  // One name is not surely the whole of two.
  return within(theirs, ours) || (a.length > 1 && within(ours, theirs))
}

function isLike(x: string, y: string): boolean {
  // One initial or two (TJ); and of East Asian names, the first letter is all we can tell.
  const isInitial = (word: string) => /^.[^aeiouvy]?$|[\u2E80-\uD7AF]/.test(word)
  if (isInitial(x) || isInitial(y)) return x[0] === y[0]
  const [short, long] = [heard(x), heard(y)].sort((p, q) => p.length - q.length) as [string, string]
  // Vowels inside a word are told apart only near its beginning, where short names differ: Zhang, Zheng.
  const bones = (word: string) => word.replace(/(?<=...)[aeio]+\B/g, '')
  const both = `${x} ${y}`
  return (
    bones(short) === bones(long) ||
    // A piece: Deb of Deborah, but not Paul of Paula. Ann, which is heard in two letters, is one of Anna.
    (long.length - short.length > (short.length === 2 ? 0 : 1) &&
      (short.length > 2 ? long.includes(short) : long.startsWith(short))) ||
    // A slip of the keys: in long words, and not at their ends. Darlene and Marlene are two, Maria and Mario too.
    (both.length > 15 && /^(.+).?.?(.+) \1.?.?\2$/.test(both)) ||
    // In other scripts, whose spellings we know less of, a letter or two anywhere but first.
    (!/[a-z\d]/.test(both) && /^(.+).?.?(.*) \1.?.?\2$/.test(both)) ||
    SHORT_FORMS.some((forms) => RegExp(`^(${forms}).* (?!\\1)(${forms})`).test(both))
  )
}

/** What an English ear hears, without the ending of Debbie, Kathy and Mike: so Deb is a piece of Deborah. */
export function heard(word: string): string {
  return word
    .replace(/^mc/, 'mac')
    .replace(/ph|[vw]/g, 'f')
    .replace(/c|qu?/g, 'k')
    .replace(/z/g, 's')
    .replace(/[jy]/g, 'i')
    .replace(/u\B/g, 'o')
    .replace(/ie$|(?<=[^aeio]{2})i$|(?<=.[^aeio])e$/, '')
    .replace(/\Bh/g, '')
    .replace(/(.)\1+/g, '$1')
}
