/**
 * Approved courses: who gives them, which set each covers, and since when. A course that is no longer approved
 * gets a last day and stays here, because awards name it.
 *
 * Which providers had approved courses, and Infopeople's titles and pairs, are public knowledge. The codes, the
 * other titles and every day of approval are assumed until the office brings its own list; the demo providers
 * are invented.
 */
import type { Day } from '../dates.ts'
import type { SetId } from '../programme.ts'

export interface Course {
  code: string
  title: string
  set: SetId
  approvedFrom: Day
  approvedTo?: Day
}

export interface Provider {
  id: string
  /** Spelled out, for someone who knows no library acronym. */
  name: string
  demo?: true
  courses: Course[]
  /** Courses that make a set only together. */
  bundles?: { set: SetId; courses: string[] }[]
  source?: string
}

const ASSUMED: Day = '2009-07-13'

function course(set: SetId, code: string, title: string, approvedFrom = ASSUMED): Course {
  return { code, title, set, approvedFrom }
}

export const providers: Provider[] = [
  {
    id: 'ALCTS',
    // A division until 2020, when it became part of Core.
    name: 'ALCTS, a division of the American Library Association',
    courses: [
      course('foundations-of-library-services', 'FUND', 'Fundamentals'),
      course('cataloging-and-classification', 'CATFUND', 'Fundamentals of cataloging'),
      course('collection-management', 'ACQFUND', 'Fundamentals of acquisitions'),
    ],
    source: 'https://associates.ucr.edu/journal/?page_id=679',
  },
  {
    id: 'CCCC',
    name: 'Central Carolina Community College',
    courses: [course('communication-and-teamwork', 'COM110', 'COM 110')],
    source: 'https://cccc.edu/news/print.php?print=8784',
  },
  {
    id: 'INFOPEOPLE',
    name: 'Infopeople',
    courses: [
      course('foundations-of-library-services', 'FLS', 'Foundations of Library Science'),
      course('communication-and-teamwork', 'comm', 'Communication is More Than Words'),
      course('communication-and-teamwork', 'team', 'All Work is Team Work'),
      course('technology', 'TIL', 'Technology in Libraries'),
      course('adult-readers-advisory-services', 'RA', 'Readers’ advisory'),
      course('cataloging-and-classification', 'BCC', 'Basic Cataloging and Classification'),
      course('reference-and-information-services', 'REF', 'Reference'),
      course('supervision-and-management', 'SUP', 'Supervision'),
      course('youth-services', 'child', 'Children’s Services Fundamentals'),
      course('youth-services', 'teen', 'Teen Services Fundamentals'),
    ],
    bundles: [
      { set: 'communication-and-teamwork', courses: ['comm', 'team'] },
      { set: 'youth-services', courses: ['child', 'teen'] },
    ],
    source: 'https://azlibrary.gov/libdev/continuing-education/library-practitioner-certification',
  },
  {
    id: 'SLOL',
    name: 'State Library of Louisiana',
    courses: [
      course('foundations-of-library-services', 'FLS', 'Foundations of library services'),
      course('communication-and-teamwork', 'CAT', 'Communication and teamwork'),
      course('technology', 'TEC', 'Technology'),
      course('reference-and-information-services', 'REF', 'Reference and information services'),
      course('supervision-and-management', 'SUP', 'Supervision and management'),
      course('youth-services', 'YTH', 'Youth services'),
    ],
    source: 'https://associates.ucr.edu/journal/?page_id=653',
  },
  {
    id: 'PROV-A',
    name: 'Demo Provider A',
    demo: true,
    courses: [
      course('foundations-of-library-services', 'FLS', 'Foundations of library services'),
      course('communication-and-teamwork', 'CAT', 'Communication and teamwork'),
      course('technology', 'TEC', 'Technology in the library'),
      course('access-services', 'ACC', 'Access services'),
      course('collection-management', 'COL', 'Collections'),
    ],
  },
  {
    id: 'PROV-B',
    name: 'Demo Provider B',
    demo: true,
    courses: [
      course('adult-readers-advisory-services', 'RA', 'Adult readers’ advisory'),
      course('cataloging-and-classification', 'CAT', 'Cataloging and classification'),
      course('reference-and-information-services', 'REF', 'Reference'),
      course('supervision-and-management', 'SUP', 'Supervision and management'),
      course('youth-services', 'YTH', 'Youth services'),
    ],
  },
]

/** What a reference names: one course, or several taken together. */
export interface NamedCourse {
  /** As the catalogue writes it. */
  reference: string
  provider: Provider
  courses: [Course, ...Course[]]
  /** Is it a whole set's worth: a course that stands alone, or a bundle with all its parts? */
  whole: boolean
  /** The reference of the bundle that the course is a part of. */
  bundle?: string
}

/**
 * Looks up `PROVIDER/CODE`, or `PROVIDER/code+code` for courses that make a set together; case and the order of
 * the parts do not matter.
 * @returns null when the catalogue has no such provider or course
 */
export function courseNamed(reference: string): NamedCourse | null {
  const [id = '', codes = '', ...more] = reference.split('/').map((part) => part.trim())
  const provider = providers.find((one) => same(one.id, id))
  if (!provider || more.length > 0) return null
  const wanted = codes.split('+').map((code) => code.trim())
  const courses = provider.courses.filter(({ code }) => wanted.some((one) => same(one, code)))
  const [first] = courses
  if (!first || courses.length !== wanted.length) return null
  const bundle = provider.bundles?.find((one) => one.courses.includes(first.code))
  const written = (parts: string[]) => `${provider.id}/${parts.join('+')}`
  const reads = written(courses.map(({ code }) => code))
  return {
    reference: reads,
    provider,
    courses: courses as [Course, ...Course[]],
    whole: bundle ? reads === written(bundle.courses) : courses.length === 1,
    ...(bundle ? { bundle: written(bundle.courses) } : {}),
  }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
