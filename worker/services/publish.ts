/** Publishes status lists on read: the signed text is a rendering of the rows, made anew when they moved or it aged. */
import { secondsOf } from '../../shared/dates.ts'
import type { Desk } from '../desk.ts'
import {
  allLists,
  entriesNotGood,
  keepProved,
  keepRendering,
  type ListRow,
  listRow,
} from '../store/status-lists.ts'
import { publishTest, publishTestProved } from './publish-test.ts'
import { type Published, proveList, sealLists } from './seal-lists.ts'
import { listUrl } from './sign.ts'

/** A rendering older than this is signed again: a reader's copy then always has ten minutes of green left. */
const RESIGN_AFTER = 5 * 60

/** The JSON list is proved anew daily: a proof costs ten signatures of the other kind. */
const PROVE_AFTER = 24 * 3600

/**
 * The two signed lists at `/status/{name}`, whichever of the two issuers has them.
 * @returns null when there is no such list
 */
export async function publishNamed(desk: Desk, name: string): Promise<Published | null> {
  return isNumeric(name) ? publish(desk, Number(name)) : publishTest(desk, name)
}

/**
 * The revocation list at `/status/{name}` as JSON with its own proof.
 * @returns null when there is no such list
 */
export async function publishProved(desk: Desk, name: string): Promise<string | null> {
  return isNumeric(name) ? proved(desk, Number(name)) : publishTestProved(desk, name)
}

function isNumeric(name: string): boolean {
  return /^[1-9]\d{0,8}$/.test(name)
}

async function proved(desk: Desk, list: number): Promise<string | null> {
  const row = await listRow(desk.db, list)
  if (!row) return null
  const age = Math.abs(secondsOf(desk.now()) - row.provedAt)
  if (row.proved === row.changed && age < PROVE_AFTER && row.revocationJson) return row.revocationJson
  const entries = await entriesNotGood(desk.db, list)
  const at = desk.now()
  const revocationJson = await proveList(desk.keys, listUrl(desk.issuer.origin, list), entries, at)
  const kept = await keepProved(desk.db, { ...row, provedAt: secondsOf(at), revocationJson })
  return kept ? revocationJson : proved(desk, list)
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
