import { describe, expect, test } from 'vitest'
import type { ClaimedArea } from '../../shared/area-check.ts'
import { spelled } from '../../shared/catalogue/references.ts'
import { type AwardDraft, type EligibilityCode, eligibility } from '../../shared/eligibility.ts'
import { outcomeOf, type Severity } from '../../shared/finding.ts'
import type { PathwayId, SetId } from '../../shared/programme.ts'
import type { AwardRecord, EarnedArea } from '../../shared/record.ts'

const TODAY = '2025-06-30'

function area(set: SetId, reference: string, completedOn: string, pathway: PathwayId = 'course'): EarnedArea {
  return { set, pathway, statements: '2012', ...spelled(pathway, reference), completedOn }
}

const SIX = [
  area('foundations-of-library-services', 'PROV-A/FLS', '2020-06-01'),
  area('communication-and-teamwork', 'PROV-A/CAT', '2020-12-01'),
  area('technology', 'PROV-A/TEC', '2021-06-01'),
  area('access-services', 'PROV-A/ACC', '2021-12-01'),
  area('cataloging-and-classification', 'PROV-B/CAT', '2022-06-01'),
  area('reference-and-information-services', 'PROV-B/REF', '2023-01-15'),
]

const RECORD: AwardRecord = {
  name: { display: 'Pat Example', order: 'given-first' },
  enrolledOn: '2020-01-10',
  certifiedOn: '2023-02-01',
  expiresOn: '2027-02-01',
  renewedOn: [],
  areas: SIX,
}

/** The record with the area of the same set replaced. */
function withArea(changed: ClaimedArea): AwardDraft {
  return { ...RECORD, areas: SIX.map((one) => (one.set === changed.set ? changed : one)) }
}

function codes(record: AwardDraft): string[] {
  return eligibility(record, TODAY).map(({ code, severity, field }) => `${severity} ${code} ${field}`)
}

test('an ordinary record has no finding', () => {
  expect(eligibility(RECORD, TODAY)).toEqual([])
})

test('every reason at once', () => {
  const { enrolledOn, ...rest } = RECORD
  const record = { ...rest, certifiedOn: '2009-05-01', expiresOn: '2009-05-01', areas: SIX.slice(3, 5) }
  expect(codes(record)).toEqual([
    'reject required-set-missing areas.foundations-of-library-services',
    'reject required-set-missing areas.communication-and-teamwork',
    'reject required-set-missing areas.technology',
    'reject too-few-electives areas',
    'reject certified-before-programme certifiedOn',
    'reject certified-before-completed areas.access-services',
    'reject certified-before-completed areas.cataloging-and-classification',
    'reject expiry-before-certified expiresOn',
  ])
})

