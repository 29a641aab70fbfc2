/**
 * A credential inside a picture, and out again (Open Badges 3.0 §5.3): in a PNG as one uncompressed iTXt chunk, in an
 * SVG as one element right after its root's tag. Reading is strict: a picture that carries two, a compressed one or a
 * damaged one carries none that could be relied on.
 */
import { fromUtf8, joined, utf8 } from './bytes.ts'

const KEYWORD = 'openbadgecredential'
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'

/** Nothing larger is looked into. */
export const MAX_PICTURE = 1024 * 1024
const MAX_CARRIED = 64 * 1024
const MAX_CHUNKS = 2_000

/** Why a picture carries nothing that can be read. */
export type Unbaked =
  | 'not-a-picture'
  | 'too-large'
  | 'damaged'
  | 'carries-nothing'
  | 'carries-two'
  | 'compressed'
  | 'other-form'
export type Carried = { carried: string } | { refused: Unbaked }

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Is this a PNG, by its first bytes? */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte)
}

/**
 * Puts a credential into a PNG; one that it already carries is replaced.
 * @param png a whole PNG
 * @param text a compact JWS, or JSON
 * @throws RangeError when it is no PNG
 */
export function bakePng(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(png)
  if (!chunks) throw new RangeError('This is no PNG.')
  const kept = chunks.filter((chunk) => !isCarrier(chunk)).map(({ whole }) => whole)
  const carrier = chunk('iTXt', joined([utf8(`${KEYWORD}\0\0\0\0\0`), utf8(text)]))
  return joined([Uint8Array.from(SIGNATURE), ...kept.slice(0, -1), carrier, ...kept.slice(-1)])
}

/** Takes out what a PNG carries. */
export function unbakePng(png: Uint8Array): Carried {
  if (png.length > MAX_PICTURE) return { refused: 'too-large' }
  if (!isPng(png)) return { refused: 'not-a-picture' }
  const chunks = chunksOf(png)
  if (!chunks) return { refused: 'damaged' }
  const [carrier, second] = chunks.filter(isCarrier)
  if (!carrier) return { refused: 'carries-nothing' }
  if (second) return { refused: 'carries-two' }
  if (carrier.type !== 'iTXt') return { refused: carrier.type === 'zTXt' ? 'compressed' : 'other-form' }
  const [compressed, method, ...rest] = carrier.data.subarray(KEYWORD.length + 1)
  if (compressed === 1) return { refused: 'compressed' }
  // No compression, no language, no translated keyword: what follows is the text.
  if (compressed !== 0 || method !== 0 || rest[0] !== 0 || rest[1] !== 0) return { refused: 'other-form' }
  if (rest.length > MAX_CARRIED) return { refused: 'too-large' }
  const text = fromUtf8(Uint8Array.from(rest.slice(2)))
  return text ? { carried: text } : { refused: 'damaged' }
}

/**
 * Puts a token into an SVG; one that it already carries is replaced.
 * @param svg whose root's tag comes first, or after an XML declaration
 * @throws RangeError when it is no such SVG, or the token is no compact JWS
 */
export function bakeSvg(svg: string, token: string): string {
  if (!/^[\w.-]+$/.test(token)) throw new RangeError('This is no token.')
  const bare = svg.replace(CARRIERS, '').replace(/\sxmlns:openbadges=(["']).*?\1/, '')
  const root = ROOT.exec(bare)
  if (!root) throw new RangeError('This is no SVG.')
  const [tag] = root
  const opened = `${tag.slice(0, -1)} xmlns:openbadges="${NAMESPACE}">`
  const element = `<openbadges:credential verify="${token}"></openbadges:credential>`
  return bare.replace(tag, () => opened + element)
}

/** After an XML declaration or none, and comments: the tag of the root. `DOCTYPE` can stand nowhere here. */
const ROOT = /^\uFEFF?(?:<\?xml[^?]*\?>)?(?:\s|<!--(?:(?!--)[\s\S])*-->)*<svg(?:\s[^<>]*[^<>/]|)>/
const CARRIER = '<openbadges:credential'
const CARRIERS = /<openbadges:credential\b[^>]*?(?:\/>|>[\s\S]*?<\/openbadges:credential\s*>)/g

/** Takes out what an SVG carries. It is read as text, so there is nothing in it that could expand or be fetched. */
export function unbakeSvg(svg: string): Carried {
  if (svg.length > MAX_PICTURE) return { refused: 'too-large' }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(svg)) return { refused: 'damaged' }
  const root = ROOT.exec(svg)?.[0]
  if (!root) return { refused: 'not-a-picture' }
  const carriers = timesIn(svg, CARRIER)
  if (carriers !== 1) return { refused: carriers === 0 ? 'carries-nothing' : 'carries-two' }
  const inside = svg.slice(root.length).trimStart()
  const named =
    root.includes(`xmlns:openbadges="${NAMESPACE}"`) || root.includes(`xmlns:openbadges='${NAMESPACE}'`)
  if (!inside.startsWith(CARRIER) || !named || timesIn(svg, 'xmlns:openbadges') !== 1)
    return { refused: 'other-form' }
  const carried = carriedBy(inside)
  if (!carried) return { refused: 'other-form' }
  return carried.length > MAX_CARRIED ? { refused: 'too-large' } : { carried }
}

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1
}

/** A token in its attribute, or else JSON in a CDATA section. */
function carriedBy(element: string): string | null {
  const end = element.indexOf('>')
  const token = /\sverify=(["'])([\w.-]+)\1/.exec(element.slice(0, end))?.[2]
  if (token) return token
  const content = element.slice(end + 1).trimStart()
  if (!content.startsWith('<![CDATA[')) return null
  return content.slice('<![CDATA['.length, content.indexOf(']]>')).trim() || null
}

interface Chunk {
  type: string
  data: Uint8Array
  whole: Uint8Array
}

/** The chunks of a PNG (W3C PNG §5), each with its checksum right; null when it is not a whole one. */
function chunksOf(png: Uint8Array): Chunk[] | null {
  if (!isPng(png)) return null
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    if (at + 12 > png.length || chunks.length === MAX_CHUNKS) return null
    const end = at + 12 + view.getUint32(at)
    if (end > png.length || view.getUint32(end - 4) !== crc32(png.subarray(at + 4, end - 4))) return null
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    chunks.push({ type, data: png.subarray(at + 8, end - 4), whole: png.subarray(at, end) })
    at = end
  }
  return chunks[0]?.type === 'IHDR' && chunks.findIndex(({ type }) => type === 'IEND') === chunks.length - 1
    ? chunks
    : null
}

function isCarrier({ type, data }: Chunk): boolean {
  return /^(?:iTXt|tEXt|zTXt)$/.test(type) && KEYWORD === latin1(data.subarray(0, data.indexOf(0)))
}

function latin1(bytes: Uint8Array): string {
  return bytes.length > 79 ? '' : String.fromCharCode(...bytes)
}

/** One chunk of a PNG: length, type, data, checksum. */
export function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const named = joined([utf8(type), data])
  return joined([fourBytes(data.length), named, fourBytes(crc32(named))])
}

function fourBytes(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as PNG has it (W3C PNG §5.5). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
