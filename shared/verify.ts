/**
 * verify(token, trust) → Verdict. What it cannot know by itself it asks of Trust; it fetches nothing, asks no
 * clock, and never follows anything that a token names.
 */
import { type Credential, readCredential } from './credential.ts'
import { isTestIssuer } from './issuer.ts'
import { has, type JsonObject } from './json.ts'
import { type Expected, type Opened, open, type Refusal, readHeader, SKEW } from './jws.ts'
import type { KeySet } from './key-set.ts'
import { type ReadStanding, readStanding } from './status-list.ts'
import { type CheckResult, type Reason, type State, states, type Verdict } from './verdict.ts'

/** What a verifier must be given. The Worker answers from D1, the widget with fetch, a test with constants. */
export interface Trust {
  /** Asked per verification; in a browser set by the server's Date. */
  now(): Date
  /**
   * The keys that this issuer publishes. Null: not an issuer we know.
   * @param kid the key that is looked for, so that a copy without it can be fetched again
   */
  keys(issuer: string, kid: string): Promise<KeySet | null>
  /** The sealed standing list beside this status list, as fetched; it is opened and judged here. Null: could not ask. */
  standing(list: string): Promise<string | null>
  /**
   * Online only: did we really issue this body (by its `bodyDigest`)? Null: could not ask.
   * @param number empty for what names none
   */
  onFile?(number: string, signed: JsonObject): Promise<boolean | null>
}

/** What a check needs of what was read. A view of a record (`view.ts`) names no number. */
export type Checked = Pick<Credential, 'issuer' | 'validFrom' | 'validUntil' | 'status'> & { number?: string }

const CREDENTIAL: Expected = { purpose: 'credential', typ: 'JWT' }

/**
 * Checks a VC-JWT from the outside in.
 * @param token the compact JWS, exactly; what people paste is tidied before (`presented.ts`)
 * @throws only what Trust throws
 */
export function verify(token: string, trust: Trust, by: Verdict['by']): Promise<Verdict> {
  return verifyAs(readCredential, token, trust, by)
}

/**
 * The same checks of whatever this reader reads.
 * @param read null where it is not of its kind: that is `malformed`
 */
export async function verifyAs<C extends Checked>(
  read: (payload: JsonObject) => C | null,
  token: string,
  trust: Trust,
  by: Verdict['by'],
): Promise<Verdict<C>> {
  const now = trust.now()
  const header = readHeader(token, CREDENTIAL)
  const issuer = has(header, 'issuer') ? header.issuer : undefined
  const refused = (refusal: Refusal) => verdictOf<C>(refusedChecks(refusal), now, by, issuer)

  if (has(header, 'refused')) return refused(header)
  const keys = await trust.keys(header.issuer, header.kid)
  if (!keys) return refused({ refused: 'issuer-unknown' })
  const opened = await open(token, keys, CREDENTIAL)
  if (has(opened, 'refused')) return refused(opened)
  const credential = read(opened.payload)
  if (!credential) return refused({ refused: 'not-a-credential' })
  if (credential.issuer.id !== opened.issuer) return refused({ refused: 'issuer-disagrees' })
  return judge(credential, keys, await onFile(credential, opened, trust), trust, by)
}

/**
 * The verdict about a credential whose signature held: its standing and its dates are looked at now.
 * @param onFile what the register said
 */
export async function judge<C extends Checked>(
  credential: C,
  keys: KeySet,
  onFile: CheckResult[],
  trust: Trust,
  by: Verdict['by'],
): Promise<Verdict<C>> {
  const now = trust.now()
  const { status, issuer } = credential
  const standing = await readStanding(await trust.standing(status.list), status, issuer.id, keys, now)
  const checks: CheckResult[] = [
    { check: 'readable', result: 'passed' },
    { check: 'unchanged', result: 'passed' },
    { check: 'key', result: 'passed' },
    ...onFile,
    ...standingChecks(standing),
    withinDates(credential, now),
  ]
  return verdictOf<C>(checks, now, by, issuer.id, {
    // What the issuer never filed is not repeated, whoever's key it carries.
    ...(stateOf(checks) === 'not-on-file' ? {} : { credential }),
    ...(has(standing, 'signedAt') ? { statusAsOf: new Date(standing.signedAt * 1000).toISOString() } : {}),
  })
}