test.for<[string, AwardDraft, Severity, EligibilityCode]>([
  ['a set twice', { ...RECORD, areas: [...SIX, SIX[5]!] }, 'reject', 'set-twice'],
  ['no set of ours', { ...RECORD, areas: [...SIX, { set: 'technical-services' }] }, 'reject', 'set-unknown'],
  ['a prototype', { ...RECORD, areas: [...SIX, { set: '__proto__' }] }, 'reject', 'set-unknown'],
  ['an unknown pathway', withArea({ ...SIX[3]!, pathway: 'exam' }), 'reject', 'pathway-unknown'],
  ['an unknown version', withArea({ ...SIX[3]!, statements: '2015' }), 'reject', 'statements-unknown'],
  ['statements too new', withArea({ ...SIX[3]!, completedOn: '2012-10-27' }), 'review', 'statements-too-new'],
  ['statements too old', withArea({ ...SIX[3]!, statements: '2009' }), 'review', 'statements-too-old'],
  [
    'certified tomorrow',
    { ...RECORD, certifiedOn: '2025-07-01', expiresOn: '2029-07-01', enrolledOn: '2022-01-10' },
    'reject',
    'certified-in-future',
  ],
  ['enrolled tomorrow', { ...RECORD, enrolledOn: '2025-07-01' }, 'reject', 'enrolled-in-future'],
  ['enrolled before anyone', { ...RECORD, enrolledOn: '2009-12-01' }, 'review', 'enrolled-before-programme'],
  [
    'certified before enrolled',
    { ...RECORD, enrolledOn: '2023-06-01' },
    'reject',
    'certified-before-enrolled',
  ],
  ['a day over four years', { ...RECORD, enrolledOn: '2019-01-31' }, 'review', 'over-time-limit'],
  ['a wrong last day', { ...RECORD, expiresOn: '2027-01-31' }, 'review', 'expiry-not-term'],
  ['a renewal that added nothing', { ...RECORD, renewedOn: ['2026-05-01'] }, 'reject', 'renewed-in-future'],
  [
    'a course of another set',
    withArea({ ...SIX[3]!, reference: 'PROV-B/REF' }),
    'review',
    'course-of-another-set',
  ],
  ['an unknown course', withArea({ ...SIX[3]!, reference: 'PROV-A/XYZ' }), 'review', 'course-unknown'],
  ['half a bundle', withArea({ ...SIX[1]!, reference: 'INFOPEOPLE/comm' }), 'review', 'course-is-part'],
  [
    'a course before its time',
    withArea({ ...SIX[3]!, statements: '2009', completedOn: '2007-07-12' }),
    'review',
    'course-not-approved',
  ],
  [
    'a portfolio too late',
    withArea({ ...SIX[3]!, pathway: 'portfolio', reference: 'PF' }),
    'review',
    'pathway-closed',
  ],
  [
    'a portfolio with a course’s reference',
    withArea({ ...SIX[3]!, pathway: 'portfolio', completedOn: '2018-10-01' }),
    'review',
    'portfolio-reference',
  ],
  [
    'a college of no agreement',
    withArea({ ...SIX[3]!, pathway: 'recognition', reference: 'FRESNO/AS' }),
    'review',
    'institution-unknown',
  ],
  [
    'an award of no agreement',
    withArea({ ...SIX[3]!, pathway: 'recognition', reference: 'DACC/Cert' }),
    'review',
    'award-not-in-agreement',
  ],
  [
    'a college whose awards are not known',
    withArea({ ...SIX[3]!, pathway: 'recognition', reference: 'DUPAGE/AAS' }),
    'review',
    'award-not-in-agreement',
  ],
  [
    'a graduate before the agreement',
    withArea({ ...SIX[3]!, pathway: 'recognition', reference: 'DVC/AS', completedOn: '2016-10-31' }),
    'review',
    'agreement-not-in-force',
  ],
  [
    'a gap, claimed',
    withArea({ ...SIX[1]!, pathway: 'recognition', reference: 'CCCC-LIT/AAS' }),
    'reject',
    'set-not-covered',
  ],
  [
    'provisional without a college',
    { ...RECORD, provisionalUntil: '2027-02-01' },
    'review',
    'provisional-without-recognition',
  ],
])('%s', ([, record, severity, code]) => {
  const found = eligibility(record, TODAY).filter((finding) => finding.code === code)
  expect(found[0]).toMatchObject({ severity })
  expect(found[0]?.message).toMatch(/^\S.+: .+\.$/)
})

