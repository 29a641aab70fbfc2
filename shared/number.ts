/**
 * The credential number: 12 Crockford base32 symbols, 11 random (55 bits) and one check symbol, printed
 * XXXX-XXXX-XXXX (14 characters; HR fields hold 15).
 *
 * The check is a weighted sum over GF(32): the sum of symbol_i · α^i must be 0. The weights are nonzero and all
 * different, so every single wrong symbol and every swap of two symbols changes the sum. (Crockford's own check
 * symbol is modulo 37 and needs symbols that break URLs.)
 */

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Numbers that begin so are for integrators' tests and are never given to a person. */
export const TEST_PREFIX = 'TEST'

/** Is this a test number? Then whatever carries it is nobody's, and is shown under the banner. */
export function isTestNumber(number: string): boolean {
  return number.startsWith(TEST_PREFIX)
}

/** α^i in GF(32) with x^5 + x^2 + 1. */
const POWERS = Array.from({ length: 31 }).reduce<number[]>((powers, _, i) => {
  const doubled = (powers[i - 1] ?? 0) << 1
  powers.push(i === 0 ? 1 : doubled & 32 ? doubled ^ 0b100101 : doubled)
  return powers
}, [])
const LOGS = new Map(POWERS.map((value, exponent) => [value, exponent]))

/** symbol · α^power in GF(32). */
function times(symbol: number, power: number): number {
  return symbol === 0 ? 0 : (POWERS[((LOGS.get(symbol) as number) + power) % 31] as number)
}

function sum(symbols: string): number {
  return [...symbols].reduce((total, symbol, i) => total ^ times(SYMBOLS.indexOf(symbol), i), 0)
}

/** The symbol that makes `eleven` (11 symbols) sum to zero. */
function checkSymbol(eleven: string): string {
  return SYMBOLS[times(sum(eleven), 31 - (LENGTH - 1))] as string
}

/**
 * Makes a number from 11 random bytes (the low five bits of each), or from 11 chosen symbols.
 * @throws RangeError if there are not 11
 */
export function makeNumber(from: Uint8Array | string): string {
  const eleven = typeof from === 'string' ? from : Array.from(from, (byte) => SYMBOLS[byte & 31]).join('')
  if (eleven.length !== LENGTH - 1 || [...eleven].some((s) => !SYMBOLS.includes(s))) {
    throw new RangeError('a number is made of 11 symbols')
  }
  return spaced(eleven + checkSymbol(eleven))
}

/** Is this a number exactly as we print it, with its check symbol right? */
export function isNumber(text: string): boolean {
  return tidyNumber(text)?.number === text && checks(text)
}

/**
 * Reads what people type: any case, spaces and dashes anywhere, O for 0, I or L for 1.
 * @returns the number as printed and whether its check symbol holds; null when it is not 12 symbols at all
 */
export function tidyNumber(text: string): { number: string; holds: boolean } | null {
  if (text.length > 64) return null
  const symbols = text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212_.-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (symbols.length !== LENGTH || [...symbols].some((s) => !SYMBOLS.includes(s))) return null
  const number = spaced(symbols)
  return { number, holds: checks(number) }
}

function checks(number: string): boolean {
  return sum(number.replaceAll('-', '')) === 0
}

function spaced(symbols: string): string {
  return `${symbols.slice(0, 4)}-${symbols.slice(4, 8)}-${symbols.slice(8)}`
}
