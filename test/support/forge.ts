// Bytes and texts that nothing of ours would write.

import { toBase64url, utf8 } from '../../shared/bytes.ts'
import type { JsonObject } from '../../shared/json.ts'
import { ENTRIES } from '../../shared/status-list.ts'
import { once } from './corpus.ts'
import type { PublicJwk } from './mint.ts'

export function split(token: string): [header: string, payload: string, signature: string] {
  return token.split('.') as [string, string, string]
}

export function decode(part: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Another spelling of the same bytes: the unused bits of the last character set. */
export function strayBits(part: string): string {
  if (part.length % 4 === 0) throw new Error('no character of this part has bits to spare')
  return part.slice(0, -1) + ALPHABET[ALPHABET.indexOf(part.at(-1) as string) + 1]
}

/** The order of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** (r, n-s): the other signature that anyone can make of one. */
export function mirrored(signature: string): string {
  const bytes = decode(signature)
  const s = bytes.slice(32).reduce((total, byte) => (total << 8n) | BigInt(byte), 0n)
  const other = (ORDER - s).toString(16).padStart(64, '0')
  for (let i = 0; i < 32; i++) bytes[32 + i] = Number.parseInt(other.slice(i * 2, i * 2 + 2), 16)
  return toBase64url(bytes)
}

/** ASN.1 as OpenSSL writes it. */
export function der(signature: string): string {
  const bytes = decode(signature)
  const integer = (part: Uint8Array) => {
    const digits = part.slice(part.findIndex((byte) => byte !== 0))
    return [2, digits.length + (digits[0]! >> 7), ...(digits[0]! >> 7 ? [0] : []), ...digits]
  }
  const both = [...integer(bytes.slice(0, 32)), ...integer(bytes.slice(32))]
  return toBase64url(new Uint8Array([0x30, both.length, ...both]))
}

/** Signed with a secret that everyone can know. */
export async function hs256(
  secret: Uint8Array<ArrayBuffer>,
  header: JsonObject,
  claims: JsonObject,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const [head, body] = [{ ...header, alg: 'HS256' }, claims].map((part) =>
    toBase64url(utf8(JSON.stringify(part))),
  )
  const signature = await crypto.subtle.sign('HMAC', key, utf8(`${head}.${body}`))
  return `${head}.${body}.${toBase64url(new Uint8Array(signature))}`
}

export async function pem(jwk: PublicJwk): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'verify',
  ])
  const base64 = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('spki', key))))
  return utf8(
    `-----BEGIN PUBLIC KEY-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END PUBLIC KEY-----\n`,
  )
}

/** A symmetric signature is 43 characters; repeated, it has the length of one of ours. */
export function lengthened(token: string): string {
  return token + token.split('.')[2]
}

/** The claims as text, with something put in front of the first member. */
export function before(claims: JsonObject, members: string): string {
  return `{${members},${JSON.stringify(claims).slice(1)}`
}

/** Any bytes as an `encodedList`. */
export function encoded(bytes: Uint8Array): string {
  return `u${toBase64url(bytes)}`
}

export async function compressed(
  bytes: Uint8Array<ArrayBuffer>,
  format: 'gzip' | 'deflate' | 'deflate-raw' = 'gzip',
) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

export function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The bytes of a standing list. */
export const LIST_BYTES = (ENTRIES * 2) / 8
export const zeros = new Uint8Array(LIST_BYTES)
export const gzipped = once(() => compressed(zeros))

/** List bytes with one byte set. */
export function listWith(at: number, byte: number): Uint8Array<ArrayBuffer> {
  const bytes = zeros.slice()
  bytes[at] = byte
  return bytes
}
