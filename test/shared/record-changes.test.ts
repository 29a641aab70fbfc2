// What a correction changes, in words.
import { expect, test } from 'vitest'
import { changesBetween } from '../../shared/record-changes.ts'
import { makeAreas, makeAward } from '../support/award.ts'

test('nothing is different between a record and itself', () => {
  expect(changesBetween(makeAward(), makeAward())).toEqual([])
})

test('each fact is told once, with what it was and what it becomes', () => {
  const { email: _gone, ...rest } = makeAward({ region: 'TX', expiresOn: '2028-06-14' })
  expect(changesBetween(makeAward(), rest)).toEqual([
    { what: 'E-mail address', before: 'darlene@example.org' },
    { what: 'State or region', before: 'LA', after: 'TX' },
    { what: 'Last day', before: 'June 15, 2028', after: 'June 14, 2028' },
  ])
})

test('of an area any detail counts', () => {
  const areas = makeAreas().map((area) => (area.set === 'technology' ? { ...area, contactHours: 13 } : area))
  expect(changesBetween(makeAward(), makeAward({ areas: areas.slice(0, 5) }))).toMatchObject([
    { what: 'Technology', after: expect.stringContaining('13 contact hours') },
    { what: 'Youth Services', before: expect.stringContaining('SLOL/YTH') },
  ])
})
