/** Writes the Open Badges 3.0 credential that `credential.ts` reads, from an award's facts. */
import { achievement, CERTIFICATION, type Measure, measureId } from './achievement.ts'
import { hex, sha256 } from './bytes.ts'
import { CONTEXTS, GENRES, TYPES } from './credential.ts'
import { type Day, endOf, noonOf, secondsOf, wholeSeconds } from './dates.ts'
import { didOf, type Issuer, recordUrl } from './issuer.ts'
import type { JsonObject } from './json.ts'
import type { AwardRecord, EarnedArea } from './record.ts'
import type { StatusEntry } from './status-list.ts'

/** What a version of a record is given besides its facts. */
export interface Identity {
  issuer: Issuer
  number: string
  /** The holder's urn, random, the same on every version. */
  holderId: string
  /** 128 random bits or more, base64url: this version's own. */
  salt: string
  status: StatusEntry
  /** The instant that makes this version later than the one before it. */
  validFrom: string
}

/** Which areas were passed, and whether a year of library work is still to be shown. */
type Passed = Pick<AwardRecord, 'provisionalUntil'> & { areas: Pick<EarnedArea, 'set' | 'statements'>[] }

/**
 * Composes the body of a credential (Open Badges 3.0 `OpenBadgeCredential`, strict array form).
 * @throws nothing; what may be awarded is for `eligibility.ts` to say, before
 */
export async function compose(record: AwardRecord, identity: Identity): Promise<JsonObject> {
  const { issuer, number } = identity
  const url = recordUrl(issuer.origin, number)
  return {
    '@context': CONTEXTS,
    id: url,
    type: TYPES,
    name: CERTIFICATION,
    issuer: profile(issuer, didOf(issuer.origin, number)),
    validFrom: identity.validFrom,
    validUntil: endOf(record.expiresOn),
    awardedDate: noonOf(record.certifiedOn),
    credentialSubject: {
      id: identity.holderId,
      type: ['AchievementSubject'],
      identifier: await identifiers(record, identity.salt),
      licenseNumber: number,
      ...(record.enrolledOn ? { activityStartDate: noonOf(record.enrolledOn) } : {}),
      achievement: achievement(issuer.origin, measures(record)),
      result: results(record, issuer.origin),
    },
    evidence: [
      ...record.areas.map((area) => proof(area, url)),
      ...record.areas.flatMap(products),
      ...renewals(record.renewedOn, url),
    ],
    credentialSchema: SCHEMA,
    credentialStatus: entryOf(identity.status),
    refreshService: { id: `${url}/credential.json`, type: '1EdTechCredentialRefresh' },
  }
}

/** Each renewal, with its day. */
export function renewals(days: Day[], url: string): JsonObject[] {
  return days.map((day, i) => ({
    id: `${url}#renewal-${i + 1}`,
    type: ['Evidence'],
    name: 'Renewal',
    genre: 'Renewal',
    narrative: day,
  }))
}

export function profile({ name, url, email, phone }: Issuer, id: string): JsonObject {
  return { id, type: ['Profile'], name, url, email, phone }
}

export const SCHEMA = [
  {
    id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
    type: '1EdTechJsonSchemaValidator2019',
  },
]

export function entryOf({ list, index }: StatusEntry): JsonObject {
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  }
}

/** The claims that make a body the payload of a VC-JWT (OB 3.0 §8.2.4); `iat` is when it is really signed. */
export function asClaims(body: JsonObject, signedAt: Date): JsonObject {
  const issuer = body.issuer as JsonObject
  const subject = body.credentialSubject as JsonObject
  return {
    ...body,
    iss: issuer.id as string,
    sub: subject.id as string,
    jti: body.id as string,
    nbf: secondsOf(body.validFrom as string),
    iat: secondsOf(signedAt),
    exp: secondsOf(body.validUntil as string),
  }
}

/** A first version begins on the day of the award, at noon UTC; earlier only when that is still to come. */
export function firstValidFrom(record: AwardRecord, now: Date): string {
  const noon = noonOf(record.certifiedOn)
  return new Date(noon) <= now ? noon : wholeSeconds(now)
}

/**
 * The hash that lets someone who knows an address compare it (OB 3.0 IdentityObject).
 * @returns `sha256$` and 64 hexadecimal digits
 */
export async function emailHash(email: string, salt: string): Promise<string> {
  return `sha256$${hex(await sha256(email.trim().toLowerCase() + salt))}`
}

/** @param salt for the hash of the address; without an address there is none */
export async function identifiers(
  { name, email }: Pick<AwardRecord, 'name' | 'email'>,
  salt: string,
): Promise<JsonObject[]> {
  const plain = (identityType: string, identityHash: string | undefined) =>
    identityHash ? [{ type: 'IdentityObject', hashed: false, identityHash, identityType }] : []
  return [
    ...plain('name', name.display),
    ...plain('ext:nativeName', name.native),
    ...plain('ext:givenName', name.given),
    ...plain('ext:familyName', name.family),
    ...plain('ext:nameOrder', name.order),
    ...(name.former ?? []).flatMap((one) => plain('ext:formerName', one)),
    ...(email
      ? [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: await emailHash(email, salt),
            identityType: 'emailAddress',
            salt,
          },
        ]
      : []),
  ]
}

/** What there is a result for. */
export function measures({ areas, provisionalUntil }: Passed): Measure[] {
  return [...areas, ...(provisionalUntil ? ['library-work' as const] : [])]
}

export function results(record: Passed, origin: string): JsonObject[] {
  return measures(record).map((measure) => ({
    type: ['Result'],
    resultDescription: measureId(origin, measure),
    ...(measure === 'library-work'
      ? { status: 'Provisional', value: record.provisionalUntil as string }
      : { status: 'Completed' }),
  }))
}

function proof(area: EarnedArea, url: string): JsonObject {
  return {
    id: `${url}#${area.set}`,
    type: ['Evidence'],
    name: area.title,
    description: area.provider,
    genre: GENRES[area.pathway],
    narrative: narrate(area),
  }
}

/** `completed: 2012-03-30; reference: ALCTS/CATFUND`: what is not known is not said. */
export function narrate(area: Partial<EarnedArea>): string {
  const details = {
    completed: area.completedOn,
    reference: area.reference,
    'contact hours': area.contactHours,
    delivery: area.delivery,
    instructor: area.instructor,
    content: area.contentUrl?.replaceAll(';', '%3B'),
  }
  return Object.entries(details)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${String(value).replaceAll(';', ',')}`)
    .join('; ')
}

export function products(area: Pick<EarnedArea, 'set' | 'products'>): JsonObject[] {
  return (area.products ?? []).map(({ title, url }) => ({
    id: url,
    type: ['Evidence'],
    name: title,
    genre: 'Product',
    narrative: area.set,
  }))
}
