/** Each state as a reader meets it: told by the same words as every page and badge, of a record that is nobody's. */
import type { Credential } from '../../shared/credential.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type Telling, tell } from '../../shared/telling.ts'
import { testNumber } from '../../shared/test-numbers.ts'
import type { CheckResult, Reason, ShownState, State, Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { ZONE } from '../when.ts'
import { reasonNotes } from './reason-notes.ts'

const credential: Credential = {
  number: testNumber('valid'),
  url: '',
  issuer: { id: '', name: '', url: '' },
  holder: { id: '', display: 'Sample Holder', order: 'given-first' },
  awardedOn: '2027-01-15',
  expiresOn: '2031-01-15',
  validFrom: '2027-01-15T12:00:00Z',
  validUntil: '2031-01-16T10:59:59Z',
  signedAt: 0,
  renewedOn: [],
  areas: [],
  status: { list: '', index: 0 },
}

/** States of which nothing can be told without a record's dates. */
const WITH_RECORD: ShownState[] = ['valid', 'as-of', 'expired', 'not-yet-valid', 'status-unavailable']

/** What a reader sees of a state. */
export function tellState(state: ShownState, issuer: Issuer): Telling {
  const reader = { words: en, timeZone: ZONE, lookedUp: testNumber('not-found') }
  if (state === 'checking' || state === 'unreachable') return tell(state, issuer, reader)
  return tell(verdictOf(state, []), issuer, reader)
}

/** The line under "What was checked" that a reason leads to. */
export function tellReason(reason: Reason, issuer: Issuer): string {
  const { state, check, result } = reasonNotes[reason]
  const [line] = tell(verdictOf(state, [{ check, result, reason }]), issuer, { words: en }).checks
  return line?.text ?? ''
}

function verdictOf(state: State, checks: CheckResult[]): Verdict {
  return {
    state,
    checks,
    ...(WITH_RECORD.includes(state) ? { credential } : {}),
    ...(state === 'as-of' ? { statusAsOf: '2027-11-22T12:14:00Z' } : {}),
    checkedAt: state === 'expired' ? '2031-06-01T12:00:00Z' : '2027-11-22T13:00:00Z',
    by: 'browser',
  }
}
