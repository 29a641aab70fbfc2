/** Answers a request: the decision, what it changes, the letter and the audit are one act, or nothing is done. */
import { type Activity, totalsOf } from '../../shared/contact-hours.ts'
import type { Day } from '../../shared/dates.ts'
import { CONTROL } from '../../shared/name-check.ts'
import { readPresented } from '../../shared/presented.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import type { RequestKind, RequestState } from '../request-kinds.ts'
import { addressOf } from '../store/addresses.ts'
import { appendDeed } from '../store/audit.ts'
import { currentByNumber } from '../store/credentials.ts'
import { deleteHolderAccess } from '../store/holder-access.ts'
import { postLetter, postMail } from '../store/outbox.ts'
import { appendNote, moveRequest, type OfficeRequest } from '../store/requests.ts'
import { asSeen, type Step, textTrouble } from './act-on-request.ts'
import { prepareAmendment } from './amend.ts'
import { type Addressing, prepareAddress } from './change-address.ts'
import { once } from './once.ts'
import { refuseRemoved } from './unchanged.ts'

export type Outcome = 'accept' | 'ask' | 'decline'

export interface RequestAnswer {
  outcome: Outcome
  /** The record that it is about: a code or a link, as typed. Accepting takes one where it changes a record. */
  number: string
  /** What was checked, for whoever looks at this later. */
  checked: string
  subject: string
  reply: string
  /** No letter: it was answered in another way, or there is no address. */
  silent: boolean
  /** Of contact hours: the activities that do not count, by their place, each with the reason. */
  struck: Map<number, string>
  /** Those that count and yet have a reason why not: one of the two is a slip. */
  torn: Map<number, string>
  /** The day of the renewal. */
  on: Day
}

const becomes: Record<Outcome, { state: RequestState; kind: 'accepted' | 'asked' | 'declined' }> = {
  accept: { state: 'done', kind: 'accepted' },
  ask: { state: 'waiting', kind: 'asked' },
  decline: { state: 'declined', kind: 'declined' },
}

/** @throws Problem `invalid-input`, `conflict` (who was quicker), and what a renewal is refused for */
export async function answerRequest(
  desk: Desk,
  id: string,
  answer: RequestAnswer,
  step: Step,
): Promise<void> {
  const { db } = desk
  const { actor } = step
  await once(desk, step.key, async () => {
    const request = await asSeen(desk, id, step.seen)
    if (request.state === 'done' || request.state === 'declined')
      throw new Problem('conflict', { detail: 'This is decided already. Open it again first.' })
    const number = await check(desk, request, answer)
    const { state, kind } = becomes[answer.outcome]
    const at = desk.now().toISOString()
    const { subject, reply, silent } = answer
    const letter = { kind: 'request-answered', number, address: request.contact, subject, body: reply }
    return {
      status: 200,
      answer: null,
      statements: [
        moveRequest(db, request, { state, assigned: actor, at }),
        appendNote(db, id, { actor, recordedAt: at, kind, said: said(request, answer) }),
        appendDeed(
          db,
          {
            actor,
            act: `${kind}-request`,
            subject: `request/${id}`,
            detail: { kind: request.kind, ...(number ? { number } : {}), letter: !silent },
          },
          at,
        ),
        ...(await follows(desk, request, answer, { number, actor })),
        ...(silent ? [] : [postLetter(db, letter, at)]),
      ],
    }
  })
}

/** What an accepted request changes about a record; other kinds are carried out on the record's own page. */
async function follows(
  desk: Desk,
  { id, kind, contact, body }: OfficeRequest,
  { outcome, struck, on }: RequestAnswer,
  { number, actor }: { number: string; actor: string },
): Promise<D1PreparedStatement[]> {
  if (outcome !== 'accept') return []
  if (isAboutReaching(kind)) return prepareReach(desk, number, { email: contact, request: id, actor })
  if (kind !== 'hours') return []
  const { hours, technology } = totalsOf(accepted(body.activities, struck))
  const renewal = { act: 'renew' as const, on, contactHours: hours, technologyHours: technology }
  return (await prepareAmendment(desk, number, renewal, actor)).statements
}

