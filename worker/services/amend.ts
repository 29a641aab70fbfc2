/** Renews or corrects a record, or changes its holder's links: a new version under the same number, and the one before it superseded. */

import type { SetId } from '../../shared/areas.ts'
import { type Day, dayOf, endOf, isDay, latestDay, noonOf, wholeSeconds } from '../../shared/dates.ts'
import { eligibility } from '../../shared/eligibility.ts'
import { type OwnWork, withOwnWork } from '../../shared/own-work.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { rulesOn } from '../../shared/rules.ts'
import { phaseOn, renewedUntil } from '../../shared/term.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { advanceTo, type Current, currentByNumber, insertVersion } from '../store/credentials.ts'
import { deleteHolderAccess } from '../store/holder-access.ts'
import { postMail } from '../store/outbox.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { officeDay } from '../when.ts'
import { tellOldAddress } from './change-address.ts'
import { notEligible } from './issue.ts'
import { type LookedInto, toldOf } from './looked-into.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { recordEvent } from './record-event.ts'
import { drawEntries } from './reserve.ts'
import { sign } from './sign.ts'
import { refuseRemoved, refuseStale } from './unchanged.ts'

export type Amendment =
  | { act: 'renew'; on: Day; contactHours: number; technologyHours: number; note?: string | undefined }
  | { act: 'correct'; record: AwardRecord; note: string; looked?: LookedInto }
  | { act: 'complete'; note?: string | undefined }
  | { act: 'links'; works: Partial<Record<SetId, OwnWork[]>> }

export interface Amended {
  number: string
  version: number
  expiresOn: Day
}

/**
 * @param seen the id of the newest event when it was decided: if another has come since, nothing is done
 * @throws Problem `no-such-record`, `changed-meanwhile`, `conflict`, `invalid-input`, `not-eligible`: each says why
 */
export async function amend(
  desk: Desk,
  number: string,
  amendment: Amendment,
  actor: string,
  request: RequestKey,
  seen?: number,
): Promise<Answered<Amended>> {
  return once(desk, request, () => prepareAmendment(desk, number, amendment, actor, seen))
}

/**
 * Everything that an amendment will store, signed and checked; nothing is done before it is committed, alone or with
 * what else belongs to the same act.
 * @throws as `amend`
 */
export async function prepareAmendment(
  desk: Desk,
  number: string,
  amendment: Amendment,
  actor: string,
  seen?: number,
) {
  const current = await currentByNumber(desk.db, number)
  if (!current) throw new Problem('no-such-record')
  refuseRemoved(current)
  refuseStale(current, seen)
  const change = decide(current, amendment, desk.now())
  return newVersion(desk, current, { ...change, actor, amendment })
}

export interface Change {
  record: AwardRecord
  kind: string
  effectiveOn: Day
  validFrom: string
}

/**
 * What a record would become; nothing is done yet.
 * @throws Problem `conflict`, `invalid-input`, `not-eligible`: each says why
 */
export function decide(
  current: Pick<Current, 'record' | 'standing' | 'validFrom'>,
  amendment: Amendment,
  now: Date,
): Change {
  if (current.standing !== 'good') {
    throw new Problem('conflict', {
      detail: `The record is ${current.standing}: only one in good standing can change.`,
    })
  }
  const change = amended(current, amendment, now)
  const refused = eligibility(change.record, latestDay(now)).filter(({ severity }) => severity === 'reject')
  if (refused.length > 0) throw notEligible(refused)
  if (change.validFrom >= endOf(change.record.expiresOn)) {
    const detail = 'Its last day would be before its newest version begins: withdraw it, and issue it again.'
    throw new Problem('conflict', { detail })
  }
  return change
}

/**
 * What the record becomes. A renewal's version begins when it was renewed, a correction's a second after the one it
 * corrects; always later than the version before it, by which verifiers elsewhere know the newer one.
 */
