// Facts that earn the certification, and nobody needs to look at.
import { addYears } from '../../shared/dates.ts'
import type { PathwayId, SetId } from '../../shared/programme.ts'
import type { AwardRecord, EarnedArea } from '../../shared/record.ts'

const COURSES: [SetId, string, string][] = [
  ['foundations-of-library-services', 'SLOL/FLS', 'Foundations of library services'],
  ['communication-and-teamwork', 'SLOL/CAT', 'Communication and teamwork'],
  ['technology', 'SLOL/TEC', 'Technology'],
  ['reference-and-information-services', 'SLOL/REF', 'Reference and information services'],
  ['supervision-and-management', 'SLOL/SUP', 'Supervision and management'],
  ['youth-services', 'SLOL/YTH', 'Youth services'],
]

/** Six areas by approved course. */
export function makeAreas(pathway: PathwayId = 'course'): EarnedArea[] {
  return COURSES.map(([set, reference, title]) => ({
    set,
    pathway,
    statements: '2012',
    reference,
    provider: 'State Library of Louisiana',
    title,
    completedOn: '2022-10-01',
    contactHours: 12.5,
  }))
}

/** Certified on 2024-06-15 for four years, unless told otherwise. */
export function makeAward(changes: Partial<AwardRecord> = {}): AwardRecord {
  const certifiedOn = changes.certifiedOn ?? '2024-06-15'
  return {
    name: { display: 'Darlene Whitcomb', given: 'Darlene', family: 'Whitcomb', order: 'given-first' },
    email: 'darlene@example.org',
    region: 'LA',
    country: 'US',
    enrolledOn: '2022-02-01',
    certifiedOn,
    expiresOn: addYears(certifiedOn, 4),
    renewedOn: [],
    areas: makeAreas(),
    ...changes,
  }
}
