// What a record may hold: every member known, every name whole, and all that is wrong told at once.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../shared/json.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { makeAreas, makeAward } from '../support/award.ts'
import { post, refused } from './office.ts'

const path = '/api/v1/credentials'

describe('a record', () => {
  const issued = (record: unknown) => post(path, { record })
  const changed = (changes: object) => ({ ...makeAward(), ...changes })
  const named = (display: string, more: object = {}) =>
    changed({ name: { display, order: 'given-first', ...more } })
  const withArea = (changes: object) =>
    changed({ areas: makeAreas().map((area, i) => (i === 0 ? { ...area, ...changes } : area)) })

  test('has no member that is not known, at any depth', async () => {
    const own = (name: string) => JSON.parse(`{"${name}":{"admin":true}}`) as JsonObject
    const merged = (record: object, extra: JsonObject) => {
      const text = JSON.stringify(record)
      return `{"record":${text.slice(0, -1)},${JSON.stringify(extra).slice(1)}}`
    }
    for (const name of ['__proto__', 'constructor', 'prototype', 'id', 'standing', 'number']) {
      expect(await refused(post(path, merged(makeAward(), own(name)))), name).toMatchObject({ status: 422 })
      expect(await refused(post(path, { record: makeAward(), ...own(name) })), name).toMatchObject({
        status: 422,
      })
    }
    expect(await refused(issued(withArea({ extra: 1 })))).toMatchObject({ fields: ['record.areas.0'] })
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })

  test.for([
    ['an override', named('Ada\u202Eetirw')],
    ['an isolate', named('Ada \u2067Quill\u2069')],
    ['a NUL', named('Ada\u0000Quill')],
    ['half a surrogate pair', named('Ada \ud83d')],
    ['an escape', named('Ada\u001b[31m')],
    ['a line break', named('Ada\nQuill')],
    ['tag characters', named('Ada\u{E0041}')],
    ['ten thousand marks', named(`A${'\u0301'.repeat(200)}`)],
    ['a script', named('<script>alert(1)</script>')],
    ['a formula', named('=HYPERLINK("http://x")')],
    ['no letter', named('   ')],
  ] as const)('with %s in the name: 422, naming the field', async ([, record]) => {
    expect(await refused(issued(record))).toMatchObject({ status: 422, fields: ['record.name.display'] })
  })

  test.for([
    [
      'an address that is no https',
      withArea({ contentUrl: 'javascript:alert(1)' }),
      'record.areas.0.contentUrl',
    ],
    [
      'a file for a product',
      withArea({ products: [{ title: 'x', url: 'file:///etc/passwd' }] }),
      'record.areas.0.products.0.url',
    ],
    ['a day that does not exist', changed({ certifiedOn: '2023-02-29' }), 'record.certifiedOn'],
    ['the year 9999', changed({ expiresOn: '9999-12-31' }), 'record.expiresOn'],
    ['a header in the e-mail', changed({ email: 'a@b.example\r\nBcc: x@y.example' }), 'record.email'],
    ['a set of its own', withArea({ set: 'toString' }), 'record.areas.0.set'],
    ['a pathway of its own', withArea({ pathway: '__proto__' }), 'record.areas.0.pathway'],
    ['a line break in a title', withArea({ title: 'a\r\nb' }), 'record.areas.0.title'],
    ['a semicolon where they divide', withArea({ instructor: 'Jane Doe; MLS' }), 'record.areas.0.instructor'],
    ['hours that no one can say', withArea({ contactHours: 1e-9 }), 'record.areas.0.contactHours'],
    ['an array for a day', changed({ certifiedOn: ['2024-06-15'] }), 'record.certifiedOn'],
  ] as const)('with %s: 422, naming the field', async ([, record, field]) => {
    expect(await refused(issued(record))).toMatchObject({ status: 422, fields: [field] })
  })

  test('that is wrong in several places hears of all at once', async () => {
    const record = { ...withArea({ completedOn: 'in spring' }), certifiedOn: '15 June', country: 'usa' }
    expect((await refused(issued(record))).fields.sort()).toEqual([
      'record.areas.0.completedOn',
      'record.certifiedOn',
      'record.country',
    ])
  })

  test('that does not earn the certification hears every reason, each with its field', async () => {
    const areas = makeAreas().filter(({ set }) => set !== 'technology' && set !== 'youth-services')
    const record = makeAward({
      areas,
      certifiedOn: '2022-02-01',
      enrolledOn: '2027-01-01',
      expiresOn: '2022-01-01',
    })
    const answer = await refused(issued(record))
    expect(answer).toMatchObject({ status: 422, type: 'not-eligible' })
    expect(answer.fields.sort()).toEqual([
      'areas',
      'areas.communication-and-teamwork',
      'areas.foundations-of-library-services',
      'areas.reference-and-information-services',
      'areas.supervision-and-management',
      'areas.technology',
      'certifiedOn',
      'enrolledOn',
      'expiresOn',
    ])
  })

  test('as large as the schema allows is issued, or told to be too large', async () => {
    const record = (length: number, products: number): AwardRecord => {
      const url = `https://work.example/${'x'.repeat(length)}`
      const areas = makeAreas().map((area) => ({
        ...area,
        title: 't'.repeat(length),
        instructor: 'i'.repeat(length),
        products: Array.from({ length: products }, (_, i) => ({
          title: 'p'.repeat(length),
          url: `${url}${i}`,
        })),
      }))
      return makeAward({ areas })
    }
    expect((await issued(record(10, 10))).status).toBe(201)
    expect(await refused(issued(record(190, 9)))).toMatchObject({ status: 413 })
  })

  test('of any text at all is never our mistake', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    const anything = fc.record({ display: text, title: text, instructor: text, reference: text, note: text })
    await fc.assert(
      fc.asyncProperty(anything, async ({ display, title, instructor, reference, note }) => {
        const record = {
          ...withArea({ title, instructor, reference, delivery: note }),
          name: { display, order: 'mononym' },
        }
        expect((await issued(record)).status).toBeOneOf([201, 422])
      }),
      { numRuns: 100 },
    )
  })
})
