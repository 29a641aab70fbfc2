// The office's form: fields become a record, and a record its fields again.
import { describe, expect, test } from 'vitest'
import { fieldOfMember, fieldsOf, readAward } from '../../shared/award-form.ts'
import { choicesFor } from '../../shared/catalogue/choices.ts'
import { sets } from '../../shared/programme.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { makeAreas, makeAward } from '../support/award.ts'

const TODAY = '2026-11-22'

const getOf = (fields: Record<string, string>) => (field: string) => fields[field] ?? ''

function read(changes: Record<string, string> = {}, record = makeAward(), before?: AwardRecord) {
  return readAward(getOf({ ...fieldsOf(record), ...changes }), TODAY, before)
}

/** What is said, at which field. */
function said(changes: Record<string, string>, record?: AwardRecord) {
  return read(changes, record).findings.map(({ code, field, severity }) => `${severity} ${code} ${field}`)
}

const T = 'areas.technology'
const C = 'areas.cataloging-and-classification'

describe('a record that is filled in and read again', () => {
  const [first, ...others] = makeAreas() as [ReturnType<typeof makeAreas>[0], ...ReturnType<typeof makeAreas>]
  test.for<[string, Partial<AwardRecord>]>([
    ['as most are', {}],
    [
      'renewed twice, by the statements of 2009',
      {
        enrolledOn: '2011-02-01',
        certifiedOn: '2012-04-02',
        renewedOn: ['2016-03-01', '2020-02-02'],
        expiresOn: '2024-04-02',
        areas: makeAreas().map((area) => ({ ...area, completedOn: '2012-01-31', statements: '2009' })),
      },
    ],
    ['with a last day of its own', { expiresOn: '2027-12-31' }],
    ['provisional', { provisionalUntil: '2028-06-15', areas: makeAreas('recognition') }],
    [
      'a name in every part',
      {
        name: {
          display: 'Nguyễn Thị Minh Khai',
          given: 'Minh Khai',
          family: 'Nguyễn',
          order: 'family-first',
          native: '阮氏明開',
          former: ['Minh Tran', 'M. Lê'],
        },
      },
    ],
    [
      'an area with everything, and a course that the catalogue does not know',
      {
        areas: [
          {
            ...first,
            reference: 'State Library of Texas/Weeding',
            provider: 'State Library of Texas',
            title: 'Weeding',
            contactHours: 12.5,
            delivery: 'online',
            instructor: 'A. Folio, MLIS',
            contentUrl: 'https://example.org/course',
            products: [
              { title: 'A finding aid', url: 'https://example.org/a' },
              { title: 'Story time', url: 'https://example.org/b?c=d' },
            ],
          },
          ...others,
        ],
      },
    ],
  ])('%s', ([, changes]) => {
    const record = makeAward(changes)
    expect(read({}, record, record).record).toEqual(record)
  })

  test('keeps the words of its day, whatever the catalogue calls it now', () => {
    const record = makeAward({ areas: makeAreas().map((area) => ({ ...area, title: 'As it was called' })) })
    expect(read({}, record, record).record).toEqual(record)
    expect(read({}, record).record?.areas[0]?.title).toBe('Foundations of library services')
  })
})

describe('what is left empty', () => {
  test('is proposed: the last day by the term, the statements by the day', () => {
    const { record } = read({ expiresOn: '', [`${T}.on`]: '2012-10-27', [`${T}.statements`]: '' })
    expect([record?.expiresOn, record?.areas.find(({ set }) => set === 'technology')?.statements]).toEqual([
      '2028-06-15',
      '2009',
    ])
  })

  test.for<[string, Record<string, string>, string]>([
    ['the name', { 'name.display': '' }, 'reject name-empty name.display'],
    ['its order', { 'name.order': '' }, 'reject name-order name.order'],
    ['the day of the award', { certifiedOn: '' }, 'reject date-missing certifiedOn'],
    ['an area that every holder has', { [`${T}.by`]: '' }, `reject required-set-missing ${T}.by`],
    ['one of three', { 'areas.youth-services.by': '' }, 'reject too-few-electives areas'],
    ['when an area was completed', { [`${T}.on`]: '' }, `reject completed-missing ${T}.on`],
    ['which course', { [`${T}.by`]: 'course:', [`${T}.title`]: '' }, `reject course-untold ${T}.provider`],
    [
      'which award',
      { [`${T}.by`]: 'recognition:DUPAGE/', [`${T}.title`]: '' },
      `reject award-untold ${T}.title`,
    ],
  ])('is told: %s', ([, changes, finding]) => {
    expect(said(changes)).toContain(finding)
    expect(read(changes).record).toBeNull()
  })
})

