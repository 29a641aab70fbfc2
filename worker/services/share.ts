/** Makes and ends share links: what a holder shows to one reader, for a limited time. */

import { isSet, type SetId } from '../../shared/areas.ts'
import { sha256, toBase64url, utf8 } from '../../shared/bytes.ts'
import { addDays, addYears, type Day, dayOf, isDay } from '../../shared/dates.ts'
import { SECRET_BYTES } from '../../shared/share-link.ts'
import { isShareField, type ShareField } from '../../shared/view.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { appendDeed } from '../store/audit.ts'
import { type Current, currentByNumber } from '../store/credentials.ts'
import { endShare, insertShare, insertView, livingShares, openedShare } from '../store/shares.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { recordLeaf } from './record-event.ts'
import { drawEntries } from './reserve.ts'
import { signView } from './sign-view.ts'
import { refuseRemoved } from './unchanged.ts'

/** How many links of one record may be open at a time. */
export const MOST_SHARES = 50

const MAX_LABEL = 80

/** As a holder asks for it. */
export interface ShareAsked {
  label: string
  endsOn: string
  fields: string[]
  /** Those that come first; what is no area of the record is left out. */
  areas: string[]
}

export interface ShareChosen {
  label: string
  endsOn: Day
  fields: ShareField[]
  areas: SetId[]
}

/** The last day that a link gets unless another is asked for. */
export function usualEnd(now: Date): Day {
  return addDays(dayOf(now), 90)
}

/** A year from today: no link lasts longer. */
export function latestEnd(now: Date): Day {
  return addYears(dayOf(now), 1)
}

/**
 * The secret of a link that a form asks for. It is the same however often that form is sent, so that a double click
 * is answered with the one link that it made; whoever has not the session's own secret cannot tell it, and we keep
 * neither.
 * @param session the secret in its holder's cookie
 * @param request which sending of the form it is
 */
export async function secretFor(session: string, number: string, request: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8(session), algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, utf8(`share link\n${number}\n${request}`))
  return toBase64url(new Uint8Array(mac).slice(0, SECRET_BYTES))
}

/** The digest by which a link is found. */
export async function digestOf(secret: string): Promise<string> {
  return toBase64url(await sha256(`share link ${secret}`))
}

/**
 * What was asked for, checked.
 * @throws Problem `invalid-input`, naming each field
 */
export function chosen(asked: ShareAsked, now: Date): ShareChosen {
  const { label, endsOn } = asked
  refuse([
    (label === '' || label.length > MAX_LABEL || /[\r\n]/.test(label)) && {
      field: 'label',
      message: `Write in one line of at most ${MAX_LABEL} characters for whom it is, so that you know it again.`,
    },
    (!isDay(endsOn) || endsOn < dayOf(now) || endsOn > latestEnd(now)) && {
      field: 'endsOn',
      message: 'Choose the last day of the link: today or later, and a year from now at most.',
    },
  ])
  return {
    label,
    endsOn,
    fields: asked.fields.filter(isShareField),
    areas: [...new Set(asked.areas.filter(isSet))],
  }
}

/** Why no link to a record can be made, in a sentence; undefined where one can. */
export function whyNoShare({ standing }: Pick<Current, 'standing'>): string | undefined {
  return standing === 'superseded'
    ? 'This record was replaced by another one. Make links to that one.'
    : undefined
}

/**
 * @param secret of its link, from `secretFor`: only its digest is kept
 * @throws Problem `no-such-record`, `invalid-input`, `conflict`: each says why
 */
export async function makeShare(
  desk: Desk,
  number: string,
  asked: ShareAsked,
  secret: string,
  request: RequestKey,
): Promise<Answered<{ id: string }>> {
  return once(desk, request, async () => {
    const now = desk.now()
    const current = await currentByNumber(desk.db, number)
    if (!current) throw new Problem('no-such-record')
    refuseRemoved(current)
    const not = whyNoShare(current)
    if (not) throw new Problem('conflict', { detail: not })
    const { label, endsOn, fields, areas } = chosen(asked, now)
    await refuseMore(desk, number)
    const id = toBase64url(desk.random(16))
    const subject = `urn:uuid:${crypto.randomUUID()}`
    const { list, entries } = await drawEntries(desk, 1)
    const entry = entries[0] as number
    const view = await signView(desk, current.record, { id, subject, fields, endsOn, list, entry })
    const at = now.toISOString()
    const held = new Set(current.record.areas.map(({ set }) => set))
    const share = {
      id,
      digest: await digestOf(secret),
      number,
      subject,
      label,
      fields,
      areas: areas.filter((set) => held.has(set)),
      madeAt: at,
      endsOn,
    }
    return {
      status: 201,
      answer: { id },
      statements: [
        insertShare(desk.db, share, dayOf(now), MOST_SHARES),
        insertView(desk.db, { share: id, number, version: current.version, list, entry, ...view }),
        touchListsOf(desk.db, number),
        ...(await noted(desk, 'share-made', number, { share: id, endsOn }, at, view.bodyDigest)),
      ],
    }
  })
}

async function refuseMore(desk: Desk, number: string): Promise<void> {
  if ((await livingShares(desk.db, number, dayOf(desk.now()))) < MOST_SHARES) return
  throw new Problem('conflict', {
    detail: `${MOST_SHARES} links to this record are open, and no more can be. End one that is no longer needed, and send this again.`,
  })
}

/**
 * Ends a link before its day. Ending one that has ended does nothing.
 * @throws Problem `not-found` where this record has no such link
 */
export async function closeShare(
  desk: Desk,
  number: string,
  id: string,
  request: RequestKey,
): Promise<Answered<{ id: string }>> {
  return once(desk, request, async () => {
    const share = await openedShare(desk.db, { id })
    if (share?.number !== number) throw new Problem('not-found')
    const at = desk.now().toISOString()
    const statements = share.endedAt
      ? []
      : [
          ...endShare(desk.db, id, at),
          touchListsOf(desk.db, number),
          ...(await noted(desk, 'share-ended', number, { share: id }, at)),
        ]
    return { status: 200, answer: { id }, statements }
  })
}

/**
 * A deed of the holder, and its leaf. It is none of the record's own events: those an act of the office rests on, and
 * a link must not come between two persons who are deciding. The label is the holder's own and is kept out of both.
 */
async function noted(
  desk: Desk,
  act: string,
  number: string,
  detail: Record<string, string>,
  at: string,
  digest?: string,
): Promise<D1PreparedStatement[]> {
  const deed = { actor: 'holder', act, subject: number, detail }
  const told = digest ?? toBase64url(await sha256(JSON.stringify({ ...deed, at })))
  return [appendDeed(desk.db, deed, at), await recordLeaf(desk, act, number, told, at)]
}
