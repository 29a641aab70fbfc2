/** Reminds holders that their term ends, each time once. Whoever runs it when, twice, late or at once: the table knows. */
import { dayOf } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { type ReminderRange, remindersOn } from '../letters/reminders.ts'
import { postMail } from '../store/outbox.ts'
import { insertReminder, notReminded } from '../store/reminders.ts'

/** Of so many holders at once: two statements each. */
const BATCH = 25
/**
 * How many batches one run writes; the next run goes on. An invocation may ask the database 1,000 times, and the letters
 * that are sent in the same one (`deliver.ts`) need half of that: one that is cut off after sending is sent twice.
 */
const BATCHES = 8

/** Posts every reminder that is due today. @returns how many */
export async function remind(desk: Desk): Promise<number> {
  let posted = 0
  let left = BATCHES
  for (const range of remindersOn(dayOf(desk.now()))) {
    let last = BATCH
    for (; last === BATCH && left > 0; left--) {
      last = await remindOnce(desk, range)
      posted += last
    }
  }
  return posted
}

/** @returns how many it posted; fewer than `BATCH` says that none are left */
async function remindOnce(desk: Desk, range: ReminderRange, tries = 3): Promise<number> {
  const at = desk.now().toISOString()
  const due = await notReminded(desk.db, range, BATCH)
  if (due.length === 0) return 0
  try {
    await desk.db.batch(
      due.flatMap((one) => [insertReminder(desk.db, one, at), postMail(desk.db, one.kind, one.number, at)]),
    )
    return due.length
  } catch (error) {
    // Another run was quicker with one of them: it is looked at anew what is left.
    const overtaken = error instanceof Error && error.message.includes('SQLITE_CONSTRAINT')
    if (overtaken && tries > 1) return remindOnce(desk, range, tries - 1)
    throw error
  }
}
