/** Has this person a record already, under another spelling or address? Asked before anything is signed. */
import { compareNames } from '../../shared/applicant.ts'
import { nameSieve } from '../../shared/name-sieve.ts'
import type { AwardRecord, HolderName } from '../../shared/record.ts'
import type { Desk } from '../desk.ts'
import { everyName, type Known, recordsOf } from '../store/likeness.ts'

/** Why two records may be one person's; the first is the strongest. */
export type Likeness = 'office-number' | 'email' | 'name' | 'similar-name'

export interface Lookalike extends Known {
  alike: Likeness[]
}

export interface Sought {
  record: AwardRecord
  officeNumber?: string
  /** The record as it stands, where it has been issued: whoever was like it already is known to be another. */
  before?: { number: string; record: AwardRecord }
}

/** A list that nobody would read to its end helps nobody. */
const MOST = 20

/**
 * Finds records with the same e-mail address or office number, or a name that is the same or similar, in any script
 * that both have. All standings count: someone whose record was withdrawn is still the same person.
 * @returns the likeliest first
 */
export async function findDuplicates(desk: Desk, sought: Sought): Promise<Lookalike[]> {
  const { name, email } = sought.record
  const passes = nameSieve([name.display, name.native ?? ''])
  const sifted = (await everyName(desk.db)).filter(({ names }) => names.split('\n').some(passes))
  const known = await recordsOf(desk.db, {
    numbers: sifted.map(({ number }) => number),
    ...(email ? { email } : {}),
    ...(sought.officeNumber ? { officeNumber: sought.officeNumber } : {}),
  })
  return known
    .filter(({ number }) => number !== sought.before?.number)
    .map((one) => ({ ...one, alike: newLikenesses(sought, one) }))
    .filter(({ alike }) => alike.length > 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

function newLikenesses(sought: Sought, known: Known): Likeness[] {
  const before = sought.before ? likenesses({ record: sought.before.record }, known) : []
  return likenesses(sought, known).filter((one) => !before.includes(one))
}

function likenesses({ record, officeNumber }: Sought, known: Known): Likeness[] {
  const name = nameLikeness(record.name, known.record.name)
  const isSame = (a: string | undefined, b: string | undefined) =>
    a !== undefined && a.toLowerCase() === b?.toLowerCase()
  return [
    ...(officeNumber && officeNumber === known.officeNumber ? (['office-number'] as const) : []),
    ...(isSame(record.email, known.record.email) ? (['email'] as const) : []),
    ...(name ? [name] : []),
  ]
}

/**
 * Each form of either, as the other writes its name. Forms that share no script are called similar when they are
 * compared, because nobody can tell: here that would be everyone, so that the sieve goes first.
 */
function nameLikeness(a: HolderName, b: HolderName): 'name' | 'similar-name' | null {
  const forms = ({ display, native }: HolderName) => [display, ...(native ? [native] : [])]
  const pairs = [...forms(b).map((form) => [a, form] as const), ...forms(a).map((form) => [b, form] as const)]
  const results = pairs
    .filter(([holder, form]) => nameSieve([...forms(holder), ...(holder.former ?? [])])(form))
    .map(([holder, form]) => compareNames(holder, form).result)
  return results.includes('match') ? 'name' : results.includes('similar') ? 'similar-name' : null
}

const ORDER: Likeness[] = ['office-number', 'email', 'name', 'similar-name']

function rank({ alike }: Lookalike): number {
  return alike.reduce((sum, one) => sum + 2 ** -ORDER.indexOf(one), 0) * -1
}
