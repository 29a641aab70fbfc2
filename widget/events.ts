/** What a badge tells its page. */
import type { Comparison } from '../shared/applicant.ts'
import type { CheckResult, State } from '../shared/verdict.ts'
import type { Settled } from './check.ts'

/**
 * A badge has settled: fired once for every check, whatever it came to. It bubbles and crosses shadow roots.
 * It carries codes, the credential's number and times: nothing about a person, and nothing to rank people by.
 */
export class LsscResultEvent extends Event {
  static readonly type = 'lssc-result'

  readonly state: State | 'unreachable'
  /** The credential's number; absent where none was asked for and none could be read. */
  readonly number: string | undefined
  readonly checks: readonly CheckResult[]
  /** How the record's name compares with `applicant-name`; never part of the state. */
  readonly whose: Comparison['result'] | undefined
  /** When it was checked, ISO instant; absent when it could not be. */
  readonly checkedAt: string | undefined
  /** When the status list that was read was signed, ISO instant. */
  readonly statusAsOf: string | undefined

  constructor({ verdict, number, whose }: Settled) {
    super(LsscResultEvent.type, { bubbles: true, composed: true })
    const known = verdict === 'unreachable' ? undefined : verdict
    this.state = known?.state ?? 'unreachable'
    this.number = number
    this.checks = known?.checks ?? []
    this.whose = whose?.result
    this.checkedAt = known?.checkedAt
    this.statusAsOf = known?.statusAsOf
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lssc-result': LsscResultEvent
  }
}
