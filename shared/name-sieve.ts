/**
 * Which of many names could be one person's? Quick and generous: what passes is then compared properly
 * (`applicant.ts`), which takes a hundred times as long.
 */
import { heard } from './name-likeness.ts'
import { spellings } from './name-words.ts'

/**
 * Makes a sieve for the forms of one name.
 * @returns tells whether another name shares a word with it, or begins two words alike (the only one, where one of
 * them has only one)
 */
export function nameSieve(forms: string[]): (other: string) => boolean {
  const ours = forms.flatMap(spellings).filter((words) => words.length > 0)
  const words = new Set(ours.flat().filter((word) => [...word].length > 1))
  const begun = ours.map((form) => new Set(form.map(beginning)))
  return (other) =>
    spellings(other).some((theirs) => {
      if (theirs.some((word) => words.has(word))) return true
      const beginnings = new Set(theirs.map(beginning))
      return begun.some((one) => {
        const shared = [...beginnings].filter((begins) => one.has(begins)).length
        return shared > 0 && shared >= Math.min(2, beginnings.size, one.size)
      })
    })
}

/** The first two sounds; in scripts whose sounds we do not know, the first letter. */
function beginning(word: string): string {
  return /^[a-z]/.test(word) ? heard(word).slice(0, 2) : ([...word][0] ?? '')
}
