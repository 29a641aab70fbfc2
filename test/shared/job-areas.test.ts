import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areas, type SetId } from '../../shared/areas.ts'
import { relatedAreas } from '../../shared/job.ts'
import { readJobAreas, writeJobAreas } from '../../shared/job-areas.ts'

test.for([
  ['technology youth-services', [['technology'], ['youth-services']]],
  ['technology, youth-services', [['technology'], ['youth-services']]],
  [
    'cataloging-and-classification (copy cataloging; RDA) technology',
    [['cataloging-and-classification', 'copy cataloging', 'RDA'], ['technology']],
  ],
  [' technology(e-books;; )\n', [['technology', 'e-books']]],
  ['nonsense (technology) toString youth-services', [['youth-services']]],
  ['technology (never closed youth-services', [['technology'], ['youth-services']]],
  ['', []],
] as const)('%j', ([text, expected]) => {
  expect(readJobAreas(text).map(({ set, phrases }) => [set, ...phrases])).toEqual(expected)
})

test('what is written is what is read, whatever an ad holds', () => {
  const set = fc.constantFrom(...(Object.keys(areas) as SetId[]))
  const phrase = fc.string({ minLength: 1, maxLength: 20 })
  const related = fc.array(fc.record({ set, phrases: fc.array(phrase, { maxLength: 4 }) }), { maxLength: 6 })
  fc.assert(
    fc.property(related, (given) => {
      const read = readJobAreas(writeJobAreas(given))
      expect(read.map((one) => one.set)).toEqual(given.map((one) => one.set))
      expect(writeJobAreas(read)).toBe(writeJobAreas(readJobAreas(writeJobAreas(read))))
    }),
  )
})

test('an ad’s phrases come through as the ad has them', () => {
  const related = relatedAreas('You will do copy cataloging (RDA) and lead story time for toddlers.')
  expect(readJobAreas(writeJobAreas(related))).toEqual(related)
})
