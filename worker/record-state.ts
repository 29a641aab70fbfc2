/** How a record stands today, as the office speaks of it. The verdict that outsiders are told says the same. */
import type { AwardRecord } from '../shared/record.ts'

export const recordStates = {
  current: 'Current',
  'renewal-window': 'Current, renewal open',
  provisional: 'Current, provisional',
  grace: 'Not current, in grace',
  ended: 'Not current',
  suspended: 'On hold',
  revoked: 'Withdrawn',
  superseded: 'Replaced',
  erased: 'Removed',
} as const

export type RecordState = keyof typeof recordStates

/** Of these a reader is told that the certification is current. */
export const inForce: RecordState[] = ['current', 'renewal-window', 'provisional']

export function isRecordState(text: string): text is RecordState {
  return Object.hasOwn(recordStates, text)
}

/** Someone whose page does not show the record: `withheld`, or "as if unknown". */
export function isPrivate(visibility: string): boolean {
  return visibility === 'withheld' || visibility === 'unknown'
}

/** What a holder can choose of who may see her record, in a few words. */
export const visibilities = {
  link: 'by its link or code',
  listed: 'listed: by anyone',
  withheld: 'private',
  unknown: 'private, and answered as if there were no such record',
} as const

export type ChosenVisibility = keyof typeof visibilities

export function isChosenVisibility(text: string): text is ChosenVisibility {
  return Object.hasOwn(visibilities, text)
}

/**
 * Stands in the directory, and search engines may show it: its holder chose so, and it is in good standing. A hold or a
 * withdrawal takes a record off the list without anyone's doing.
 */
export function isListed({ visibility, standing }: { visibility: string; standing: string }): boolean {
  return visibility === 'listed' && standing === 'good'
}

/** The facts of a removed record: what was earned and when, and nothing of whose it was, wherever it may still stand. */
export function withoutPerson({
  email: _email,
  region: _region,
  country: _country,
  ...record
}: AwardRecord): AwardRecord {
  return { ...record, name: { display: 'Removed', order: 'mononym' } }
}
