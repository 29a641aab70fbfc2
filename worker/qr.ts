/** QR codes that carry an address, and nothing else: for paper, resumes and slides. */
import { encode } from 'uqr'
import { chunk } from '../shared/baking.ts'
import { joined } from '../shared/bytes.ts'

/** Quiet modules around the code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4

/**
 * @param address ASCII
 * @returns rows of modules, dark is true, quiet zone included. Level M mends the smudges of a printed page
 */
export function qrModules(address: string): boolean[][] {
  return encode(address, { ecc: 'M', border: QUIET, boostEcc: true }).data
}

/** An SVG document of one path, black on white in every color scheme: a camera needs the contrast. */
export function qrSvg(address: string): string {
  const modules = qrModules(address)
  const size = modules.length
  const dark = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="QR code of ${address}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark.join('')}" fill="#000"/></svg>`
}

/** Pixels of a module: a code of 45 modules prints well at two inches. */
const SCALE = 12

/** A PNG of one bit a pixel (W3C PNG), for those who cannot place an SVG. */
export async function qrPng(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const modules = qrModules(address)
  const size = modules.length * SCALE
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, size)
  header.setUint32(4, size)
  header.setUint8(8, 1) // one bit, gray; no palette, no interlace
  const rows = modules.flatMap((row) => Array<Uint8Array>(SCALE).fill(pixelRow(row, size)))
  const deflated = new Response(
    new Blob([joined(rows)]).stream().pipeThrough(new CompressionStream('deflate')),
  )
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', new Uint8Array(await deflated.arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ])
}

/** No filter, then the pixels: white is 1. */
function pixelRow(row: boolean[], size: number): Uint8Array {
  const bytes = new Uint8Array(1 + Math.ceil(size / 8))
  for (let x = 0; x < size; x++)
    if (!row[Math.floor(x / SCALE)]) bytes[1 + (x >> 3)] = (bytes[1 + (x >> 3)] as number) | (0x80 >> (x & 7))
  return bytes
}
