/** One cell of a set's column: `pathway:reference@date`, as in `course:SLOL/FLS@2010-11-30`. */
import type { ClaimedArea } from '../../shared/area-check.ts'
import { spelled } from '../../shared/catalogue/references.ts'
import { type Finding, quoted, reject } from '../../shared/finding.ts'
import {
  isPathway,
  isStatementVersion,
  type SetId,
  type StatementVersion,
  statementsOn,
} from '../../shared/programme.ts'
import type { EarnedArea } from '../../shared/record.ts'
import { type DayCode, readDay } from './written-day.ts'

export type EvidenceCode =
  | DayCode
  | 'evidence-unreadable'
  | 'evidence-two'
  | 'evidence-reference-missing'
  | 'evidence-date-missing'

const CELL = /^([^:@]*):([^@]*)(?:@(.*))?$/
/** What a reference may hold; it is signed as it stands. */
const REFERENCE = /^[\p{L}\p{N} _.+/-]{1,80}$/u
const EXAMPLE = 'course:PROVIDER/CODE@2021-12-31'

/**
 * Reads a cell that is not empty. What it claims counts as claimed even where a part of it cannot be read, so that
 * the row is not told of a missing set as well.
 * @param version the statements that the sheet names; null where they follow from the date
 */
export function readEvidence(
  set: SetId,
  cell: string,
  version: StatementVersion | null,
): { area: ClaimedArea; findings: Finding<EvidenceCode>[] } {
  const field = `areas.${set}`
  const text = cell.trim()
  const refused = (code: EvidenceCode, message: string) => ({
    area: { set },
    findings: [reject(code, field, message)],
  })
  if (/[;|\n]/.test(text)) {
    const message = `${quoted(text)} holds two entries: keep the one that counts; courses that make a set together are written PROVIDER/a+b.`
    return refused('evidence-two', message)
  }
  const [matched, pathway = '', reference = '', date = ''] =
    CELL.exec(text)?.map((part) => part?.trim()) ?? []
  if (matched === undefined || (reference !== '' && !REFERENCE.test(reference))) {
    return refused('evidence-unreadable', `${quoted(text)} cannot be read: write it like ${EXAMPLE}.`)
  }
  const findings: Finding<EvidenceCode>[] = []
  if (reference === '') {
    const message = `${quoted(text)} does not say which course, award or portfolio: write it like ${EXAMPLE}.`
    findings.push(reject('evidence-reference-missing', field, message))
  }
  if (date === '') {
    const message = `${quoted(text)} has no date: add the day of completion, as in ${EXAMPLE}.`
    findings.push(reject('evidence-date-missing', field, message))
  }
  const { day, findings: about } = date === '' ? { findings: [] } : readDay(date, field)
  const statements = version ?? (day === undefined ? undefined : statementsOn(day))
  return {
    area: {
      set,
      pathway: pathway.toLowerCase(),
      ...(reference === '' ? {} : { reference }),
      ...(day === undefined ? {} : { completedOn: day }),
      ...(statements === undefined ? {} : { statements }),
    },
    findings: [...findings, ...about],
  }
}

/**
 * Spells out what was claimed.
 * @returns null when a part of it is missing or unknown
 */
export function earnedArea({
  set,
  pathway,
  reference,
  statements,
  completedOn,
}: ClaimedArea): EarnedArea | null {
  if (!isPathway(pathway) || !isStatementVersion(statements)) return null
  if (reference === undefined || completedOn === undefined) return null
  return { set: set as SetId, pathway, statements, ...spelled(pathway, reference), completedOn }
}
