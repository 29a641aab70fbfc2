import { describe, expect, test } from 'vitest'
import { regionOf, stateNamed } from '../../shared/us-states.ts'

describe('a region', () => {
  test.each([
    ['Texas', 'US', 'TX'],
    [' new  york', 'US', ' new  york'],
    ['new york', 'US', 'NY'],
    ['tx', 'US', 'TX'],
    ['The Panhandle', 'US', 'The Panhandle'],
    ['Ontario', 'CA', 'Ontario'],
    ['Georgia', 'GE', 'Georgia'],
    ['Texas', undefined, 'Texas'],
    ['', 'US', ''],
  ])('%j of %s is kept as %j', (text, country, kept) => {
    expect(regionOf(text, country)).toBe(kept)
  })

  test('is told by its name where it is a state', () => {
    expect(['TX', 'ON', '__proto__', 'Texas'].map(stateNamed)).toEqual(['Texas', 'ON', '__proto__', 'Texas'])
  })
})
