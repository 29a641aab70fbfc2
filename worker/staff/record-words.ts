/** What happened to a record, in the office's words. */
import { tellAct } from '../acts.ts'
import { isChosenVisibility, visibilities } from '../record-state.ts'
import type { KeptEvent } from '../services/open-file.ts'
import { holdReasons, withdrawalReasons } from '../services/reasons.ts'

/** What happened, in a few words. */
export function tellHappening({ kind, detail }: KeptEvent): string {
  if (detail.renamedTo) return 'Replaced by a new record in the holder’s new name'
  if (detail.renamedFrom) return 'Issued anew, in the holder’s new name'
  if (kind === 'withdrawal-declined')
    return detail.to === 'good'
      ? 'Withdrawal declined, and taken off hold'
      : 'Withdrawal declined; it stays on hold'
  return tellAct(kind)
}

/** Why, and with what: one sentence each. */
export function tellDetails({ kind, reason, detail }: KeptEvent): string[] {
  const { contactHours, technologyHours, note, publicNote, proposedBy, from, to } = detail
  return [
    reason && tellReason(reason),
    typeof contactHours === 'number' &&
      `${contactHours} contact hours, ${technologyHours} of them in technology.`,
    typeof note === 'string' && `Note: ${note}`,
    typeof publicNote === 'string' && `Public note: ${publicNote}`,
    kind === 'visibility-changed' && `Before: ${sightOf(from)}. Since then: ${sightOf(to)}.`,
    typeof proposedBy === 'string' && `Proposed by ${proposedBy}.`,
  ].filter((line) => typeof line === 'string' && line !== '') as string[]
}

function sightOf(code: unknown): string {
  return typeof code === 'string' && isChosenVisibility(code) ? visibilities[code] : 'not said'
}

/** A reason of the closed lists in its sentence; all else was written by a person. */
export function tellReason(reason: string): string {
  const reasons: Record<string, string> = { ...withdrawalReasons, ...holdReasons }
  return Object.hasOwn(reasons, reason) ? (reasons[reason] as string) : reason
}
