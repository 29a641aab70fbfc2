/** The links to a holder's own work as rows of a form: as they stand, as they were typed, moved about, and read. */
import { areas as all, type SetId } from '../../shared/areas.ts'
import { addressTrouble, asWritten, MOST_LINKS, type OwnWork, titleTrouble } from '../../shared/own-work.ts'
import type { EarnedArea } from '../../shared/record.ts'
import { refuse, type Wrong } from '../http/problem.ts'

/** One area of the form; its last row is empty where there may be one more. */
export interface AreaRows {
  set: SetId
  rows: OwnWork[]
}

type Passed = Pick<EarnedArea, 'set' | 'products'>[]

export function rowsOf(passed: Passed): AreaRows[] {
  return passed.map(({ set, products = [] }) => ({ set, rows: withRoom(products) }))
}

/** @param typed a field's text, by its name: `title.SET.0` */
export function typedRows(passed: Passed, typed: (name: string) => string): AreaRows[] {
  return passed.map(({ set, products = [] }) => {
    const places = Array.from({ length: Math.max(MOST_LINKS, products.length) + 1 }, (_, place) => place)
    const rows = places.map((place) => ({
      title: typed(`title.${set}.${place}`),
      url: typed(`url.${set}.${place}`),
    }))
    return { set, rows: withRoom(rows) }
  })
}

/**
 * Moves a row up or down, or takes it out; nothing is saved by that.
 * @param step `up.SET.2`
 */
export function movedRows(passed: AreaRows[], step: string): AreaRows[] {
  const [act, wanted, text] = step.split('.')
  const place = Number(text)
  return passed.map(({ set, rows }) => {
    const full = rows.filter(isFull)
    const row = set === wanted ? full[place] : undefined
    if (!row) return { set, rows }
    const others = full.filter((one) => one !== row)
    const to = act === 'up' ? place - 1 : act === 'down' ? place + 1 : null
    const moved = to === null ? others : others.toSpliced(Math.max(0, to), 0, row)
    return { set, rows: withRoom(moved) }
  })
}

/** @throws Problem `invalid-input`, naming each field */
export function readLinks(passed: AreaRows[]): Partial<Record<SetId, OwnWork[]>> {
  const wrong = passed.flatMap(({ set, rows }) => wrongIn(set, rows.filter(isFull)))
  refuse(wrong)
  return Object.fromEntries(passed.map(({ set, rows }) => [set, rows.filter(isFull).map(asWritten)]))
}

function wrongIn(set: SetId, rows: OwnWork[]): Wrong[] {
  const { label } = all[set]
  const seen = new Set<string>()
  return rows.flatMap(({ title, url }, place) => {
    const says = (field: string, message: string | null): Wrong[] =>
      message === null ? [] : [{ field: `${field}.${set}.${place}`, message: `${label}: ${message}` }]
    const trouble = addressTrouble(url)
    const same = trouble === null && seen.has(new URL(url).href)
    if (trouble === null) seen.add(new URL(url).href)
    return [
      ...says('title', titleTrouble(title)),
      ...says('url', same ? 'This address stands above already: take one of the two out.' : trouble),
      ...(place === MOST_LINKS
        ? says('title', `Keep ${MOST_LINKS} links at most: choose those that show most.`)
        : []),
    ]
  })
}

const isFull = ({ title, url }: OwnWork) => title !== '' || url !== ''

function withRoom(rows: OwnWork[]): OwnWork[] {
  const full = rows.filter(isFull)
  return full.length < MOST_LINKS ? [...full, { title: '', url: '' }] : full
}
