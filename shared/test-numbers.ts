/**
 * Test numbers: each always comes to the same state, so that whoever builds the badge or the API into a page can
 * see every one of them. They are answered by a test issuer of its own, and everything they show carries the banner.
 */
import { makeNumber } from './number.ts'

/** Whose every test record is: nobody's. */
export const TEST_HOLDER = 'Test Holder'

/** What can be tried out, in the order in which it is worth looking at. */
export const testCases = [
  'valid',
  'provisional',
  'expired',
  'grace',
  'not-yet-valid',
  'suspended',
  'revoked',
  'superseded',
  'as-of',
  'status-unavailable',
  'status-unavailable-ended',
  'withheld',
  'erased',
  'not-found',
  'bad-signature',
  'key-compromised',
  'unknown-key',
  'malformed',
  'unreachable',
] as const
export type TestCase = (typeof testCases)[number]

/** `TEST-0000-01…`: the case's place in the list, and the check symbol. */
export function testNumber(testCase: TestCase): string {
  const place = String(testCases.indexOf(testCase) + 1).padStart(2, '0')
  return makeNumber(`TEST00000${place}`)
}

/** The case that a number stands for; undefined for every other number, `TEST…` or not. */
export function testCaseOf(number: string): TestCase | undefined {
  return testCases.find((testCase) => testNumber(testCase) === number)
}
