/**
 * Is a record this applicant's? Names and addresses compared where the applicant's data already is. The answer
 * stands beside the verdict and never touches it: people change names, forms mangle them, and nobody's identity
 * is checked here.
 */
import { hex, sha256 } from './bytes.ts'
import { isClose, isSame } from './name-likeness.ts'
import { SCRIPTS, spellings } from './name-words.ts'
import type { HolderName } from './record.ts'

/** `similar` wherever there is doubt: `different` is said when sure, `match` when surer. */
export interface Comparison {
  result: 'match' | 'similar' | 'different' | 'not-compared'
  /** As the record shows it. */
  record: string
  /** As it was typed, without what could disturb the page around it. */
  application: string
}

/** 2: the same. 1: close enough to ask about. 0: another. */
type Likeness = 0 | 1 | 2

/** Ninety letters are ordinary, also where each carries marks of its own; what is longer is no name. */
const LONGEST = 400
/** Turned around, changed on the way (JosÃ©, Jos?, Jos&eacute;), or with a Cyrillic letter for its Latin twin. */
const GARBLED = /[\u202A-\u202E\uFFFD?;]|[Â-ô][\x80-¿ˆ˜–-™]|[A-z]\p{sc=Cyrl}|\p{sc=Cyrl}[A-z]/u

/**
 * Compares the name in a record with the one in an application.
 * @param holder former names count where their holder shows them, and are never told
 */
export function compareNames(holder: HolderName, applicationName: string): Comparison {
  const typed = applicationName.trim()
  return {
    result: compare(holder, typed),
    record: holder.display,
    application: typed
      .slice(0, LONGEST)
      .replace(/[\p{Cc}\p{Bidi_C}]+/gu, ' ')
      .replace(/(\p{M}{8})\p{M}+/gu, '$1')
      .trim(),
  }
}

/**
 * Compares an e-mail address with the salted hash in a record, as typed and in small letters.
 * @returns `not-compared` where either is missing
 */
export async function compareEmail(
  email: { hash: string; salt: string } | undefined,
  applicationEmail: string,
): Promise<'match' | 'email-different' | 'not-compared'> {
  const typed = applicationEmail.trim()
  if (!email?.hash.startsWith('sha256$') || typed === '') return 'not-compared'
  for (const address of [typed, typed.toLowerCase()]) {
    if (`sha256$${hex(await sha256(address + email.salt))}` === email.hash.toLowerCase()) return 'match'
  }
  return 'email-different'
}

function compare(holder: HolderName, typed: string): Comparison['result'] {
  const { display, native = display, former = [] } = holder
  if (typed.length > LONGEST || !/\p{L}/u.test(typed)) return 'not-compared'
  if (typed === display) return 'match'
  if (/ (&|and) /i.test(typed)) return 'different'
  const remains = GARBLED.test(typed) && lettersOf(typed)
  const best = Math.max(
    ...[display, native, ...former]
      .flatMap(spellings)
      .flatMap((ours) =>
        remains
          ? Number(remains.test(ours.join('')))
          : spellings(typed).map((theirs) => compareWords(ours, theirs, holder)),
      ),
  )
  // Where no form of the name shares a script, nothing could be compared.
  return best > 1 ? 'match' : best === 0 ? 'different' : 'similar'
}

/** Finds, in order, the letters of a garbled name that nothing can have changed. */
function lettersOf(garbled: string): RegExp {
  return RegExp(
    garbled
      .toLowerCase()
      .replace(/&.*?;|[^a-z]/g, '')
      .replace(/./g, '[^$&]*$&'),
  )
}

/**
 * Script by script, in either order where surnames come first. What only one side has is not held against it.
 * @returns -1 where they share no script
 */
function compareWords(ours: string[], theirs: string[], { order, family = '' }: HolderName): Likeness | -1 {
  const surnames = spellings(family).flat()
  const found = SCRIPTS.flatMap((script): Likeness | [] => {
    const [a = [], b = []] = [ours, theirs].map((words) => words.filter((word) => script.test(word)))
    const [first, ...others] = a
    if (!first || !b[0]) return []
    const turned = order === 'family-first' ? [...others, first] : a
    // There, half of a given name is no middle name.
    const mayLack = order !== 'family-first'
    if (isSame(a, b, surnames, mayLack) || isSame(turned, b, surnames, mayLack)) return 2
    return isClose(a, b) ? 1 : 0
  })
  const [one = -1] = found
  return found.every((other) => other === one) ? one : 1
}