/** Kinds whose sender cannot be reached as the record says: being found is being able to come in. */
function isAboutReaching(kind: RequestKind): boolean {
  return kind === 'address' || kind === 'claim'
}

/** Puts the address on file, and a new link to the holder's own page goes there; also where it was on file already. */
async function prepareReach(desk: Desk, number: string, to: Addressing): Promise<D1PreparedStatement[]> {
  const { db } = desk
  const current = await currentByNumber(db, number)
  const old = current && (await addressOf(db, current.holder))
  if (!current || old?.toLowerCase() !== to.email.toLowerCase()) return prepareAddress(desk, number, to)
  refuseRemoved(current)
  return [
    ...deleteHolderAccess(db, current.holder),
    postMail(db, 'my-link', number, desk.now().toISOString()),
  ]
}

export function accepted(activities: Activity[] = [], struck: RequestAnswer['struck']): Activity[] {
  return activities.filter((_, at) => !struck.has(at))
}

/** @returns the number of the record, or an empty text */
async function check(desk: Desk, request: OfficeRequest, answer: RequestAnswer): Promise<string> {
  const { outcome, silent, checked, struck, torn } = answer
  const accepting = outcome === 'accept'
  const presented = readPresented(answer.number, desk.issuer.origin)
  const number = presented.kind === 'number' ? presented.number : ''
  const takesOne = accepting && (isAboutReaching(request.kind) || request.kind === 'hours')
  const exists = number !== '' && (await currentByNumber(desk.db, number)) !== null
  refuse([
    takesOne && answer.number === '' && { field: 'number', message: 'Choose the record that it is about.' },
    answer.number !== '' &&
      !exists && {
        field: 'number',
        message: 'There is no record with this code. Choose one of the list, or type it again.',
      },
    accepting &&
      checked === '' && {
        field: 'checked',
        message: 'Say what you checked: whoever looks at this later needs to know.',
      },
    checked !== '' && wrongWith('checked', textTrouble(checked, 'what you checked')),
    ...[...struck].map(
      ([at, reason]) =>
        accepting &&
        reason === '' && {
          field: `reason-${at}`,
          message: `Activity ${at + 1} does not count: say why, for its holder will ask.`,
        },
    ),
    ...[...torn.keys()].map(
      (at) =>
        accepting && {
          field: `reason-${at}`,
          message: `Activity ${at + 1} has a reason why it does not count, and counts: untick it, or empty the reason.`,
        },
    ),
    !silent &&
      request.contact === '' && {
        field: 'silent',
        message: 'No address was given, so no letter can be sent: tick this.',
      },
    !silent && wrongWith('subject', subjectTrouble(answer.subject)),
    !silent && wrongWith('reply', textTrouble(answer.reply, 'the reply') ?? blankIn(answer.reply)),
  ])
  return number
}

const wrongWith = (field: string, message: string | null) => message !== null && { field, message }

/** A draft has blanks in square brackets, which nobody should receive. */
function blankIn(reply: string): string | null {
  const blank = /\[[a-z, ]{3,40}\]/.exec(reply)?.[0]
  return blank ? `The reply still says ${blank}: write what belongs there.` : null
}

/** A subject is a header: a line break in it would begin another one. */
function subjectTrouble(subject: string): string | null {
  if (subject === '' || subject.length > 200) return 'Write a subject of at most 200 characters.'
  return CONTROL.test(subject) || /[\r\n\t]/.test(subject) ? 'Write the subject on one line.' : null
}

/** What the history keeps of it. */
function said(
  { body }: OfficeRequest,
  { outcome, checked, silent, subject, reply, struck }: RequestAnswer,
): string {
  const { hours, technology } = totalsOf(accepted(body.activities, struck))
  return [
    checked && `Checked: ${checked}`,
    ...(outcome === 'accept' && body.activities
      ? [
          `Accepted: ${hours} contact hours, ${technology} of them in technology.`,
          ...[...struck].map(
            ([at, reason]) => `Not counted: ${body.activities?.[at]?.title ?? ''} (${reason})`,
          ),
        ]
      : []),
    silent ? 'No letter was sent.' : `Sent: ${subject}\n\n${reply}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}
