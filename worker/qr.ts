/** QR codes that carry an address, and nothing else: for paper, resumes and slides. */
import { encode } from 'uqr'

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
