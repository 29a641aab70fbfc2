/**
 * The Open Badges 3.0 credential: what it looks like once read. `compose.ts` writes what this file reads, and
 * every fact has one place, for good: a signed token cannot be changed later.
 *
 * | fact | where in the signed body |
 * |---|---|
 * | number | `id` = {origin}/c/{number}, and `credentialSubject.licenseNumber`; it says which issuer it must be |
 * | holder | `credentialSubject.id`, a random urn |
 * | name as written | identifier `name`, plain |
 * | native form, given, family, order | identifiers `ext:nativeName` `ext:givenName` `ext:familyName` `ext:nameOrder`, plain |
 * | former names that the holder shows | identifiers `ext:formerName`, plain |
 * | e-mail | identifier `emailAddress`, sha256 with a salt of its own |
 * | certified on | `awardedDate` (kept through renewals) |
 * | last day of the term | `validUntil` (end of that day in the last U.S. zone) |
 * | version of the record | `validFrom` |
 * | enrolled on | `credentialSubject.activityStartDate` |
 * | renewed on | evidence of genre `Renewal` |
 * | provisional, and until when | result `…#library-work`, status `Provisional`, value = the day |
 * | competency set, statement version | result whose `resultDescription` is `…/sets/{set}#{version}`, status `Completed` |
 * | pathway, provider, title | evidence `{id}#{set}`: genre, description, name |
 * | completed on, reference, contact hours, delivery, instructor, content | the same evidence's narrative: `key: value; …` |
 * | products | evidence of genre `Product`, id = the link, narrative = the set |
 * | status entry | `credentialStatus`, purpose `revocation`; the standing list is its sibling |
 */

import { isPathway, isSet, isStatementVersion, statementsPage } from './areas.ts'
import { sha256, toBase64url } from './bytes.ts'
import { type Day, dayOf, secondsOf } from './dates.ts'
import { didOf, recordUrl } from './issuer.ts'
import { canonical, type Json, type JsonObject } from './json.ts'
import { isNumber } from './number.ts'
import {
  array,
  day,
  emailHash,
  hours,
  instant,
  link,
  need,
  object,
  optional,
  orNull,
  same,
  text,
} from './reading.ts'
import type { EarnedArea, HolderName, NameOrder } from './record.ts'
import { ENTRIES, type StatusEntry } from './status-list.ts'

export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
]
export const TYPES = ['VerifiableCredential', 'OpenBadgeCredential']

/** The genre of an area's evidence, by pathway. */
export const GENRES = {
  course: 'ApprovedCourse',
  portfolio: 'Portfolio',
  recognition: 'RecognitionAgreement',
} as const

const ORDERS: NameOrder[] = ['given-first', 'family-first', 'mononym', 'patronymic']

/** A credential, read from what was signed. */
export interface Credential {
  number: string
  /** Its page, and its id. */
  url: string
  issuer: { id: string; name: string; url: string; email?: string; phone?: string }
  holder: HolderName & { id: string; email?: { hash: string; salt: string } }
  awardedOn: Day
  expiresOn: Day
  validFrom: string
  validUntil: string
  /** When it was signed, seconds since 1970. */
  signedAt: number
  enrolledOn?: Day
  renewedOn: Day[]
  provisional?: { until: Day }
  areas: EarnedArea[]
  status: StatusEntry
}

/** Every member that a signed payload may have. */
export const MEMBERS = new Set(
  '@context id type name issuer validFrom validUntil awardedDate credentialSubject evidence credentialSchema credentialStatus refreshService iss sub jti nbf iat exp'.split(
    ' ',
  ),
)
const CLAIMS = new Set(['iss', 'sub', 'jti', 'nbf', 'iat', 'exp', 'proof'])

/**
 * The digest of the canonical body (the credential without JWT claims and proofs): the same for both secured
 * forms, and what register, receipts and the on-file check speak of.
 * @returns SHA-256 of the sorted JSON, base64url
 */
export async function bodyDigest(signed: JsonObject): Promise<string> {
  return toBase64url(await sha256(canonical(bodyOf(signed))))
}

/** The credential without JWT claims and proofs. */
export function bodyOf(signed: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(signed).filter(([member]) => !CLAIMS.has(member)))
}

/**
 * Reads a signed payload as a credential of ours.
 * @returns null unless it has exactly our shape and its claims agree with its body (OB 3.0 §8.2.4, §8.2.6)
 */
export function readCredential(payload: JsonObject): Credential | null {
  return orNull(() => {
    need(Object.keys(payload).every((member) => MEMBERS.has(member)))
    return read(payload)
  })
}