/** @param issuer whose it says it is, as far as that could be read */
export function verdictOf<C = Credential>(
  checks: CheckResult[],
  now: Date,
  by: Verdict['by'],
  issuer?: string,
  more: Partial<Verdict<C>> = {},
): Verdict<C> {
  return {
    state: stateOf(checks),
    checks,
    ...(issuer && isTestIssuer(issuer) ? { test: true } : {}),
    ...more,
    checkedAt: now.toISOString(),
    by,
  }
}

/** A token that did not open: which check failed, and which could then not be made. */
export function refusedChecks({ refused: reason }: Refusal): CheckResult[] {
  switch (stateOfReason[reason]) {
    case 'unknown-key':
    case 'key-compromised':
      return [
        { check: 'readable', result: 'passed' },
        { check: 'key', result: 'failed', reason },
      ]
    case 'bad-signature':
      return [
        { check: 'readable', result: 'passed' },
        { check: 'unchanged', result: 'failed', reason },
      ]
    default:
      return [{ check: 'readable', result: 'failed', reason }]
  }
}

async function onFile({ number = '' }: Checked, { payload }: Opened, trust: Trust): Promise<CheckResult[]> {
  if (!trust.onFile) return []
  const answer = await trust.onFile(number, payload)
  if (answer === null) return [{ check: 'on-file', result: 'not-checked', reason: 'register-unreachable' }]
  if (!answer) return [{ check: 'on-file', result: 'failed', reason: 'not-on-file' }]
  return [{ check: 'on-file', result: 'passed' }]
}

const STANDING_CHECKS = {
  revoked: 'not-withdrawn',
  suspended: 'not-on-hold',
  superseded: 'not-replaced',
} as const

/** Two bits say one thing: a withdrawn record's hold or replacement is no longer told. An aged list is not a pass. */
function standingChecks(read: ReadStanding | { unavailable: Reason }): CheckResult[] {
  const all = Object.values(STANDING_CHECKS)
  if (has(read, 'unavailable')) {
    return all.map((check) => ({ check, result: 'not-checked', reason: read.unavailable }))
  }
  if (read.standing !== 'good') {
    return [{ check: STANDING_CHECKS[read.standing], result: 'failed', reason: read.standing }]
  }
  return all.map((check) =>
    read.freshness === 'fresh'
      ? { check, result: 'passed' }
      : { check, result: 'not-checked', reason: 'list-aged' },
  )
}

function withinDates({ validFrom, validUntil }: Checked, now: Date): CheckResult {
  const [from, until] = [new Date(validFrom).getTime(), new Date(validUntil).getTime()]
  const failed = (reason: Reason): CheckResult => ({ check: 'within-dates', result: 'failed', reason })
  if (now.getTime() < from - SKEW * 1000) return failed('not-begun')
  if (now.getTime() > until) return failed('ended')
  return { check: 'within-dates', result: 'passed' }
}

/** The state that each reason leads to. */
const stateOfReason: Record<Reason, State> = {
  'not-a-token': 'malformed',
  'too-large': 'malformed',
  header: 'malformed',
  algorithm: 'malformed',
  type: 'malformed',
  'not-canonical': 'malformed',
  'not-a-credential': 'malformed',
  'issuer-disagrees': 'malformed',
  'issuer-unknown': 'unknown-key',
  'key-unknown': 'unknown-key',
  'key-purpose': 'unknown-key',
  'key-not-in-use': 'unknown-key',
  'key-compromised': 'key-compromised',
  signature: 'bad-signature',
  'not-on-file': 'not-on-file',
  // The signature held and the status could be read: that the register could not be asked changes no state,
  // and the check says so. Green would need it, so it reads "as of".
  'register-unreachable': 'as-of',
  'list-unreachable': 'status-unavailable',
  'list-unreadable': 'status-unavailable',
  'list-not-ours': 'status-unavailable',
  'list-stale': 'status-unavailable',
  'list-aged': 'as-of',
  revoked: 'revoked',
  suspended: 'suspended',
  superseded: 'superseded',
  'not-begun': 'not-yet-valid',
  ended: 'expired',
}

/** The most serious state that any check leads to; `valid` only when every check passed. */
function stateOf(checks: CheckResult[]): State {
  const found = checks.flatMap((check) => (check.result === 'passed' ? [] : [stateOfReason[check.reason]]))
  return found.length === 0 ? 'valid' : (states.find((state) => found.includes(state)) ?? 'malformed')
}
