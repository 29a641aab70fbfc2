/**
 * Text in any script as a row of drawn pieces, from the left: bidirectional order (UAX #9), then HarfBuzz. It is
 * what Chromium does with the same fonts in the same order, and `test/site/paper-drawn.test.ts` compares the two.
 */
import bidiFactory from 'bidi-js'
import { type FontFile, families, fontFor, hasAll, type Role } from './fonts.ts'
import type { Glyph, Shaper } from './harfbuzz.ts'
import { readTables, tableOf, viewOf } from './sfnt.ts'

/** The least part of a text that is drawn as one: mostly a letter with its marks, in some scripts a syllable. */
export interface Piece {
  font: string
  glyphs: Glyph[]
  /** The characters that it stands for. */
  text: string
  /** In the units of its font. */
  advance: number
}

export interface Line {
  text: string
  pieces: Piece[]
  /** At a size of 1. */
  width: number
  /** Some of it runs from right to left: its pieces do not stand in the order in which they are read. */
  isTurned: boolean
}

/** `auto` is the direction of the first letter that has one, as `<bdi>` takes it. */
export type Direction = 'ltr' | 'auto'

/** Thrown for a text with a character that no font of ours has. */
export class NoFont extends Error {}

const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Scripts that share a font and are shaped apart. */
/** What has a script of its own, or goes with one that has. */
const LETTERS = /[\p{L}\p{M}\p{N}]/u

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u]

/**
 * The fonts that these texts need, in whatever role.
 * @throws NoFont for a character that none of them has
 */
export function fontsNeeded(index: FontFile[], texts: string[]): FontFile[] {
  const roles = Object.keys(families) as Role[]
  const clusters = new Set(
    texts.flatMap((text) => [...graphemes.segment(text)].map(({ segment }) => segment)),
  )
  return [...new Set([...clusters].flatMap((cluster) => roles.map((role) => need(index, role, cluster))))]
}

function need(index: FontFile[], role: Role, cluster: string): FontFile {
  const font = fontFor(index, role, cluster)
  if (!font) throw new NoFont(`No font for ${[...cluster].map((one) => one.codePointAt(0)?.toString(16))}`)
  return font
}

interface Run {
  text: string
  level: number
  font: string
  script: number
}

export class Typesetter {
  readonly #shaper: Shaper
  readonly #index: FontFile[]
  readonly #files: Map<string, Uint8Array>
  readonly #units = new Map<string, number>()
  readonly #widths = new Map<string, number>()

  /** @param files what `fontsNeeded` named, by their names */
  constructor(shaper: Shaper, index: FontFile[], files: Map<string, Uint8Array>) {
    this.#shaper = shaper
    this.#index = index
    this.#files = files
  }

  /** One line, however long it is. */
  line(text: string, role: Role, direction: Direction = 'ltr'): Line {
    const runs = inDrawnOrder(this.#runs(text, role, direction))
    const pieces = runs.flatMap((run) => this.#shape(run))
    const width = pieces.reduce((sum, { advance, font }) => sum + advance / this.unitsOf(font), 0)
    return { text, pieces, width, isTurned: runs.some(({ level }) => level % 2 === 1) }
  }

  /** A paragraph, broken at spaces; a word that is wider than the measure is broken within. */
  lines(text: string, role: Role, measure: number, direction: Direction = 'ltr'): Line[] {
    const space = this.#widthOf(' ', role)
    const rows: string[][] = [[]]
    let width = 0
    for (const word of text.split(' ').flatMap((one) => this.#fitting(one, role, measure))) {
      const own = this.#widthOf(word, role)
      const row = rows.at(-1) as string[]
      if (row.length > 0 && width + space + own > measure) {
        rows.push([word])
        width = own
      } else {
        width += row.length > 0 ? space + own : own
        row.push(word)
      }
    }
    return rows.map((row) => this.line(row.join(' '), role, direction))
  }

  /** The file of a font. */
  fileOf(font: string): Uint8Array {
    const file = this.#files.get(font)
    if (!file) throw new Error(`${font} was not loaded`)
    return file
  }

  /** Of how many units a font's em is. */
  unitsOf(font: string): number {
    const known = this.#units.get(font)
    if (known) return known
    const units = viewOf(tableOf(readTables(this.fileOf(font)), 'head')).getUint16(18)
    this.#units.set(font, units)
    return units
  }

  /** Words come again and again, and each paper is tried in several sizes. */
  #widthOf(word: string, role: Role): number {
    const key = `${role} ${word}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const { width } = this.line(word, role)
    this.#widths.set(key, width)
    return width
  }

  #fitting(word: string, role: Role, measure: number): string[] {
    if (this.#widthOf(word, role) <= measure) return [word]
    const parts: string[] = []
    let open = ''
    for (const { segment } of graphemes.segment(word)) {
      if (open && this.line(open + segment, role).width > measure) {
        parts.push(open)
        open = ''
      }
      open += segment
    }
    return [...parts, open]
  }

  #runs(text: string, role: Role, direction: Direction): Run[] {
    const { levels } = bidi.getEmbeddingLevels(text, direction === 'ltr' ? 'ltr' : undefined)
    const runs: Run[] = []
    for (const { segment, index } of graphemes.segment(text)) {
      const open = runs.at(-1)
      const level = levels[index] as number
      const font = this.#fontOf(segment, role, open?.level === level ? open.font : undefined)
      const own = SCRIPTS.findIndex((script) => script.test(segment))
      const script = own < 0 ? (open?.script ?? -1) : own
      const isOne = open?.font === font && open.level === level && (open.script === script || open.script < 0)
      if (isOne) Object.assign(open, { text: open.text + segment, script })
      else runs.push({ text: segment, level, font, script })
    }
    return runs
  }

  /** Spaces and marks between words go with the word before: readers of a PDF put together what has one font. */
  #fontOf(cluster: string, role: Role, open?: string): string {
    const file = this.#index.find(({ name }) => name === open)
    if (file && !LETTERS.test(cluster) && hasAll(file, cluster)) return file.name
    return need(this.#index, role, cluster).name
  }

  #shape({ text, font, level }: Run): Piece[] {
    const glyphs = this.#shaper.shape(font, this.fileOf(font), text, level % 2 === 1)
    const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((a, b) => a - b)
    const pieces: Piece[] = []
    let cluster = -1
    for (const glyph of glyphs) {
      if (glyph.cluster !== cluster) {
        cluster = glyph.cluster
        const end = starts[starts.indexOf(cluster) + 1]
        pieces.push({ font, glyphs: [], text: text.slice(cluster, end), advance: 0 })
      }
      const piece = pieces.at(-1) as Piece
      piece.glyphs.push({ ...glyph, x: glyph.x + piece.advance })
      piece.advance += glyph.advance
    }
    return pieces
  }
}

/** UAX #9, rule L2: from the deepest level to the first that is odd, turn what is at it or deeper. */
function inDrawnOrder(runs: Run[]): Run[] {
  const order = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start
      while (end < order.length && (order[end] as Run).level >= level) end++
      if (end > start + 1) order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = Math.max(start, end - 1)
    }
  }
  return order
}
