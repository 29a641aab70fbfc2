/**
 * Is a record this applicant's? Names and addresses compared where the applicant's data already is. The answer
 * stands beside the verdict and never touches it: people change names, forms mangle them, and nobody's identity
 * is checked here.
 */
import { hex, sha256 } from './bytes.ts'
import { compareWords } from './name-likeness.ts'
import { nameWords, scriptOf, unmixed } from './name-words.ts'
import type { HolderName } from './record.ts'

/** Something odd about how a name was typed, for a reader to know; none of it is a verdict. */
export type Flag =
  /** It holds a control that turns text around. */
  | 'bidi-control'
  /** Something invisible stands inside a word. */
  | 'invisible'
  /** A word mixes scripts: a Cyrillic letter for its Latin twin. */
  | 'mixed-script'
  /** Letters were changed on the way (JosÃ©, Jos?, Jos&eacute;); the others were compared. */
  | 'mojibake'
  | 'two-people'
  /** The names share no script, so that nothing could be compared. */
  | 'other-script'

/** `similar` wherever there is doubt: `different` is said when sure, `match` when surer. */
export interface Comparison {
  result: 'match' | 'similar' | 'different' | 'not-compared'
  /** As the record shows it. */
  record: string
  /** As it was typed, without what could disturb the page around it. */
  application: string
  flags: Flag[]
}

/** Ninety letters are ordinary, also where each carries marks of its own; what is longer is no name. */
const LONGEST = 400
const TURNING = /[\u202A-\u202E]/
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu
/** Joiners have their place inside words of other scripts. */
const HIDDEN = /[a-z]\p{Default_Ignorable_Code_Point}+[a-z]/iu
const APOSTROPHES = /['’‘ʼʻʹʽʾʿ`´′＇]/g
const TWO_PEOPLE = /[&;]|\p{L}\s+and\s+\p{L}/iu
/** UTF-8 that was read as Windows-1252, lost letters, and HTML. */
const GARBLED = /[Â-ß][\x80-¿Œ-ƒˆ˜–-™]|[à-ô][\x80-¿Œ-ƒˆ˜–-™]{2}|\p{L}\?|\?\p{L}|\uFFFD|&#?\w+;/u

/**
 * Compares the name in a record with the one in an application.
 * @param holder former names count where their holder shows them, and are never told
 */
export function compareNames(holder: HolderName, applicationName: string): Comparison {
  const { display, native = display, former = [] } = holder
  const typed = applicationName.trim()
  const application = showable(typed.slice(0, LONGEST))
  const flags: Flag[] = []
  const answer = (result: Comparison['result']) => ({ result, record: display, application, flags })
  if (typed.length > LONGEST || !/\p{L}/u.test(typed)) return answer('not-compared')
  const note = (flag: Flag, is: boolean) => is && flags.push(flag)
  const garbled = GARBLED.test(typed)
  const read = asRead(typed, garbled)
  const name = unmixed(read)
  note('bidi-control', TURNING.test(typed))
  note('mojibake', garbled)
  note('mixed-script', name !== read)
  const doubtful = flags.length > 0
  note('invisible', HIDDEN.test(typed))
  note('two-people', TWO_PEOPLE.test(name))
  if (typed === display) return answer('match')
  if (flags.includes('two-people')) return answer('different')
  const best = Math.max(
    ...[display, native, ...former].map((one) => compareForms(asRead(one, garbled), name, holder)),
  )
  note('other-script', best < 0)
  if (best === 0) return answer('different')
  return answer(best === 2 && !doubtful ? 'match' : 'similar')
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

/** What an eye reads; of a garbled name, the letters that nothing can have changed. */
function asRead(name: string, garbled: boolean): string {
  const letters = garbled ? name.normalize('NFC').replace(/&#?\w+;|[^\0-\x7F]|\?/g, '') : name
  return letters.replace(INVISIBLE, '').replace(APOSTROPHES, '').normalize('NFKC').replace(/\s+/g, ' ').trim()
}

function showable(text: string): string {
  return text
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .trim()
}

/**
 * Script by script, in either order where surnames come first. What only one side has is not held against it.
 * @returns -1 when they share no script
 */
function compareForms(record: string, application: string, { order, family = '' }: HolderName): number {
  const [ours, theirs] = [nameWords(record), nameWords(application)]
  const surnames = nameWords(family).words
  const found = [...new Set(ours.words.map(scriptOf))].flatMap((script) => {
    const [a, b] = [ours, theirs].map(({ words }) => words.filter((word) => scriptOf(word) === script)) as [
      string[],
      string[],
    ]
    if (b.length === 0) return []
    const known = a.filter((word) => surnames.includes(word))
    const turned = [...a.slice(known.length || 1), ...a.slice(0, known.length || 1)]
    return Math.max(
      ...[a, ...(order === 'family-first' ? [turned] : [])].map((words) => compareWords(words, b, known)),
    )
  })
  const most = Math.max(-1, ...found)
  if (ours.generation === theirs.generation) return Math.min(most, ...found) || Math.min(most, 1)
  return ours.generation && theirs.generation ? 0 : Math.min(most, 1)
}
