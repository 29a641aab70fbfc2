/**
 * What every reader must know of the programme: the areas by their ids, and what a credential can say about them.
 * The badge carries this much; the rest of the programme stands in `programme.ts`, `rules.ts` and `catalogue/`.
 */

/** ALA-APA's own slugs. */
export type SetId =
  | 'foundations-of-library-services'
  | 'communication-and-teamwork'
  | 'technology'
  | 'access-services'
  | 'adult-readers-advisory-services'
  | 'cataloging-and-classification'
  | 'collection-management'
  | 'reference-and-information-services'
  | 'supervision-and-management'
  | 'youth-services'

export interface Area {
  /** As ALA-APA names it at present. */
  label: string
  /** For a resume line; the label where that is short. */
  short: string
  kind: 'required' | 'elective'
}

const required = (label: string, short = label): Area => ({ label, short, kind: 'required' })
const elective = (label: string, short = label): Area => ({ label, short, kind: 'elective' })

/** In the programme's order, the three that every holder has first. */
export const areas: Record<SetId, Area> = {
  'foundations-of-library-services': required('Foundations of Library Services', 'Foundations'),
  'communication-and-teamwork': required('Communication and Teamwork', 'Communication'),
  technology: required('Technology'),
  'access-services': elective('Access Services'),
  'adult-readers-advisory-services': elective('Adult Readers’ Advisory Services', 'Readers’ Advisory'),
  'cataloging-and-classification': elective('Cataloging and Classification', 'Cataloging'),
  'collection-management': elective('Collections'),
  'reference-and-information-services': elective('Reference and Information Services', 'Reference'),
  'supervision-and-management': elective('Supervision and Management', 'Supervision'),
  'youth-services': elective('Youth Services'),
}

export function isSet(value: unknown): value is SetId {
  return typeof value === 'string' && Object.hasOwn(areas, value)
}

/** The version of a set's statements, by the year in which they were approved. */
export type StatementVersion = '2009' | '2012'

export function isStatementVersion(value: unknown): value is StatementVersion {
  return value === '2009' || value === '2012'
}

export type PathwayId = 'course' | 'portfolio' | 'recognition'

export function isPathway(value: unknown): value is PathwayId {
  return value === 'course' || value === 'portfolio' || value === 'recognition'
}

/** Our page of a set's statements, at one version. */
export function statementsPage(origin: string, set: SetId, version: StatementVersion): string {
  return `${origin}/achievements/lssc/sets/${set}#${version}`
}
