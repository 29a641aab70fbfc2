/**
 * What each state means for whoever builds it into a page, and what to do about it. What a reader sees is not here:
 * that is `shared/words/`. A state, or a test case, without its line does not compile.
 */
import type { TestCase } from '../../shared/test-numbers.ts'
import type { ShownState } from '../../shared/verdict.ts'

export interface Note {
  means: string
  /** For the integrator; the reader is told what to do by the badge. */
  todo: string
}

/** In the order in which an integrator wants to read them. */
export const stateNotes: Record<ShownState, Note> = {
  valid: {
    means:
      'In force: signed by the issuer, unaltered, within its dates, and good on a status list that was signed in the last 15 minutes.',
    todo: 'Nothing. Check again when it matters: this can change any day.',
  },
  'as-of': {
    means: 'Genuine. Its status was last known between 15 minutes and a day ago.',
    todo: 'Do not keep it as “in force”. Ask again later.',
  },
  'status-unavailable': {
    means: 'Genuine. Its status could not be read, so nobody knows whether it is still in force.',
    todo: 'Ask again in a minute. Keep it apart from every result about a person.',
  },
  expired: {
    means: 'Earned; its last day has passed. For two months after it, it can still be renewed.',
    todo: 'Show it. Do not hide it or turn anyone away: what was passed stays passed.',
  },
  'not-yet-valid': {
    means: 'Awarded; its first day is still to come.',
    todo: 'Check again after that day.',
  },
  superseded: {
    means: 'Replaced by a newer record, after a renewal or a correction.',
    todo: 'Let the reader open the newer record. Where the answer names it, keep that link instead.',
  },
  suspended: {
    means: 'On hold for now, and not in force. Reasons are not published; often it is paperwork.',
    todo: 'Check again before anyone decides.',
  },
  revoked: {
    means: 'Withdrawn by the issuer, for good. A reason is there only where the issuer made it public.',
    todo: 'Leave it to a person: they can ask the applicant, and the issuer.',
  },
  withheld: {
    means: 'Private at the moment, as any holder may choose. It says nothing for or against anyone.',
    todo: 'Treat the application like one without a record.',
  },
  erased: {
    means: 'Removed at its holder’s request. It says nothing about whether it was earned.',
    todo: 'Remove the link from your data, too.',
  },
  'not-found': {
    means:
      'No record has this number, or its holder chose that it be answered so. Mostly a link was cut off or mistyped.',
    todo: 'Show the applicant what your form took from them, so that they can mend it.',
  },
  'bad-signature': {
    means: 'This copy was altered or cut on the way. A genuine record may well exist.',
    todo: 'Does your field or your database cut long texts? A token has thousands of characters. Or keep the link instead.',
  },
  'key-compromised': {
    means: 'The issuer has withdrawn the key that signed this copy. The certification may be fine.',
    todo: 'Keep the record’s link instead of this token: the link leads to a copy with a new key.',
  },
  'unknown-key': {
    means: 'Signed by somebody else: another issuer, a test system, or someone who made it up.',
    todo: 'Do not rely on it. While you test: do the badge’s file and the record come from the same address?',
  },
  malformed: {
    means: 'Not a record: a mistyped number, a link to another site, a file of another kind.',
    todo: 'As for not-found. The server’s answer says what it seems to be, in looksLike.',
  },
  'not-on-file': {
    means:
      'It carries the issuer’s signature and is not in its register. Only pages and the API can find this.',
    todo: 'Do not rely on it, and tell the issuer.',
  },
  'link-ended': {
    means: 'A link that was made for a limited time has ended. Only pages tell this.',
    todo: 'Ask the applicant for a new link.',
  },
  checking: {
    means: 'On its way, for eight seconds at most. No event yet.',
    todo: 'Nothing.',
  },
  unreachable: {
    means: 'The service could not be asked. This is no result about anyone; the link inside the tag stays.',
    todo: 'Look at connect-src in your policy first; then try again.',
  },
}

/** The state that each test number comes to, and how it is listed. */
export const testCaseNotes: Record<TestCase, { state: ShownState; label: string }> = {
  valid: { state: 'valid', label: 'in force' },
  provisional: { state: 'valid', label: 'in force, provisional' },
  expired: { state: 'expired', label: 'ended' },
  grace: { state: 'expired', label: 'ended, can still be renewed' },
  'not-yet-valid': { state: 'not-yet-valid', label: 'not yet in effect' },
  suspended: { state: 'suspended', label: 'on hold' },
  revoked: { state: 'revoked', label: 'withdrawn' },
  superseded: { state: 'superseded', label: 'replaced' },
  'as-of': { state: 'as-of', label: 'not confirmed just now' },
  'status-unavailable': { state: 'status-unavailable', label: 'status not read' },
  'status-unavailable-ended': {
    state: 'status-unavailable',
    label: 'status not read, copy past its last day',
  },
  withheld: { state: 'withheld', label: 'private' },
  erased: { state: 'erased', label: 'removed' },
  'not-found': { state: 'not-found', label: 'no such record' },
  'bad-signature': { state: 'bad-signature', label: 'altered on the way' },
  'key-compromised': { state: 'key-compromised', label: 'key withdrawn' },
  'unknown-key': { state: 'unknown-key', label: 'signed by somebody else' },
  malformed: { state: 'malformed', label: 'not readable' },
  unreachable: { state: 'unreachable', label: 'service not reached' },
}
