/** The office's own reference for an award, `LSSC-2012-0001`: a key between the sheet and our records, never public. */
import { type Finding, quoted, reject, review } from '../../shared/finding.ts'
import { CONTROL } from '../../shared/name-check.ts'

export type OfficeNumberCode = 'number-missing' | 'number-lookalike' | 'number-unreadable'

/**
 * Reads a number: capitals, plain dashes, and digits where look-alike letters stand among digits.
 * @returns the number as it should be written; unchanged when it already is
 */
export function tidyOfficeNumber(written: string): string {
  return written
    .trim()
    .toUpperCase()
    .replace(/\s*[‐-―−]\s*|\s*-\s*/g, '-')
    .split('-')
    .map((part) => {
      const digits = part.replace(/O/g, '0').replace(/[IL|]/g, '1')
      return /\d/.test(part) && /^\d+$/.test(digits) ? digits : part
    })
    .join('-')
}

export function* officeNumberFindings(written: string): Generator<Finding<OfficeNumberCode>> {
  const text = written.trim()
  const field = 'officeNumber'
  const tidy = tidyOfficeNumber(text)
  if (text === '') {
    yield review('number-missing', field, 'There is no certificate number: add it, or go without.')
  } else if (CONTROL.test(text) || /[\t\r\n]/.test(text) || text.length > 40) {
    yield reject('number-unreadable', field, `${quoted(text)} cannot be a certificate number: type it anew.`)
  } else if (tidy !== text.toUpperCase()) {
    const message = `${quoted(text)} has a letter or dash that looks like another: read as ${quoted(tidy)}; approve that, or correct it.`
    yield review('number-lookalike', field, message)
  }
}
