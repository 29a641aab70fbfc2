/** Records as the office looks for them. How each stands today is reckoned in SQL, here and nowhere else. */
import type { SetId } from '../../shared/areas.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { TermBounds } from '../../shared/term.ts'
import { type RecordState, withoutPerson } from '../record-state.ts'
import type { Visibility } from './credentials.ts'

/** What is looked for: all of it; what is absent is not asked. */
export interface Wanted {
  /** Each one of these spellings (`foldTyped`). */
  name?: string[][]
  email?: string
  /** Parts of the office's number and of the public one (without its dashes). */
  office?: string
  symbols?: string
  states?: RecordState[]
  private?: boolean
  country?: string
  region?: string
  year?: string
  area?: SetId
}

export interface FoundRecord {
  standing: Standing
  number: string
  officeNumber: string | null
  certifiedOn: string
  record: AwardRecord
  state: RecordState
  since: string | null
  visibility: Visibility
}

/**
 * The state of `credential c`, of the bounds ?1 to ?3: in force, in grace, renewal window (`boundsOf`).
 * The same precedence as a verdict's; a test holds the two together.
 */
export const STATE = `CASE WHEN c.visibility = 'erased' THEN 'erased' WHEN c.standing <> 'good' THEN c.standing
  WHEN c.expires_on < ?2 THEN 'ended' WHEN c.expires_on < ?1 THEN 'grace'
  WHEN c.record ->> '$.provisionalUntil' IS NOT NULL THEN 'provisional'
  WHEN c.expires_on <= ?3 THEN 'renewal-window' ELSE 'current' END`

export function boundsOf({ inForce, grace, window }: TermBounds): [string, string, string] {
  return [inForce, grace, window]
}

const ROW = `SELECT c.number, c.office_number AS officeNumber, c.certified_on AS certifiedOn, c.record, c.standing,
  ${STATE} AS state, c.since, c.visibility
  FROM credential c JOIN holder h ON h.id = c.holder`

type Row = Omit<FoundRecord, 'record'> & { record: string }

/** A page of what was looked for, newest awards first, then by name; and how many there are. */
export async function findRecords(
  db: D1Database,
  bounds: TermBounds,
  wanted: Wanted,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: FoundRecord[]; total: number }> {
  const { where, bound, next } = conditions(bounds, wanted)
  // The page is chosen before its records are read: they are long.
  const page = `SELECT c.number FROM credential c JOIN holder h ON h.id = c.holder ${where}
    ORDER BY c.certified_on DESC, h.display_name COLLATE NOCASE, c.number LIMIT ?${next} OFFSET ?${next + 1}`
  const [rows, count] = await db.batch([
    db
      .prepare(
        `${ROW} WHERE c.number IN (${page}) ORDER BY c.certified_on DESC, h.display_name COLLATE NOCASE, c.number`,
      )
      .bind(...bound, limit, offset),
    db
      .prepare(`SELECT COUNT(*) AS total FROM credential c JOIN holder h ON h.id = c.holder ${where}`)
      .bind(...bound),
  ])
  const [{ total } = { total: 0 }] = (count?.results ?? []) as { total: number }[]
  return { rows: ((rows?.results ?? []) as Row[]).map(parsed), total }
}

/** So many records after this one, newest awards first: for a file, which may take a while and must miss none. */
export async function recordsAfter(
  db: D1Database,
  bounds: TermBounds,
  wanted: Wanted,
  after: { certifiedOn: string; number: string } | null,
  limit: number,
): Promise<FoundRecord[]> {
  const { where, bound, next } = conditions(bounds, wanted)
  const later = `(c.certified_on < ?${next} OR (c.certified_on = ?${next} AND c.number > ?${next + 1}))`
  const found = await db
    .prepare(`${ROW} ${where} AND ${later} ORDER BY c.certified_on DESC, c.number LIMIT ?${next + 2}`)
    .bind(...bound, after?.certifiedOn ?? '9999-99-99', after?.number ?? '', limit)
    .all<Row>()
  return found.results.map(parsed)
}

