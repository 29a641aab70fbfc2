/**
 * What a PDF leads to: the addresses of its links (ISO 32000-1 §12.6.4.7), as our certificate and any resume carry
 * them. It is found by searching, not by following the file's own tables, which are often broken on the way. Nothing
 * it finds is believed: it says which record to look up.
 */
import { recordUrl } from './issuer.ts'
import { readPresented } from './presented.ts'

/** Applicant systems take 4 or 5 MB at most. */
const MAX_FILE = 6 * 1024 * 1024
/** Of packed objects, unpacked: together, and how many are tried. */
const MAX_UNPACKED = 16 * 1024 * 1024
const MAX_STREAMS = 2000
const MAX_ADDRESS = 2048
/** Links of one PDF: a file made to keep us busy has a million beginnings of one. */
const MAX_LINKS = 2000
/** Between an object's beginning and its stream; ours and others' need some 300. */
const MAX_DICTIONARY = 4096

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Do the bytes begin as a PDF does (within the first kilobyte, as readers allow)? */
export function isPdf(bytes: Uint8Array): boolean {
  return textOf(bytes.subarray(0, 1024)).includes('%PDF-')
}

/**
 * The records that a PDF links to.
 * @param origin of the issuer's service: only its links are ours
 * @returns their addresses, each once, in the order found; none for a file that is no PDF, or too large
 */
export async function recordsLinkedFrom(pdf: Uint8Array, origin: string): Promise<string[]> {
  const found = new Set<string>()
  for (const address of await linksOf(pdf)) {
    const presented = readPresented(address, origin)
    if (presented.kind === 'number' && /^https?:/i.test(address.trim()))
      found.add(recordUrl(origin, presented.number))
  }
  return [...found]
}

/** Every address that a link of the PDF opens, as it is written there. */
export async function linksOf(pdf: Uint8Array): Promise<string[]> {
  if (pdf.length > MAX_FILE || !isPdf(pdf)) return []
  const text = textOf(pdf)
  const links = addressesIn(text, MAX_LINKS)
  let left = MAX_UNPACKED
  // Streams lie one after another: together they are no longer than the file.
  let unread = pdf.length
  for (const packed of packedObjects(pdf, text)) {
    unread -= packed.length
    if (unread < 0) break
    const bytes = await unpack(packed, left)
    left -= bytes.length
    links.push(...addressesIn(textOf(bytes), MAX_LINKS - links.length))
    if (left <= 0) break
  }
  return links
}

/** One character a byte. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/**
 * `/URI (https://…)`, or the same in hexadecimal.
 * @param most that are looked at, whether they are one or not
 */
function addressesIn(text: string, most: number): string[] {
  const links: string[] = []
  let tried = 0
  for (const match of text.matchAll(/\/URI\s{0,8}(?=[(<])/g)) {
    if (++tried > most) break
    const at = match.index + match[0].length
    const address = text[at] === '(' ? literalAt(text, at) : hexadecimalAt(text, at)
    if (address) links.push(address)
  }
  return links
}

/** A string in parentheses (§7.3.4.2). */
function literalAt(text: string, start: number): string | null {
  let read = ''
  let depth = 0
  for (let at = start; at < text.length && read.length <= MAX_ADDRESS; at++) {
    const one = text[at] as string
    if (one === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      if (octal) read += String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
      else if (next !== '\n' && next !== '\r') read += ESCAPES[next] ?? next
      at += octal?.length ?? 1
    } else if (one === ')' && --depth === 0) return read
    else if (one === '(' && depth++ === 0) continue
    else read += one
  }
  return null
}

/** A string of hexadecimal digits (§7.3.4.3). */
function hexadecimalAt(text: string, start: number): string | null {
  const digits = /^<([\da-fA-F\s]*)>/
    .exec(text.slice(start, start + MAX_ADDRESS * 2))?.[1]
    ?.replace(/\s/g, '')
  if (!digits) return null
  return (digits.match(/..?/g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)))
    .join('')
}

/** Streams that hold objects (§7.5.7), still packed. */
function* packedObjects(pdf: Uint8Array, text: string): Generator<Uint8Array> {
  let tried = 0
  for (const match of text.matchAll(/\/ObjStm\b/g)) {
    if (++tried > MAX_STREAMS) return
    const before = text.slice(Math.max(0, match.index - MAX_DICTIONARY), match.index)
    const after = text.slice(match.index, match.index + MAX_DICTIONARY)
    const begin = after.indexOf('stream')
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj'))) + after.slice(0, begin)
    if (begin < 0 || !dictionary.includes('/FlateDecode')) continue
    const stream = match.index + begin + 'stream'.length
    const data = stream + (text[stream] === '\r' ? 2 : 1)
    const said = /\/Length\s+(\d{1,8})(?!\s+\d+\s+R)\b/.exec(dictionary)?.[1]
    const end = said ? data + Number(said) : text.indexOf('endstream', data)
    if (end < 0) return
    if (end > data && end <= pdf.length) yield pdf.subarray(data, end)
  }
}

/** @returns what came out before it was broken or too much */
async function unpack(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    while (length < most) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      length += value.length
    }
    await reader.cancel()
  } catch {
    // Cut or altered: what was read before is searched all the same.
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
