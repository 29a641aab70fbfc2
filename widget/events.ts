/** What a badge tells its page. */
import type { Comparison } from '../shared/applicant.ts'
import { isTestNumber } from '../shared/number.ts'
import { type OnDay, onDay } from '../shared/on-day.ts'
import type { CheckResult, State, Verdict } from '../shared/verdict.ts'
import type { Settled } from './check.ts'

/**
 * A badge has settled: fired once for every check, whatever it came to. It bubbles and crosses shadow roots.
 * It carries codes, the credential's number and times: nothing about a person, and nothing to rank people by.
 */
export class LsscResultEvent extends Event {
  static readonly type = 'lssc-result'

  declare readonly state: State | 'unreachable'
  /** The credential's number; absent where none was asked for and none could be read. */
  declare readonly number: string | undefined
  declare readonly checks: readonly CheckResult[]
  /** True for a test record, which is nobody's. */
  declare readonly test: boolean
  /** How the record's name compares with `applicant-name`; never part of the state. */
  declare readonly whose: Comparison['result'] | undefined
  /** How the record stood on the day of `applied-at`; absent where nothing can be said. */
  declare readonly whenApplied: OnDay | undefined
  /** When it was checked, ISO instant; absent when it could not be. */
  declare readonly checkedAt: string | undefined
  /** When the status list that was read was signed, ISO instant. */
  declare readonly statusAsOf: string | undefined

  constructor({ verdict, number, whose }: Settled, appliedOn: string) {
    super(LsscResultEvent.type, { bubbles: true, composed: true })
    const { state, checks, test, checkedAt, statusAsOf }: Partial<Verdict> =
      verdict === 'unreachable' ? {} : verdict
    Object.assign(this, {
      state: state ?? verdict,
      number,
      checks: checks ?? [],
      test: test === true || isTestNumber(number ?? ''),
      whose: whose?.result,
      whenApplied: verdict === 'unreachable' ? undefined : onDay(verdict, appliedOn),
      checkedAt,
      statusAsOf,
    })
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lssc-result': LsscResultEvent
  }
}
