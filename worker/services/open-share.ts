/** Opens a share link: the verdict about the view that its holder shows, or why there is none to see. */
import { dayOf } from '../../shared/dates.ts'
import { isShareSecret } from '../../shared/share-link.ts'
import { type Verdict, verdictWithout, withCircumstances } from '../../shared/verdict.ts'
import type { Trust } from '../../shared/verify.ts'
import { type AnyVerdict, linkEnded, verifyAny } from '../../shared/verify-view.ts'
import type { Desk } from '../desk.ts'
import { insertView, type OpenedShare, openedShare } from '../store/shares.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { officeDay } from '../when.ts'
import { isConstraint } from './once.ts'
import { recordLeaf } from './record-event.ts'
import { drawEntries } from './reserve.ts'
import { digestOf } from './share.ts'
import { signView } from './sign-view.ts'

export interface Opened {
  verdict: AnyVerdict
  /** The link and what is stored for it: only where there is something to see. */
  share?: OpenedShare & { jwt: string }
}

/** @param secret as it was asked for, whole or not */
export async function openShare(desk: Desk, secret: string, trust: Trust): Promise<Opened> {
  const found = isShareSecret(secret) ? await openedShare(desk.db, { digest: await digestOf(secret) }) : null
  const closed = whyClosed(desk, found)
  if (closed || !found) return { verdict: closed ?? verdictWithout('not-found', desk.now(), 'server') }
  const share = await upToDate(desk, found)
  const verdict = await verifyAny(share.jwt, trust, 'server')
  return { verdict: withNotes(verdict, share), share }
}

/**
 * What we know about a view that someone holds as a copy: a link that has ended has ended for its copies, too.
 * @param id of the view, from what was signed
 */
export async function aboutCopy(desk: Desk, verdict: AnyVerdict, id: string): Promise<AnyVerdict> {
  const share = await openedShare(desk.db, { id })
  if (!share) return verdict
  if (share.visibility === 'erased') return verdictWithout('erased', desk.now(), 'server')
  return ended(desk, share) ?? withNotes(verdict, share)
}

/** Private is private, whatever way a reader comes; "as if unknown" is answered as a link that nobody made. */
function whyClosed(desk: Desk, share: OpenedShare | null): Verdict | null {
  const without = (state: 'not-found' | 'erased' | 'withheld') => verdictWithout(state, desk.now(), 'server')
  if (!share || share.visibility === 'unknown') return without('not-found')
  if (share.visibility === 'erased') return without('erased')
  if (share.visibility === 'withheld') return without('withheld')
  return ended(desk, share)
}

function ended(desk: Desk, { endedAt, endsOn }: OpenedShare): Verdict | null {
  if (endedAt) return linkEnded(officeDay(endedAt), desk.now(), 'server')
  return dayOf(desk.now()) > endsOn ? linkEnded(endsOn, desk.now(), 'server') : null
}

/** Since when and why, but never by what it was replaced: that would be a number. */
function withNotes(verdict: AnyVerdict, { standing, since, publicReason }: OpenedShare): AnyVerdict {
  if (standing === 'good') return verdict
  return withCircumstances(verdict, {
    state: standing,
    ...(since ? { since } : {}),
    ...(publicReason ? { reason: publicReason } : {}),
  })
}

/**
 * The link with what is signed of the newest version of its record: where there is none yet, it is signed and stored
 * now, and what was stored is what is shown. Whoever opens it is nowhere in that.
 */
async function upToDate(desk: Desk, share: OpenedShare, tries = 3): Promise<OpenedShare & { jwt: string }> {
  if (share.version === share.currentVersion && share.jwt !== null) return { ...share, jwt: share.jwt }
  if (tries === 0) throw new Error(`The view ${share.id} could not be brought up to date.`)
  const { number, currentVersion: version } = share
  const { list, entries } = await drawEntries(desk, 1)
  const entry = entries[0] as number
  const view = await signView(desk, share.record, { ...share, list, entry })
  try {
    await desk.db.batch([
      insertView(desk.db, { share: share.id, number, version, list, entry, ...view }),
      touchListsOf(desk.db, number),
      await recordLeaf(desk, 'share-renewed', number, view.bodyDigest, desk.now().toISOString()),
    ])
  } catch (error) {
    if (!isConstraint(error)) throw error // Someone else was quicker, or the record moved on: read again.
  }
  const again = await openedShare(desk.db, { id: share.id })
  return upToDate(desk, again ?? share, tries - 1)
}
