/** The directory: the holders who want to be found, and nobody else. */
import { areas, isSet, type SetId } from '../../shared/areas.ts'
import { dayOf } from '../../shared/dates.ts'
import { foldName, foldTyped } from '../../shared/name-fold.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { tellDay } from '../../shared/telling.ts'
import { stateNamed } from '../../shared/us-states.ts'
import type { Desk } from '../desk.ts'
import { type ListedRecord, listedRecords } from '../store/visibility.ts'

const A_PAGE = 50

export interface DirectoryAsked {
  name: string
  /** An area's id, or empty. */
  area: string
  /** A region as it is listed, or empty. */
  state: string
  page: number
}

/** One holder, as the directory tells of her. */
export interface ListedLine {
  number: string
  name: string
  native?: string
  /** Empty unless she lists it. */
  place: string
  /** In the programme's order, those that she chose first: every holder has the other three. */
  areas: string[]
  /** "On record to June 15, 2028": the directory checks nothing. */
  term: string
}

export interface Directory {
  lines: ListedLine[]
  total: number
  page: number
  pages: number
  /** Every place that somebody lists. */
  states: [value: string, text: string][]
  /** Whether anyone is listed at all. */
  empty: boolean
}

/** By the names of today alone: a former name finds nobody here. */
export async function readDirectory(desk: Desk, asked: DirectoryAsked): Promise<Directory> {
  const all = await listedRecords(desk.db)
  const words = foldTyped(asked.name)
  const found = all
    .filter(({ areas: passed }) => !isSet(asked.area) || passed.some(({ set }) => set === asked.area))
    .filter((one) => asked.state === '' || placeOf(one) === asked.state)
    .filter(({ name }) => {
      const folded = foldName({ ...name, former: [] })
      return words.every((spellings) => spellings.some((word) => folded.includes(word)))
    })
    .sort((a, b) => compare(sortedBy(a), sortedBy(b)) || compare(a.number, b.number))
  const pages = Math.max(1, Math.ceil(found.length / A_PAGE))
  const page = Math.min(asked.page, pages)
  const places = [...new Set(all.map(placeOf).filter(Boolean))].sort(compare)
  return {
    lines: found.slice((page - 1) * A_PAGE, page * A_PAGE).map((one) => lineOf(desk, one)),
    total: found.length,
    page,
    pages,
    states: places.map((place) => [place, place]),
    empty: all.length === 0,
  }
}

/** How a record would stand in the directory, whether it does or not. */
export function listedAs(
  desk: Desk,
  number: string,
  { name, areas: passed, expiresOn, region, country }: AwardRecord,
  listsRegion: boolean,
): ListedLine {
  const place = listsRegion
    ? { region: region ?? null, country: country ?? null }
    : { region: null, country: null }
  return lineOf(desk, { number, name, areas: passed, expiresOn, ...place })
}

function lineOf(desk: Desk, one: ListedRecord): ListedLine {
  const { number, name, areas: passed, expiresOn } = one
  const day = tellDay(expiresOn, 'en-US')
  const has = (kind: 'elective' | 'required') =>
    (Object.keys(areas) as SetId[])
      .filter((set) => areas[set].kind === kind && passed.some((area) => area.set === set))
      .map((set) => areas[set].label)
  return {
    number,
    name: name.display,
    ...(name.native && !name.display.includes(name.native) ? { native: name.native } : {}),
    place: placeOf(one),
    areas: [...has('elective'), ...has('required')],
    term: expiresOn < dayOf(desk.now()) ? `Ended on ${day}` : `On record to ${day}`,
  }
}

function placeOf({ region, country }: Pick<ListedRecord, 'region' | 'country'>): string {
  if (!region) return ''
  return country === 'US' || !country ? stateNamed(region) : `${region}, ${country}`
}

/** By family name where it is known, and else by the name as it is written. */
const sortedBy = ({ name }: ListedRecord) => `${name.family ?? ''} ${name.display}`.trim()

const { compare } = new Intl.Collator('en')
