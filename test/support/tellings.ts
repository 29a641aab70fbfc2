// Every state of the programme, told: what pages and badges are drawn from in tests.
import { type Credential, readCredential } from '../../shared/credential.ts'
import { noonOf } from '../../shared/dates.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { type Reader, type Telling, tell } from '../../shared/telling.ts'
import { type CheckResult, checks, type Reason, type State, type Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { award, issuer, makeClaims } from './mint.ts'

/** A credential, composed and read back as a real one is. */
export async function makeCredential(record: Partial<AwardRecord> = {}): Promise<Credential> {
  const validFrom = noonOf(record.certifiedOn ?? award.certifiedOn)
  const credential = readCredential(await makeClaims(record, { validFrom }))
  if (!credential) throw new Error('this record cannot be a credential')
  return credential
}

/** Why each state came about; none for those in which there was nothing to check. */
const reasons: Record<State, [CheckResult['check'], Reason, 'failed' | 'not-checked'] | null> = {
  valid: null,
  malformed: null,
  'not-found': null,
  erased: null,
  withheld: null,
  'link-ended': null,
  'unknown-key': ['key', 'key-unknown', 'failed'],
  'key-compromised': ['key', 'key-compromised', 'failed'],
  'bad-signature': ['unchanged', 'signature', 'failed'],
  'not-on-file': ['on-file', 'not-on-file', 'failed'],
  revoked: ['not-withdrawn', 'revoked', 'failed'],
  suspended: ['not-on-hold', 'suspended', 'failed'],
  superseded: ['not-replaced', 'superseded', 'failed'],
  'not-yet-valid': ['within-dates', 'not-begun', 'failed'],
  'status-unavailable': ['not-withdrawn', 'list-unreachable', 'not-checked'],
  expired: ['within-dates', 'ended', 'failed'],
  'as-of': ['not-withdrawn', 'list-aged', 'not-checked'],
}

/** States whose credential was read, so that its facts may be shown. */
export const withRecord: State[] = [
  'valid',
  'as-of',
  'expired',
  'status-unavailable',
  'not-yet-valid',
  'superseded',
  'suspended',
  'revoked',
]

export function makeVerdict(state: State, credential: Credential, more: Partial<Verdict> = {}): Verdict {
  const why = reasons[state]
  const judged = withRecord.includes(state)
  const listed = judged && state !== 'status-unavailable'
  return {
    state,
    checks: checks.flatMap((check): CheckResult[] => {
      if (why?.[0] === check) return [{ check, result: why[2], reason: why[1] }]
      if (why?.[2] === 'not-checked' && check.startsWith('not-'))
        return [{ check, result: why[2], reason: why[1] }]
      return judged ? [{ check, result: 'passed' }] : []
    }),
    ...(judged ? { credential } : {}),
    ...(listed ? { statusAsOf: state === 'as-of' ? '2026-11-22T09:14:00Z' : '2026-11-22T11:58:00Z' } : {}),
    checkedAt: '2026-11-22T12:00:00Z',
    by: 'server',
    ...more,
  }
}

export function tellEnglish(verdict: Verdict, reader: Partial<Reader> = {}): Telling {
  return tell(verdict, issuer, { words: en, timeZone: 'America/Chicago', ...reader })
}
