/** Which scripts a text is written in. */

const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cherokee}/u,
]
/** Written together in one word, and beside each other as readings. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u
/** Letters of any other script; modifier letters such as the ʻokina belong to all. */
const OTHER = /(?!\p{Lm})\p{L}/u

/**
 * Finds a word whose letters come from more than one script, as when a Cyrillic letter stands for its Latin twin.
 * @returns the first such word, or null
 */
export function mixedWord(text: string): string | null {
  return text.split(/[^\p{L}\p{M}]+/u).find((word) => scriptsOf(word).size > 1) ?? null
}

/** Are both texts written, at least in part, in one alphabet? */
export function shareAlphabet(a: string, b: string): boolean {
  return ALPHABETS.some((alphabet) => alphabet.test(a) && alphabet.test(b))
}

function scriptsOf(word: string): Set<RegExp> {
  const all = [...ALPHABETS, EAST_ASIAN, OTHER]
  return new Set([...word].flatMap((letter) => all.find((script) => script.test(letter)) ?? []))
}
