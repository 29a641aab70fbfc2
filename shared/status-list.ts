/**
 * Status lists (W3C Bitstring Status List 1.0). One sibling pair a list: the `revocation` list that anyone may
 * read, and the two-bit standing list (purpose `message`) at the same indexes, which our own verifiers read.
 */
import { fromBase64url, toBase64url } from './bytes.ts'
import { isInstant, secondsOf } from './dates.ts'
import { has, isObject } from './json.ts'
import { type Expected, open, SKEW } from './jws.ts'
import type { KeySet } from './key-set.ts'
import type { Reason } from './verdict.ts'

/** Entries of one list: the minimum that the specification asks for, so that a holder hides in a crowd. */
export const ENTRIES = 131_072

/** What two bits say, by value. */
export const standings = ['good', 'suspended', 'revoked', 'superseded'] as const
export type Standing = (typeof standings)[number]

/** Green needs a list signed within this many seconds; up to `KNOWN_FOR` it is told "as of". */
export const FRESH_FOR = 15 * 60
export const KNOWN_FOR = 24 * 3600

/** The most random list of 2 × 131,072 bits needs 43.8 kB as base64url. */
const MAX_ENCODED = 48 * 1024
const SEALED_STANDING: Expected = { purpose: 'status', typ: 'vc+jwt', maxLength: 68 * 1024 }

/** Where a credential's status is: its list's URL and its place in it. */
export interface StatusEntry {
  list: string
  index: number
}

export interface ReadStanding {
  standing: Standing
  /** When the list was signed, seconds since 1970. */
  signedAt: number
  freshness: 'fresh' | 'as-of'
}

/** The URL of the standing list beside a status list. */
export function standingUrl(list: string): string {
  return `${list}/standing.jwt`
}

/**
 * Packs entries into an `encodedList`: `size` bits each, most significant first, gzip, multibase `u`.
 * @param values by index; every index not named is 0
 */
export async function pack(values: Iterable<[index: number, value: number]>, size: 1 | 2): Promise<string> {
  const bits = new Uint8Array((ENTRIES * size) / 8)
  for (const [index, value] of values) {
    const bit = index * size
    bits[bit >> 3] = (bits[bit >> 3] as number) | (value << (8 - size - (bit & 7)))
  }
  const gzipped = new Response(new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip')))
  return `u${toBase64url(new Uint8Array(await gzipped.arrayBuffer()))}`
}

/**
 * Unpacks an `encodedList` of ours.
 * @returns the bits, or null when it is anything but one gzip member of exactly the right length
 */
export async function unpack(encodedList: unknown, size: 1 | 2): Promise<Uint8Array | null> {
  if (typeof encodedList !== 'string' || encodedList.length > MAX_ENCODED) return null
  if (!encodedList.startsWith('u')) return null
  const gzipped = fromBase64url(encodedList.slice(1))
  return gzipped && inflateExactly(gzipped, (ENTRIES * size) / 8)
}

/** The value at an index. */
export function valueAt(bits: Uint8Array, index: number, size: 1 | 2): number {
  const bit = index * size
  return ((bits[bit >> 3] as number) >> (8 - size - (bit & 7))) & ((1 << size) - 1)
}

/**
 * Judges a sealed standing list: its own signature, issuer, purpose, form and age first, then one entry.
 * @param sealed the list as fetched, null when it could not be had
 * @param issuer the DID of the credential's issuer; no one else's list counts
 */
export async function readStanding(
  sealed: string | null,
  entry: StatusEntry,
  issuer: string,
  keys: KeySet,
  now: Date,
): Promise<ReadStanding | { unavailable: Reason }> {
  if (sealed === null) return { unavailable: 'list-unreachable' }
  const list = await openedList(sealed, keys)
  if (has(list, 'unavailable')) return list
  if (list.issuer !== issuer || list.url !== entry.list) return { unavailable: 'list-not-ours' }
  const age = secondsOf(now) - list.signedAt
  if (age < -SKEW || age > list.lasts) return { unavailable: 'list-stale' }
  return {
    standing: standings[valueAt(list.bits, entry.index, 2)] as Standing,
    signedAt: list.signedAt,
    freshness: age <= FRESH_FOR ? 'fresh' : 'as-of',
  }
}

interface StandingList {
  url: string
  issuer: string
  signedAt: number
  /** Seconds for which it is known: less than `KNOWN_FOR` when it gives itself an earlier end. */
  lasts: number
  bits: Uint8Array
}

/** A page shows a hundred badges on one list: it is opened once. Only the last few are kept. */
const openedLists = new WeakMap<KeySet, Map<string, Promise<StandingList | { unavailable: Reason }>>>()

function openedList(sealed: string, keys: KeySet) {
  const lists = openedLists.get(keys) ?? new Map<string, Promise<StandingList | { unavailable: Reason }>>()
  openedLists.set(keys, lists)
  const known = lists.get(sealed)
  if (known) return known
  const opening = openList(sealed, keys)
  if (lists.size >= 4) lists.clear()
  lists.set(sealed, opening)
  return opening
}

async function openList(sealed: string, keys: KeySet): Promise<StandingList | { unavailable: Reason }> {
  const opened = await open(sealed, keys, SEALED_STANDING)
  if (has(opened, 'refused')) return { unavailable: 'list-unreadable' }
  const { payload, issuer } = opened
  const subject = payload.credentialSubject
  const ours =
    isObject(subject) &&
    payload.issuer === issuer &&
    payload.iss === issuer &&
    Array.isArray(payload.type) &&
    payload.type.includes('BitstringStatusListCredential') &&
    subject.type === 'BitstringStatusList' &&
    subject.statusPurpose === 'message' &&
    subject.statusSize === 2 &&
    typeof payload.id === 'string' &&
    payload.id.endsWith(standingUrl('')) &&
    (payload.validUntil === undefined || isInstant(payload.validUntil))
  if (!ours) return { unavailable: 'list-unreadable' }
  const bits = await unpack(subject.encodedList, 2)
  if (!bits) return { unavailable: 'list-unreadable' }
  const url = (payload.id as string).slice(0, -standingUrl('').length)
  const signedAt = payload.iat as number
  const lasts = payload.validUntil ? secondsOf(payload.validUntil as string) - signedAt : KNOWN_FOR
  return { url, issuer, signedAt, lasts: Math.min(lasts, KNOWN_FOR), bits }
}

/** Inflates one gzip member, and gives up as soon as it grows past `length`. */
async function inflateExactly(gzipped: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array | null> {
  const bits = new Uint8Array(length)
  let filled = 0
  const reader = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return filled === length ? bits : null
      if (filled + value.length > length) return null
      bits.set(value, filled)
      filled += value.length
    }
  } catch {
    return null
  } finally {
    reader.cancel().catch(() => {})
  }
}
