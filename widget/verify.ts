/**
 * The entry `lssc-badge/verify`: what the badge does, without a page. For servers (Node, Workers, Deno, Bun) that
 * decide for themselves.
 */
import type { JsonObject } from '../shared/json.ts'
import { isTestNumber } from '../shared/number.ts'
import type { State, Verdict } from '../shared/verdict.ts'
import { check, type Whose } from './check.ts'
import { remembering } from './memory.ts'
import { type IssuerTrust, trustOf } from './trust.ts'

export type { Credential } from '../shared/credential.ts'
export type { Check, CheckResult, Circumstances, LooksLike, Reason } from '../shared/verdict.ts'
export type { JsonObject, State, Whose }

export interface VerifyOptions {
  /** The origin of the issuer's service, e.g. `https://lssc.example`. Nobody else is asked, whatever is presented. */
  issuer: string
  /**
   * The issuer's JWKS, kept from a day when the service could be asked: with it a token can be called genuine even
   * by a process that never reached the service. Read at the first call for this issuer.
   */
  keys?: JsonObject
  /** For trying it out: test records (`TEST-…`) are then told as their states. Without it they are `unknown-key`. */
  tests?: boolean
  /** Whose should it be? Compared here, and sent nowhere. */
  applicant?: { name?: string; email?: string }
}

/** A verdict, and what stands beside it. */
export interface Verification extends Omit<Verdict, 'state'> {
  /** `unreachable`: nothing could be checked without the service, and that says nothing about anyone. */
  state: State | 'unreachable'
  /** The number that was asked for, or that the checked credential carries. */
  number?: string | undefined
  /** How its holder compares with `applicant`, where that was given; never part of the state. */
  whose?: Whose
}

/** One for each issuer, for as long as the process lives: its keys and status lists are shared by all calls. */
const trusts = new Map<string, IssuerTrust>()

/**
 * Verifies a number, a link or a whole token (VC-JWT).
 * @returns always, within eight seconds: a bad credential is an answer, and so is a service that is down
 * @throws TypeError when `issuer` is not an origin
 */
export async function verify(
  input: string,
  { issuer, keys, tests = false, applicant = {} }: VerifyOptions,
): Promise<Verification> {
  const { origin } = new URL(issuer)
  const trust = trusts.get(origin) ?? remembering(trustOf(origin, keys))
  trusts.set(origin, trust)
  const { name = '', email = '' } = applicant
  const { verdict, ...beside } = await check({ credential: given(input), token: '', name, email }, trust)
  if (verdict === 'unreachable') {
    return { state: verdict, checks: [], checkedAt: trust.now().toISOString(), ...beside, by: 'server' }
  }
  const isTest = verdict.test === true || isTestNumber(beside.number ?? '')
  return isTest && !tests ? refusedTest(verdict, beside.number) : { ...verdict, ...beside, by: 'server' }
}

/** What a test system signed is nobody's: a program that keeps states must not take it for a person's. */
function refusedTest({ checkedAt }: Verdict, number: string | undefined): Verification {
  return {
    state: 'unknown-key',
    checks: [
      { check: 'readable', result: 'passed' },
      { check: 'key', result: 'failed', reason: 'issuer-unknown' },
    ],
    test: true,
    checkedAt,
    number,
    by: 'server',
  }
}

/** What came in from outside may be anything; what is no text is as good as nothing. */
function given(input: unknown): string {
  return typeof input === 'string' ? input : ''
}
