/** One row of the office's sheet: the record that it tells, and everything that is the matter with it. */
import type { Day } from '../../shared/dates.ts'
import { type AwardDraft, type EligibilityCode, eligibility } from '../../shared/eligibility.ts'
import { type Finding, outcomeOf, quoted, reject, review } from '../../shared/finding.ts'
import { CONTROL } from '../../shared/name-check.ts'
import { isStatementVersion, type StatementVersion, sets } from '../../shared/programme.ts'
import type { AwardRecord, EarnedArea } from '../../shared/record.ts'
import { regionOf } from '../../shared/us-states.ts'
import type { ColumnKey } from './columns.ts'
import { type ContactCode, readCountry, readEmail } from './contact.ts'
import { type EvidenceCode, earnedArea, readEvidence } from './evidence.ts'
import { type HistoryCode, type PastEvent, readHistory } from './history.ts'
import { type HolderCode, readName } from './names.ts'
import { type OfficeNumberCode, officeNumberFindings, tidyOfficeNumber } from './office-number.ts'
import { readDay } from './written-day.ts'

export type RowCode =
  | EligibilityCode
  | HolderCode
  | ContactCode
  | EvidenceCode
  | HistoryCode
  | OfficeNumberCode
  | 'version-unknown'
  | 'cell-control'

/** What a row would become: enough to issue it. */
export interface SheetEntry {
  recordId: string
  officeNumber?: string
  record: AwardRecord
  /** Former names that the office has on file. They are not in `record`: showing them is their holder's choice. */
  formerNames: string[]
  /** What has become of the award. */
  history?: PastEvent
}

export interface RowReading {
  recordId: string
  officeNumber: string
  /** Of the holder, for lists; empty when there is none. */
  name: string
  history?: PastEvent
  email?: string
  findings: Finding<RowCode>[]
  /** Null when anything in the row is refused. Where a finding proposes a reading, this holds it. */
  entry: SheetEntry | null
}

/**
 * @param cell the text of a column as it stands in the row, empty where the sheet has no such column
 * @param today the latest day that has begun anywhere in the U.S.
 */
export function readRow(cell: (key: ColumnKey) => string, today: Day): RowReading {
  const officeNumber = tidyOfficeNumber(cell('officeNumber'))
  const recordId = oneLine(cell('recordId'))
  const holder = readName({
    display: cell('name.display'),
    given: cell('name.given'),
    family: cell('name.family'),
    order: cell('name.order'),
    native: cell('name.native'),
    former: cell('name.former'),
  })
  const email = readEmail(cell('email'))
  const country = readCountry(cell('country'))
  const region = regionOf(oneLine(cell('region')), country.value)
  const version = readVersion(cell('statements'))
  const dates = readDates(cell)
  const history = readHistory(cell('status'), dates.draft.certifiedOn, today)
  const evidence = Object.values(sets)
    .map(({ id }) => [id, cell(`areas.${id}`).trim()] as const)
    .filter(([, text]) => text !== '' && text !== '-')
    .map(([id, text]) => readEvidence(id, text, version.version))
  const draft: AwardDraft = {
    ...dates.draft,
    ...(history.provisionalUntil ? { provisionalUntil: history.provisionalUntil } : {}),
    areas: evidence.map(({ area }) => area),
  }

  const findings: Finding<RowCode>[] = [
    ...plainFindings({ recordId, region }),
    ...officeNumberFindings(cell('officeNumber')),
    ...holder.findings,
    ...email.findings,
    ...country.findings,
    ...dates.findings,
    ...history.findings,
    ...version.findings,
    ...evidence.flatMap((one) => one.findings),
    ...eligibility(draft, today),
  ]
  const past = history.event ? { history: history.event } : {}
  const address = email.value ? { email: email.value } : {}
  const about = { recordId, officeNumber, name: holder.name.display, ...address, ...past, findings }
  const award = awardOf(draft)
  if (!award || outcomeOf(findings) === 'reject') return { ...about, entry: null }
  const record: AwardRecord = {
    name: holder.name,
    ...address,
    ...(region ? { region } : {}),
    ...(country.value ? { country: country.value } : {}),
    ...award,
  }
  const number = officeNumber ? { officeNumber } : {}
  return { ...about, entry: { recordId, ...number, record, formerNames: holder.former, ...past } }
}

type Dates = Pick<AwardDraft, 'enrolledOn' | 'certifiedOn' | 'expiresOn' | 'renewedOn'>

function readDates(cell: (key: ColumnKey) => string): { draft: Dates; findings: Finding<RowCode>[] } {
  const draft: Dates = { renewedOn: [] }
  const findings: Finding<RowCode>[] = []
  for (const field of ['enrolledOn', 'certifiedOn', 'expiresOn'] as const) {
    if (cell(field).trim() === '') {
      if (field === 'enrolledOn') continue
      findings.push(reject('date-missing', field, 'There is no date: write it as YYYY-MM-DD.'))
    } else {
      const { day, findings: about } = readDay(cell(field), field)
      findings.push(...about)
      if (day) draft[field] = day
    }
  }
  for (const part of cell('renewedOn').split(/[;|\n]/)) {
    if (part.trim() === '') continue
    const { day, findings: about } = readDay(part, 'renewedOn')
    findings.push(...about)
    if (day) draft.renewedOn.push(day)
  }
  draft.renewedOn.sort()
  return { draft, findings }
}

/** `2009` and `2012` hold for the whole row; `mixed`, or nothing, leaves it to each date of completion. */
function readVersion(cell: string): { version: StatementVersion | null; findings: Finding<RowCode>[] } {
  const text = cell.trim()
  if (isStatementVersion(text)) return { version: text, findings: [] }
  if (text === '' || text.toLowerCase() === 'mixed') return { version: null, findings: [] }
  const message = `There is no version ${quoted(text)} of the statements, so each set is read by its date: approve that, or write 2009, 2012 or mixed.`
  return { version: null, findings: [review('version-unknown', 'statements', message)] }
}

function* plainFindings(cells: Record<'recordId' | 'region', string>): Generator<Finding<RowCode>> {
  for (const [field, text] of Object.entries(cells)) {
    if (!CONTROL.test(text)) continue
    yield reject('cell-control', field, `${quoted(text)} holds what no text should: type it anew.`)
  }
}

/** Tables keep no line breaks. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** @returns null while anything that an award needs is missing */
function awardOf(draft: AwardDraft): Omit<AwardRecord, 'name'> | null {
  const { certifiedOn, expiresOn, areas, ...rest } = draft
  const earned = areas.map(earnedArea)
  if (!certifiedOn || !expiresOn || earned.includes(null)) return null
  return { ...rest, certifiedOn, expiresOn, areas: earned as EarnedArea[] }
}
