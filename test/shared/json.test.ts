// What `parseOwn` refuses, one by one, is in `layers.corpus.ts`.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Json, parseOwn } from '../../shared/json.ts'

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 6 }), { maxKeys: 8 }) as fc.Arbitrary<{
  [name: string]: Json
}>

/** The same value with the members of every object in the opposite order. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  )
}

test('what we write is what we read', () => {
  fc.assert(
    fc.property(object, (value) => {
      const text = JSON.stringify(value)
      // Written twice: a member named 1 comes before one named a, whatever the order in which they were made.
      expect(parseOwn(JSON.stringify(JSON.parse(text)))).toEqual(JSON.parse(text))
    }),
  )
})

test('one value has one canonical text, whatever the order of its members', () => {
  fc.assert(
    fc.property(object, (value) => {
      const plain = JSON.parse(JSON.stringify(value))
      const text = canonical(plain)
      expect(canonical(turned(plain))).toBe(text)
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(plain)
    }),
  )
})

test('members are sorted by UTF-16 code units (RFC 8785 §3.2.3)', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  expect(canonical(value)).toBe(
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
      '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  )
})

test('strings and numbers are written as RFC 8785 writes them', () => {
  const literals = {
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f',
    literals: [null, true, false],
  }
  expect(canonical(literals)).toBe(
    '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  expect(canonical([0, -1, 9007199254740991, 1e21])).toBe('[0,-1,9007199254740991,1e+21]')
})

test('__proto__ keeps its place', () => {
  expect(canonical(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}')
})
