/** Publishes status lists on read: the signed text is a rendering of the rows, made anew when they moved or it aged. */
import { secondsOf } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import { allLists, entriesNotGood, keepRendering, type ListRow, listRow } from '../store/status-lists.ts'
import { publishTest } from './publish-test.ts'
import { type Published, sealLists } from './seal-lists.ts'
import { listUrl } from './sign.ts'

/** A rendering older than this is signed again: a reader's copy then always has ten minutes of green left. */
const RESIGN_AFTER = 5 * 60

/**
 * The two signed lists at `/status/{name}`, whichever of the two issuers has them.
 * @returns null when there is no such list
 */
export async function publishNamed(desk: Desk, name: string): Promise<Published | null> {
  return /^[1-9]\d{0,8}$/.test(name) ? publish(desk, Number(name)) : publishTest(desk, name)
}

/**
 * The two signed lists of this number, fresh.
 * @returns null when there is no such list
 */
export async function publish(desk: Desk, list: number): Promise<Published | null> {
  const row = await listRow(desk.db, list)
  if (!row) return null
  if (isFresh(row, secondsOf(desk.now()))) return row
  return render(desk, row)
}

function isFresh(row: ListRow, now: number): row is ListRow & Published {
  return (
    row.rendered === row.changed && Math.abs(now - row.signedAt) < RESIGN_AFTER && row.standingJwt !== null
  )
}

/** If the rows move while we sign, what we signed is already past: the newer rows are rendered instead. */
async function render(desk: Desk, row: ListRow): Promise<Published | null> {
  const entries = await entriesNotGood(desk.db, row.list)
  const signedAt = desk.now()
  const published = await sealLists(desk.keys, listUrl(desk.issuer.origin, row.list), entries, signedAt)
  const kept = await keepRendering(desk.db, { ...row, ...published, signedAt: secondsOf(signedAt) })
  return kept ? published : publish(desk, row.list)
}

/** Publishes every list, so that the first reader need not wait. Nothing depends on it. */
export async function warmLists(desk: Desk): Promise<void> {
  for (const list of await allLists(desk.db)) await publish(desk, list)
}
