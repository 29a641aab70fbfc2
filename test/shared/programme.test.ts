import { describe, expect, test } from 'vitest'
import { agreements, awardNamed, coveredFrom } from '../../shared/catalogue/institutions.ts'
import { courseNamed, providers } from '../../shared/catalogue/providers.ts'
import { spelled } from '../../shared/catalogue/references.ts'
import { statementsOf } from '../../shared/catalogue/statements.ts'
import { isDay } from '../../shared/dates.ts'
import {
  isPathway,
  isSet,
  isStatementVersion,
  type SetId,
  setNamed,
  sets,
  statementsOn,
  statementsPage,
} from '../../shared/programme.ts'
import { BEGAN, rulesOn } from '../../shared/rules.ts'

describe('sets', () => {
  test('ten, the three that every holder has first', () => {
    const kinds = Object.values(sets).map(({ kind }) => kind)
    expect(kinds).toEqual([...Array(3).fill('required'), ...Array(7).fill('elective')])
    expect(Object.entries(sets).every(([key, { id }]) => key === id)).toBe(true)
    expect(rulesOn(BEGAN)).toMatchObject({ requiredSets: 3, electives: 3 })
  })

  test.for<[string, SetId]>([
    ['collection-management', 'collection-management'],
    ['Collections', 'collection-management'],
    ['COLLECTION MANAGEMENT', 'collection-management'],
    ['Foundations of Library Service', 'foundations-of-library-services'],
    ['Foundation of Library Service', 'foundations-of-library-services'],
    ['Communications and Teamwork', 'communication-and-teamwork'],
    ["Adult Readers' Advisory", 'adult-readers-advisory-services'],
    ['Adult Readers’ Advisory Services', 'adult-readers-advisory-services'],
    ['adult_readers_advisory_services', 'adult-readers-advisory-services'],
    ['Readers Advisory', 'adult-readers-advisory-services'],
    ['Supervision & Management', 'supervision-and-management'],
    ['Supervision&Management', 'supervision-and-management'],
    ['  Reference  and Information Services ', 'reference-and-information-services'],
    ['Cataloging', 'cataloging-and-classification'],
    ["Children's and Youth Services", 'youth-services'],
  ])('%s is %s', ([name, set]) => {
    expect(setNamed(name)).toBe(set)
  })

  test.for(['', 'notes', 'route', '名前', '__proto__', 'Technical Services', 'and'])(
    '%s is no set',
    (name) => {
      expect(setNamed(name)).toBeNull()
    },
  )

  test('guards take nothing from a prototype', () => {
    for (const guard of [isSet, isPathway, isStatementVersion]) {
      for (const value of ['__proto__', 'constructor', 'toString', '', undefined, null, 2012]) {
        expect(guard(value)).toBe(false)
      }
    }
    expect([isSet('technology'), isPathway('course'), isStatementVersion('2012')]).toEqual([true, true, true])
  })
})

describe('days', () => {
  test('statements changed on October 28, 2012', () => {
    expect([statementsOn('2012-10-27'), statementsOn('2012-10-28')]).toEqual(['2009', '2012'])
  })

  test('rules are found for every day', () => {
    expect(rulesOn('1999-01-01')).toBe(rulesOn(BEGAN))
    expect(rulesOn('2190-01-01')).toMatchObject({ validYears: 4, graceMonths: 2, renewalHours: 32 })
  })
})

test('statements: what is known in our own words, and what is not said to be so', () => {
  for (const set of Object.keys(sets) as SetId[]) {
    const now = statementsOf(set, '2012')
    expect(now.briefs.length).toBeGreaterThanOrEqual(8)
    expect(now.official).toMatch(
      /^https:\/\/ala-apa\.org\/lssc\/for-candidates\/competency-sets\/adult|^https/,
    )
    expect(statementsOf(set, '2009')).toMatchObject({ briefs: [], gap: expect.stringContaining('2009') })
  }
  expect(statementsOf('foundations-of-library-services', '2012').briefs).toHaveLength(12)
  expect(statementsOf('youth-services', '2012').gap).toBeDefined()
  expect(statementsOf('technology', '2012').gap).toBeUndefined()
  expect(statementsPage('https://lssc.example', 'technology', '2009')).toBe(
    'https://lssc.example/achievements/lssc/sets/technology#2009',
  )
})

describe('references', () => {
  test('a course is found whatever the case', () => {
    expect(courseNamed('slol/fls')).toMatchObject({ reference: 'SLOL/FLS', whole: true })
    expect(spelled('course', 'ALCTS/CATFUND')).toEqual({
      reference: 'ALCTS/CATFUND',
      provider: 'ALCTS, a division of the American Library Association',
      title: 'Fundamentals of cataloging',
    })
  })

  test('two courses make a set together, in any order; one of them does not', () => {
    const both = { reference: 'INFOPEOPLE/comm+team', whole: true }
    expect(courseNamed('INFOPEOPLE/comm+team')).toMatchObject(both)
    expect(courseNamed('INFOPEOPLE/team+comm')).toMatchObject(both)
    expect(courseNamed('INFOPEOPLE/comm')).toMatchObject({ whole: false, bundle: 'INFOPEOPLE/comm+team' })
    expect(courseNamed('INFOPEOPLE/comm+teen')).toMatchObject({ whole: false })
    expect(courseNamed('PROV-A/FLS+CAT')).toMatchObject({ whole: false })
    expect(spelled('course', 'INFOPEOPLE/child+teen').title).toBe(
      'Children’s Services Fundamentals + Teen Services Fundamentals',
    )
  })

  test.for(['', '/', 'SLOL', 'SLOL/', 'SLOL/XYZ', 'SLOL/FLS/1', 'SLOL/FLS+FLS', 'NOBODY/FLS', '__proto__/x'])(
    '%s is no course',
    (reference) => {
      expect(courseNamed(reference)).toBeNull()
      expect(spelled('course', reference).reference).toBe(reference)
    },
  )

  test('an award is found with its agreement', () => {
    expect(spelled('recognition', 'dvc/certach')).toEqual({
      reference: 'DVC/CertAch',
      provider: 'Diablo Valley College',
      title: 'Certificate of Achievement',
    })
    expect(awardNamed('DACC/Cert')).toMatchObject({ reference: 'DACC/Cert' })
    expect(awardNamed('DACC/Cert')?.award).toBeUndefined()
    expect(awardNamed('DACC/constructor')?.award).toBeUndefined()
    expect(awardNamed('NOWHERE/AAS')).toBeNull()
  })

  test('graduates are covered as agreed, or two years back', () => {
    const from = (id: string) => coveredFrom(agreements.find((one) => one.id === id)!)
    expect(from('DACC')).toBe('2010-06-01')
    expect(from('DUPAGE')).toBe('2009-09-13')
  })

  test('ids are unique and days are days', () => {
    const ids = [...providers, ...agreements].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { courses, bundles = [] } of providers) {
      expect(courses.every(({ set, approvedFrom }) => isSet(set) && isDay(approvedFrom))).toBe(true)
      const codes = courses.map(({ code }) => code)
      expect(bundles.flatMap((bundle) => bundle.courses).every((code) => codes.includes(code))).toBe(true)
    }
    expect(agreements.every(({ knownFrom }) => isDay(knownFrom))).toBe(true)
  })
})
