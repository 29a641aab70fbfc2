/**
 * What a check of a credential can end in. One closed union: nothing outside this file invents a state,
 * a check or a reason. Words for people are in `words/`; codes here are stable and public.
 */
import type { Credential } from './credential.ts'

/** Every state a verdict can have, most serious first: where two apply, the earlier one is told. */
export const states = [
  'malformed',
  'unknown-key',
  'key-compromised',
  'bad-signature',
  'not-on-file',
  'not-found',
  'erased',
  'withheld',
  'link-ended',
  'revoked',
  'suspended',
  'superseded',
  'not-yet-valid',
  'status-unavailable',
  'expired',
  'as-of',
  'valid',
] as const
export type State = (typeof states)[number]

/** What a screen can show: a verdict's state, or that there is none (yet). */
export type ShownState = State | 'checking' | 'unreachable'

/** The single things that are checked, in the order in which they are told. */
export const checks = [
  'readable',
  'unchanged',
  'key',
  'on-file',
  'not-withdrawn',
  'not-on-hold',
  'not-replaced',
  'within-dates',
] as const
export type Check = (typeof checks)[number]

/** Why a check did not pass, for machines. */
export type Reason =
  // the string is not a token of ours
  | 'not-a-token'
  | 'too-large'
  | 'header'
  | 'algorithm'
  | 'type'
  // the key
  | 'issuer-unknown'
  | 'key-unknown'
  | 'key-purpose'
  | 'key-compromised'
  | 'key-not-in-use'
  // the content
  | 'signature'
  | 'not-canonical'
  | 'not-a-credential'
  | 'issuer-disagrees'
  // the register
  | 'not-on-file'
  | 'register-unreachable'
  // the status list
  | 'list-unreachable'
  | 'list-unreadable'
  | 'list-not-ours'
  | 'list-stale'
  | 'list-aged'
  // what the status list says
  | 'revoked'
  | 'suspended'
  | 'superseded'
  // the dates
  | 'not-begun'
  | 'ended'

/** One check: `not-checked` is never a pass, and always says why. */
export type CheckResult =
  | { check: Check; result: 'passed' }
  | { check: Check; result: 'failed' | 'not-checked'; reason: Reason }

/**
 * What only our tables know and no signature carries: since when, why (where the issuer made it public),
 * and what replaced it. Shown only when the signed bits say the same (`withCircumstances`).
 */
export interface Circumstances {
  state: 'revoked' | 'suspended' | 'superseded' | 'link-ended'
  /** The day it took effect, YYYY-MM-DD. */
  since?: string
  /** A reason that the issuer made public, in its own words. */
  reason?: string
  /** The URL of the record that replaced this one; absent where its holder wants no trace between the two. */
  successor?: string
}

/** @typeParam C what was read: a record's credential, unless told */
export interface Verdict<C = Credential> {
  state: State
  checks: CheckResult[]
  /** It is about a test number, or names the test issuer's key: whatever its state, it is about nobody. */
  test?: true
  /** Present only when its signature held and nobody denies having issued it: nothing else is repeated. */
  credential?: C
  /** When the status list was signed, ISO instant. Present when a list could be read. */
  statusAsOf?: string
  circumstances?: Circumstances
  /** For `malformed`: what the input looked like, so that the reader can be told. */
  looksLike?: LooksLike
  /** When we checked, ISO instant. */
  checkedAt: string
  by: 'browser' | 'server'
}

/** What an input that we cannot read seems to be. */
export type LooksLike =
  | 'nothing'
  | 'part-of-a-token'
  | 'another-token'
  | 'older-number'
  | 'mistyped-number'
  | 'web-page'
  | 'other-link'
  | 'linkedin-link'
  | 'open-badge-2'
  | 'other-credential'
  | 'too-large'
  | 'picture'
  | 'text'

/**
 * Adds what our tables know to a verdict, if and only if the signed status says the same.
 * @param notes as the service gave them (unsigned); undefined when it gave none
 */
export function withCircumstances<C>(verdict: Verdict<C>, notes: Circumstances | undefined): Verdict<C> {
  return notes && notes.state === verdict.state ? { ...verdict, circumstances: notes } : verdict
}

/** A verdict about a record that has no credential to look at: unknown, private, erased, ended, unreadable. */
export function verdictWithout<C = Credential>(
  state: 'malformed' | 'not-found' | 'erased' | 'withheld' | 'link-ended',
  at: Date,
  by: Verdict['by'],
  looksLike?: LooksLike,
): Verdict<C> {
  return { state, checks: [], checkedAt: at.toISOString(), by, ...(looksLike ? { looksLike } : {}) }
}