function read(payload: JsonObject): Credential {
  const url = text(payload.id)
  const number = url.slice(-14)
  const issuer = object(payload.issuer)
  const subject = object(payload.credentialSubject)
  const validFrom = instant(payload.validFrom)
  const validUntil = instant(payload.validUntil)
  need(isNumber(number) && URL.canParse(url) && url === recordUrl(new URL(url).origin, number))
  need(same(payload['@context'], CONTEXTS) && same(payload.type, TYPES))
  need(issuer.id === didOf(new URL(url).origin, number) && subject.licenseNumber === number)
  need(object(subject.achievement).id === `${new URL(url).origin}/achievements/lssc`)
  need(payload.iss === issuer.id && payload.jti === url && payload.sub === subject.id)
  need(payload.nbf === secondsOf(validFrom) && payload.exp === secondsOf(validUntil))
  need(validFrom < validUntil && Number.isSafeInteger(payload.iat))
  const evidence = array(payload.evidence).map(object)
  const results = array(subject.result).map(object)
  return {
    number,
    url,
    issuer: readIssuer(issuer),
    holder: readHolder(subject),
    awardedOn: dayOf(instant(payload.awardedDate)),
    expiresOn: dayOf(validUntil),
    validFrom,
    validUntil,
    signedAt: payload.iat as number,
    ...optional('enrolledOn', subject.activityStartDate, (value) => dayOf(instant(value))),
    renewedOn: evidence.filter((one) => one.genre === 'Renewal').map((one) => day(one.narrative)),
    ...readProvisional(results),
    areas: readAreas(url, results, evidence),
    status: readStatus(url, payload.credentialStatus),
  }
}

export function readIssuer(issuer: JsonObject): Credential['issuer'] {
  return {
    id: text(issuer.id),
    name: text(issuer.name),
    url: link(issuer.url),
    ...optional('email', issuer.email, text),
    ...optional('phone', issuer.phone, text),
  }
}

export function readHolder(subject: JsonObject): Credential['holder'] {
  const identifiers = array(subject.identifier).map(object)
  const plain = (type: string) =>
    identifiers
      .filter((one) => one.identityType === type && one.hashed === false)
      .map((one) => text(one.identityHash))
  const email = identifiers.find((one) => one.identityType === 'emailAddress' && one.hashed === true)
  const former = plain('ext:formerName')
  const display = plain('name')[0]
  const order = ORDERS.find((one) => one === plain('ext:nameOrder')[0])
  need(display && order)
  return {
    id: text(subject.id),
    display,
    order,
    ...optional('given', plain('ext:givenName')[0], text),
    ...optional('family', plain('ext:familyName')[0], text),
    ...optional('native', plain('ext:nativeName')[0], text),
    ...(former.length > 0 ? { former } : {}),
    ...(email ? { email: { hash: emailHash(email.identityHash), salt: text(email.salt) } } : {}),
  }
}

export function readProvisional(results: JsonObject[]): Pick<Credential, 'provisional'> {
  const open = results.find((one) => one.status === 'Provisional')
  return open ? { provisional: { until: day(open.value) } } : {}
}

function readAreas(url: string, results: JsonObject[], evidence: JsonObject[]): EarnedArea[] {
  const areas = results
    .filter((result) => result.status === 'Completed')
    .map((result) => {
      const measure = text(result.resultDescription)
      const [set, statements] = measure.split('/sets/')[1]?.split('#') ?? []
      need(isSet(set) && isStatementVersion(statements))
      need(measure === statementsPage(new URL(url).origin, set, statements))
      const proof = evidence.find((one) => one.id === `${url}#${set}`)
      need(proof)
      const pathway = Object.entries(GENRES).find(([, genre]) => genre === proof.genre)?.[0]
      need(isPathway(pathway))
      const details = readDetails(text(proof.narrative))
      const products = evidence
        .filter((one) => one.genre === 'Product' && one.narrative === set)
        .map((one) => ({ title: text(one.name), url: link(one.id) }))
      return {
        set,
        statements,
        pathway,
        title: text(proof.name),
        provider: text(proof.description),
        reference: text(details.reference),
        completedOn: day(details.completed),
        ...optional('contactHours', details['contact hours'], hours),
        ...optional('delivery', details.delivery, text),
        ...optional('instructor', details.instructor, text),
        ...optional('contentUrl', details.content, link),
        ...(products.length > 0 ? { products } : {}),
      } as EarnedArea
    })
  need(areas.length > 0)
  return areas
}

/** `completed: 2012-03-30; reference: ALCTS/CATFUND` */
export function readDetails(narrative: string): Record<string, string> {
  return Object.fromEntries(
    narrative.split('; ').map((part) => {
      const colon = part.indexOf(': ')
      return [part.slice(0, colon), part.slice(colon + 2)]
    }),
  )
}

export function readStatus(url: string, value: Json | undefined): StatusEntry {
  const entry = object(value)
  const list = text(entry.statusListCredential)
  const index = text(entry.statusListIndex)
  need(entry.type === 'BitstringStatusListEntry' && entry.statusPurpose === 'revocation')
  const lists = `${new URL(url).origin}/status/`
  need(list.startsWith(lists) && /^(test-)?[1-9]\d{0,8}$/.test(list.slice(lists.length)))
  need(/^(0|[1-9]\d{0,5})$/.test(index) && Number(index) < ENTRIES && entry.id === `${list}#${index}`)
  return { list, index: Number(index) }
}
