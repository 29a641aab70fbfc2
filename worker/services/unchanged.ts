/** Two people at one record: nobody's decision rests on what has changed since they looked. */
import { tellTime } from '../../shared/telling.ts'
import { Problem } from '../http/problem.ts'
import type { Current } from '../store/credentials.ts'

const did: Record<string, string> = {
  issued: 'issued it',
  renewed: 'renewed it',
  corrected: 'corrected it',
  completed: 'made it full',
  suspended: 'put it on hold',
  reinstated: 'took it off hold',
  'withdrawal-proposed': 'proposed to withdraw it',
  revoked: 'withdrew it',
}

/**
 * Refuses an act that was decided while another event was the record's newest.
 * @param seen the id of the newest event when the form was drawn; absent for who does not say
 * @throws Problem `changed-meanwhile`, naming who did what last, and when
 */
export function refuseStale({ newest }: Current, seen: number | undefined): void {
  if (seen === undefined || seen === newest.id) return
  const what = did[newest.kind] ?? `did this: ${newest.kind.replaceAll('-', ' ')}`
  throw new Problem('changed-meanwhile', {
    detail: `${newest.actor} ${what} on ${tellTime(newest.at, 'en-US', 'UTC')}. Look at the record as it is now, and decide again.`,
  })
}
