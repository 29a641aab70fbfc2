/**
 * Which of many names could be one person's? Quick and generous: what passes is then compared properly
 * (`applicant.ts`), which takes a hundred times as long.
 */
import { heard } from './name-likeness.ts'
import { spellings } from './name-words.ts'

/**
 * Makes a sieve for the forms of one name.
 * @returns tells whether another name, as words (`spellings`, or all of a folded name's), shares a word with it, or
 * begins two words of a script alike (the only one, where one of them has only one)
 */
export function nameSieve(forms: string[]): (theirs: string[]) => boolean {
  const ours = forms.flatMap(spellings).filter((words) => words.length > 0)
  const words = new Set(ours.flat().filter((word) => [...word].length > 1))
  // Many names have few words.
  const known = new Map<string, string>()
  const begin = (word: string) => {
    const begins = known.get(word) ?? beginning(word)
    known.set(word, begins)
    return begins
  }
  const begun = ours.flatMap((form) => beginnings(form, begin))
  return (theirs) => {
    if (theirs.some((word) => words.has(word))) return true
    const others = beginnings(theirs, begin)
    return begun.some((one) =>
      others.some((other) => {
        const shared = [...other].filter((begins) => one.has(begins)).length
        return shared > 0 && shared >= Math.min(2, other.size, one.size)
      }),
    )
  }
}

/** How the Latin words begin, and how the others do: a name on file may stand there in several scripts at once. */
function beginnings(words: string[], begin: (word: string) => string): Set<string>[] {
  const [latin, others] = [words.filter(isLatin), words.filter((word) => word !== '' && !isLatin(word))]
  return [latin, others].map((some) => new Set(some.map(begin))).filter(({ size }) => size > 0)
}

const isLatin = (word: string) => /^[a-z]/.test(word)

/** The first two sounds; in scripts whose sounds we do not know, the first letter. */
function beginning(word: string): string {
  return isLatin(word) ? heard(word).slice(0, 2) : ([...word][0] ?? '')
}
