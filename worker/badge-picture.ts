/**
 * The badge as a picture for backpacks, signatures and slides: the emblem and what it stands for, in ink. It is the
 * same for every record and in every state, and it says that it is not the check.
 */
import { emblem } from '../shared/drawings.ts'

const INK = '#18262f'
const SOFT = '#4f5d67'
const RULE = '#dcd7ca'

/** @returns an SVG document that names the record's code and address */
export function badgeSvg(number: string, url: string): string {
  const parts = [
    `<rect x="1" y="1" width="638" height="678" rx="8" fill="#fff" stroke="${RULE}" stroke-width="2"/>`,
    `<path transform="translate(220 56) scale(5)" fill="none" stroke="${INK}" stroke-width="${emblem.strokeWidth}" stroke-linecap="round" stroke-linejoin="round" d="${emblem.path}"/>`,
    text(386, 40, 'serif', INK, 'Library Support Staff'),
    text(438, 40, 'serif', INK, 'Certification'),
    `<path d="M80 484h480" stroke="${RULE}" stroke-width="2"/>`,
    text(556, 30, 'mono', INK, number),
    text(592, 20, 'sans', SOFT, 'A picture is not the check. Check the record at'),
    text(620, 18, 'mono', SOFT, url.replace(/^https?:\/\//, '')),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 680" width="640" height="680" role="img" aria-label="LSSC badge of record ${number}">${parts.join('')}</svg>`
}

const FACES = {
  serif: "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', serif",
  sans: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  mono: "ui-monospace, 'Cascadia Mono', 'Source Code Pro', Menlo, monospace",
} as const

/** One centered line. */
function text(y: number, size: number, face: keyof typeof FACES, color: string, words: string): string {
  const weight = face === 'serif' ? ' font-weight="600"' : ''
  return `<text x="320" y="${y}" font-size="${size}" font-family="${FACES[face]}" fill="${color}" text-anchor="middle"${weight}>${words}</text>`
}
