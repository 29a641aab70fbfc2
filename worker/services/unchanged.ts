/** Two people at one record: nobody's decision rests on what has changed since they looked. */
import { Problem } from '../http/problem.ts'
import type { Current } from '../store/credentials.ts'
import { timeTold } from '../when.ts'

const did: Record<string, string> = {
  issued: 'issued it',
  renewed: 'renewed it',
  corrected: 'corrected it',
  completed: 'made it full',
  suspended: 'put it on hold',
  reinstated: 'took it off hold',
  'withdrawal-proposed': 'proposed to withdraw it',
  'withdrawal-declined': 'declined to withdraw it',
  revoked: 'withdrew it',
  superseded: 'replaced it',
  'removal-asked': 'asked for its removal',
  'removal-proposed': 'proposed to remove it',
  'removal-taken-back': 'took its removal back',
  erased: 'removed it',
  'links-changed': 'changed the links to own work',
}

/**
 * Refuses an act that was decided while another event was the record's newest.
 * @param seen the id of the newest event when the form was drawn; absent for who does not say
 * @throws Problem `changed-meanwhile`, naming who did what last, and when
 */
export function refuseStale(current: Pick<Current, 'newest'>, seen: number | undefined): void {
  const detail = seen === undefined ? null : staleness(current, seen)
  if (detail)
    throw new Problem('changed-meanwhile', { detail: `${detail} Look at it again, and decide anew.` })
}

/**
 * Who did what since, in a sentence.
 * @returns null where nothing has happened
 */
export function staleness({ newest }: Pick<Current, 'newest'>, seen: number): string | null {
  if (seen === newest.id) return null
  const what = did[newest.kind] ?? `did this: ${newest.kind.replaceAll('-', ' ')}`
  const who = newest.actor === 'holder' ? 'Its holder' : newest.actor
  return `${who} ${what} on ${timeTold(newest.at)}.`
}

/**
 * Nothing is written about a person whose data are gone, whoever asks and in whatever way.
 * @throws Problem `conflict`
 */
export function refuseRemoved({ visibility }: Pick<Current, 'visibility'>): void {
  if (visibility === 'erased')
    throw new Problem('conflict', { detail: 'It was removed at its holder’s request.' })
}
