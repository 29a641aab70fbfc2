/** Names folded for finding: whatever keyboard, order, case or apostrophe someone types them with. */
import { spellings } from './name-words.ts'
import type { HolderName } from './record.ts'

/** What joins two words into one, for one who writes the name, and parts them for another. */
const JOINTS = /[-‐-―'’‘ʼ`´·・.]/gu

/** Scripts that write no spaces: a part of a word is a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/**
 * Every word of every form of a name, each once, each between two spaces.
 * @returns empty for a name without letters
 */
export function foldName({ display, native, given, family, former = [] }: HolderName): string {
  const forms = [display, native, given, family, ...former].filter((form) => form !== undefined)
  const words = forms.flatMap((form) => [form, form.replace(JOINTS, ' ')]).flatMap((form) => spellings(form))
  const all = [...new Set(words.flat())].filter(Boolean)
  return all.length === 0 ? '' : ` ${all.join(' ')} `
}

/** The most words that a search takes: more say no more. */
const MOST = 8

/**
 * What to look for in folded names, from what someone typed: all of these, each in one of its spellings.
 * @returns empty where there is no word to look for
 */
export function foldTyped(typed: string): string[][] {
  const [letters = [], spelledOut = []] = spellings(typed)
  return letters
    .map((word, i) => (letters.length === spelledOut.length ? [word, spelledOut[i] as string] : [word]))
    .filter(([word]) => word !== '')
    .slice(0, MOST)
    .map((both) => [...new Set(both)].map((word) => (UNSPACED.test(word) ? word : ` ${word}`)))
}
