/**
 * When holders are reminded that their term ends: when the renewal window opens, three months before the last day, when
 * that is over, and a month before the grace period is.
 */
import { addDays, addMonths, type Day } from '../../shared/dates.ts'
import { graceEnds, phaseOn, renewalOpens } from '../../shared/term.ts'
import type { ReminderKind } from './letter.ts'

/** Oldest first: from which day on each is due. */
const from: [ReminderKind, (expiresOn: Day) => Day][] = [
  ['remind-opens', renewalOpens],
  ['remind-soon', (expiresOn) => addMonths(expiresOn, -3)],
  ['remind-ended', (expiresOn) => addDays(expiresOn, 1)],
  ['remind-last', (expiresOn) => addMonths(graceEnds(expiresOn), -1)],
]

/**
 * The one reminder that a term calls for on a day: the latest that is due, so that whoever comes late, a record or the
 * service, brings no flood of them. None once the term can no longer be renewed.
 */
export function reminderOn(expiresOn: Day, day: Day): ReminderKind | null {
  if (phaseOn(expiresOn, day) === 'ended') return null
  return from.findLast(([, begins]) => begins(expiresOn) <= day)?.[0] ?? null
}

export interface ReminderRange {
  kind: ReminderKind
  /** Terms with a last day from here … */
  first: Day
  /** … to here. */
  last: Day
}

/** Which last days call for which reminder on a day: `reminderOn`, asked about every last day that can matter. */
export function remindersOn(day: Day): ReminderRange[] {
  const ranges = new Map<ReminderKind, ReminderRange>()
  // A year and some days ahead, and the months of grace back.
  for (
    let expiresOn = addDays(day, -100);
    expiresOn <= addDays(day, 400);
    expiresOn = addDays(expiresOn, 1)
  ) {
    const kind = reminderOn(expiresOn, day)
    if (kind) ranges.set(kind, { kind, first: ranges.get(kind)?.first ?? expiresOn, last: expiresOn })
  }
  return [...ranges.values()]
}

export const endings = ['grace', 'soon', 'year'] as const
/** Terms that the office keeps an eye on: over but to be renewed, ending in three months, ending in twelve. */
export type Ending = (typeof endings)[number]

/** Between which last days each lies on a day; the twelve months begin where the three do. */
export function endingsOn(day: Day): Record<Ending, { first: Day; last: Day }> {
  const ranges = remindersOn(day)
  const of = (kind: ReminderKind) => ranges.find((range) => range.kind === kind) as ReminderRange
  const [ended, soon, opens] = [of('remind-ended'), of('remind-soon'), of('remind-opens')]
  const last = ranges.find(({ kind }) => kind === 'remind-last') ?? ended
  return {
    grace: { first: last.first, last: ended.last },
    soon: { first: soon.first, last: soon.last },
    year: { first: soon.first, last: opens.last },
  }
}
