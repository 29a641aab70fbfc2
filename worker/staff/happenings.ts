/** What happened to a record, and the letters about it, in the office's words. */
import { tellDay } from '../../shared/telling.ts'
import type { KeptEvent } from '../services/open-file.ts'
import { holdReasons, withdrawalReasons } from '../services/reasons.ts'

const KINDS: Record<string, string> = {
  issued: 'Issued',
  renewed: 'Renewed',
  corrected: 'Corrected',
  completed: 'Made full: no longer provisional',
  suspended: 'Put on hold',
  reinstated: 'Taken off hold',
  'withdrawal-proposed': 'Withdrawal proposed, and on hold until a second person decides',
  'withdrawal-declined': 'Withdrawal declined',
  revoked: 'Withdrawn',
  superseded: 'Replaced by another record',
  'address-changed': 'Address for letters changed',
}

/** What happened, in a few words. */
export function tellHappening({ kind, detail }: KeptEvent): string {
  if (detail.renamedTo) return 'Replaced by a new record in the holder’s new name'
  if (detail.renamedFrom) return 'Issued anew, in the holder’s new name'
  if (kind === 'withdrawal-declined')
    return detail.to === 'good'
      ? 'Withdrawal declined, and taken off hold'
      : 'Withdrawal declined; it stays on hold'
  return KINDS[kind] ?? kind.replaceAll('-', ' ')
}

/** Why, and with what: one sentence each. */
export function tellDetails({ reason, detail }: KeptEvent): string[] {
  const { contactHours, technologyHours, note, publicNote, proposedBy } = detail
  return [
    reason && tellReason(reason),
    typeof contactHours === 'number' &&
      `${contactHours} contact hours, ${technologyHours} of them in technology.`,
    typeof note === 'string' && `Note: ${note}`,
    typeof publicNote === 'string' && `Public note: ${publicNote}`,
    typeof proposedBy === 'string' && `Proposed by ${proposedBy}.`,
  ].filter((line) => typeof line === 'string' && line !== '') as string[]
}

/** A reason of the closed lists in its sentence; all else was written by a person. */
export function tellReason(reason: string): string {
  const reasons: Record<string, string> = { ...withdrawalReasons, ...holdReasons }
  return Object.hasOwn(reasons, reason) ? (reasons[reason] as string) : reason
}

const LETTERS: Record<string, string> = {
  issued: 'Your certification, and how to use it',
  renewed: 'Renewed',
  corrected: 'Corrected',
  completed: 'No longer provisional',
  renamed: 'Your new number, in your new name',
  suspended: 'On hold',
  reinstated: 'No longer on hold',
  'withdrawal-proposed': 'On hold while a withdrawal is decided',
  'withdrawal-declined': 'Not withdrawn; still on hold',
  revoked: 'Withdrawn',
}

/** What a letter is about. */
export function tellLetter(kind: string, subject: string | null): string {
  return subject ?? LETTERS[kind] ?? kind.replaceAll('-', ' ')
}

const LETTER_STATES: Record<string, string> = {
  due: 'not yet',
  sent: 'sent',
  kept: 'not sent: there is no mail service here',
  'came-back': 'came back',
  failed: 'could not be sent',
  'no-address': 'not sent: no address',
  dropped: 'not to be sent any more',
}

/** What became of a letter. */
export function tellLetterState(state: string): string {
  return LETTER_STATES[state] ?? state
}

export function day(one: string): string {
  return tellDay(one, 'en-US')
}
