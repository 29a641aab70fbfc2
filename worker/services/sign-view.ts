/** Signs one view of a record for a share link, and trusts nothing about it before our own verifier has read it back. */

import { asClaims, firstValidFrom } from '../../shared/compose.ts'
import { composeView } from '../../shared/compose-view.ts'
import { bodyDigest } from '../../shared/credential.ts'
import type { Day } from '../../shared/dates.ts'
import { canonical, type Json } from '../../shared/json.ts'
import { MAX_TOKEN } from '../../shared/jws.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { verifyAs } from '../../shared/verify.ts'
import {
  factsToShare,
  readView,
  type SharedFacts,
  type ShareField,
  type View,
  viewUrl,
} from '../../shared/view.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { listUrl, type Signed } from './sign.ts'

export interface ViewToSign {
  /** Public: not the secret of its link. */
  id: string
  subject: string
  fields: readonly ShareField[]
  endsOn: Day
  list: number
  entry: number
}

/**
 * Compose, read back, sign, verify, as `sign` does it for a record.
 * @throws Problem `too-large`, `database-unavailable`; Error when what was composed does not read back as what was chosen: nothing is signed then
 */
export async function signView(desk: Desk, record: AwardRecord, view: ViewToSign): Promise<Signed> {
  if (desk.issuerUnknown) throw new Problem('database-unavailable')
  const { issuer, keys } = desk
  const facts = factsToShare(record, view.fields)
  const signedAt = desk.now()
  const body = await composeView(facts, {
    issuer,
    id: view.id,
    subject: view.subject,
    status: { list: listUrl(issuer.origin, view.list), index: view.entry },
    // Of the award, and not of the record's version: that would tell when it was renewed.
    validFrom: firstValidFrom(record, signedAt),
    endsOn: view.endsOn,
  })
  const payload = asClaims(body, signedAt)
  const read = readView(payload)
  if (!read || !saysTheSame(read, facts))
    throw new Error(`The view ${viewUrl(issuer.origin, view.id)} does not read back as composed.`)
  const jwt = await keys.seal('credential', 'JWT', payload)
  if (jwt.length > MAX_TOKEN)
    throw new Problem('too-large', { detail: 'A link cannot carry so much: leave something out.' })
  const trust = { now: desk.now, keys: async () => keys.set, standing: async () => null }
  const { credential, checks } = await verifyAs(readView, jwt, trust, 'server')
  if (!credential) throw new Error(`A view just signed does not verify: ${JSON.stringify(checks)}`)
  return { jwt, bodyDigest: await bodyDigest(payload), signedAt: signedAt.toISOString() }
}

function saysTheSame(read: View, facts: SharedFacts): boolean {
  const { id: _id, ...name } = read.holder
  const text = (one: unknown) => canonical(JSON.parse(JSON.stringify(one ?? null)) as Json)
  return (
    text(name) === text(facts.name) &&
    text(read.areas) === text(facts.areas) &&
    read.awardedOn === facts.certifiedOn &&
    read.expiresOn === facts.expiresOn &&
    text(read.renewedOn) === text(facts.renewedOn) &&
    read.enrolledOn === facts.enrolledOn &&
    read.provisional?.until === facts.provisionalUntil
  )
}