/** The records with these numbers, in the order of their numbers. */
export async function recordsByNumbers(
  db: D1Database,
  bounds: TermBounds,
  numbers: string[],
): Promise<FoundRecord[]> {
  const found = await db
    .prepare(`${ROW} WHERE c.number IN (SELECT value FROM json_each(?4)) ORDER BY c.number`)
    .bind(...boundsOf(bounds), JSON.stringify(numbers))
    .all<Row>()
  return found.results.map(parsed)
}

/** The record with exactly this public or this office number. */
export async function numberOf(
  db: D1Database,
  asked: { number: string | null; office: string },
): Promise<string | null> {
  const row = await db
    .prepare(
      'SELECT number FROM credential WHERE number = ?1 OR office_number = ?2 ORDER BY number = ?1 DESC',
    )
    .bind(asked.number, asked.office)
    .first<{ number: string }>()
  return row?.number ?? null
}

export interface Choices {
  /** Newest first. */
  years: string[]
  regions: { country: string; region: string }[]
}

/** What there is to choose from. */
export async function choicesOf(db: D1Database): Promise<Choices> {
  const [years, regions] = await db.batch([
    db.prepare('SELECT DISTINCT substr(certified_on, 1, 4) AS year FROM credential ORDER BY year DESC'),
    db.prepare(
      `SELECT DISTINCT COALESCE(country, '') AS country, COALESCE(region, '') AS region FROM holder
       WHERE region IS NOT NULL OR country IS NOT NULL ORDER BY country <> 'US', country, region`,
    ),
  ])
  return {
    years: ((years?.results ?? []) as { year: string }[]).map(({ year }) => year),
    regions: (regions?.results ?? []) as Choices['regions'],
  }
}

/** What is bound must be named, in a statement that asks nothing of the state, too. */
const BOUND = '?3 IS NOT NULL'

function conditions(bounds: TermBounds, wanted: Wanted) {
  const bound: unknown[] = boundsOf(bounds)
  const given = (value: unknown) => `?${bound.push(value)}`
  const list = (values: string[]) => `(SELECT value FROM json_each(${given(JSON.stringify(values))}))`
  const clues = [
    wanted.name && namedLike(wanted.name, given),
    wanted.office && `instr(c.office_number, ${given(wanted.office)}) > 0`,
    wanted.symbols && `instr(replace(c.number, '-', ''), ${given(wanted.symbols)}) > 0`,
    wanted.email &&
      `instr(lower(concat_ws(' ', h.email, c.record ->> '$.email')), ${given(wanted.email)}) > 0`,
  ].filter(Boolean)
  const all = [
    BOUND,
    // Of what was removed nobody learns whose it was, by asking for a name either.
    clues.length > 0 && `c.visibility <> 'erased' AND (${clues.join(' OR ')})`,
    wanted.states && `${STATE} IN ${list(wanted.states)}`,
    wanted.private && "c.visibility IN ('withheld', 'unknown')",
    wanted.country !== undefined && `COALESCE(h.country, '') = ${given(wanted.country)}`,
    wanted.region !== undefined && `COALESCE(h.region, '') = ${given(wanted.region)}`,
    wanted.year && `substr(c.certified_on, 1, 4) = ${given(wanted.year)}`,
    wanted.area &&
      `EXISTS (SELECT 1 FROM json_each(c.record, '$.areas') a WHERE a.value ->> '$.set' = ${given(wanted.area)})`,
  ].filter(Boolean)
  return { where: `WHERE ${all.join(' AND ')}`, bound, next: bound.length + 1 }
}

function namedLike(words: string[][], given: (value: unknown) => string): string {
  if (words.length === 0) return 'false'
  const each = words.map(
    (spellings) => `(${spellings.map((word) => `instr(folded, ${given(word)}) > 0`).join(' OR ')})`,
  )
  return `c.number IN (SELECT number FROM known_name WHERE ${each.join(' AND ')})`
}

function parsed(row: Row): FoundRecord {
  const record = JSON.parse(row.record) as AwardRecord
  if (row.visibility !== 'erased') return { ...row, record }
  return { ...row, officeNumber: null, record: withoutPerson(record) }
}
