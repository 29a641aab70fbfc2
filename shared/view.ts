/**
 * A view: a record as its holder chose to show it to one reader, for a limited time. The issuer signs it like a
 * credential; it is the same body (`credential.ts`) with fewer members, and nothing in it leads to the record's number:
 *
 * | fact | where in the signed body |
 * |---|---|
 * | which view | `id` = {origin}/s/{id}; the link that opens it has a secret in that place, which is signed nowhere |
 * | holder | `credentialSubject.id`, a random urn of this view alone; no e-mail |
 * | last day of the term | result `…#last-day`, value = the day |
 * | last day of the link | `validUntil`; earlier when the term ends earlier |
 * | version | `validFrom` is the day of the award, whatever the record's own version is |
 * | dates, evidence, products | as in a credential, and only where they were chosen |
 * | number, e-mail, refresh service | nowhere |
 */
import { isPathway, isSet, isStatementVersion, statementsPage } from './areas.ts'
import {
  CONTEXTS,
  type Credential,
  GENRES,
  MEMBERS,
  readDetails,
  readHolder,
  readIssuer,
  readProvisional,
  readStatus,
  TYPES,
} from './credential.ts'
import { type Day, dayOf, endOf, secondsOf } from './dates.ts'
import { didOf } from './issuer.ts'
import { has, type JsonObject } from './json.ts'
import { array, day, hours, instant, link, need, object, optional, orNull, same, text } from './reading.ts'
import type { AwardRecord, EarnedArea } from './record.ts'

/** What a holder may show or leave out. The areas, the day of the award and the last day are always shown. */
export const shareFields = ['dates', 'evidence', 'products'] as const
export type ShareField = (typeof shareFields)[number]

export function isShareField(value: unknown): value is ShareField {
  return shareFields.some((field) => field === value)
}

/** An area of which only its name, and by which statements it was passed, is certain to be shown. */
export type SharedArea = Pick<EarnedArea, 'set' | 'statements'> & Partial<EarnedArea>

/** The facts of a record that are left when those that were not chosen are taken away. */
export interface SharedFacts
  extends Pick<
    AwardRecord,
    'name' | 'certifiedOn' | 'expiresOn' | 'renewedOn' | 'enrolledOn' | 'provisionalUntil'
  > {
  areas: SharedArea[]
}

/** A view, read from what was signed. */
export interface View extends Omit<Credential, 'number' | 'areas'> {
  number?: never
  /** In its address: public, and not the secret of its link. */
  id: string
  areas: SharedArea[]
  /** The last day of the link, or of the term where that ends earlier. */
  endsOn: Day
}

export function isView(one: Credential | View): one is View {
  return Object.hasOwn(one, 'endsOn')
}

/** The address in a view's id. It opens nothing: what opens it is a secret. */
export function viewUrl(origin: string, id: string): string {
  return `${origin}/s/${id}`
}

/** Is this such an id? One letter short of a link's secret, and more: neither is ever taken for the other. */
export function isViewId(text: string): boolean {
  return /^[\w-]{22}$/.test(text)
}

/** What a holder shows of a record. Everything else is out of reach of whatever is made of it. */
export function factsToShare(record: AwardRecord, fields: readonly ShareField[]): SharedFacts {
  const [dates, evidence, products] = shareFields.map((field) => fields.includes(field))
  const { name, certifiedOn, expiresOn, renewedOn, enrolledOn, provisionalUntil } = record
  return {
    name,
    certifiedOn,
    expiresOn,
    renewedOn: dates ? renewedOn : [],
    ...(dates && enrolledOn ? { enrolledOn } : {}),
    ...(provisionalUntil ? { provisionalUntil } : {}),
    areas: record.areas.map(({ set, statements, completedOn, products: made, ...evidenceOf }) => ({
      set,
      statements,
      ...(dates ? { completedOn } : {}),
      ...(evidence ? evidenceOf : {}),
      ...(products && made ? { products: made } : {}),
    })),
  }
}

/**
 * Reads a signed payload as a view.
 * @returns null unless it has exactly its shape: a view that names a number, an e-mail or a refresh service is none
 */
export function readView(payload: JsonObject): View | null {
  return orNull(() => {
    need(Object.keys(payload).every((member) => MEMBERS.has(member) && member !== 'refreshService'))
    return read(payload)
  })
}

function read(payload: JsonObject): View {
  const url = text(payload.id)
  need(URL.canParse(url))
  const { origin } = new URL(url)
  const id = url.slice(-22)
  need(url === viewUrl(origin, id) && isViewId(id))
  const issuer = object(payload.issuer)
  const subject = object(payload.credentialSubject)
  const validFrom = instant(payload.validFrom)
  const validUntil = instant(payload.validUntil)
  const achievement = `${origin}/achievements/lssc`
  need(same(payload['@context'], CONTEXTS) && same(payload.type, TYPES))
  need(issuer.id === didOf(origin) && subject.licenseNumber === undefined)
  need(object(subject.achievement).id === achievement)
  need(payload.iss === issuer.id && payload.jti === url && payload.sub === subject.id)
  need(payload.nbf === secondsOf(validFrom) && payload.exp === secondsOf(validUntil))
  need(validFrom < validUntil && Number.isSafeInteger(payload.iat))
  const evidence = array(payload.evidence).map(object)
  const results = array(subject.result).map(object)
  const expiresOn = day(results.find((one) => one.resultDescription === lastDayOf(achievement))?.value)
  const endsOn = dayOf(validUntil)
  need(endOf(endsOn) === validUntil && endsOn <= expiresOn)
  const holder = readHolder(subject)
  need(!holder.email)
  return {
    id,
    url,
    issuer: readIssuer(issuer),
    holder,
    awardedOn: dayOf(instant(payload.awardedDate)),
    expiresOn,
    endsOn,
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

/** The result that says until when the certification itself runs. */
export function lastDayOf(achievement: string): string {
  return `${achievement}#last-day`
}

function readAreas(url: string, results: JsonObject[], evidence: JsonObject[]): SharedArea[] {
  const areas = results
    .filter((result) => result.status === 'Completed')
    .map((result): SharedArea => {
      const measure = text(result.resultDescription)
      const [set, statements] = measure.split('/sets/')[1]?.split('#') ?? []
      need(isSet(set) && isStatementVersion(statements))
      need(measure === statementsPage(new URL(url).origin, set, statements))
      const products = evidence
        .filter((one) => one.genre === 'Product' && one.narrative === set)
        .map((one) => ({ title: text(one.name), url: link(one.id) }))
      return {
        set,
        statements,
        ...readProof(evidence.find((one) => one.id === `${url}#${set}`)),
        ...(products.length > 0 ? { products } : {}),
      }
    })
  need(areas.length > 0)
  return areas
}

/** How and when an area was passed, as far as its holder shows it. */
function readProof(proof: JsonObject | undefined): Partial<EarnedArea> {
  if (!proof) return {}
  const details = readDetails(text(proof.narrative))
  return {
    ...optional('completedOn', details.completed, day),
    ...(has(proof, 'genre') ? readHow(proof, details) : {}),
  }
}

function readHow(proof: JsonObject, details: Record<string, string>): Partial<EarnedArea> {
  const pathway = Object.entries(GENRES).find(([, genre]) => genre === proof.genre)?.[0]
  need(isPathway(pathway))
  return {
    pathway,
    title: text(proof.name),
    provider: text(proof.description),
    reference: text(details.reference),
    ...optional('contactHours', details['contact hours'], hours),
    ...optional('delivery', details.delivery, text),
    ...optional('instructor', details.instructor, text),
    ...optional('contentUrl', details.content, link),
  }
}
