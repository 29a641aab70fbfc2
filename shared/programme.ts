/**
 * The LSSC programme: its sets, the versions of their statements and the pathways, each with the days on which it
 * holds. A day that no source gives is marked `assumed`. The areas' ids and labels, all that the badge carries, stand
 * in `areas.ts`; what the programme asks for in `rules.ts`; the statements' words, providers and institutions in
 * `catalogue/`.
 */
import { type Area, areas, type PathwayId, type SetId, type StatementVersion } from './areas.ts'
import type { Day } from './dates.ts'

export {
  isPathway,
  isSet,
  isStatementVersion,
  type PathwayId,
  type SetId,
  type StatementVersion,
  statementsPage,
} from './areas.ts'

export interface CompetencySet extends Area {
  id: SetId
  /** Other names that texts and sheets use for it. */
  aliases: string[]
  /** ALA-APA's own page. */
  page: string
}

const PAGES = 'https://ala-apa.org/lssc/for-candidates/competency-sets'

/** Each set's page at ALA-APA, and the other names that texts and sheets use for it. */
const elsewhere: Record<SetId, [page: string, aliases: string[]]> = {
  'foundations-of-library-services': [
    `${PAGES}/foundations-of-library-services/`,
    ['Foundations of Library Service', 'Foundation of Library Service', 'Foundations of Librarianship'],
  ],
  'communication-and-teamwork': [
    `${PAGES}/communication-and-teamwork/`,
    ['Communications and Teamwork', 'Communications'],
  ],
  technology: [`${PAGES}/technology/`, ['Library Technology']],
  'access-services': [`${PAGES}/access-services/`, ['Circulation']],
  'adult-readers-advisory-services': [
    `${PAGES}/adult-readers%E2%80%99-advisory-services/`,
    ['Adult Readers’ Advisory'],
  ],
  'cataloging-and-classification': [
    `${PAGES}/cataloging-and-classification/`,
    ['Cataloguing and Classification'],
  ],
  // One set under two names: the address and older texts say Collection Management, the documents of 2012 Collections.
  'collection-management': [
    `${PAGES}/collection-management/`,
    ['Collection Management', 'Collection Development'],
  ],
  'reference-and-information-services': [
    `${PAGES}/reference-and-information-services/`,
    ['Reference and Information'],
  ],
  'supervision-and-management': [`${PAGES}/supervision-and-management/`, []],
  'youth-services': [`${PAGES}/youth-services/`, ['Children’s and Youth Services']],
}

/** In the programme's order, the three that every holder has first. */
export const sets = Object.fromEntries(
  Object.entries(areas).map(([id, area]) => {
    const [page, aliases] = elsewhere[id as SetId]
    return [id, { id, ...area, aliases, page }]
  }),
) as Record<SetId, CompetencySet>

/**
 * Finds a set by its slug, label, short label or alias, whatever the case, the apostrophes, the dashes and the
 * spelling of "and".
 * @returns null when no set is called so
 */
export function setNamed(text: string): SetId | null {
  const wanted = plain(text)
  const named = Object.values(sets).find(({ id, label, short, aliases }) =>
    [id, label, short, ...aliases].some((name) => plain(name) === wanted),
  )
  return named?.id ?? null
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['‘’ʼ`´]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/** Each version, and the first day on which it was in force. */
export const statementVersions: Record<StatementVersion, { approvedOn: Day; from: Day; source: string }> = {
  '2009': {
    approvedOn: '2009-07-13',
    from: '2010-01-25',
    source:
      'https://statelibrary.sc.gov/index.php/news/ala-announces-approval-library-support-staff-certification',
  },
  '2012': {
    approvedOn: '2012-10-28',
    from: '2012-10-28',
    source: 'https://ala-apa.org/newsletter/2012/12/07/library-support-staff-certification-lssc-update/',
  },
}

/** The statements in force on a day. */
export function statementsOn(day: Day): StatementVersion {
  return day < statementVersions['2012'].from ? '2009' : '2012'
}

export interface Pathway {
  label: string
  from: Day
  /** The last day; absent while it is open. */
  to?: Day
  assumed?: string
}

/** How a set can be passed. What is closed is closed to new work only: a past award keeps its pathway. */
export const pathways: Record<PathwayId, Pathway> = {
  course: { label: 'Approved course', from: '2010-01-25' },
  portfolio: {
    label: 'Portfolio',
    from: '2010-01-25',
    to: '2018-11-01',
    assumed:
      'ALA-APA’s home page stopped listing portfolios at some time after November 2018; no day is given',
  },
  recognition: {
    label: 'Recognition agreement',
    from: '2011-01-01',
    assumed: 'the first three agreements were announced in the course of 2011',
  },
}
