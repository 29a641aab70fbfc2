/**
 * Why a check did not pass, for whoever builds it in: which check names the reason, what state it leads to and what
 * to do. A reason without its line does not compile; a test compares check and state with what the verifier does.
 */
import type { CheckResult, Reason, State } from '../../shared/verdict.ts'
import type { Note } from './state-notes.ts'

export interface ReasonNote extends Note {
  check: CheckResult['check']
  result: 'failed' | 'not-checked'
  state: State
}

const refused = (state: State, check: CheckResult['check']) => (means: string, todo: string) =>
  ({ state, check, result: 'failed', means, todo }) satisfies ReasonNote
const unread = (state: State, check: CheckResult['check']) => (means: string, todo: string) =>
  ({ state, check, result: 'not-checked', means, todo }) satisfies ReasonNote

const unreadable = refused('malformed', 'readable')
const otherKey = refused('unknown-key', 'key')
const noStatus = unread('status-unavailable', 'not-withdrawn')

const WHOLE = 'Keep the whole text, as it was given to you, or the record’s link.'
const NOT_OURS = 'Do not rely on it. It is not a record of this issuer.'
const LATER = 'Ask again in a minute.'
const TELL = 'Tell the issuer: readers cannot mend this.'
const PEOPLE = 'See the state.'

export const reasonNotes: Record<Reason, ReasonNote> = {
  'not-a-token': unreadable('Not the three parts of a signed token.', WHOLE),
  'too-large': unreadable('Longer than any record.', WHOLE),
  header: unreadable('The token’s first part is not one that a record has.', NOT_OURS),
  algorithm: unreadable('Signed in a way that no record is, such as not at all.', NOT_OURS),
  type: unreadable('A signed document of another kind, such as a status list.', NOT_OURS),
  'not-canonical': unreadable('Its JSON can be read in more than one way.', NOT_OURS),
  'not-a-credential': unreadable('It does not have the members that a record has.', NOT_OURS),
  'issuer-disagrees': unreadable('It names one issuer and carries the key of another.', NOT_OURS),
  'issuer-unknown': otherKey('Its issuer is not the one that this badge shows.', NOT_OURS),
  'key-unknown': otherKey('The issuer publishes no such key.', NOT_OURS),
  'key-purpose': otherKey('A key of the issuer, which it does not use for records.', NOT_OURS),
  'key-not-in-use': otherKey('Signed before or after the time in which the key was in use.', NOT_OURS),
  'key-compromised': refused('key-compromised', 'key')(
    'The issuer has withdrawn this key.',
    'Keep the record’s link instead of this copy.',
  ),
  signature: refused('bad-signature', 'unchanged')('A character is not as it was signed.', WHOLE),
  'not-on-file': refused('not-on-file', 'on-file')('The register does not know this record.', TELL),
  'register-unreachable': unread('as-of', 'on-file')('The register could not be asked.', LATER),
  'list-unreachable': noStatus(
    'The status list could not be fetched.',
    'Does connect-src allow it? Otherwise ask again in a minute.',
  ),
  'list-unreadable': noStatus(
    'What was fetched is not a status list.',
    'Does something on the way change answers?',
  ),
  'list-not-ours': noStatus('It is a status list of somebody else, or another one.', TELL),
  'list-stale': noStatus('It was signed more than a day ago, or in the future.', LATER),
  'list-aged': unread('as-of', 'not-withdrawn')('It was signed more than 15 minutes ago.', LATER),
  revoked: refused('revoked', 'not-withdrawn')('The status list says that it is withdrawn.', PEOPLE),
  suspended: refused('suspended', 'not-on-hold')('The status list says that it is on hold.', PEOPLE),
  superseded: refused('superseded', 'not-replaced')('The status list says that it is replaced.', PEOPLE),
  'not-begun': refused('not-yet-valid', 'within-dates')('Its first day is still to come.', PEOPLE),
  ended: refused('expired', 'within-dates')('Its last day has passed in every U.S. time zone.', PEOPLE),
}
