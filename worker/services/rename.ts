/**
 * Gives a record's holder a new number in a new name, and makes the old one private. Whoever has the old link or an
 * old copy learns that it was replaced, and not by what; only the two histories, which stay in the office, name each other.
 */
import { firstValidFrom } from '../../shared/compose.ts'
import { recordUrl } from '../../shared/issuer.ts'
import type { AwardRecord, HolderName } from '../../shared/record.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import {
  type Current,
  currentByNumber,
  insertCredential,
  insertHolder,
  insertVersion,
  moveStanding,
} from '../store/credentials.ts'
import { deleteAccessOfAddress } from '../store/holder-access.ts'
import { keepNames } from '../store/known-names.ts'
import { postMail } from '../store/outbox.ts'
import { endSharesOf } from '../store/shares.ts'
import { touchListsOf } from '../store/status-lists.ts'
import { copyVisibility, hideReplaced } from '../store/visibility.ts'
import { officeDay } from '../when.ts'
import { type Answered, once, type RequestKey } from './once.ts'
import { recordEvent } from './record-event.ts'
import { drawEntries, drawNumber } from './reserve.ts'
import { sign } from './sign.ts'
import { refuseStale } from './unchanged.ts'

export interface Renaming {
  /** Former names are not part of it: a new number is for those who want none to be seen. */
  name: Omit<HolderName, 'former'>
  /** What the holder asked for, and how it was shown. It stays in the file. */
  note: string
}

export interface Renamed {
  /** The new one. */
  number: string
  url: string
}

/**
 * @param seen the id of the newest event when it was decided: if another has come since, nothing is done
 * @throws Problem `no-such-record`, `changed-meanwhile`, `conflict` (said why)
 */
export async function rename(
  desk: Desk,
  number: string,
  renaming: Renaming,
  actor: string,
  request: RequestKey,
  seen?: number,
): Promise<Answered<Renamed>> {
  return once(desk, request, async () => {
    const current = await currentByNumber(desk.db, number)
    if (!current) throw new Problem('no-such-record')
    refuseStale(current, seen)
    if (current.standing !== 'good' || current.visibility === 'erased') {
      const detail = 'Only a record in good standing can be given a new number.'
      throw new Problem('conflict', { detail })
    }
    return prepare(desk, current, renaming, actor)
  })
}

/** The same facts in another name; a name that was shown as a former one is not carried along. */
export function renamedRecord(record: AwardRecord, { name }: Pick<Renaming, 'name'>): AwardRecord {
  const { former: _, ...alone } = name as HolderName
  return { ...record, name: alone }
}

async function prepare(desk: Desk, old: Current, renaming: Renaming, actor: string) {
  const { db } = desk
  const record = renamedRecord(old.record, renaming)
  const number = drawNumber(desk)
  // Another holder to all who look: whoever has both credentials cannot tell that they are one person's.
  const holder = `urn:uuid:${crypto.randomUUID()}`
  const validFrom = firstValidFrom(record, desk.now())
  const { list, entries } = await drawEntries(desk, 1)
  const entry = entries[0] as number
  const signed = await sign(desk, record, { number, holder, validFrom, list, entry })
  const at = desk.now().toISOString()
  const today = officeDay(at)
  const both = { effectiveOn: today, actor, at, reason: renaming.note }
  return {
    status: 201,
    answer: { number, url: recordUrl(desk.issuer.origin, number) },
    statements: [
      // The guard first: if something else has happened to the old record, nothing of this is stored.
      ...(await recordEvent(desk, {
        ...both,
        kind: 'superseded',
        number: old.number,
        after: old.newest.id,
        detail: { renamedTo: number },
      })),
      ...moveStanding(db, old.number, 'superseded', today, null),
      // They were made in the old name.
      endSharesOf(db, old.number, at),
      touchListsOf(db, old.number),
      // A link from the time of the old name would open the new one, too: only the letter to this address brings a way in.
      ...deleteAccessOfAddress(db, old.holder),
      insertHolder(db, holder, record, at),
      // The office's number stays with the old record: others may point to it, and would then point to this one.
      insertCredential(db, {
        number,
        holder,
        officeNumber: null,
        record,
        standing: 'good',
        since: null,
        publicReason: null,
        successor: null,
        at,
      }),
      // As its holder has it at this very moment: she may have changed it since the old record was looked at.
      copyVisibility(db, old.number, number),
      hideReplaced(db, old.number),
      keepNames(db, number, record),
      ...insertVersion(db, { number, version: 1, validFrom, list, entry, standing: 'good', ...signed }),
      // To the register it is an issue like any other.
      ...(await recordEvent(
        desk,
        { ...both, kind: 'issued', number, detail: { renamedFrom: old.number } },
        signed.bodyDigest,
      )),
      postMail(db, 'renamed', number, at),
    ],
  }
}
