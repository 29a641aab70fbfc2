/** The schemas of what the API takes: they validate, and the API's document is made from them. */
import * as z from 'zod'
import { isDay } from '../shared/dates.ts'
import { CONTROL, nameFindings } from '../shared/name-check.ts'
import {
  isPathway,
  isSet,
  isStatementVersion,
  type PathwayId,
  type SetId,
  type StatementVersion,
} from '../shared/programme.ts'
import type { AwardRecord } from '../shared/record.ts'
import { regionOf } from '../shared/us-states.ts'
import { holdReasons, withdrawalReasons } from './services/reasons.ts'

const day = z.string().refine(isDay, 'a day that exists, as YYYY-MM-DD')
const text = z
  .string()
  .min(1)
  .max(300)
  .refine((value) => !CONTROL.test(value) && !/[\t\n\r]/.test(value), {
    error: 'text without control characters or line breaks',
    abort: true,
  })
const optionalText = text.optional()
const https = z.url({ protocol: /^https$/, error: 'an https address' }).max(300)
/** Written into a list that semicolons divide (`shared/credential.ts`). */
const undivided = <T extends z.ZodType<string>>(schema: T) =>
  schema.refine((value) => !value.includes(';'), 'text without a semicolon')
const personName = text.check(({ value, issues }) => {
  for (const { severity, message } of nameFindings(value, '')) {
    if (severity === 'reject') issues.push({ code: 'custom', message, input: value })
  }
})

const setId = z.custom<SetId>(isSet, 'the id of a competency set, as /api/v1/programme lists them')
const pathway = z.custom<PathwayId>(isPathway, 'course, portfolio or recognition')
const statements = z.custom<StatementVersion>(isStatementVersion, '2009 or 2012')

const name = z.strictObject({
  display: personName,
  given: personName.optional(),
  family: personName.optional(),
  order: z.enum(['given-first', 'family-first', 'mononym', 'patronymic']),
  native: personName.optional(),
  former: z.array(personName).max(5).optional(),
})

const area = z.strictObject({
  set: setId,
  pathway,
  statements,
  reference: undivided(text),
  provider: text,
  title: text,
  completedOn: day,
  contactHours: z.number().min(0.1).max(1000).optional(),
  delivery: undivided(text).optional(),
  instructor: undivided(text).optional(),
  contentUrl: undivided(https).optional(),
  products: z
    .array(z.strictObject({ title: text, url: https }))
    .max(10)
    .optional(),
})

export const awardRecord = z
  .strictObject({
    name,
    email: z.email('an e-mail address').optional(),
    region: optionalText,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'a two-letter country code')
      .optional(),
    enrolledOn: day.optional(),
    certifiedOn: day,
    expiresOn: day,
    renewedOn: z.array(day).max(20).default([]),
    provisionalUntil: day.optional(),
    areas: z.array(area).min(1).max(10),
  })
  // Names and states come to one form here, at the door, and are byte for byte the same from then on.
  .transform((record) => withRegion(normalized(record) as AwardRecord))

function withRegion(record: AwardRecord): AwardRecord {
  const { region, country } = record
  return region === undefined ? record : { ...record, region: regionOf(region, country) }
}

function normalized<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).normalize('NFC')) as T
}

export const issueRequest = z.strictObject({ record: awardRecord, officeNumber: optionalText })

const publicNote = optionalText

export const eventRequest = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('renew'), on: day, contactHours: z.number(), technologyHours: z.number() }),
  z.strictObject({ act: z.literal('correct'), record: awardRecord, note: text }),
  z.strictObject({ act: z.literal('complete') }),
  z.strictObject({ act: z.literal('suspend'), reason: keysOf(holdReasons), publicNote }),
  z.strictObject({ act: z.literal('reinstate') }),
  z.strictObject({ act: z.literal('revoke'), reason: keysOf(withdrawalReasons), publicNote }),
])

/** As `GET /api/v1/removals` gave it. */
export const removalsList = z.strictObject({ removals: z.string().min(1) })

export const numbersQuery = z.object({ numbers: z.string().min(1).max(2000) })

export const verificationRequest = z.strictObject({
  credential: z.string().max(64 * 1024),
  applicant: z
    .strictObject({ name: z.string().max(300).optional(), email: z.string().max(300).optional() })
    .optional(),
  job: z
    .strictObject({
      areas: z.array(z.string().max(100)).max(10).optional(),
      ad: z.string().max(50_000).optional(),
    })
    .optional(),
})

function keysOf<K extends string>(table: Record<K, string>) {
  return z.enum(Object.keys(table) as [K, ...K[]])
}
