/** Opens the file of one record: everything that the office keeps about it, and what outsiders are told today. */
import { fromBase64url, fromUtf8 } from '../../shared/bytes.ts'
import { type Credential, readCredential } from '../../shared/credential.ts'
import type { JsonObject } from '../../shared/json.ts'
import { isTestNumber } from '../../shared/number.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Verdict } from '../../shared/verdict.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { withoutPerson } from '../record-state.ts'
import { type Removal, removalOf } from '../store/erasures.ts'
import { type KeptEvent, type KeptVersion, type RecordFile, recordFile } from '../store/record-file.ts'
import { trustOf } from '../trust.ts'
import { judgeNumber } from './look-up.ts'

export type { Removal } from '../store/erasures.ts'
export type { KeptEvent, KeptLetter, RecordFile, Relative } from '../store/record-file.ts'

/** A version, and the facts that were signed in it; null where they no longer read. */
export interface OpenVersion extends Omit<KeptVersion, 'jwt'> {
  facts: AwardRecord | null
}

export interface OpenFile extends Omit<RecordFile, 'versions'> {
  versions: OpenVersion[]
  /** What the record's page tells today. */
  verdict: Verdict
  /** The newest event: an act is decided on the record as it was then. */
  newest: KeptEvent
  /** A withdrawal that waits for a second person. */
  proposal: KeptEvent | null
  /** A removal that waits for its day, or for a second person. */
  removal: Removal | null
}

/** @throws Problem `no-such-record` */
export async function openFile(desk: Desk, number: string): Promise<OpenFile> {
  if (isTestNumber(number))
    throw new Problem('no-such-record', {
      detail:
        'This is a test number for integrators: it always comes to one state, and nobody’s record is behind it.',
    })
  const [kept, verdict, removal] = await Promise.all([
    recordFile(desk.db, number),
    judgeNumber(desk, number, trustOf(desk)),
    removalOf(desk.db, number),
  ])
  const erased = kept?.visibility === 'erased'
  const file = kept && erased ? fileWithoutPerson(kept) : kept
  const newest = file?.events.findLast(({ kind }) => kind !== 'visibility-changed')
  if (!file || !newest) throw new Problem('no-such-record')
  return {
    ...file,
    versions: file.versions.map(({ jwt, ...version }) => ({
      ...version,
      facts: erased || jwt === null ? null : signedIn(jwt),
    })),
    verdict,
    newest,
    proposal: newest.kind === 'withdrawal-proposed' ? newest : null,
    removal,
  }
}

/** What happened to a removed record, and when; nothing of whose it was, in whatever it may still stand. */
function fileWithoutPerson(file: RecordFile): RecordFile {
  return {
    ...file,
    officeNumber: null,
    record: withoutPerson(file.record),
    events: file.events.map((event) => ({ ...event, reason: null, detail: {} })),
    letters: file.letters.map((letter) => ({ ...letter, address: 'removed', subject: null })),
    relatives: [],
  }
}

/** What our own table holds was verified before it was stored. Address and region are in no token. */
function signedIn(jwt: string): AwardRecord | null {
  const bytes = fromBase64url(jwt.split('.')[1] ?? '')
  const text = bytes && fromUtf8(bytes)
  const credential = text ? readCredential(JSON.parse(text) as JsonObject) : null
  return credential && factsOf(credential)
}

function factsOf(credential: Credential): AwardRecord {
  const { holder, awardedOn, expiresOn, enrolledOn, renewedOn, provisional, areas } = credential
  const { id: _id, email: _email, ...name } = holder
  return {
    name,
    certifiedOn: awardedOn,
    expiresOn,
    renewedOn,
    areas,
    ...(enrolledOn ? { enrolledOn } : {}),
    ...(provisional ? { provisionalUntil: provisional.until } : {}),
  }
}
