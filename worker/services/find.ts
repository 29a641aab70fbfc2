/** Finds records for the office: one box for whatever someone has at hand, and filters. */
import { isSet, type SetId } from '../../shared/areas.ts'
import { dayOf } from '../../shared/dates.ts'
import { foldTyped } from '../../shared/name-fold.ts'
import { tidyNumber } from '../../shared/number.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { type TermBounds, termBounds } from '../../shared/term.ts'
import type { Desk } from '../desk.ts'
import { pageNumber } from '../http/input.ts'
import { inForce, isPrivate, isRecordState, type RecordState } from '../record-state.ts'
import { tidyOfficeNumber } from '../sheet/office-number.ts'
import {
  type Choices,
  choicesOf,
  type FoundRecord,
  findRecords,
  numberOf,
  recordsByNumbers,
  type Wanted,
} from '../store/find.ts'
import { foldWaiting } from '../store/known-names.ts'

export const PAGE = 50

/** A search as its address carries it; what cannot be read in it is not asked. */
export interface Search {
  q: string
  /** A state, `in-force` or `private`. */
  state: string
  /** `US-LA`, `CA-`: country and region, as the records have them. */
  region: string
  year: string
  area: string
  page: number
}

/** One line of the result. */
export interface FoundLine {
  number: string
  officeNumber: string | null
  name: AwardRecord['name']
  email?: string
  /** Tells people of one name apart. */
  place: { country: string; region: string }
  state: RecordState
  since: string | null
  private: boolean
  certifiedOn: string
  expiresOn: string
}

export interface Found {
  lines: FoundLine[]
  total: number
  page: number
  pages: number
  choices: Choices
  /** Older records whose names are not folded yet: this search may have missed them. */
  unfolded: number
}

/** @param query the address's parameters */
export function readSearch(query: Record<string, string>): Search {
  const text = (name: string, most = 200) => (query[name] ?? '').normalize('NFC').trim().slice(0, most)
  const state = text('state')
  return {
    q: text('q'),
    state: isRecordState(state) || state === 'in-force' || state === 'private' ? state : '',
    region: /^[A-Z]{0,2}-/.test(text('region')) ? text('region') : '',
    year: /^\d{4}$/.test(text('year')) ? text('year') : '',
    area: isSet(text('area')) ? text('area') : '',
    page: pageNumber(query.page),
  }
}

/** The record that someone named by its number, its link or the office's own number; null where none is meant. */
export async function recordNamed(desk: Desk, { q }: Search): Promise<string | null> {
  if (q === '') return null
  const typed = linked(q)
  const tidied = tidyNumber(typed)
  return numberOf(desk.db, { number: tidied?.holds ? tidied.number : null, office: tidyOfficeNumber(typed) })
}

/** One page of the records that a search asks for. A page beyond the last is the last. */
export async function find(desk: Desk, search: Search): Promise<Found> {
  const unfolded = await foldWaiting(desk.db)
  const bounds = boundsToday(desk)
  const wanted = wantedOf(search)
  const pageOf = (page: number) =>
    findRecords(desk.db, bounds, wanted, { limit: PAGE, offset: (page - 1) * PAGE })
  const [first, choices] = await Promise.all([pageOf(search.page), choicesOf(desk.db)])
  const pages = Math.max(1, Math.ceil(first.total / PAGE))
  const page = Math.min(search.page, pages)
  const { rows, total } = page === search.page ? first : await pageOf(page)
  return { lines: rows.map(lineOf), total, page, pages, choices, unfolded }
}

/** A certification lasts until its last day has ended in every U.S. zone: so does it here. */
export function boundsToday(desk: Desk): TermBounds {
  return termBounds(dayOf(desk.now()))
}

export function lineOf({ record, visibility, ...row }: FoundRecord): FoundLine {
  const { name, email, expiresOn, country = '', region = '' } = record
  const more = { place: { country, region }, private: isPrivate(visibility), expiresOn }
  return { ...row, name, ...(email ? { email } : {}), ...more }
}

/** The records with these numbers, as a result shows them. */
export async function linesOf(desk: Desk, numbers: string[]): Promise<FoundLine[]> {
  return numbers.length === 0 ? [] : (await recordsByNumbers(desk.db, boundsToday(desk), numbers)).map(lineOf)
}

/** What the tables are asked. A text with a digit in it may be part of a number, one with an @ is part of an address. */
export function wantedOf({ q, state, region, year, area }: Search): Wanted {
  const [country = '', ...rest] = region.split('-')
  return {
    ...(q === '' ? {} : clueOf(linked(q))),
    ...(state === 'in-force' ? { states: inForce } : isRecordState(state) ? { states: [state] } : {}),
    ...(state === 'private' ? { private: true } : {}),
    ...(region === '' ? {} : { country, region: rest.join('-') }),
    ...(year === '' ? {} : { year }),
    ...(area === '' ? {} : { area: area as SetId }),
  }
}

function clueOf(q: string): Pick<Wanted, 'name' | 'email' | 'office' | 'symbols'> {
  if (q.includes('@')) return { email: q.toLowerCase() }
  const name = foldTyped(q)
  const symbols = q.toUpperCase().replace(/[\s‐-―−-]/g, '')
  if (!/\d/.test(q)) return { name }
  return {
    name,
    office: tidyOfficeNumber(q),
    ...(/^[0-9A-Z]{4,12}$/.test(symbols) ? { symbols } : {}),
  }
}

/** The number in a record's link, or in that of one of its files. */
function linked(q: string): string {
  return /\/c\/([^/?#\s]+)/.exec(q)?.[1] ?? q
}
