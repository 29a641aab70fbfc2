/** What the console can do to a record, when, and what outsiders would see then. */
import type { AwardRecord, HolderName } from '../../shared/record.ts'
import { changesBetween } from '../../shared/record-changes.ts'
import { type Verdict, verdictWithout } from '../../shared/verdict.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { isPrivate } from '../record-state.ts'
import { may, type Person } from '../roles.ts'
import { officeDay } from '../when.ts'
import { type Amendment, amend, decide } from './amend.ts'
import type { RequestKey } from './once.ts'
import type { OpenFile } from './open-file.ts'
import { preview } from './preview.ts'
import type { WithdrawalReason } from './reasons.ts'
import { keepRecord, proposeRemoval, removeNow } from './remove.ts'
import { rename, renamedRecord } from './rename.ts'
import { type StandingAct, withdraw } from './withdraw.ts'

export type RecordAct =
  | Extract<Amendment, { act: 'renew' | 'complete' }>
  | { act: 'name'; way: 'same-link' | 'new-number'; name: HolderName; note: string }
  | StandingAct
  /** Says yes to another person's proposal. */
  | { act: 'confirm'; publicNote?: string | undefined }
  /** At its holder's request: proposed, made final by a second person, or taken back. */
  | { act: 'remove'; note: string }
  | { act: 'remove-now' }
  | { act: 'keep'; note: string }

export type ActName = RecordAct['act']

/** One picture of what outsiders would see. */
export interface Sight {
  of: 'record' | 'at-once' | 'when-final' | 'new-record' | 'old-link'
  verdict: Verdict
}

export interface Foreseen {
  sights: Sight[]
  /** The facts as they would be, where they change. */
  record?: AwardRecord
}

/**
 * What would come of an act; nothing is done.
 * @throws Problem, as the act itself would
 */
export async function foresee(desk: Desk, file: OpenFile, act: RecordAct): Promise<Foreseen> {
  const { number, record } = file
  const now = desk.now()
  const since = file.standing === 'suspended' && file.since ? file.since : officeDay(now)
  const onHold = () => preview(desk, record, { number, standing: 'suspended', circumstances: { since } })
  const withdrawn = (publicNote?: string) =>
    preview(desk, record, {
      number,
      standing: 'revoked',
      circumstances: { since: officeDay(now), ...(publicNote ? { reason: publicNote } : {}) },
    })
  switch (act.act) {
    case 'renew':
    case 'complete': {
      const { record: then } = decide(currentOf(file), act, now)
      return { record: then, sights: [{ of: 'record', verdict: await preview(desk, then, { number }) }] }
    }
    case 'name':
      return foreseeName(desk, file, act)
    case 'suspend':
      return { sights: [{ of: 'record', verdict: await onHold() }] }
    case 'reinstate':
      return { sights: [{ of: 'record', verdict: await preview(desk, record, { number }) }] }
    case 'revoke':
      return {
        sights: [
          { of: 'at-once', verdict: await onHold() },
          { of: 'when-final', verdict: await withdrawn(act.publicNote) },
        ],
      }
    case 'confirm':
      return { sights: [{ of: 'record', verdict: await withdrawn(act.publicNote) }] }
    case 'decline': {
      const verdict = act.to === 'good' ? await preview(desk, record, { number }) : await onHold()
      return { sights: [{ of: 'record', verdict }] }
    }
    case 'remove':
      return {
        sights: [
          { of: 'at-once', verdict: unseen(file.visibility, now) },
          { of: 'when-final', verdict: verdictWithout('erased', now, 'server') },
        ],
      }
    case 'remove-now':
      return { sights: [{ of: 'record', verdict: verdictWithout('erased', now, 'server') }] }
    case 'keep':
      return { sights: [{ of: 'record', verdict: await asBefore(desk, file) }] }
  }
}

/** What the page of a private record tells. */
function unseen(visibility: OpenFile['visibility'], now: Date): Verdict {
  return verdictWithout(visibility === 'unknown' ? 'not-found' : 'withheld', now, 'server')
}

