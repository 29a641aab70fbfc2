/** The new name as its holder typed it, put into the office's form: to be compared with a paper, not typed again. */

import type { OfficeRequest } from '../store/requests.ts'
import type { OpenFile } from './open-file.ts'

/**
 * @param request one that led to the form, if any
 * @returns fields of the form; none unless it asks for a new name of this very record
 */
export function askedName(
  request: OfficeRequest | null,
  { number, record: { name } }: Pick<OpenFile, 'number' | 'record'>,
): Record<string, string> {
  const { who, how } = request?.body.fields ?? {}
  if (!who || request?.kind !== 'name' || request.number !== number) return {}
  const words = who.split(/\s+/)
  const still = (part = '') => (part.split(/\s+/).every((word) => words.includes(word)) ? part : '')
  return {
    display: who,
    given: still(name.given),
    family: still(name.family),
    native: '',
    ...(how === 'same' ? { way: 'same-link' } : how === 'new' ? { way: 'new-number' } : {}),
  }
}
