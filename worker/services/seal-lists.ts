/** Seals what is known of a list's entries: the list that anyone reads, and its sibling that our own verifiers read. */
import { secondsOf, wholeSeconds } from '../../shared/dates.ts'
import type { JsonObject } from '../../shared/json.ts'
import { pack, type Standing, standings, standingUrl } from '../../shared/status-list.ts'
import type { Keys } from '../keys.ts'

const VALID_FOR = 24 * 3600

export interface Published {
  standingJwt: string
  revocationJwt: string
}

/** @param entries all that are not good */
export async function sealLists(
  keys: Keys,
  url: string,
  entries: { entry: number; standing: Standing }[],
  signedAt: Date,
): Promise<Published> {
  const seal = (payload: JsonObject) =>
    keys.seal('status', 'vc+jwt', { ...payload, iss: keys.did, iat: secondsOf(signedAt) })
  const standing = entries.map((one) => [one.entry, standings.indexOf(one.standing)] as [number, number])
  return {
    standingJwt: await seal(standingList(keys.did, url, await pack(standing, 2), signedAt)),
    revocationJwt: await seal(revocationList(keys.did, url, await pack(revokedIn(entries), 1), signedAt)),
  }
}

/** For as long is the list known that wallets read: it is proved daily, and whenever the rows moved. */
const PROVED_FOR = 48 * 3600

/**
 * The revocation list as JSON with an `eddsa-rdfc-2022` proof (Bitstring Status List §3.6), for those who read no JWT.
 * @param entries all that are not good
 */
export async function proveList(
  keys: Keys,
  url: string,
  entries: { entry: number; standing: Standing }[],
  signedAt: Date,
): Promise<string> {
  const list = revocationList(keys.did, url, await pack(revokedIn(entries), 1), signedAt, PROVED_FOR)
  return JSON.stringify({ ...list, proof: [await keys.prove(list, signedAt)] })
}

function revokedIn(entries: { entry: number; standing: Standing }[]): [number, number][] {
  return entries.filter(({ standing }) => standing === 'revoked').map(({ entry }) => [entry, 1])
}

/** The sibling that our own verifiers read: two bits an entry, purpose `message` (Bitstring Status List §2.2). */
function standingList(did: string, url: string, encodedList: string, signedAt: Date): JsonObject {
  return listCredential(did, standingUrl(url), signedAt, {
    statusPurpose: 'message',
    statusSize: 2,
    statusMessage: standings.map((message, value) => ({ status: `0x${value}`, message })),
    encodedList,
  })
}

/** The list that anyone reads: withdrawn or not, never cleared. */
function revocationList(
  did: string,
  url: string,
  encodedList: string,
  signedAt: Date,
  validFor?: number,
): JsonObject {
  return listCredential(did, url, signedAt, { statusPurpose: 'revocation', encodedList }, validFor)
}

function listCredential(
  did: string,
  id: string,
  signedAt: Date,
  subject: JsonObject,
  validFor = VALID_FOR,
): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: wholeSeconds(signedAt),
    validUntil: wholeSeconds(new Date(signedAt.getTime() + validFor * 1000)),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', ...subject },
  }
}
