/** The audit, as people ask for it: by person, act, subject and days of the office. */
import { addDays, isDay } from '../../shared/dates.ts'
import { isNumber, tidyNumber } from '../../shared/number.ts'
import { tellAct } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse, type Wrong } from '../http/problem.ts'
import { csvOf } from '../sheet/csv.ts'
import { appendDeed } from '../store/audit.ts'
import {
  type HistoryEntry,
  type HistoryFilter,
  historyCount,
  historyNames,
  historyPage,
} from '../store/history.ts'
import { startOf, ZONE } from '../when.ts'

export const PAGE = 50
/** More than this is for a backup, and not for a sheet. */
const MOST = 20_000

/** As it was typed. */
export interface HistoryAsked {
  actor: string
  act: string
  subject: string
  from: string
  to: string
}

export interface HistoryRead {
  entries: HistoryEntry[]
  total: number
  page: number
  pages: number
  names: { actors: string[]; acts: string[] }
}

/**
 * @throws Problem `invalid-input`
 */
export async function readHistory(desk: Desk, asked: HistoryAsked, page: number): Promise<HistoryRead> {
  const filter = filterOf(asked)
  const [total, names] = await Promise.all([historyCount(desk.db, filter), historyNames(desk.db)])
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const here = Math.min(Math.max(1, page), pages)
  const entries = await historyPage(desk.db, filter, { limit: PAGE, offset: (here - 1) * PAGE })
  return { entries, total, page: here, pages, names }
}

/**
 * All of it as a sheet that no spreadsheet computes with; taking it away is audited first.
 * @throws Problem `invalid-input`, `too-large`
 */
export async function exportHistory(desk: Desk, asked: HistoryAsked, actor: string): Promise<string> {
  const filter = filterOf(asked)
  const total = await historyCount(desk.db, filter)
  if (total > MOST)
    throw new Problem('too-large', {
      detail: `These are ${total} entries: choose days that hold ${MOST} at most.`,
    })
  const entries = await historyPage(desk.db, filter, { limit: MOST, offset: 0 })
  // What was typed may be a name or an address, and the audit is kept for ever.
  const subject = isNumber(filter.subject) ? filter.subject : asked.subject !== ''
  const detail = { entries: entries.length, ...asked, subject }
  await appendDeed(desk.db, { actor, act: 'exported-audit', detail }, desk.now().toISOString()).run()
  return csvOf([
    ['When (UTC)', 'Who', 'Act', 'In words', 'To what', 'Why', 'Detail'],
    ...entries.map((one) => [
      one.at,
      one.actor,
      one.act,
      tellAct(one.act),
      one.subject,
      one.why ?? '',
      one.detail,
    ]),
  ])
}

/** @throws Problem `invalid-input` */
function filterOf({ actor, act, subject, from, to }: HistoryAsked): HistoryFilter {
  const errors: Wrong[] = []
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day !== '' && !isDay(day))
      errors.push({ field, message: 'Choose a day, such as 2026-11-20, or none.' })
  }
  if (errors.length === 0 && from && to && to < from)
    errors.push({ field: 'to', message: 'The last day is before the first: exchange them.' })
  refuse(errors)
  return {
    actor,
    act,
    subject: tidyNumber(subject)?.number ?? subject,
    from: from && startOf(from, ZONE),
    before: to && startOf(addDays(to, 1), ZONE),
  }
}
