/** What someone presents: a number, a link or a token of ours. What else it seems to be, `looks-like.ts` says. */
import { tidyNumber } from './number.ts'
import type { LooksLike } from './verdict.ts'

export type Presented =
  | { kind: 'number'; number: string }
  | { kind: 'token'; token: string }
  | { kind: 'unreadable'; looksLike: LooksLike }

const MAX_INPUT = 64 * 1024

/**
 * Tidies and sorts what people paste. Decides nothing about what it says.
 * @param origin of the issuer's service: only its links are ours
 */
export function readPresented(input: string, origin: string): Presented {
  if (input.length > MAX_INPUT) return unreadable('too-large')
  const text = input.trim()
  if (text === '') return unreadable('nothing')
  return readNumber(text) ?? readToken(text) ?? readLink(text, origin) ?? unreadable('text')
}

function unreadable(looksLike: LooksLike): Presented {
  return { kind: 'unreadable', looksLike }
}

function readNumber(text: string): Presented | null {
  if (/^LSSCP?[\s-]*[12][\dO]{3}[\s-]*\w{3,5}$/i.test(text)) return unreadable('older-number')
  const tidy = tidyNumber(text)
  if (!tidy) return null
  return tidy.holds ? { kind: 'number', number: tidy.number } : unreadable('mistyped-number')
}

/** Mail breaks long lines: white space inside a token is not part of it. */
function readToken(text: string): Presented | null {
  if (!text.startsWith('eyJ')) return null
  const token = text.replace(/\s+/g, '')
  if (!/^[\w.-]+$/.test(token)) return unreadable('part-of-a-token')
  const parts = token.split('.')
  if (parts.length > 3) return unreadable('another-token')
  return parts.length === 3 && parts[2]?.length === 86
    ? { kind: 'token', token }
    : unreadable('part-of-a-token')
}

function readLink(text: string, origin: string): Presented | null {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+\//.test(text) ? text : `https://${text}`
  if (/\s/.test(text) || !text.includes('/') || !URL.canParse(address)) return null
  const url = new URL(address)
  const path = /^\/(?:c|embed|badge)\/([\w-]{12,16})(?:[/.]|$)/.exec(url.pathname)
  if (url.host !== new URL(origin).host || url.username || !path) return unreadable('other-link')
  return readNumber(path[1] as string) ?? unreadable('mistyped-number')
}
