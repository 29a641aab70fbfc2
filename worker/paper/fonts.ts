/** Which font a piece of text is drawn with: the first of its role's list that has all its characters, as in CSS. */

/** A font file among the static assets, as `npm run build` lists it in `/fonts/index.json`. */
export interface FontFile {
  /** `noto-serif-kr-12.ttf` */
  name: string
  /** `noto-serif-kr` */
  family: string
  /** Code points that it has glyphs for: first, last, first, last …, rising. */
  covers: number[]
}

/** What a text is on the page; each has a font of its own, and the same fonts after it for other scripts. */
export type Role = 'serif' | 'sans' | 'strong' | 'mono'

const OTHER_SCRIPTS = [
  'noto-naskh-arabic',
  'noto-serif-hebrew',
  'noto-serif-devanagari',
  'noto-serif-bengali',
  'noto-serif-thai',
  'noto-serif-armenian',
  'noto-serif-georgian',
  'noto-serif-sc',
  'noto-serif-kr',
]

/** The families of each role in the order in which they are asked. */
export const families: Record<Role, string[]> = {
  serif: ['noto-serif', ...OTHER_SCRIPTS],
  sans: ['noto-sans', 'noto-serif', ...OTHER_SCRIPTS],
  strong: ['noto-sans-strong', 'noto-serif', ...OTHER_SCRIPTS],
  mono: ['noto-sans-mono', 'noto-serif', ...OTHER_SCRIPTS],
}

/** Characters that say how their neighbours are drawn, and have no glyph that a font must have. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]/u

/**
 * @param cluster what a reader takes for one character, with its marks
 * @returns null when no font of ours has all of it
 */
export function fontFor(files: FontFile[], role: Role, cluster: string): FontFile | null {
  for (const family of families[role]) {
    const found = files.find((file) => file.family === family && hasAll(file, cluster))
    if (found) return found
  }
  return null
}

/** Has it a glyph for every character that needs one? */
export function hasAll(file: FontFile, text: string): boolean {
  return [...text].every((one) => UNSEEN.test(one) || covers(file, one.codePointAt(0) as number))
}

/** A search by halves: the ranges rise, and the larger files have thousands. */
function covers({ covers: ranges }: FontFile, code: number): boolean {
  let low = 0
  let high = ranges.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (code < (ranges[middle * 2] as number)) high = middle - 1
    else if (code > (ranges[middle * 2 + 1] as number)) low = middle + 1
    else return true
  }
  return false
}
