/** Signs one version of a record, and trusts nothing about it before our own verifier has read it back. */
import { toBase64url } from '../../shared/bytes.ts'
import { asClaims, compose } from '../../shared/compose.ts'
import { bodyDigest, type Credential, readCredential } from '../../shared/credential.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { canonical, type Json } from '../../shared/json.ts'
import { MAX_TOKEN } from '../../shared/jws.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { verify } from '../../shared/verify.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'

export interface Version {
  number: string
  holder: string
  validFrom: string
  list: number
  entry: number
}

export interface Signed {
  jwt: string
  bodyDigest: string
  signedAt: string
}

/** The public address of a status list. */
export function listUrl(origin: string, list: number): string {
  return `${origin}/status/${list}`
}

/**
 * Compose, read back, sign, verify. A token leaves this Worker only after it has been stored.
 * @throws Problem `too-large`, `database-unavailable` while it is not known in whose name to sign; Error when what was composed does not read back as the facts it came from: a bug, and nothing is signed
 */
export async function sign(desk: Desk, record: AwardRecord, version: Version): Promise<Signed> {
  if (desk.issuerUnknown) throw new Problem('database-unavailable')
  const body = await compose(record, {
    issuer: desk.issuer,
    number: version.number,
    holderId: version.holder,
    salt: toBase64url(desk.random(16)),
    status: { list: listUrl(desk.issuer.origin, version.list), index: version.entry },
    validFrom: version.validFrom,
  })
  const signedAt = desk.now()
  const payload = asClaims(body, signedAt)
  const read = readCredential(payload)
  if (!read || !saysTheSame(read, record)) {
    throw new Error(
      `The record ${recordUrl(desk.issuer.origin, version.number)} does not read back as composed.`,
    )
  }
  const jwt = await desk.keys.seal('credential', 'JWT', payload)
  if (jwt.length > MAX_TOKEN)
    throw new Problem('too-large', { detail: 'A credential cannot carry so much: shorten it.' })
  await check(desk, jwt)
  return { jwt, bodyDigest: await bodyDigest(payload), signedAt: signedAt.toISOString() }
}

/** Our own verifier must open what we signed; its status is nobody's question yet. */
async function check(desk: Desk, jwt: string): Promise<void> {
  const verdict = await verify(
    jwt,
    { now: desk.now, keys: async () => desk.keys.set, standing: async () => null },
    'server',
  )
  if (!verdict.credential)
    throw new Error(`A token just signed does not verify: ${JSON.stringify(verdict.checks)}`)
}

function saysTheSame(read: Credential, record: AwardRecord): boolean {
  const { id: _id, email: _email, ...name } = read.holder
  const facts = (one: object) => canonical(JSON.parse(JSON.stringify(one)) as Json)
  return (
    facts(name) === facts(record.name) &&
    facts(read.areas) === facts(record.areas) &&
    read.awardedOn === record.certifiedOn &&
    read.expiresOn === record.expiresOn &&
    facts(read.renewedOn) === facts(record.renewedOn) &&
    read.enrolledOn === record.enrolledOn &&
    read.provisional?.until === record.provisionalUntil
  )
}