function amended(
  { record, validFrom }: Pick<Current, 'record' | 'validFrom'>,
  amendment: Amendment,
  now: Date,
): Change {
  const aSecondLater = new Date(new Date(validFrom).getTime() + 1000)
  switch (amendment.act) {
    case 'renew': {
      const { on } = amendment
      const renewedAt = on < dayOf(now) ? new Date(noonOf(on)) : now
      return {
        record: renewed(record, amendment, now),
        kind: 'renewed',
        effectiveOn: on,
        validFrom: wholeSeconds(renewedAt > aSecondLater ? renewedAt : aSecondLater),
      }
    }
    case 'correct':
      return {
        record: amendment.record,
        kind: 'corrected',
        effectiveOn: officeDay(now),
        validFrom: wholeSeconds(aSecondLater),
      }
    case 'complete': {
      const { provisionalUntil, ...full } = record
      if (!provisionalUntil) throw new Problem('conflict', { detail: 'The record is not provisional.' })
      return {
        record: full,
        kind: 'completed',
        effectiveOn: officeDay(now),
        validFrom: wholeSeconds(aSecondLater),
      }
    }
    case 'links':
      return {
        record: withOwnWork(record, amendment.works),
        kind: 'links-changed',
        effectiveOn: officeDay(now),
        validFrom: wholeSeconds(aSecondLater),
      }
  }
}

type Renewal = Extract<Amendment, { act: 'renew' }>

function renewed(
  record: AwardRecord,
  { on, contactHours, technologyHours }: Renewal,
  now: Date,
): AwardRecord {
  if (!isDay(on)) {
    const message = 'Give a day that exists, as in 2026-11-22.'
    throw new Problem('invalid-input', { errors: [{ field: 'on', message }] })
  }
  const { renewalHours, renewalTechnologyHours } = rulesOn(on)
  refuse([
    on > latestDay(now) && {
      field: 'on',
      message: `${on} is still to come: renew on the day, or give the day on which it was done.`,
    },
    !['renewal-window', 'grace'].includes(phaseOn(record.expiresOn, on)) && {
      field: 'on',
      message: `${on} is outside the renewal window: it opens twelve months before the last day, ${record.expiresOn}, and ends two months after it.`,
    },
    contactHours < renewalHours && {
      field: 'contactHours',
      message: `A renewal takes ${renewalHours} contact hours; ${contactHours} are given.`,
    },
    technologyHours < renewalTechnologyHours && {
      field: 'technologyHours',
      message: `At least ${renewalTechnologyHours} of the hours must be in technology; ${technologyHours} are given.`,
    },
  ])
  return { ...record, renewedOn: [...record.renewedOn, on], expiresOn: renewedUntil(record.expiresOn) }
}

async function newVersion(
  desk: Desk,
  current: Current,
  {
    record,
    kind,
    effectiveOn,
    validFrom,
    actor,
    amendment,
  }: Change & { actor: string; amendment: Amendment },
) {
  const { db } = desk
  const { number, holder, newest } = current
  const version = current.version + 1
  const { list, entries } = await drawEntries(desk, 1)
  const entry = entries[0] as number
  const signed = await sign(desk, record, { number, holder, validFrom, list, entry })
  const at = desk.now().toISOString()
  const left = addressLeft(current.record, record)
  const happening = { kind, number, effectiveOn, actor, at, after: newest.id, ...told(amendment) }
  return {
    status: 200,
    answer: { number, version, expiresOn: record.expiresOn },
    statements: [
      ...insertVersion(db, { number, version, validFrom, list, entry, standing: 'good', ...signed }),
      ...advanceTo(db, number, version, record),
      touchListsOf(db, number),
      ...(await recordEvent(desk, happening, signed.bodyDigest)),
      // Nothing was corrected: what a holder did herself, she need not be told.
      ...(amendment.act === 'links' ? [] : [postMail(db, kind, number, at)]),
      ...(moves(current.record, record) ? deleteHolderAccess(db, holder) : []),
      ...(left === undefined ? [] : [tellOldAddress(desk, number, left, at)]),
    ],
  }
}

/** Another address, or none any more: whoever had the old one comes in no more. */
function moves({ email: old }: AwardRecord, { email: now }: AwardRecord): boolean {
  return now?.toLowerCase() !== old?.toLowerCase()
}

/** The address that another one takes the place of; a correction can do that, too. */
function addressLeft({ email: old }: AwardRecord, { email: now }: AwardRecord): string | undefined {
  return now !== undefined && now.toLowerCase() !== old?.toLowerCase() ? old : undefined
}

/** What the event tells besides the new version itself. */
function told(amendment: Amendment): { reason?: string; detail?: Record<string, unknown> } {
  switch (amendment.act) {
    case 'renew': {
      const { contactHours, technologyHours, note } = amendment
      return { ...(note ? { reason: note } : {}), detail: { contactHours, technologyHours } }
    }
    case 'correct':
      return { ...toldOf(amendment.looked), reason: amendment.note }
    case 'complete':
      return amendment.note ? { reason: amendment.note } : {}
    case 'links':
      return {}
  }
}
