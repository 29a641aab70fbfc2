/**
 * The fonts of the certificate on paper, from the packages that they come in: unpacked, without what a printed page
 * needs not, and listed with the characters that each has. Their licenses go with them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { FontFile } from '../paper/fonts.ts'
import { readTables, type Tables, tableOf, viewOf, writeTables } from '../paper/sfnt.ts'

const root = join(import.meta.dirname, '../..')

/** Whole files, by family. */
const WHOLE = {
  'noto-serif': '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'noto-sans': '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans-strong': '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
}

/** Families that come in parts; of the Latin letters that most of them have, only the first three's are used. */
const IN_PARTS = {
  'noto-sans-mono': /latin-400/,
  'noto-naskh-arabic': /arabic-arabic-400/,
  'noto-serif-hebrew': /hebrew-hebrew-400/,
  'noto-serif-devanagari': /devanagari-devanagari-400/,
  'noto-serif-bengali': /bengali-bengali-400/,
  'noto-serif-thai': /thai-thai-400/,
  'noto-serif-armenian': /armenian-armenian-400/,
  'noto-serif-georgian': /georgian-georgian-400/,
  'noto-serif-sc': /-\d+-400/,
  'noto-serif-kr': /-\d+-400/,
}

/** Shaping, outlines, who made them, and what browsers ask for before they take a font. */
const KEPT = 'GDEF GPOS GSUB OS/2 cmap glyf head hhea hmtx loca maxp name post'.split(' ')

/** @returns the size of all fonts together, in bytes */
export function layFonts(folder: string): number {
  mkdirSync(folder, { recursive: true })
  const index: FontFile[] = []
  const licenses: string[] = []
  let size = 0
  for (const { family, path, tables } of sources()) {
    const name = `${family}${IN_PARTS_NUMBER.exec(path)?.[1] ?? ''}.ttf`
    const font = writeTables(new Map([...tables].filter(([tag]) => KEPT.includes(tag))))
    writeFileSync(join(folder, name), font)
    index.push({ name, family, covers: coverage(tableOf(tables, 'cmap')) })
    size += font.length
    const license = licenseOf(path)
    if (!licenses.includes(license)) licenses.push(license)
  }
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
  writeFileSync(join(folder, 'LICENSE.txt'), licenses.join(`\n\n${'='.repeat(80)}\n\n`))
  return size
}

const IN_PARTS_NUMBER = /(-\d+)-400-normal\.woff$/

function* sources(): Generator<{ family: string; path: string; tables: Tables }> {
  for (const [family, file] of Object.entries(WHOLE)) {
    const path = join(root, 'node_modules', file)
    yield { family, path, tables: readTables(readFileSync(path)) }
  }
  for (const [family, part] of Object.entries(IN_PARTS)) {
    const folder = join(root, 'node_modules/@fontsource', family, 'files')
    const names = readdirSync(folder).filter((name) => name.endsWith('-normal.woff') && part.test(name))
    if (names.length === 0) throw new Error(`${folder} has no part that we use.`)
    for (const name of names.sort())
      yield { family, path: join(folder, name), tables: unpackWoff(readFileSync(join(folder, name))) }
  }
}

/** WOFF 1.0: the tables of a font, each deflated where that made it smaller. */
function unpackWoff(woff: Buffer): Tables {
  const tables: Tables = new Map()
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const at = 44 + i * 20
    const start = woff.readUInt32BE(at + 4)
    const packed = woff.subarray(start, start + woff.readUInt32BE(at + 8))
    const isPacked = packed.length < woff.readUInt32BE(at + 12)
    tables.set(woff.toString('latin1', at, at + 4), isPacked ? inflateSync(packed) : packed)
  }
  return tables
}

/** The license lies in the package's own folder, one or two above the file. */
function licenseOf(path: string): string {
  const folder = join(dirname(path), '..')
  const name = readdirSync(folder).find((one) => one === 'LICENSE_FONT') ?? 'LICENSE'
  return readFileSync(join(folder, name), 'utf8').trim()
}

/** What a `cmap` maps (OpenType 1.9: formats 4 and 12), as rising pairs of first and last. */
function coverage(cmap: Uint8Array): number[] {
  const view = viewOf(cmap)
  const pairs: [number, number][] = []
  for (let i = 0; i < view.getUint16(2); i++) {
    const at = view.getUint32(4 + i * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) pairs.push(...segments(view, at))
    if (format === 12)
      for (let group = at + 16; group < at + 16 + view.getUint32(at + 12) * 12; group += 12)
        pairs.push([view.getUint32(group), view.getUint32(group + 4)])
  }
  return joined(pairs)
}

function* segments(view: DataView, at: number): Generator<[number, number]> {
  const length = view.getUint16(at + 6)
  for (let i = 0; i < length; i += 2) {
    const last = view.getUint16(at + 14 + i)
    if (last !== 0xffff) yield [view.getUint16(at + 16 + length + i), last]
  }
}

function joined(pairs: [number, number][]): number[] {
  const ranges: number[] = []
  for (const [first, last] of pairs.sort(([a], [b]) => a - b)) {
    const end = ranges.length - 1
    if (end > 0 && first <= (ranges[end] as number) + 1) ranges[end] = Math.max(ranges[end] as number, last)
    else ranges.push(first, last)
  }
  return ranges
}
