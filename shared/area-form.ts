/** One area on the office's form: what was chosen and typed becomes what was passed, and back. */
import type { ClaimedArea } from './area-check.ts'
import { spelled } from './catalogue/references.ts'
import { isDay } from './dates.ts'
import { type Finding, quoted, reject } from './finding.ts'
import { addressTrouble, titleTrouble } from './own-work.ts'
import { isPathway, isStatementVersion, type PathwayId, type SetId, statementsOn } from './programme.ts'
import type { EarnedArea } from './record.ts'

/** The text of a field, in NFC and trimmed; empty where there is none. */
export type Get = (field: string) => string

/** What an area has fields for: each is called `areas.SET.MEMBER`. */
const areaFields = [
  'by',
  'on',
  'statements',
  'provider',
  'title',
  'hours',
  'delivery',
  'instructor',
  'content',
  'products',
] as const

type AreaField = (typeof areaFields)[number]

type AreaFormCode =
  | 'completed-missing'
  | 'completed-unreadable'
  | 'course-untold'
  | 'award-untold'
  | 'hours-unreadable'
  | 'content-unreadable'
  | 'product-unreadable'
  | 'area-semicolon'

export interface ReadArea {
  claimed: ClaimedArea
  /** Null while something that an area needs is missing. */
  earned: EarnedArea | null
  findings: Finding<AreaFormCode>[]
}

/**
 * Reads one area.
 * @param before the area as it stands: where its course or award stays, so do the words that tell it
 * @returns null where it is not claimed
 */
export function readArea(get: Get, set: SetId, before?: EarnedArea): ReadArea | null {
  const field = (name: AreaField) => get(`areas.${set}.${name}`)
  const [pathway = '', chosen = ''] = divided(field('by'))
  if (!isPathway(pathway)) return null
  const findings: Finding<AreaFormCode>[] = []
  const wrong = (code: AreaFormCode, name: AreaField, message: string) =>
    findings.push(reject(code, `areas.${set}.${name}`, message))

  const completedOn = field('on')
  if (completedOn === '') wrong('completed-missing', 'on', 'Say when it was completed.')
  else if (!isDay(completedOn))
    wrong('completed-unreadable', 'on', `${quoted(completedOn)} is no day: write it as YYYY-MM-DD.`)
  const told = named(pathway, chosen, [field('provider'), field('title')], before)
  if (!told && pathway === 'course')
    wrong('course-untold', 'provider', 'Say who gave the course and what it is called, in full.')
  if (!told && pathway === 'recognition')
    wrong(
      'award-untold',
      'title',
      `Say which degree or certificate it was, in full${chosen ? '' : ', and of which college'}.`,
    )
  const contactHours = Number(field('hours').replace(',', '.'))
  if (!(contactHours >= 0 && contactHours <= 1000))
    wrong('hours-unreadable', 'hours', 'Give the contact hours as a number, such as 12.5.')
  if (field('content') !== '' && !isWeb(field('content')))
    wrong('content-unreadable', 'content', 'Give the whole address, beginning with https://.')
  for (const name of ['provider', 'title', 'delivery', 'instructor', 'content'] as const) {
    if (field(name).includes(';')) wrong('area-semicolon', name, 'A semicolon cannot stand here.')
  }
  const products = field('products').split('\n').filter(Boolean).map(readProduct)
  if (products.includes(null))
    wrong('product-unreadable', 'products', 'Each line is a title, then its address beginning with https://.')

  const known = isDay(completedOn) ? completedOn : undefined
  const version = field('statements')
  const statements = isStatementVersion(version) ? version : known && statementsOn(known)
  const claimed: ClaimedArea = {
    set,
    pathway,
    ...(told ? { reference: told.reference } : {}),
    ...(known ? { completedOn: known } : {}),
    ...(statements ? { statements } : {}),
  }
  if (findings.length > 0 || !told || !known || !statements) return { claimed, earned: null, findings }
  const more = { delivery: field('delivery'), instructor: field('instructor'), contentUrl: field('content') }
  const earned: EarnedArea = {
    set,
    pathway,
    statements,
    ...told,
    completedOn: known,
    ...(contactHours > 0 ? { contactHours } : {}),
    ...Object.fromEntries(Object.entries(more).filter(([, text]) => text !== '')),
    ...(products.length > 0 ? { products: products.filter((one) => one !== null) } : {}),
  }
  return { claimed, earned, findings }
}

/** The fields of an area as it stands. */
export function fieldsOfArea(area: EarnedArea): Record<string, string> {
  const fields: Record<AreaField, string> = {
    by: `${area.pathway}:${area.reference}`,
    on: area.completedOn,
    statements: area.statements === statementsOn(area.completedOn) ? '' : area.statements,
    provider: area.provider,
    title: area.title,
    hours: area.contactHours === undefined ? '' : String(area.contactHours),
    delivery: area.delivery ?? '',
    instructor: area.instructor ?? '',
    content: area.contentUrl ?? '',
    products: (area.products ?? []).map(({ title, url }) => `${title} ${url}`).join('\n'),
  }
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [`areas.${area.set}.${name}`, text]))
}

type Told = Pick<EarnedArea, 'reference' | 'provider' | 'title'>

/** What the catalogue knows is spelled as it has it; what it does not, as it was typed. */
function named(
  pathway: PathwayId,
  chosen: string,
  [provider, title]: [provider: string, title: string],
  before: EarnedArea | undefined,
): Told | null {
  if (chosen === '') return provider && title ? { reference: `${provider}/${title}`, provider, title } : null
  // Of some colleges the catalogue does not know the awards.
  const reference = chosen.endsWith('/') ? title && `${chosen}${title}` : chosen
  if (!reference) return null
  if (before?.pathway === pathway && before.reference === reference)
    return { reference, provider: before.provider, title: before.title }
  return spelled(pathway, reference)
}

function divided(by: string): [pathway: string, reference: string] | [] {
  const colon = by.indexOf(':')
  return colon < 0 ? [] : [by.slice(0, colon), by.slice(colon + 1)]
}

function readProduct(line: string): { title: string; url: string } | null {
  const [, title, url] = /^(.*\S)\s+(https:\/\/\S+)$/.exec(line.trim()) ?? []
  return title && url && !titleTrouble(title) && !addressTrouble(url) ? { title, url } : null
}

function isWeb(text: string): boolean {
  return text.startsWith('https://') && URL.canParse(text)
}
