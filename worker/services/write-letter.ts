/** Writes a letter that is due: composed of its record and of what happened, or as a person wrote it. */
import { addMonths, type Day, dayOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { rulesOn } from '../../shared/rules.ts'
import { tellDay } from '../../shared/telling.ts'
import { graceEnds } from '../../shared/term.ts'
import type { Desk } from '../desk.ts'
import { en } from '../letters/en.ts'
import {
  composeLetter,
  isLetterKind,
  type LetterFacts,
  type LetterKind,
  type LetterText,
  oneLine,
} from '../letters/letter.ts'
import { reminderOn } from '../letters/reminders.ts'
import { isChosenVisibility, isPrivate } from '../record-state.ts'
import { readEmail } from '../sheet/contact.ts'
import { type Matter, matterOf } from '../store/letter-matter.ts'
import type { Claimed } from '../store/outbox.ts'
import { officeDay } from '../when.ts'
import { struckOutLink } from './holder-access.ts'
import { holdReasons, withdrawalReasons } from './reasons.ts'

/** `to` is null where there is no address that could be used. */
export type Written = ({ to: string | null } & LetterText) | { dropped: string }

/** An award is news for so many months. */
const NEWS = 2

/** The secret link to a holder's own page, for a letter that goes to this address. */
export type LinkTo = (holder: string, address: string) => Promise<string>

/**
 * Never to someone whose record was removed, and no reminder of what is no longer so.
 * @param linkTo makes a link that works: only for a letter that is sent; without it the link is struck out
 */
export async function writeLetter(
  desk: Desk,
  letter: Pick<Claimed, 'kind' | 'number' | 'recordedAt' | 'address' | 'subject' | 'body'>,
  linkTo?: LinkTo,
): Promise<Written> {
  const { kind, number, address, subject, body } = letter
  const matter = number === '' ? null : await matterOf(desk.db, letter)
  if (number !== '' && !matter) return { dropped: 'There is no such record.' }
  if (matter?.visibility === 'erased') return { dropped: 'The record was removed at its holder’s request.' }
  const to = usable(address ?? matter?.email ?? null)
  if (subject !== null && body !== null) return { to, subject: oneLine(subject), body }
  if (!matter || !isLetterKind(kind)) return { dropped: `Nobody knows how to write a letter “${kind}”.` }
  if (isReminder(kind) && !isInTime(kind, matter, dayOf(desk.now())))
    return { dropped: 'It was a reminder, and something has changed since it was written.' }
  const own =
    linkTo && to !== null && matter.email !== null
      ? await linkTo(matter.holder, matter.email)
      : struckOutLink(desk)
  return { to, ...composeLetter(kind, { ...factsOf(desk, number, matter), own }, en) }
}

const isReminder = (kind: LetterKind) => kind.startsWith('remind-')

/** Still of this term, and not overtaken by a later reminder, or by the end of what it reminds of. */
function isInTime(kind: LetterKind, { standing, remindedOf, record }: Matter, today: Day): boolean {
  return (
    standing === 'good' && remindedOf === record.expiresOn && reminderOn(record.expiresOn, today) === kind
  )
}

/** One address, that a mail service can be given; null for anything else. */
function usable(address: string | null): string | null {
  return address === null ? null : (readEmail(address).value ?? null)
}

function factsOf(desk: Desk, number: string, matter: Matter): Omit<LetterFacts, 'own'> {
  const { record, reason, publicReason } = matter
  const { origin } = desk.issuer
  const today = dayOf(desk.now())
  const day = (one: Day) => tellDay(one, en.lang)
  const until = graceEnds(record.expiresOn)
  const { renewalHours, renewalTechnologyHours } = rulesOn(record.expiresOn)
  return {
    issuer: desk.issuer,
    name: record.name.display,
    number,
    link: recordUrl(origin, number),
    help: `${origin}/help`,
    removal: `${origin}/my/${number}/remove`,
    awarded: day(record.certifiedOn),
    awardedYear: record.certifiedOn.slice(0, 4),
    isNew: addMonths(record.certifiedOn, NEWS) >= dayOf(matter.createdAt),
    expires: day(record.expiresOn),
    hasEnded: record.expiresOn < today,
    ...(until >= today ? { graceUntil: day(until) } : {}),
    ...(record.provisionalUntil ? { provisionalUntil: day(record.provisionalUntil) } : {}),
    on: day(matter.effectiveOn ?? today),
    ...(matter.removedAt ? { removedOn: day(officeDay(matter.removedAt)) } : {}),
    ...(reason !== null && isListed(reason) ? { reason } : {}),
    ...(publicReason ? { publicNote: oneLine(publicReason) } : {}),
    standing: matter.standing,
    isPrivate: isPrivate(matter.visibility),
    seenBy: isChosenVisibility(matter.visibility) ? matter.visibility : 'link',
    renewal: { hours: renewalHours, technologyHours: renewalTechnologyHours },
  }
}

/** A reason of the closed lists: a note that someone wrote for the file is none, and stays there. */
function isListed(reason: string): reason is keyof typeof holdReasons | keyof typeof withdrawalReasons {
  return Object.hasOwn(holdReasons, reason) || Object.hasOwn(withdrawalReasons, reason)
}
