/**
 * A font with only what one paper draws (ISO 32000-1 §9.9). A piece of several glyphs, such as a letter with its marks
 * or a syllable, becomes one composite glyph: so each code in the paper stands for exactly the characters that a
 * reader would copy, in every script.
 */
import { readTables, type Tables, tableOf, viewOf, writeTables } from './sfnt.ts'
import type { Piece } from './typeset.ts'

/** Flags of a composite glyph's parts (OpenType 1.9, "glyf"). */
const WORDS = 0x0001
const OFFSETS = 0x0002
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const TWO_BY_TWO = 0x0080
const INSTRUCTIONS = 0x0100

interface Drawn {
  outline: Uint8Array
  advance: number
}

interface Box {
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

export class Subset {
  readonly #tables: Tables
  /** By glyph of the new font; glyph 0 is for what is missing, and never drawn. */
  readonly #glyphs: Drawn[] = [{ outline: new Uint8Array(0), advance: 0 }]
  readonly #copies = new Map<number, number>()
  readonly #codes = new Map<string, number>()
  /** The characters of each code. */
  readonly texts = new Map<number, string>()

  constructor(font: Uint8Array) {
    this.#tables = readTables(font)
  }

  /** The code of a piece: its glyph in the new font. */
  codeOf({ glyphs, text, advance }: Piece): number {
    const key = JSON.stringify([text, glyphs.map(({ id, x, y }) => [id, x, y])])
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    const parts = glyphs.map(({ id, x, y }) => ({ glyph: this.#copy(id), x, y }))
    const [only] = parts
    const alone = parts.length === 1 && only && only.x === 0 && only.y === 0
    const outline = alone ? (this.#glyphs[only.glyph] as Drawn).outline : this.#composite(parts)
    const code = this.#glyphs.push({ outline, advance }) - 1
    this.#codes.set(key, code)
    this.texts.set(code, text)
    return code
  }

  /** In the units of the font. */
  advanceOf(code: number): number {
    return (this.#glyphs[code] as Drawn).advance
  }

  /** Its codes are 1 to this, less one. */
  get size(): number {
    return this.#glyphs.length
  }

  /** Ascent, descent and bounding box, in the units of the font. */
  get metrics(): { ascent: number; descent: number; box: number[]; units: number } {
    const head = viewOf(tableOf(this.#tables, 'head'))
    const hhea = viewOf(tableOf(this.#tables, 'hhea'))
    const box = [36, 38, 40, 42].map((at) => head.getInt16(at))
    return { ascent: hhea.getInt16(4), descent: hhea.getInt16(6), box, units: head.getUint16(18) }
  }

  file(): Uint8Array<ArrayBuffer> {
    const count = this.#glyphs.length
    const outlines = this.#glyphs.map(({ outline }) => padded(outline))
    const loca = new DataView(new ArrayBuffer((count + 1) * 4))
    const hmtx = new DataView(new ArrayBuffer(count * 4))
    let at = 0
    for (const [glyph, outline] of outlines.entries()) {
      const { advance } = this.#glyphs[glyph] as Drawn
      hmtx.setUint16(glyph * 4, Math.max(0, advance))
      // Where an outline begins must be said truly: renderers move it by the difference.
      hmtx.setInt16(glyph * 4 + 2, outline.length > 0 ? boxOf(outline).xMin : 0)
      at += outline.length
      loca.setUint32((glyph + 1) * 4, at)
    }
    return writeTables(
      new Map([
        ['glyf', new Uint8Array(outlines.flatMap((outline) => [...outline]))],
        ['loca', new Uint8Array(loca.buffer)],
        ['hmtx', new Uint8Array(hmtx.buffer)],
        ['head', changed(tableOf(this.#tables, 'head'), 50, 1)],
        ['hhea', changed(tableOf(this.#tables, 'hhea'), 34, count)],
        ['maxp', this.#profile(count)],
      ]),
    )
  }

  /** `maxp`: composites of ours stand upon those of the font. */
  #profile(count: number): Uint8Array {
    const maxp = changed(tableOf(this.#tables, 'maxp'), 4, count)
    const view = viewOf(maxp)
    for (const [at, more] of [
      [10, 4],
      [12, 4],
    ] as const)
      view.setUint16(at, Math.min(0xffff, Math.max(view.getUint16(at), view.getUint16(at - 4)) * more))
    view.setUint16(28, Math.max(view.getUint16(28), 16))
    view.setUint16(30, view.getUint16(30) + 2)
    return maxp
  }

  /** A glyph of the old font in the new one, with the parts it is made of. */
  #copy(old: number): number {
    const known = this.#copies.get(old)
    if (known !== undefined) return known
    const glyph = this.#glyphs.push({ outline: new Uint8Array(0), advance: this.#oldAdvance(old) }) - 1
    this.#copies.set(old, glyph)
    const outline = withoutInstructions(this.#oldOutline(old))
    for (const at of partsOf(outline)) {
      const view = viewOf(outline)
      view.setUint16(at + 2, this.#copy(view.getUint16(at + 2)))
    }
    ;(this.#glyphs[glyph] as Drawn).outline = outline
    return glyph
  }

  #oldOutline(old: number): Uint8Array {
    const loca = viewOf(tableOf(this.#tables, 'loca'))
    const isLong = viewOf(tableOf(this.#tables, 'head')).getInt16(50) === 1
    const at = (i: number) => (isLong ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2)
    return tableOf(this.#tables, 'glyf').slice(at(old), at(old + 1))
  }

  #oldAdvance(old: number): number {
    const full = viewOf(tableOf(this.#tables, 'hhea')).getUint16(34)
    return viewOf(tableOf(this.#tables, 'hmtx')).getUint16(Math.min(old, full - 1) * 4)
  }

  #composite(parts: { glyph: number; x: number; y: number }[]): Uint8Array {
    const seen = parts.filter(({ glyph }) => (this.#glyphs[glyph] as Drawn).outline.length > 0)
    if (seen.length === 0) return new Uint8Array(0)
    const boxes = seen.map(({ glyph, x, y }) => {
      const { xMin, yMin, xMax, yMax } = boxOf((this.#glyphs[glyph] as Drawn).outline)
      return { xMin: xMin + x, yMin: yMin + y, xMax: xMax + x, yMax: yMax + y }
    })
    const view = new DataView(new ArrayBuffer(10 + seen.length * 8))
    view.setInt16(0, -1)
    view.setInt16(2, Math.min(...boxes.map(({ xMin }) => xMin)))
    view.setInt16(4, Math.min(...boxes.map(({ yMin }) => yMin)))
    view.setInt16(6, Math.max(...boxes.map(({ xMax }) => xMax)))
    view.setInt16(8, Math.max(...boxes.map(({ yMax }) => yMax)))
    for (const [i, { glyph, x, y }] of seen.entries()) {
      const at = 10 + i * 8
      view.setUint16(at, WORDS | OFFSETS | (i < seen.length - 1 ? MORE : 0))
      view.setUint16(at + 2, glyph)
      view.setInt16(at + 4, x)
      view.setInt16(at + 6, y)
    }
    return new Uint8Array(view.buffer)
  }
}

function boxOf(outline: Uint8Array): Box {
  const view = viewOf(outline)
  return {
    xMin: view.getInt16(2),
    yMin: view.getInt16(4),
    xMax: view.getInt16(6),
    yMax: view.getInt16(8),
  }
}

/** Where the parts of a composite glyph begin. */
function partsOf(outline: Uint8Array): number[] {
  const view = viewOf(outline)
  if (outline.length === 0 || view.getInt16(0) >= 0) return []
  const found: number[] = []
  for (let at = 10, more = true; more; ) {
    found.push(at)
    const flags = view.getUint16(at)
    more = (flags & MORE) !== 0
    at += 4 + (flags & WORDS ? 4 : 2)
    at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & TWO_BY_TWO ? 8 : 0
  }
  return found
}

/** Hints are for the tables that the new font has not. */
function withoutInstructions(outline: Uint8Array): Uint8Array {
  if (outline.length === 0) return outline
  const view = viewOf(outline)
  const contours = view.getInt16(0)
  if (contours < 0) {
    for (const at of partsOf(outline)) view.setUint16(at, view.getUint16(at) & ~INSTRUCTIONS)
    return outline
  }
  const at = 10 + contours * 2
  const rest = outline.subarray(at + 2 + view.getUint16(at))
  const short = new Uint8Array(at + 2 + rest.length)
  short.set(outline.subarray(0, at))
  short.set(rest, at + 2)
  return short
}

function padded(outline: Uint8Array): Uint8Array {
  const even = new Uint8Array((outline.length + 3) & ~3)
  even.set(outline)
  return even
}

function changed(table: Uint8Array, at: number, value: number): Uint8Array {
  const copy = table.slice()
  viewOf(copy).setUint16(at, value)
  return copy
}
