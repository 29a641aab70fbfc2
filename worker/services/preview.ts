/**
 * What outsiders would see, before anything is signed for good: the very pipeline that issues and verifies, under
 * keys that are made for this one look and kept nowhere. What it signs verifies nowhere else.
 */
import { type Answer, withAnswer } from '../../shared/answer.ts'
import { firstValidFrom } from '../../shared/compose.ts'
import type { Purpose } from '../../shared/key-set.ts'
import type { AwardRecord } from '../../shared/record.ts'
import type { Standing } from '../../shared/status-list.ts'
import type { Circumstances, Verdict } from '../../shared/verdict.ts'
import { verify } from '../../shared/verify.ts'
import type { Desk } from '../desk.ts'
import { type Keys, openRing } from '../keys.ts'
import { drawNumber } from './reserve.ts'
import { sealLists } from './seal-lists.ts'
import { listUrl, sign } from './sign.ts'

export interface Previewed {
  /** Absent for a record that has none yet: the verdict's credential then carries dots in its place. */
  number?: string
  standing?: Standing
  /** What is told beside the standing: since when, the public note, what replaced it. */
  circumstances?: Omit<Circumstances, 'state'>
}

const NO_NUMBER = '····-····-····'
const LONG_AGO = '2000-01-01T00:00:00Z'

/**
 * The verdict that the record's page would tell.
 * @throws Problem `too-large`, as signing would
 */
export async function preview(
  desk: Desk,
  record: AwardRecord,
  { number, standing = 'good', circumstances }: Previewed = {},
): Promise<Verdict> {
  const keys = await keysForALook(desk.keys.did)
  const look: Desk = { ...desk, keys }
  const now = desk.now()
  const version = {
    number: number ?? drawNumber(desk),
    holder: `urn:uuid:${crypto.randomUUID()}`,
    validFrom: firstValidFrom(record, now),
    list: 1,
    entry: 0,
  }
  const { jwt } = await sign(look, record, version)
  const notGood = standing === 'good' ? [] : [{ entry: 0, standing }]
  const lists = await sealLists(keys, listUrl(desk.issuer.origin, 1), notGood, now)
  const trust = {
    now: desk.now,
    keys: async () => keys.set,
    standing: async () => lists.standingJwt,
    onFile: async () => true,
  }
  const answer: Answer = {
    number: version.number,
    token: jwt,
    ...(standing === 'good' ? {} : { circumstances: { ...circumstances, state: standing } }),
  }
  const verdict = withAnswer(await verify(jwt, trust, 'server'), answer)
  return number ? verdict : withoutNumber(verdict, version.number)
}

/** The number is drawn when the record is issued, not before. */
function withoutNumber(verdict: Verdict, number: string): Verdict {
  return JSON.parse(JSON.stringify(verdict).replaceAll(number, NO_NUMBER)) as Verdict
}

export async function keysForALook(did: string): Promise<Keys> {
  const ring = await Promise.all(
    (['credential', 'status'] as Purpose[]).map(async (purpose) => {
      const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
      const jwk = await crypto.subtle.exportKey('jwk', (made as CryptoKeyPair).privateKey)
      const { kty, crv, x, y, d } = jwk as Record<'kty' | 'crv' | 'x' | 'y' | 'd', string>
      return { name: purpose, purpose, state: 'active' as const, from: LONG_AGO, jwk: { kty, crv, x, y, d } }
    }),
  )
  return openRing(ring, did)
}
