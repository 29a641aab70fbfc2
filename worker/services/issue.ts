/** Issues credentials: eligible, signed, checked, and stored in one piece. */
import { firstValidFrom } from '../../shared/compose.ts'
import { type Day, latestDay } from '../../shared/dates.ts'
import { eligibility } from '../../shared/eligibility.ts'
import type { Finding } from '../../shared/finding.ts'
import { recordUrl } from '../../shared/issuer.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { insertCredential, insertHolder, insertVersion, numbersByOfficeNumber } from '../store/credentials.ts'
import { keepNames } from '../store/known-names.ts'
import { postMail } from '../store/outbox.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { type LookedInto, toldOf } from './looked-into.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { recordEvent } from './record-event.ts'
import { drawEntries, drawNumber } from './reserve.ts'
import { sign } from './sign.ts'

/** An award to issue. `past` is what had already happened to it when it came to us. */
export interface Entry {
  record: AwardRecord
  officeNumber?: string
  past?: Past
  /** What a person looked into before it was issued. */
  looked?: LookedInto
}

export interface Past {
  standing: 'revoked' | 'suspended' | 'superseded'
  since: Day
  reason?: string
  /** The public number of the record that replaced it. */
  successor?: string
}

export interface Issued {
  number: string
  url: string
}

/** How many entries one batch holds at most: some eight statements each, well within a D1 batch of the Paid plan. */
export const BATCH = 20

/**
 * Issues one credential on request.
 * @throws Problem `not-eligible` with every reason, `already-issued`
 */
export async function issue(
  desk: Desk,
  entry: Entry,
  actor: string,
  request: RequestKey,
): Promise<Answered<Issued>> {
  return once(desk, request, async () => {
    const refused = eligibility(entry.record, latestDay(desk.now())).filter(
      ({ severity }) => severity === 'reject',
    )
    if (refused.length > 0) throw notEligible(refused)
    if (entry.officeNumber && (await numbersByOfficeNumber(desk.db, [entry.officeNumber])).size > 0) {
      throw new Problem('already-issued', { detail: `The office number ${entry.officeNumber} is taken.` })
    }
    const { statements, issued } = await prepareIssue(desk, [entry], actor)
    return { statements, status: 201, answer: issued[0] as Issued }
  })
}

/**
 * Everything that issuing these entries will store, signed and checked; nothing is done before it is committed.
 * @param entries at most `BATCH`, each eligible or decided by a person
 */
export async function prepareIssue(
  desk: Desk,
  entries: Entry[],
  actor: string,
): Promise<{ statements: D1PreparedStatement[]; issued: Issued[] }> {
  const drawn = await drawEntries(desk, entries.length)
  const prepared = await Promise.all(
    entries.map((entry, i) => prepareOne(desk, entry, actor, drawn.list, drawn.entries[i] as number)),
  )
  return {
    statements: prepared.flatMap(({ statements }) => statements),
    issued: prepared.map(({ issued }) => issued),
  }
}

async function prepareOne(
  desk: Desk,
  { record, officeNumber, past, looked }: Entry,
  actor: string,
  list: number,
  entry: number,
) {
  const { db } = desk
  const number = drawNumber(desk)
  const holder = `urn:uuid:${crypto.randomUUID()}`
  const validFrom = firstValidFrom(record, desk.now())
  const signed = await sign(desk, record, { number, holder, validFrom, list, entry })
  const at = desk.now().toISOString()
  const standing = past?.standing ?? 'good'
  return {
    issued: { number, url: recordUrl(desk.issuer.origin, number) },
    statements: [
      insertHolder(db, holder, record, at),
      insertCredential(db, {
        number,
        holder,
        officeNumber: officeNumber ?? null,
        record,
        standing,
        since: past?.since ?? null,
        publicReason: null,
        successor: past?.successor ?? null,
        at,
      }),
      keepNames(db, number, record),
      ...insertVersion(db, { number, version: 1, validFrom, list, entry, standing, ...signed }),
      ...(await recordEvent(
        desk,
        { kind: 'issued', number, effectiveOn: record.certifiedOn, actor, at, ...toldOf(looked) },
        signed.bodyDigest,
      )),
      ...(past ? await recordPast(desk, number, past, actor, at) : []),
      // A record that comes with a past is nobody's news.
      ...(past ? [] : [postMail(db, 'issued', number, at)]),
    ],
  }
}

async function recordPast(desk: Desk, number: string, past: Past, actor: string, at: string) {
  const { standing, since, reason, successor } = past
  return [
    ...(await recordEvent(desk, {
      kind: standing,
      number,
      effectiveOn: since,
      actor,
      at,
      ...(reason ? { reason } : {}),
      ...(successor ? { detail: { successor } } : {}),
    })),
    touchListsOf(desk.db, number),
  ]
}

export function notEligible(findings: Finding[]): Problem {
  return new Problem('not-eligible', {
    detail: 'Mend each of these, or have a person decide.',
    errors: findings.map(({ field, message }) => ({ field, message })),
  })
}
