/**
 * What is certified: the Open Badges 3.0 Achievement that every credential carries in part, and that stands whole at
 * its own address. Both are made here, so that they cannot disagree.
 */
import { areas, type SetId, type StatementVersion, statementsPage } from './areas.ts'
import type { JsonObject } from './json.ts'

export const CERTIFICATION = 'Library Support Staff Certification (LSSC)'

/** An occupation that the certification relates to, as a public classification names it. */
export interface Occupation {
  name: string
  code: string
  framework: 'O*NET-SOC' | 'ESCO'
  url: string
}

export const occupations: Occupation[] = [
  {
    name: 'Library Technicians',
    code: '25-4031.00',
    framework: 'O*NET-SOC',
    url: 'https://www.onetonline.org/link/summary/25-4031.00',
  },
  {
    name: 'Library Assistants, Clerical',
    code: '43-4121.00',
    framework: 'O*NET-SOC',
    url: 'https://www.onetonline.org/link/summary/43-4121.00',
  },
  {
    name: 'library assistant',
    code: '4411.1',
    framework: 'ESCO',
    url: 'http://data.europa.eu/esco/occupation/37b15470-3b2d-4ae0-816c-c7c06ed15c99',
  },
]

/** What can be shown of it: an area, at one version of its statements, or the year of library work. */
export type Measure = { set: SetId; statements: StatementVersion } | 'library-work'

/** The URL of what is certified, and its id. */
export function achievementUrl(origin: string): string {
  return `${origin}/achievements/lssc`
}

/** The URL of one area, and its id. */
export function areaUrl(origin: string, set: SetId): string {
  return `${achievementUrl(origin)}/sets/${set}`
}

/** The id of the ResultDescription that a credential's result points to. */
export function measureId(origin: string, measure: Measure): string {
  return measure === 'library-work'
    ? `${achievementUrl(origin)}#library-work`
    : statementsPage(origin, measure.set, measure.statements)
}

/**
 * The Achievement (Open Badges 3.0 §B.1.1).
 * @param measures those that a credential has results for, or all of them
 */
export function achievement(origin: string, measures: Measure[]): JsonObject {
  const id = achievementUrl(origin)
  return {
    id,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: CERTIFICATION,
    description:
      'A voluntary U.S. certification for library support staff: six or more of ten competency sets, three of them required, by approved course, reviewed portfolio or recognized college program.',
    criteria: { id },
    image: { id: `${id}/image.png`, type: 'Image', caption: 'LSSC' },
    inLanguage: 'en-US',
    alignment: occupations.map(({ name, code, framework, url }) => ({
      type: ['Alignment'],
      targetName: name,
      targetCode: code,
      targetFramework: framework,
      targetType: 'ext:Occupation',
      targetUrl: url,
    })),
    resultDescription: measures.map((measure) => ({
      id: measureId(origin, measure),
      type: ['ResultDescription'],
      name: measure === 'library-work' ? 'One year of library work' : areas[measure.set].label,
      resultType: 'Status',
    })),
  }
}

/** Everything that a credential can have a result for: each area at each version of its statements, and the work. */
export const everyMeasure: Measure[] = [
  ...(Object.keys(areas) as SetId[]).flatMap((set) =>
    (['2012', '2009'] as const).map((statements) => ({ set, statements })),
  ),
  'library-work',
]
