/** Publishes status lists on read: the signed text is a rendering of the rows, made anew when they moved or it aged. */
import { secondsOf, wholeSeconds } from '../../shared/dates.ts'
import type { JsonObject } from '../../shared/json.ts'
import { pack, standings, standingUrl } from '../../shared/status-list.ts'
import type { Desk } from '../desk.ts'
import { allLists, entriesNotGood, keepRendering, type ListRow, listRow } from '../store/status-lists.ts'
import { listUrl } from './sign.ts'

/** A rendering older than this is signed again: a reader's copy then always has ten minutes of green left. */
const RESIGN_AFTER = 5 * 60
const VALID_FOR = 24 * 3600

export interface Published {
  standingJwt: string
  revocationJwt: string
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
  const url = listUrl(desk.issuer.origin, row.list)
  const seal = (payload: JsonObject) =>
    desk.keys.seal('status', 'vc+jwt', { ...payload, iss: desk.keys.did, iat: secondsOf(signedAt) })
  const revoked = entries
    .filter(({ standing }) => standing === 'revoked')
    .map(({ entry }) => [entry, 1] as [number, number])
  const standing = entries.map((one) => [one.entry, standings.indexOf(one.standing)] as [number, number])
  const published = {
    standingJwt: await seal(standingList(desk, url, await pack(standing, 2), signedAt)),
    revocationJwt: await seal(revocationList(desk, url, await pack(revoked, 1), signedAt)),
  }
  const kept = await keepRendering(desk.db, { ...row, ...published, signedAt: secondsOf(signedAt) })
  return kept ? published : publish(desk, row.list)
}

/** The sibling that our own verifiers read: two bits an entry, purpose `message` (Bitstring Status List §2.2). */
function standingList(desk: Desk, url: string, encodedList: string, signedAt: Date): JsonObject {
  return listCredential(desk, standingUrl(url), signedAt, {
    statusPurpose: 'message',
    statusSize: 2,
    statusMessage: standings.map((message, value) => ({ status: `0x${value}`, message })),
    encodedList,
  })
}

/** The list that anyone reads: withdrawn or not, never cleared. */
function revocationList(desk: Desk, url: string, encodedList: string, signedAt: Date): JsonObject {
  return listCredential(desk, url, signedAt, { statusPurpose: 'revocation', encodedList })
}

function listCredential(desk: Desk, id: string, signedAt: Date, subject: JsonObject): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: desk.keys.did,
    validFrom: wholeSeconds(signedAt),
    validUntil: wholeSeconds(new Date(signedAt.getTime() + VALID_FOR * 1000)),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', ...subject },
  }
}

/** Publishes every list, so that the first reader need not wait. Nothing depends on it. */
export async function warmLists(desk: Desk): Promise<void> {
  for (const list of await allLists(desk.db)) await publish(desk, list)
}
