/** Which of our records a request may be about, and why we think so: for the office, which decides. */
import { compareNames } from '../../shared/applicant.ts'
import type { Desk } from '../desk.ts'
import type { RequestBody } from '../request-kinds.ts'
import { tidyOfficeNumber } from '../sheet/office-number.ts'
import { type CandidateRow, recordsByClues } from '../store/candidates.ts'

/** What makes a record a candidate; the surest first. */
export type Because = 'code' | 'office-number' | 'same-name' | 'address' | 'year' | 'similar-name'

export interface Candidate extends CandidateRow {
  because: Because[]
}

const WEIGHTS: Record<Because, number> = {
  code: 16,
  'office-number': 8,
  'same-name': 4,
  address: 4,
  year: 1,
  'similar-name': 2,
}
const SHOWN = 10

export async function findCandidates(
  desk: Desk,
  { number, contact, body }: { number: string | null; contact: string; body: RequestBody },
): Promise<Candidate[]> {
  const { code = '', old = '', who = '', was = '', year = '' } = body.fields
  const names = [who, was].filter((name) => name !== '')
  const emails = [contact, old].filter((one) => one !== '').map((one) => one.toLowerCase())
  const officeNumber = code !== '' && !number ? tidyOfficeNumber(code) : null
  const rows = await recordsByClues(desk.db, {
    number,
    officeNumber,
    emails,
    namePatterns: names.flatMap(patternsOf),
  })
  const because = (row: CandidateRow): Because[] => {
    const likeness = names.map((name) => compareNames(row.name, name).result)
    const found: (Because | false)[] = [
      row.number === number && 'code',
      officeNumber !== null && row.officeNumber === officeNumber && 'office-number',
      likeness.includes('match') && 'same-name',
      row.email !== null && emails.includes(row.email.toLowerCase()) && 'address',
      !likeness.includes('match') && likeness.includes('similar') && 'similar-name',
    ]
    const clues = found.filter((one) => one !== false)
    // A year alone is nobody's.
    return clues.length > 0 && year.includes(row.certifiedOn.slice(0, 4)) ? [...clues, 'year'] : clues
  }
  const weight = ({ because }: Candidate) => because.reduce((sum, one) => sum + WEIGHTS[one], 0)
  return rows
    .map((row) => ({ ...row, because: because(row) }))
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, SHOWN)
}

/**
 * Patterns of LIKE that find a name's words however their letters are marked: José by Jose, and Jose by José. They
 * find too much; the names themselves are compared then.
 */
function patternsOf(name: string): string[] {
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 1)
  return words.slice(0, 8).map((word) => {
    const start = word.slice(0, 12)
    const open = [/[aeiouync]|[^\0-\x7f]/gi, /[aeiouy]|[^\0-\x7f]/gi].map((marked) =>
      start.replace(marked, '_'),
    )
    return `%${open.find((pattern) => pattern.replaceAll('_', '').length > 1) ?? start}%`
  })
}