/** What the page tells once a removal is taken back. */
async function asBefore(
  desk: Desk,
  { removal, number, record, standing, since }: OpenFile,
): Promise<Verdict> {
  const visibility = removal?.visibility ?? 'link'
  if (isPrivate(visibility)) return unseen(visibility, desk.now())
  return preview(desk, record, { number, standing, circumstances: since ? { since } : {} })
}

async function foreseeName(
  desk: Desk,
  file: OpenFile,
  { way, name, note }: Extract<RecordAct, { act: 'name' }>,
): Promise<Foreseen> {
  const { number } = file
  const renamed = { ...file.record, name }
  if (changesBetween(file.record, renamed).length === 0) {
    const message = 'This is the name already: change something, or leave the record as it is.'
    refuse([{ field: 'display', message }])
  }
  if (way === 'same-link') {
    const correction: Amendment = { act: 'correct', record: renamed, note }
    const { record } = decide(currentOf(file), correction, desk.now())
    return { record, sights: [{ of: 'record', verdict: await preview(desk, record, { number }) }] }
  }
  const record = renamedRecord(file.record, { name })
  return {
    record,
    sights: [
      { of: 'new-record', verdict: await preview(desk, record) },
      {
        of: 'old-link',
        verdict: unseen(file.visibility, desk.now()),
      },
    ],
  }
}

/**
 * Does what a person of the office has decided.
 * @param seen the id of the newest event when it was decided
 * @returns the number to look at next: a new one after some changes of name
 * @throws Problem `changed-meanwhile`, `not-allowed`, `conflict`, `invalid-input`
 */
export async function perform(
  desk: Desk,
  file: OpenFile,
  act: RecordAct,
  { person, request, seen }: { person: Person; request: RequestKey; seen: number },
): Promise<string> {
  const { number } = file
  const actor = person.name
  const asSecond = async () => {
    if (!may(person.role, 'approver'))
      throw new Problem('not-allowed', {
        detail: 'This takes the role “approver”, and another person than the first.',
      })
  }
  const toStanding = (standing: StandingAct) =>
    withdraw(desk, number, standing, actor, request, { asSecond, seen })
  switch (act.act) {
    case 'renew':
    case 'complete':
      await amend(desk, number, act, actor, request, seen)
      return number
    case 'name': {
      const { way, name, note } = act
      if (way === 'new-number')
        return (await rename(desk, number, { name, note }, actor, request, seen)).answer.number
      await amend(
        desk,
        number,
        { act: 'correct', record: { ...file.record, name }, note },
        actor,
        request,
        seen,
      )
      return number
    }
    case 'reinstate':
      if (file.proposal)
        throw new Problem('conflict', { detail: 'A withdrawal is proposed: decide on that first.' })
      await toStanding(act)
      return number
    case 'suspend':
    case 'revoke':
    case 'decline':
      await toStanding(act)
      return number
    case 'confirm':
      await toStanding({ act: 'revoke', reason: proposedReason(file), publicNote: act.publicNote })
      return number
    case 'remove':
      await proposeRemoval(desk, number, { actor, note: act.note, seen }, request)
      return number
    case 'remove-now':
      await removeNow(desk, number, { actor, seen, asSecond }, request)
      return number
    case 'keep':
      await keepRecord(desk, number, { actor, why: act.note, seen }, request)
      return number
  }
}

/** A second person agrees with the first: also about the reason. */
function proposedReason({ events }: OpenFile): WithdrawalReason {
  const proposal = events.findLast(({ kind }) => kind === 'withdrawal-proposed')
  if (!proposal) throw new Problem('conflict', { detail: 'No withdrawal of this record is proposed.' })
  return proposal.reason as WithdrawalReason
}

function currentOf({ record, standing, versions }: OpenFile) {
  return { record, standing, validFrom: versions.at(-1)?.validFrom ?? '' }
}