describe('at the edges', () => {
  test.for<[string, AwardDraft]>([
    [
      'certified today, the last set too',
      {
        ...RECORD,
        enrolledOn: '2022-01-10',
        certifiedOn: TODAY,
        expiresOn: '2029-06-30',
        areas: [...SIX.slice(0, 5), area('youth-services', 'PROV-B/YTH', TODAY)],
      },
    ],
    ['four years from enrollment to the day', { ...RECORD, enrolledOn: '2019-02-01' }],
    [
      'enrollment not recorded',
      Object.fromEntries(
        Object.entries(RECORD).filter(([key]) => key !== 'enrolledOn'),
      ) as unknown as AwardDraft,
    ],
    [
      'renewed on the last day of grace',
      {
        ...RECORD,
        enrolledOn: '2017-01-10',
        certifiedOn: '2019-02-01',
        expiresOn: '2027-02-01',
        renewedOn: ['2023-04-01'],
        areas: SIX.map((one) => ({ ...one, completedOn: '2018-09-01' })),
      },
    ],
    [
      'renewed on the first day',
      {
        ...RECORD,
        enrolledOn: '2017-01-10',
        certifiedOn: '2019-02-01',
        expiresOn: '2027-02-01',
        renewedOn: ['2022-02-01'],
        areas: SIX.map((one) => ({ ...one, completedOn: '2018-09-01' })),
      },
    ],
    [
      'a portfolio on the last day',
      withArea({ ...SIX[3]!, pathway: 'portfolio', reference: 'PF', completedOn: '2018-11-01' }),
    ],
    [
      'a course two years before its approval',
      withArea({ ...SIX[3]!, statements: '2009', completedOn: '2007-07-13' }),
    ],
    [
      'finished under the old statements',
      withArea({ ...SIX[3]!, statements: '2009', completedOn: '2016-10-28' }),
    ],
  ])('%s is fine', ([, record]) => {
    expect(codes(record)).toEqual([])
  })

  test('a day outside the renewal window, on either side', () => {
    const record = { ...RECORD, enrolledOn: '2017-01-10', certifiedOn: '2019-02-01', expiresOn: '2027-02-01' }
    const areas = SIX.map((one) => ({ ...one, completedOn: '2018-09-01' }))
    for (const day of ['2022-01-31', '2023-04-02']) {
      expect(codes({ ...record, areas, renewedOn: [day] })).toEqual([
        'review renewal-outside-window renewedOn',
      ])
    }
  })

  test('what is closed today leaves a past award alone', () => {
    const past = {
      ...RECORD,
      enrolledOn: '2010-06-01',
      certifiedOn: '2013-07-01',
      expiresOn: '2017-07-01',
      areas: SIX.map((one) => ({
        ...one,
        pathway: 'portfolio',
        reference: 'PF',
        statements: '2009',
        completedOn: '2012-03-20',
      })),
    }
    expect(codes(past)).toEqual([])
  })

  test('a gap closed by a course or a portfolio', () => {
    const college = SIX.map((one) => ({
      ...one,
      ...(one.set === 'communication-and-teamwork'
        ? {}
        : { pathway: 'recognition', reference: 'CCCC-LIT/AAS' }),
    }))
    expect(codes({ ...RECORD, areas: college })).toEqual([])
  })
})

test('what could not be read is not judged', () => {
  const unread = { renewedOn: ['2020-01-01'], areas: SIX.map(({ set }) => ({ set })) }
  expect(eligibility(unread, TODAY)).toEqual([])
})

test('provisional: within four years, and not past its day', () => {
  const areas = SIX.map((one) => ({ ...one, pathway: 'recognition', reference: 'DVC/CertAch' }))
  const until = (provisionalUntil: string) => codes({ ...RECORD, areas, provisionalUntil })
  expect(until('2027-02-01')).toEqual([])
  expect(until('2025-06-30')).toEqual([])
  expect(until('2025-06-29')).toEqual(['review provisional-overdue provisionalUntil'])
  expect(until('2027-02-02')).toEqual(['review provisional-too-long provisionalUntil'])
  expect(until('2022-01-01')).toContain('reject provisional-before-certified provisionalUntil')
})

test('the most serious finding decides', () => {
  expect(outcomeOf([])).toBe('accept')
  expect(outcomeOf(eligibility({ ...RECORD, expiresOn: '2027-01-31' }, TODAY))).toBe('review')
  expect(outcomeOf(eligibility({ ...RECORD, areas: SIX.slice(1) }, TODAY))).toBe('reject')
})
