/** Text for old forms: without curly quotes, dashes and accents; and a name's Latin form, where it has one. */
import type { HolderName } from './record.ts'

/** What no decomposition takes apart. */
// biome-ignore format: a table
const PLAIN: Record<string, string> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 'th', Þ: 'Th', ı: 'i', ŋ: 'ng', Ŋ: 'Ng', ħ: 'h', Ħ: 'H', '‘': "'", '’': "'", 'ʻ': "'", 'ʼ': "'", '“': '"', '”': '"',
  '–': '-', '—': '-', '‑': '-', '‐': '-', '⁄': '/', '·': '-',
}

const LATIN_ONLY = /^[\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]*$/u

/**
 * The same text in ASCII, as old applicant systems take it.
 * @returns null where letters would be lost: another script is not spelled out by guessing
 */
export function inAscii(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(
      /[^\0-\x7f]/gu,
      (character) => PLAIN[character] ?? (/[\p{Zs}]/u.test(character) ? ' ' : character),
    )
  return /^[\x20-\x7e]*$/.test(plain) ? plain : null
}

export interface NameForms {
  /** As the certificate shows it. */
  shown: string
  /** In Latin letters, where `shown` is not. */
  latin?: string
  /** Without accents, where that is another. */
  plain?: string
}

/** The forms of a holder's name that forms may ask for. */
export function nameForms(name: HolderName): NameForms {
  const shown = name.display
  const latin = latinForm(name)
  const plain = latin === undefined ? null : inAscii(latin)
  return {
    shown,
    ...(latin !== undefined && latin !== shown ? { latin } : {}),
    ...(plain !== null && plain !== (latin ?? shown) ? { plain } : {}),
  }
}

/** `李娜 (Li Na)` is `Li Na`; a name in another script alone is put together from its Latin parts, if it has them. */
function latinForm({ display, native, given, family, order }: HolderName): string | undefined {
  const rest = native ? display.replace(native, '').trim() : display
  const bare = /^\((.*)\)$/su.exec(rest)?.[1] ?? rest
  if (/\p{L}/u.test(bare) && LATIN_ONLY.test(bare)) return bare
  const parts = order === 'family-first' ? [family, given] : [given, family]
  const whole = parts.filter((part) => part !== undefined).join(' ')
  return /\p{L}/u.test(whole) && LATIN_ONLY.test(whole) ? whole : undefined
}
