/** The share links of a record, as its holder is told of them. */
import { dayOf } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { type Share, sharesOf } from '../store/shares.ts'
import { officeDay } from '../when.ts'

export interface KeptShare extends Share {
  /** The day on which it ended: its holder's doing, or its own last day. */
  endedOn: string
}

export interface KeptShares {
  /** Those that open something today, where the record itself may be seen. */
  open: Share[]
  ended: KeptShare[]
}

/** Every link of this record, the newest first. */
export async function readShares(desk: Desk, number: string): Promise<KeptShares> {
  const today = dayOf(desk.now())
  const all = await sharesOf(desk.db, number)
  const isOpen = ({ endedAt, endsOn }: Share) => endedAt === null && endsOn >= today
  return {
    open: all.filter(isOpen),
    ended: all
      .filter((share) => !isOpen(share))
      .map((share) => ({ ...share, endedOn: share.endedAt ? officeDay(share.endedAt) : share.endsOn })),
  }
}
