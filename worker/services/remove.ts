/**
 * Removals are not done on one word. Where the holder asks, the record is private at once and goes after three days:
 * someone else may have got hold of their link. Where the office asks for them, a second person makes it final.
 */
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Current, currentByNumber, setVisibility } from '../store/credentials.ts'
import { endRemoval, insertRemoval, type Removal, removalOf, removalsDue } from '../store/erasures.ts'
import { postMail } from '../store/outbox.ts'
import { makePrivate } from '../store/visibility.ts'
import { officeDay } from '../when.ts'
import { prepareErasure } from './erase.ts'
import { isConstraint, once, type RequestKey } from './once.ts'
import { recordEvent } from './record-event.ts'
import { refuseRemoved, refuseStale } from './unchanged.ts'

/** The actor of what holders do. */
export const HOLDER = 'holder'

const WAITS = 3 * 24 * 3_600_000

/** When a removal that its holder asks for now is carried out. */
export function removalDay(now: Date): Date {
  return new Date(now.getTime() + WAITS)
}

/** @throws Problem `no-such-record`, `conflict`, saying why it cannot be asked for now */
export async function askRemoval(desk: Desk, number: string, request: RequestKey): Promise<void> {
  await once(desk, request, () => prepareRemoval(desk, number, { actor: HOLDER }))
}

/** For a holder who asked the office. @throws as `askRemoval`, and `changed-meanwhile` */
export async function proposeRemoval(
  desk: Desk,
  number: string,
  how: { actor: string; note: string; seen?: number },
  request: RequestKey,
): Promise<void> {
  await once(desk, request, () => prepareRemoval(desk, number, how))
}

/**
 * The second person's word: it is removed.
 * @param asSecond throws when they may not
 * @throws Problem `no-such-record`, `changed-meanwhile`, `conflict`
 */
export async function removeNow(
  desk: Desk,
  number: string,
  { actor, seen, asSecond }: { actor: string; seen: number; asSecond: () => Promise<void> },
  request: RequestKey,
): Promise<void> {
  await once(desk, request, async () => {
    const { current, removal } = await waiting(desk, number, seen)
    if (removal.askedBy === HOLDER)
      throw new Problem('conflict', { detail: 'Its holder asked for it: it is carried out on its day.' })
    if (removal.askedBy === actor)
      throw new Problem('conflict', { detail: 'You proposed it: a second person has to remove it.' })
    await asSecond()
    return {
      status: 200,
      answer: null,
      statements: await prepareErasure(desk, number, actor, current.newest.id),
    }
  })
}

/**
 * Takes a removal back: the record is what it was before.
 * @param why stays in the file; a holder need not say
 * @throws Problem `no-such-record`, `changed-meanwhile`, `conflict`
 */
export async function keepRecord(
  desk: Desk,
  number: string,
  { actor, why, seen }: { actor: string; why?: string; seen?: number },
  request: RequestKey,
): Promise<void> {
  const { db } = desk
  await once(desk, request, async () => {
    const { current, removal } = await waiting(desk, number, seen)
    const at = desk.now().toISOString()
    return {
      status: 200,
      answer: null,
      statements: [
        ...(await recordEvent(desk, {
          kind: 'removal-taken-back',
          number,
          effectiveOn: officeDay(at),
          actor,
          at,
          after: current.newest.id,
          ...(why ? { reason: why } : {}),
        })),
        setVisibility(db, number, removal.visibility),
        endRemoval(db, number, { state: 'taken-back', by: actor, at }),
        postMail(db, 'removal-taken-back', number, at),
      ],
    }
  })
}

/** Carries out what its holders asked for, and whose day has come. */
export async function removeDue(desk: Desk): Promise<void> {
  for (const { number, newest } of await removalsDue(desk.db, desk.now().toISOString())) {
    try {
      await desk.db.batch(await prepareErasure(desk, number, HOLDER, newest))
    } catch (error) {
      // Something happened to it in this moment: the next round looks again.
      if (!isConstraint(error)) throw error
    }
  }
}

async function prepareRemoval(
  desk: Desk,
  number: string,
  { actor, note, seen }: { actor: string; note?: string; seen?: number },
) {
  const { db } = desk
  const current = await currentByNumber(db, number)
  if (!current) throw new Problem('no-such-record')
  refuseRemoved(current)
  refuseStale(current, seen)
  const why = notNow(current, await removalOf(db, number))
  if (why) throw new Problem('conflict', { detail: why })
  const now = desk.now()
  const at = now.toISOString()
  const isHolder = actor === HOLDER
  const dueAt = isHolder ? removalDay(now).toISOString() : null
  const kind = isHolder ? 'removal-asked' : 'removal-proposed'
  return {
    status: 200,
    answer: null,
    statements: [
      ...(await recordEvent(desk, {
        kind,
        number,
        effectiveOn: officeDay(at),
        actor,
        at,
        after: current.newest.id,
        ...(note ? { reason: note } : {}),
      })),
      insertRemoval(db, { number, askedBy: actor, askedAt: at, dueAt }),
      makePrivate(db, number),
      postMail(db, kind, number, at),
    ],
  }
}

/** @returns why a removal cannot be asked for now, in a sentence; null where it can */
export function notNow(current: LastEvent, removal: Removal | null): string | null {
  return removal ? 'A removal waits already.' : undecided(current)
}

interface LastEvent {
  newest: Pick<Current['newest'], 'kind'>
}

/**
 * While a withdrawal is proposed, no removal is asked for, carried out or taken back: a removal would end what is being
 * looked into, and so would any event that comes after the proposal.
 * @returns that, in a sentence; null where nothing has to be decided first
 */
export function undecided({ newest }: LastEvent): string | null {
  return newest.kind === 'withdrawal-proposed'
    ? 'A withdrawal of this record is proposed: that has to be decided first.'
    : null
}

async function waiting(
  desk: Desk,
  number: string,
  seen?: number,
): Promise<{ current: Current; removal: Removal }> {
  const [current, removal] = await Promise.all([currentByNumber(desk.db, number), removalOf(desk.db, number)])
  if (!current) throw new Problem('no-such-record')
  refuseStale(current, seen)
  if (!removal) throw new Problem('conflict', { detail: 'No removal of this record waits any more.' })
  const why = undecided(current)
  if (why) throw new Problem('conflict', { detail: why })
  return { current, removal }
}
