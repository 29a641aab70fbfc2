/**
 * Which records may be one person's? Asked before anything is signed ("has this person a record already?"), and when
 * a request names someone. Names go through the folded index first; what passes is compared with care.
 */
import { compareNames } from '../../shared/applicant.ts'
import { nameSieve } from '../../shared/name-sieve.ts'
import { spellings } from '../../shared/name-words.ts'
import type { HolderName } from '../../shared/record.ts'
import type { Desk } from '../desk.ts'
import { foldAll, foldedNames } from '../store/known-names.ts'
import { type Known, recordsByClues } from '../store/lookalikes.ts'

/** Why a record may be a person's; the surest first. */
export const likenesses = {
  number: 'the same code',
  'office-number': 'the same office number',
  email: 'the same e-mail address',
  name: 'the same name',
  'similar-name': 'a similar name',
  year: 'the same year',
} as const

export type Likeness = keyof typeof likenesses

export interface Lookalike extends Known {
  alike: Likeness[]
}

/** What is known of someone. */
export interface Person {
  names: HolderName[]
  emails: string[]
  /** The code of a record. */
  number?: string
  officeNumber?: string
  /** The year of the award, as someone remembers it. It leads nowhere by itself. */
  year?: string
}

/** A list that nobody would read to its end helps nobody. */
const MOST = 20

/**
 * Finds records with the same code, office number or e-mail address, or a name that is the same or similar, in any
 * script that both have. All standings count: someone whose record was withdrawn is still the same person.
 * @param before the same person's record as it stands, where there is one: whoever was like it already is known to be
 * another
 * @returns the likeliest first
 */
export async function findPerson(
  desk: Desk,
  person: Person,
  before?: { number: string; person: Person },
): Promise<Lookalike[]> {
  const known = await recordsByClues(desk.db, {
    numbers: [...(await namedLike(desk, person)), ...(person.number ? [person.number] : [])],
    emails: person.emails.map((email) => email.toLowerCase()),
    ...(person.officeNumber ? { officeNumber: person.officeNumber } : {}),
  })
  return known
    .filter(({ number }) => number !== before?.number)
    .map((one) => {
      const old = before ? likenessesOf(before.person, one) : []
      return { ...one, alike: likenessesOf(person, one).filter((like) => !old.includes(like)) }
    })
    .filter(({ alike }) => alike.some((like) => like !== 'year'))
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST)
}

/** The numbers of records that have, or once had, a name that is worth comparing. */
async function namedLike(desk: Desk, { names }: Person): Promise<string[]> {
  // Whoever signs next must not miss a record because it is old.
  await foldAll(desk.db)
  const passes = nameSieve(names.flatMap(formsOf))
  const folded = await foldedNames(desk.db)
  return folded.filter((one) => passes(one.folded.split(' '))).map(({ number }) => number)
}

function likenessesOf(person: Person, known: Known): Likeness[] {
  const like = person.names.map((name) => nameLikeness(name, known.name))
  const found: Record<Likeness, boolean> = {
    number: person.number === known.number,
    'office-number': person.officeNumber !== undefined && person.officeNumber === known.officeNumber,
    email: person.emails.some((email) => email.toLowerCase() === known.email?.toLowerCase()),
    name: like.includes('match'),
    'similar-name': !like.includes('match') && like.includes('similar'),
    year: person.year?.includes(known.certifiedOn.slice(0, 4)) ?? false,
  }
  return ORDER.filter((one) => found[one])
}

/**
 * Each form of either, as the other writes its name. Forms that share no script are called similar when they are
 * compared, because nobody can tell: here that would be everyone, so that the sieve goes first.
 */
function nameLikeness(a: HolderName, b: HolderName): 'match' | 'similar' | null {
  const pairs = [
    ...formsOf(b).map((form) => [a, form] as const),
    ...formsOf(a).map((form) => [b, form] as const),
  ]
  const results = pairs
    .filter(([holder, form]) =>
      spellings(form).some(nameSieve([...formsOf(holder), ...(holder.former ?? [])])),
    )
    .map(([holder, form]) => compareNames(holder, form).result)
  return (['match', 'similar'] as const).find((one) => results.includes(one)) ?? null
}

function formsOf({ display, native }: HolderName): string[] {
  return native ? [display, native] : [display]
}

const ORDER = Object.keys(likenesses) as Likeness[]

/** A surer likeness weighs more than all below it. */
function weight({ alike }: Lookalike): number {
  return alike.reduce((sum, one) => sum + 2 ** -ORDER.indexOf(one), 0)
}
