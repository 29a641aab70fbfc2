/** What something that is not a record of ours seems to be, so that its reader can be told. */
import { isObject } from './json.ts'
import type { LooksLike } from './verdict.ts'

/**
 * Looks closer at what was presented.
 * @param found what `readPresented` took it for
 */
export function looksLike(input: string, found: LooksLike): LooksLike {
  const text = input.trim()
  if (found === 'other-link')
    return /^(?:https?:\/\/)?(?:[\w-]+\.)?linkedin\.com\//i.test(text) ? 'linkedin-link' : found
  if (text.startsWith('<')) return 'web-page'
  return text.startsWith('{') || text.startsWith('[') ? nameJson(text) : found
}

function nameJson(text: string): LooksLike {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return 'text'
    const context = JSON.stringify(value['@context'] ?? '')
    if (context.includes('w3id.org/openbadges/v') || value.type === 'Assertion') return 'open-badge-2'
    return context.includes('credentials') ? 'other-credential' : 'text'
  } catch {
    return 'text'
  }
}
