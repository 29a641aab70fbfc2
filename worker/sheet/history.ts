/**
 * What has become of an award, as the office writes it in one cell: `revoked 2024-11-05 (reason)` ·
 * `suspended 2024-02-01 (reason)` · `superseded 2023-09-01 by LSSC-2022-0022 (reason)` ·
 * `provisional until 1820 hours are shown (limit 2027-07-20)`.
 */
import type { Day } from '../../shared/dates.ts'
import { type Finding, quoted, reject } from '../../shared/finding.ts'
import { CONTROL } from '../../shared/name-check.ts'
import { tidyOfficeNumber } from './office-number.ts'
import { type DayCode, readDay } from './written-day.ts'

export interface PastEvent {
  standing: 'revoked' | 'suspended' | 'superseded'
  since: Day
  /** The office's own words; whether they are made public is for the office to say. */
  reason?: string
  /** The office number of what replaced it. */
  successor?: string
}

export type HistoryCode =
  | DayCode
  | 'status-unreadable'
  | 'status-without-successor'
  | 'status-in-future'
  | 'status-before-certified'

export interface ReadHistory {
  event?: PastEvent
  provisionalUntil?: Day
  findings: Finding<HistoryCode>[]
}

/** States that follow from the dates; a column that repeats them tells nothing new. */
const FROM_DATES = /^(?:active|current|valid|renewal[- ]window|grace|expired|none|-)?$/i
const PROVISIONAL = /^provisional\b(?:[^;(]*\(limit ([^)]+)\)| until ([^;(]+))$/i
const EVENT = /^(revoked|suspended|superseded)(?: on)? ([^;(]+?)(?: by ([^\s;(]+))?(?: ?\((.*)\))?$/i

/**
 * Reads the cell. What cannot be read is refused: an award that was withdrawn must not come out as valid.
 * @param certifiedOn absent when it could not be read
 */
export function readHistory(cell: string, certifiedOn: Day | undefined, today: Day): ReadHistory {
  const text = cell.trim().replace(/\s+/g, ' ')
  if (FROM_DATES.test(text)) return { findings: [] }
  const [provisional, limit, until] = PROVISIONAL.exec(text) ?? []
  if (provisional) {
    const { day, findings } = readDay(limit ?? until ?? '', 'status')
    return day ? { provisionalUntil: day, findings } : { findings }
  }
  const [event, word = '', date = '', by, reason] = EVENT.exec(text) ?? []
  if (!event || CONTROL.test(text)) return { findings: [unreadable(text)] }
  const standing = word.toLowerCase() as PastEvent['standing']
  const { day: since, findings: about } = readDay(date, 'status')
  const findings = [...about, ...eventFindings({ standing, since, by }, certifiedOn, today)]
  if (!since) return { findings }
  const successor = standing === 'superseded' && by ? { successor: tidyOfficeNumber(by) } : {}
  return { event: { standing, since, ...(reason ? { reason } : {}), ...successor }, findings }
}

function unreadable(text: string): Finding<HistoryCode> {
  const message = `${quoted(text)} cannot be read: write one event, like “revoked 2024-11-05 (reason)” or “superseded 2023-09-01 by NUMBER”.`
  return reject('status-unreadable', 'status', message)
}

function* eventFindings(
  event: { standing: PastEvent['standing']; since: Day | undefined; by: string | undefined },
  certifiedOn: Day | undefined,
  today: Day,
): Generator<Finding<HistoryCode>> {
  const { standing, since, by } = event
  if (standing === 'superseded' && by === undefined) {
    const message = 'It does not say what replaced the award: write “superseded DATE by NUMBER”.'
    yield reject('status-without-successor', 'status', message)
  }
  if (since === undefined) return
  if (since > today) {
    const message = `“${standing} ${since}” is in the future: correct the date, or wait for the day.`
    yield reject('status-in-future', 'status', message)
  }
  if (certifiedOn !== undefined && since < certifiedOn) {
    const message = `“${standing} ${since}” is before the certification (${certifiedOn}): correct one of the two dates.`
    yield reject('status-before-certified', 'status', message)
  }
}
