/** Font files by their tables (OpenType 1.9, "Font file organization"): take one apart, put one together. */

export type Tables = Map<string, Uint8Array>

const TRUETYPE = 0x00010000
const RECORD = 16
const HEADER = 12
/** What `checksumAdjustment` makes the sum of the whole file (OpenType 1.9, "head"). */
const MAGIC = 0xb1b0afba

/** A view of bytes that are big-endian, as everything in a font is. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** @throws RangeError when the bytes are no font file */
export function readTables(font: Uint8Array): Tables {
  const view = viewOf(font)
  const tables: Tables = new Map()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = HEADER + i * RECORD
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    const start = view.getUint32(at + 8)
    tables.set(tag, font.subarray(start, start + view.getUint32(at + 12)))
  }
  return tables
}

/** One file of these tables, with outlines of the TrueType kind. */
export function writeTables(tables: Tables): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const lengths = sorted.map(([, table]) => (table.length + 3) & ~3)
  const font = new Uint8Array(lengths.reduce((sum, length) => sum + length, HEADER + sorted.length * RECORD))
  const view = viewOf(font)
  const power = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, TRUETYPE)
  view.setUint16(4, sorted.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, sorted.length * 16 - (16 << power))
  let start = HEADER + sorted.length * RECORD
  for (const [i, [tag, table]] of sorted.entries()) {
    const at = HEADER + i * RECORD
    for (let j = 0; j < 4; j++) font[at + j] = tag.charCodeAt(j)
    font.set(table, start)
    if (tag === 'head') view.setUint32(start + 8, 0)
    view.setUint32(at + 4, checksum(font.subarray(start, start + (lengths[i] as number))))
    view.setUint32(at + 8, start)
    view.setUint32(at + 12, table.length)
    if (tag === 'head') tables.set(tag, font.subarray(start, start + table.length))
    start += lengths[i] as number
  }
  const head = tables.get('head')
  if (head) viewOf(head).setUint32(8, (MAGIC - checksum(font)) >>> 0)
  return font
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

/** A table that every font of ours has. */
export function tableOf(tables: Tables, tag: string): Uint8Array {
  const table = tables.get(tag)
  if (!table) throw new Error(`A font without its ${tag} table`)
  return table
}
