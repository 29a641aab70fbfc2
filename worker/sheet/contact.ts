/** Where a holder can be reached, and where they live. */
import { type Finding, quoted, reject, review } from '../../shared/finding.ts'
import { CONTROL } from '../../shared/name-check.ts'
import { countryNamed, isCountry } from './country.ts'

export type ContactCode =
  | 'email-missing'
  | 'email-two'
  | 'email-header'
  | 'email-unreadable'
  | 'country-unknown'
  | 'country-name'

interface Read {
  value?: string
  findings: Finding<ContactCode>[]
}

const ADDRESS =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/** An address that is missing or doubtful is not used: the holder's own link must not reach someone else. */
export function readEmail(cell: string): Read {
  const text = cell.trim()
  const finding = (code: ContactCode, message: string) => ({ findings: [review(code, 'email', message)] })
  if (text === '') {
    const message =
      'There is no e-mail address, so the holder cannot be sent the link: add it, or go without.'
    return finding('email-missing', message)
  }
  if (CONTROL.test(text) || /[\r\n\t]|%0[ad]/i.test(text)) {
    const message = 'It holds a line break or another character that no address has: write the address alone.'
    return { findings: [reject('email-header', 'email', message)] }
  }
  if (text.split(/[\s,;|/]+/).filter((part) => part.includes('@')).length > 1) {
    return finding(
      'email-two',
      `${quoted(text)} is more than one address: keep the one to use, or go without.`,
    )
  }
  if (text.length > 254 || !ADDRESS.test(text)) {
    return finding('email-unreadable', `${quoted(text)} is no e-mail address: correct it, or go without.`)
  }
  return { value: text, findings: [] }
}

export function readCountry(cell: string): Read {
  const text = cell.trim()
  const code = text.toUpperCase()
  if (text === '') return { findings: [] }
  if (isCountry(code)) return { value: code, findings: [] }
  const read = countryNamed(text)
  if (read) {
    const message = `${quoted(text)} is read as ${read}: approve that, or write the two-letter code.`
    return { value: read, findings: [review('country-name', 'country', message)] }
  }
  const message = `${quoted(text)} is no country known by that name: write its two-letter code, or go without.`
  return { findings: [review('country-unknown', 'country', message)] }
}