describe('what cannot be', () => {
  test.for<[string, Record<string, string>, string]>([
    ['no day', { certifiedOn: '06/15/2024' }, 'reject date-unreadable certifiedOn'],
    ['a renewal on no day', { renewedOn: '2016-03-01\n2020-02-30' }, 'reject date-unreadable renewedOn'],
    ['awarded in the future', { certifiedOn: '2026-11-23' }, 'reject certified-in-future certifiedOn'],
    ['awarded before completed', { [`${T}.on`]: '2024-06-16' }, `reject certified-before-completed ${T}.on`],
    ['hours in words', { [`${T}.hours`]: 'twelve' }, `reject hours-unreadable ${T}.hours`],
    [
      'a page without https',
      { [`${T}.content`]: 'http://example.org' },
      `reject content-unreadable ${T}.content`,
    ],
    [
      'a script for a page',
      { [`${T}.content`]: 'javascript:alert(1)' },
      `reject content-unreadable ${T}.content`,
    ],
    ['work without an address', { [`${T}.products`]: 'My guide' }, `reject product-unreadable ${T}.products`],
    ['a semicolon', { [`${T}.delivery`]: 'online; evenings' }, `reject area-semicolon ${T}.delivery`],
    [
      'a college that leaves the area open',
      {
        'areas.communication-and-teamwork.by': 'recognition:CCCC-LIT/AAS',
      },
      'reject set-not-covered areas.communication-and-teamwork.by',
    ],
    ['a family name where there is none', { 'name.order': 'mononym' }, 'reject name-order name.order'],
    ['two people', { 'name.display': 'Darlene & Dale Whitcomb' }, 'reject name-two-people name.display'],
    [
      'text that runs backwards',
      { 'name.display': 'Darlene \u202Ebmoctihw' },
      'reject name-control name.display',
    ],
  ])('%s', ([, changes, finding]) => {
    expect(said(changes)).toContain(finding)
    expect(read(changes).record).toBeNull()
  })
})

describe('what a person looks into', () => {
  test.for<[string, Record<string, string>, string]>([
    [
      'a course that nobody knows',
      { [`${C}.by`]: 'course:', [`${C}.on`]: '2023-01-01', [`${C}.provider`]: 'X', [`${C}.title`]: 'Y' },
      `review course-unknown ${C}.by`,
    ],
    [
      'a portfolio after the last',
      { [`${C}.by`]: 'portfolio:PF', [`${C}.on`]: '2023-01-01' },
      `review pathway-closed ${C}.on`,
    ],
    [
      'a graduate from before the agreement',
      { [`${C}.by`]: 'recognition:DVC/AS', [`${C}.on`]: '2012-01-01' },
      `review agreement-not-in-force ${C}.on`,
    ],
    [
      'the statements of another time',
      { [`${T}.statements`]: '2009' },
      `review statements-too-old ${T}.statements`,
    ],
    ['another term', { expiresOn: '2029-06-15' }, 'review expiry-not-term expiresOn'],
    [
      'provisional without a college',
      { provisionalUntil: '2027-06-15' },
      'review provisional-without-recognition provisionalUntil',
    ],
    ['capitals', { 'name.display': 'DARLENE WHITCOMB' }, 'review name-capitals name.display'],
    [
      'a Cyrillic letter in a Latin word',
      { 'name.display': 'Dаrlene Whitcomb' },
      'review name-mixed-script name.display',
    ],
    [
      'something invisible',
      { 'name.display': 'Dar\u200Blene Whitcomb' },
      'review name-invisible name.display',
    ],
    ['a letter that was lost', { 'name.display': 'JosÃ© Whitcomb' }, 'review name-garbled name.display'],
    ['a former name', { 'name.display': 'Darlene Whitcomb (née Fox)' }, 'review name-former name.display'],
    [
      'an order that the name does not have',
      { 'name.order': 'family-first' },
      'review name-order name.order',
    ],
    ['parts of another name', { 'name.family': 'Fox' }, 'review name-parts-differ name.family'],
  ])('%s', ([, changes, finding]) => {
    const found = read(changes)
    expect(said(changes)).toContain(finding)
    expect(found.record).not.toBeNull()
  })

  test.for(['Nguyễn Thị Minh Khai', '김민준', 'Sukarno', 'dana winslow', 'Jón Einarsson', 'Ng', 'LI Na'])(
    'not a name such as %s',
    (display) => {
      const changes = { 'name.display': display, 'name.given': '', 'name.family': '' }
      expect(said(changes)).toEqual([])
      expect(read(changes).record?.name.display).toBe(display)
    },
  )
})

describe('the choices of an area', () => {
  test('are read as they stand: each is known, covers the area, and nobody needs to look', () => {
    for (const { id } of Object.values(sets)) {
      for (const { value } of choicesFor(id).flatMap(({ choices }) => choices)) {
        if (/[:/]$/.test(value)) continue
        const on = value.startsWith('portfolio') ? '2017-05-01' : '2020-05-01'
        const changes = { [`areas.${id}.by`]: value, [`areas.${id}.on`]: on }
        expect(said(changes), value).toEqual([])
      }
    }
  })

  test('name courses that count only together as one, and no college that leaves the area open', () => {
    const values = choicesFor('communication-and-teamwork').flatMap(({ choices }) =>
      choices.map(({ value }) => value),
    )
    expect(values).toContain('course:INFOPEOPLE/comm+team')
    expect(values).not.toContain('course:INFOPEOPLE/comm')
    expect(values.some((value) => value.includes('CCCC-LIT'))).toBe(false)
  })
})

test('what a schema refuses is told at the field it was typed into', () => {
  const record = makeAward()
  expect(fieldOfMember(['areas', 2, 'contactHours'], record)).toBe('areas.technology.hours')
  expect(fieldOfMember(['areas', 2, 'reference'], record)).toBe('areas.technology.by')
  expect(fieldOfMember(['name', 'former', 1], record)).toBe('name.former')
  expect(fieldOfMember(['email'], record)).toBe('email')
})
