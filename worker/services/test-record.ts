/** The facts of test records: one invented holder, with days that lie around today, so that they stay true. */
import { addDays, addMonths, addYears, type Day, noonOf } from '../../shared/dates.ts'
import { type SetId, sets, statementsOn } from '../../shared/programme.ts'
import type { AwardRecord, EarnedArea } from '../../shared/record.ts'
import { TEST_HOLDER, type TestCase } from '../../shared/test-numbers.ts'

const SETS: SetId[] = [
  'foundations-of-library-services',
  'communication-and-teamwork',
  'technology',
  'cataloging-and-classification',
  'reference-and-information-services',
  'youth-services',
]

export interface TestRecord {
  record: AwardRecord
  validFrom: string
}

/** What the record of this case says. Its standing is no fact of it, and stands in a status list. */
export function testRecord(testCase: TestCase, today: Day): TestRecord {
  switch (testCase) {
    case 'expired':
    case 'status-unavailable-ended':
      return renewed(addDays(today, -400))
    case 'grace':
      return renewed(addDays(today, -14))
    case 'provisional':
      return provisional(addDays(today, -550), addDays(today, 180))
    case 'not-yet-valid': {
      const { record } = first(addDays(today, -1))
      return { record, validFrom: noonOf(addDays(today, 14)) }
    }
    default:
      return renewed(addDays(today, 550))
  }
}

/** In its second term, which ends on this day. */
function renewed(expiresOn: Day): TestRecord {
  const { record } = first(addYears(expiresOn, -8))
  const renewal = addMonths(addYears(expiresOn, -4), -1)
  return { record: { ...record, expiresOn, renewedOn: [renewal] }, validFrom: noonOf(renewal) }
}

function provisional(certifiedOn: Day, provisionalUntil: Day): TestRecord {
  const { record, validFrom } = first(certifiedOn)
  const areas = record.areas.map((area): EarnedArea => ({ ...area, ...graduated }))
  return { record: { ...record, provisionalUntil, areas }, validFrom }
}

const graduated = {
  pathway: 'recognition',
  reference: 'TEST-COLLEGE/CERTIFICATE',
  provider: 'Test College',
  title: 'Test Certificate in Library Technology',
} as const

function first(certifiedOn: Day): TestRecord {
  const completedOn = addMonths(certifiedOn, -6)
  return {
    record: {
      name: { display: TEST_HOLDER, given: 'Test', family: 'Holder', order: 'given-first' },
      email: 'test.holder@example.org',
      certifiedOn,
      expiresOn: addYears(certifiedOn, 4),
      renewedOn: [],
      areas: SETS.map((set) => ({
        set,
        pathway: 'course',
        statements: statementsOn(completedOn),
        reference: 'TEST-PROVIDER/COURSE',
        provider: 'Test Provider',
        title: `Test course: ${sets[set].label}`,
        completedOn,
      })),
    },
    validFrom: noonOf(certifiedOn),
  }
}
