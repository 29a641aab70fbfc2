/** What needs someone today, and the office's numbers at a glance. */
import { addMonths, dayOf } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import type { RecordState } from '../record-state.ts'
import { countRemovals } from '../store/erasures.ts'
import { recentLinkSignIns } from '../store/history.ts'
import { type RowsWaiting, rowsWaiting } from '../store/imports.ts'
import { mailTroubles } from '../store/letters.ts'
import { waitingApprovals } from '../store/proposals.ts'
import { renewalsDue } from '../store/reminders.ts'
import { openRequests } from '../store/requests.ts'
import { awardsByYear, countProvisionalDue, countStates, type YearOf } from '../store/survey.ts'
import { checkHealth, type Health } from './check-health.ts'
import { boundsToday } from './find.ts'
import { importsToApprove } from './import-approval.ts'

const PROVISIONAL_MONTHS = 3
const SIGN_IN_DAYS = 7

export interface Today {
  requests: { count: number; oldest: string | null }
  approvals: { proposals: number; withdrawals: number; removals: number; imports: number }
  /** Rows of imports that wait for a person's decision; and those that nobody has issued yet. */
  rows: { review: RowsWaiting; ready: RowsWaiting }
  renewals: { grace: number; soon: number; year: number }
  /** Whose library work must be shown within three months, or should have been. */
  provisional: number
  mail: { failed: number; cameBack: number; noAddress: number; waiting: number }
  /** People who came in by a link while Access keeps the door, in the last week. */
  linkSignIns: number
  health: Health
  states: Partial<Record<RecordState, number>>
  years: YearOf[]
}

/** @param access whether Cloudflare Access keeps the door: then a sign-in by link is out of the ordinary */
export async function surveyToday(desk: Desk, access: boolean): Promise<Today> {
  const { db } = desk
  const today = dayOf(desk.now())
  const weekAgo = new Date(desk.now().getTime() - SIGN_IN_DAYS * 86_400_000).toISOString()
  const [
    requests,
    waiting,
    removals,
    imports,
    rows,
    renewals,
    provisional,
    mail,
    signIns,
    health,
    states,
    years,
  ] = await Promise.all([
    openRequests(db),
    waitingApprovals(db),
    countRemovals(db),
    importsToApprove(desk),
    rowsWaiting(db),
    renewalsDue(db, today),
    countProvisionalDue(db, addMonths(today, PROVISIONAL_MONTHS)),
    mailTroubles(db),
    access ? recentLinkSignIns(db, weekAgo) : [],
    checkHealth(desk),
    countStates(db, boundsToday(desk)),
    awardsByYear(db),
  ])
  return {
    requests,
    approvals: { ...waiting, removals: removals.second, imports: imports.length },
    rows,
    renewals,
    provisional,
    mail,
    linkSignIns: signIns.length,
    health,
    states,
    years,
  }
}
