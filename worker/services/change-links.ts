/**
 * Changes the links to a holder's own work, as she asks: all that she changed at once is one new version of her record,
 * for they are part of what is signed.
 */
import type { SetId } from '../../shared/areas.ts'
import { type OwnWork, withOwnWork } from '../../shared/own-work.ts'
import { changesBetween } from '../../shared/record-changes.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Current, currentByNumber } from '../store/credentials.ts'
import { timesSince } from '../store/visibility.ts'
import { type Amended, prepareAmendment } from './amend.ts'
import { type Answered, once, type RequestKey } from './once.ts'

const DAY = 24 * 3_600_000
/** Each is a version with an entry of its own in the status lists. */
const MOST_A_DAY = 10

/** Why her links stay as they are, said to a holder; in good standing they can be changed. */
const fixed: Record<Exclude<Standing, 'good'>, string> = {
  suspended: 'Your record is on hold. While it is, your links stay as they are.',
  revoked: 'Your record was withdrawn, so its links stay as they are.',
  superseded: 'This record was replaced by another one: change your links there.',
}

/** @returns why nothing can be changed; null where it can */
export function whyFixed({ standing }: Pick<Current, 'standing'>): string | null {
  return standing === 'good' ? null : fixed[standing]
}

/**
 * @param seen the record's newest event when the form was drawn
 * @throws Problem `conflict` (said why), `changed-meanwhile`, `invalid-input` where nothing differs, `too-many-requests`
 */
export async function changeLinks(
  desk: Desk,
  number: string,
  { works, seen }: { works: Partial<Record<SetId, OwnWork[]>>; seen: number },
  request: RequestKey,
): Promise<Answered<Amended>> {
  return once(desk, request, async () => {
    const current = await currentByNumber(desk.db, number)
    if (!current) throw new Problem('not-found')
    const why = whyFixed(current)
    if (why) throw new Problem('conflict', { detail: why })
    if (current.newest.id !== seen)
      throw new Problem('changed-meanwhile', {
        detail:
          'Your record was changed since you opened this page, in another window of yours or by the office. Nothing of yours was saved. Look at what stands here, and save again.',
      })
    if (changesBetween(current.record, withOwnWork(current.record, works)).length === 0)
      throw new Problem('invalid-input', {
        errors: [{ field: '', message: 'Nothing here differs from what stands on your record.' }],
      })
    await refuseMany(desk, number)
    return prepareAmendment(desk, number, { act: 'links', works }, 'holder')
  })
}

async function refuseMany(desk: Desk, number: string): Promise<void> {
  const since = new Date(desk.now().getTime() - DAY).toISOString()
  if ((await timesSince(desk.db, number, 'links-changed', since)) < MOST_A_DAY) return
  throw new Problem('too-many-requests', {
    detail: `You saved ${MOST_A_DAY} times within a day, and each makes a new version of your record. What you typed is still here: keep this page open, or save it tomorrow.`,
  })
}
