import { describe, expect, test } from 'vitest'
import { isNumber, makeNumber, TEST_PREFIX, tidyNumber } from '../../shared/number.ts'
import { makeRandom } from '../support/random.ts'

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const random = makeRandom(12)
const plain = (number: string) => number.replaceAll('-', '')
const holds = (symbols: string) => tidyNumber(symbols)?.holds

describe('the check symbol', () => {
  const numbers = Array.from({ length: 3000 }, () => makeNumber(random.bytes(11)))

  test('every number holds, and is written in 14 characters', () => {
    for (const number of numbers) {
      expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(number).toHaveLength(14)
      expect(isNumber(number)).toBe(true)
    }
  })

  test('every single wrong symbol is caught', () => {
    const missed: string[] = []
    for (const symbols of numbers.slice(0, 300).map(plain)) {
      for (let i = 0; i < 12; i++) {
        for (const symbol of SYMBOLS) {
          const wrong = symbols.slice(0, i) + symbol + symbols.slice(i + 1)
          if (wrong !== symbols && holds(wrong)) missed.push(`${symbols} ${wrong}`)
        }
      }
    }
    expect(missed).toEqual([])
  })

  test('every swap of two symbols is caught, wherever they are', () => {
    const missed: string[] = []
    for (const symbols of numbers.map(plain)) {
      for (let i = 0; i < 12; i++) {
        for (let j = i + 1; j < 12; j++) {
          const swapped = [...symbols]
          ;[swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!]
          const wrong = swapped.join('')
          if (wrong !== symbols && holds(wrong)) missed.push(`${symbols} ${wrong}`)
        }
      }
    }
    expect(missed).toEqual([])
  })

  test('one in 32 of what is typed at random holds, no more', () => {
    const typed = Array.from({ length: 8000 }, () =>
      Array.from({ length: 12 }, () => random.one([...SYMBOLS])).join(''),
    )
    const share = typed.filter(holds).length / typed.length
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.045)
  })
})

describe('making', () => {
  test('uses the low five bits of each byte, and all symbols', () => {
    expect(makeNumber(new Uint8Array(11))).toBe('0000-0000-0000')
    expect(makeNumber(new Uint8Array(11).fill(0b111_00001)).slice(0, 13)).toBe('1111-1111-111')
    const seen = new Set(Array.from({ length: 200 }, () => plain(makeNumber(random.bytes(11)))).join(''))
    expect([...seen].sort().join('')).toBe([...SYMBOLS].sort().join(''))
  })

  test('gives 11 chosen symbols their check symbol', () => {
    const number = makeNumber(`${TEST_PREFIX}0000001`)
    expect(number.startsWith('TEST-0000-001')).toBe(true)
    expect(isNumber(number)).toBe(true)
  })

  test.each(['', 'TEST', 'TEST0000001X', 'TEST000000U', 'test0000001', 'TEST-000000'])(
    'refuses %j',
    (symbols) => {
      expect(() => makeNumber(symbols)).toThrow(RangeError)
    },
  )

  test.each([0, 10, 12])('refuses %i bytes', (length) => {
    expect(() => makeNumber(new Uint8Array(length))).toThrow(RangeError)
  })
})

describe('reading what people type', () => {
  const number = makeNumber('7GRADVATE01')

  test.each([
    ['as printed', number],
    ['lower case', number.toLowerCase()],
    ['no dashes', plain(number)],
    ['spaces', number.replaceAll('-', ' ')],
    ['white space around', `\t ${number} \n`],
    ['dashes of all kinds', number.replace('-', '\u2013').replace('-', '\u2212')],
    ['dots', number.replaceAll('-', '.')],
    ['underscores', number.replaceAll('-', '_')],
    ['a no-break space', number.replaceAll('-', '\u00a0')],
    ['O for 0', number.replaceAll('0', 'O')],
    ['o for 0', number.replaceAll('0', 'o')],
    ['I for 1', number.replaceAll('1', 'I')],
    ['l for 1', number.replaceAll('1', 'l')],
    ['a symbol each', [...plain(number)].join('-')],
  ])('%s', (_, typed) => {
    expect(tidyNumber(typed)).toEqual({ number, holds: true })
  })

  test('a mistyped one is named as such', () => {
    const wrong = `${number.slice(0, -1)}${number.endsWith('0') ? '2' : '0'}`
    expect(tidyNumber(wrong)).toEqual({ number: wrong, holds: false })
    expect(isNumber(wrong)).toBe(false)
  })

  test.each([
    '',
    'LSSC',
    plain(number).slice(1),
    `${number}0`,
    number.replace('7', 'U'),
    number.replace('7', '*'),
    number.replace('7', 'é'),
    number.replace('7', '７'),
    `${number}${' '.repeat(60)}`,
    `https://lssc.example/c/${number}`,
  ])('%j is no number at all', (typed) => {
    expect(tidyNumber(typed)).toBeNull()
    expect(isNumber(typed)).toBe(false)
  })

  test('only the printed form is the number', () => {
    for (const other of [
      number.toLowerCase(),
      plain(number),
      ` ${number}`,
      number.replaceAll('0', 'O'),
      `${number}\n`,
    ]) {
      expect(isNumber(other)).toBe(false)
    }
  })
})
