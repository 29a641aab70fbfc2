/**
 * A name as words that can be compared, whatever the keyboard and the form that it went through. Nothing here is
 * for showing: names are shown as their holders write them.
 */

/** What stands beside a name and is none of it: titles, degrees, and the nothing between two spaces. */
const TITLES = /^(mrs?|ms|miss|mx|dr|prof|rev|clss|lssc|mli?s|phd|edd|ahip|)$/

/** As far as scripts are told apart: Latin, Chinese characters, and the rest. */
export const SCRIPTS = [/[a-z]/, /\p{sc=Han}/u, /[^\0-z\p{sc=Han}]/u]

/**
 * Given names, then surnames, in small plain letters: no marks, hyphens, apostrophes, titles or degrees.
 * @returns two ways to spell them: muller and mueller
 */
export function spellings(name: string): string[][] {
  const letters = name
    .normalize('NFKD')
    // By way of capitals, ß becomes ss, and ı becomes i.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/ø/g, 'o\u0308')
    .replace(/ł/g, 'l')
    .replace(/[đð]/g, 'd')
    .replace(/þ/g, 'th')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    // "Whitcomb, Darlene", but not "Lockridge, Jr."
    .replace(/^(.+?),(?! *(?:[js]r|i[iv]))(.+)/, '$2 $1')
    .replace(/saint/g, 'st')
  const spelledOut = letters.replace(/(?<=[aou])\u0308/g, 'e').replace(/(?<=a)\u030A/g, 'a')
  return [letters, spelledOut].map((spelling) =>
    spelling
      // Marks that many scripts share are left out at will; those of one script are its vowels.
      .replace(/[^\p{Ll}\p{Lo}\p{M}\p{N}\s]|\p{sc=Zinh}/gu, '')
      .split(/\s+/)
      .filter((word) => !TITLES.test(word)),
  )
}
