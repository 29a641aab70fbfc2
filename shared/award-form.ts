/**
 * The office's form of an award: what was typed becomes a record, with everything that speaks against it, and a record
 * becomes fields again. The Worker decides by it; a browser shows with it what is still missing.
 */
import { fieldsOfArea, type Get, type ReadArea, readArea } from './area-form.ts'
import { type Day, isDay } from './dates.ts'
import { type AwardDraft, eligibility } from './eligibility.ts'
import { type Finding, outcomeOf, quoted, reject } from './finding.ts'
import { nameFieldsOf, readNameFields } from './name-form.ts'
import { isSet, type SetId, sets } from './programme.ts'
import type { AwardRecord, EarnedArea } from './record.ts'
import { termEnds } from './term.ts'
import { regionOf } from './us-states.ts'

export interface ReadAward {
  /** As far as it could be read: what is proposed can be told from it. */
  draft: AwardDraft
  /** Null while anything is refused. */
  record: AwardRecord | null
  findings: Finding[]
}

/**
 * Reads the form. A last day that is left empty is the term's; so are the statements those of the day.
 * @param today the latest day that has begun anywhere in the U.S.
 * @param before the record that is corrected
 */
export function readAward(get: Get, today: Day, before?: AwardRecord): ReadAward {
  const name = readNameFields(get)
  const dates = readDates(get)
  const areas = Object.values(sets).flatMap(({ id }) => {
    const area = readArea(
      get,
      id,
      before?.areas.find(({ set }) => set === id),
    )
    return area ? [area] : []
  })
  const draft: AwardDraft = { ...dates.draft, areas: areas.map(({ claimed }) => claimed) }
  const findings: Finding[] = [
    ...name.findings,
    ...dates.findings,
    ...areas.flatMap((area) => area.findings),
    ...eligibility(draft, today).map(atItsField),
  ]
  return { draft, findings, record: recordOf(get, name.name, draft, areas, findings) }
}

/** Every field of the form, filled from a record; where the term says it already, the last day is left to it. */
export function fieldsOf(record: AwardRecord): Record<string, string> {
  const { certifiedOn, renewedOn, expiresOn } = record
  return {
    ...nameFieldsOf(record.name),
    email: record.email ?? '',
    region: record.region ?? '',
    country: record.country ?? '',
    enrolledOn: record.enrolledOn ?? '',
    certifiedOn,
    expiresOn: expiresOn === termEnds(certifiedOn, renewedOn.length) ? '' : expiresOn,
    renewedOn: renewedOn.join('\n'),
    provisionalUntil: record.provisionalUntil ?? '',
    ...Object.assign({}, ...record.areas.map(fieldsOfArea)),
  }
}

type Dates = Omit<AwardDraft, 'areas'>

function readDates(get: Get): { draft: Dates; findings: Finding[] } {
  const findings: Finding[] = []
  const read = (field: string, text = get(field)): Day | undefined => {
    if (text === '' || isDay(text)) return text || undefined
    findings.push(
      reject(
        'date-unreadable',
        field,
        `${quoted(text)} is no day: write it as YYYY-MM-DD, as in 2024-06-15.`,
      ),
    )
    return undefined
  }
  const certifiedOn = read('certifiedOn')
  if (get('certifiedOn') === '')
    findings.push(reject('date-missing', 'certifiedOn', 'Say on which day the certification was awarded.'))
  const renewedOn = get('renewedOn')
    .split(/[\s,;]+/)
    .flatMap((text) => read('renewedOn', text) ?? [])
    .sort()
  const stated = read('expiresOn')
  const expiresOn = stated ?? (certifiedOn && termEnds(certifiedOn, renewedOn.length))
  const [enrolledOn, provisionalUntil] = [read('enrolledOn'), read('provisionalUntil')]
  const draft: Dates = {
    renewedOn,
    ...(enrolledOn ? { enrolledOn } : {}),
    ...(certifiedOn ? { certifiedOn } : {}),
    ...(expiresOn ? { expiresOn } : {}),
    ...(provisionalUntil ? { provisionalUntil } : {}),
  }
  return { draft, findings }
}

function recordOf(
  get: Get,
  name: AwardRecord['name'],
  { certifiedOn, expiresOn, areas: _claimed, ...dates }: AwardDraft,
  areas: ReadArea[],
  findings: Finding[],
): AwardRecord | null {
  const earned = areas.map((area) => area.earned).filter((area): area is EarnedArea => area !== null)
  if (!certifiedOn || !expiresOn || outcomeOf(findings) === 'reject') return null
  const plain = (['email', 'region', 'country'] as const).filter((field) => get(field) !== '')
  return {
    name,
    ...Object.fromEntries(
      plain.map((field) => [field, field === 'region' ? regionOf(get(field), get('country')) : get(field)]),
    ),
    ...dates,
    certifiedOn,
    expiresOn,
    areas: earned,
  }
}

/** The rules speak of an area; the form has several fields for it. */
function atItsField<F extends Finding>(finding: F): F {
  const set = finding.field.replace(/^areas\./, '')
  return isSet(set) ? { ...finding, field: `areas.${set}.${fieldOf(finding.code)}` } : finding
}

const ABOUT_THE_DAY = [
  'course-not-approved',
  'pathway-not-open',
  'pathway-closed',
  'agreement-not-in-force',
  'certified-before-completed',
]

function fieldOf(code: string): string {
  if (code.startsWith('statements-')) return 'statements'
  return ABOUT_THE_DAY.includes(code) ? 'on' : 'by'
}

/** A finding's sentence where its field is not beside it: with the name of its area, unless it says it itself. */
export function sentenceOf({ field, message }: { field: string; message: string }): string {
  const [, set] = field.split('.')
  if (!field.startsWith('areas.') || !isSet(set) || message.includes(sets[set].label)) return message
  return `${sets[set].label}: ${message}`
}

/** The field of the form for a member of the record, as a schema names it: `areas.3.contactHours`. */
export function fieldOfMember(path: readonly PropertyKey[], record: AwardRecord): string {
  const [first, index, member] = path.map(String)
  if (first !== 'areas')
    return path
      .slice(0, 2)
      .map(String)
      .join('.')
      .replace(/\.\d+$/, '')
  const set: SetId | undefined = record.areas[Number(index)]?.set
  const fields: Record<string, string> = {
    provider: 'provider',
    title: 'title',
    completedOn: 'on',
    statements: 'statements',
    contactHours: 'hours',
    delivery: 'delivery',
    instructor: 'instructor',
    contentUrl: 'content',
    products: 'products',
  }
  return set ? `areas.${set}.${fields[member ?? ''] ?? 'by'}` : 'areas'
}
