/**
 * Answers about test numbers. What a case is to show is brought about here, and then left to whoever verifies: its
 * token is composed and signed like any other, by the test issuer. Nothing is stored and no table is asked, so the
 * answers are the same on every deployment.
 */
import type { Answer, Unanswered } from '../../shared/answer.ts'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../shared/bytes.ts'
import { asClaims, compose } from '../../shared/compose.ts'
import { addDays, type Day, dayOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { TEST_HOLDER, type TestCase, testCaseOf, testCases, testNumber } from '../../shared/test-numbers.ts'
import type { Circumstances } from '../../shared/verdict.ts'
import type { Desk } from '../desk.ts'
import type { TestList } from './publish-test.ts'
import { testRecord } from './test-record.ts'

/** What a look-up answers about a number that begins with TEST; of those that are no case nothing is known. */
export async function issueTest(desk: Desk, number: string): Promise<Answer | Unanswered> {
  const testCase = testCaseOf(number)
  switch (testCase) {
    case undefined:
    case 'not-found':
      return { number, state: 'not-found' }
    case 'withheld':
    case 'erased':
      return { number, state: testCase }
    case 'unreachable':
      return { number }
    case 'malformed':
      return { number, token: 'This is not a token.' }
    case 'bad-signature':
      return { number, token: altered(await sign(desk, testCase)) }
    default: {
      const circumstances = circumstancesOf(desk, testCase)
      return { number, token: await sign(desk, testCase), ...(circumstances ? { circumstances } : {}) }
    }
  }
}

/**
 * Did the test issuer really issue this body? It keeps no register, and needs none: only this service has its keys,
 * and with them it has signed nothing but what is asked for here.
 */
export function isTestOnFile(number: string): boolean {
  return testCaseOf(number) !== undefined
}

async function sign(desk: Desk, testCase: TestCase): Promise<string> {
  const { record, validFrom } = testRecord(testCase, today(desk))
  const entry = testCases.indexOf(testCase)
  const body = await compose(record, {
    issuer: { ...desk.issuer, name: `${desk.issuer.short} test issuer (not a real certification)` },
    number: testNumber(testCase),
    holderId: `urn:uuid:00000000-0000-4000-8000-${String(entry).padStart(12, '0')}`,
    salt: SALT,
    status: { list: `${desk.issuer.origin}/status/${listOf(testCase)}`, index: entry },
    validFrom,
  })
  const keys = await desk.testKeys()
  const signer =
    testCase === 'key-compromised'
      ? keys.compromised
      : testCase === 'unknown-key'
        ? keys.absent
        : keys.published
  return signer.seal('credential', 'JWT', asClaims(body, desk.now()))
}

/** Of 128 bits, as any; but everyone knows whose address it hides. */
const SALT = 'dGVzdCB0ZXN0IHRlc3QgdA'

function listOf(testCase: TestCase): TestList {
  switch (testCase) {
    case 'as-of':
      return 'test-2'
    case 'status-unavailable':
    case 'status-unavailable-ended':
      return 'test-3'
    default:
      return 'test-1'
  }
}

function circumstancesOf(desk: Desk, testCase: TestCase): Circumstances | undefined {
  const since = addDays(today(desk), -10)
  switch (testCase) {
    case 'suspended':
      return { state: testCase, since }
    case 'revoked':
      return { state: testCase, since, reason: 'It was a test, and it is over.' }
    case 'superseded':
      return { state: testCase, since, successor: recordUrl(desk.issuer.origin, testNumber('valid')) }
    default:
      return undefined
  }
}

function today(desk: Desk): Day {
  return dayOf(desk.now())
}

/** One byte of what was signed is another: the holder has become a Best Holder. */
function altered(token: string): string {
  const [header, payload = '', signature] = token.split('.')
  const said = fromUtf8(fromBase64url(payload) ?? utf8('')) ?? ''
  return [header, toBase64url(utf8(said.replace(TEST_HOLDER, 'Best Holder'))), signature].join('.')
}
