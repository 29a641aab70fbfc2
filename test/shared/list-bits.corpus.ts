// Status lists that are signed as they should be, and whose compressed bits are not: none of them is read.
import { toBase64url, utf8 } from '../../shared/bytes.ts'
import type { Case } from '../support/corpus.ts'
import { compressed, encoded, gzipped, joined, LIST_BYTES, listWith, zeros } from '../support/forge.ts'
import { edit } from '../support/mint.ts'
import { listBytes, listClaim, opened, REVOKED, standing, unavailable, valid } from '../support/recipe.ts'

export const listBits: Case[] = [
  listBytes(
    'S01',
    'the two bits of index 5, most significant first',
    () => compressed(listWith(1, 0x20)),
    opened('revoked', REVOKED),
  ),
  listBytes(
    'S02',
    'the same two bits counted from the other end: index 6',
    () => compressed(listWith(1, 0x08)),
    valid,
  ),
  listBytes(
    'S02b',
    'every other entry is revoked',
    () => {
      const bytes = zeros.map(() => 0b10101010)
      bytes[1] = 0b10001010
      return compressed(bytes)
    },
    valid,
  ),
  listBytes('S06', '8,192 entries', () => compressed(new Uint8Array(2048)), unavailable('list-unreadable')),
  listBytes(
    'S06b',
    'one byte short',
    () => compressed(new Uint8Array(LIST_BYTES - 1)),
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S06c',
    'one byte long',
    () => compressed(new Uint8Array(LIST_BYTES + 1)),
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S06d',
    'twice as long',
    () => compressed(new Uint8Array(LIST_BYTES * 2)),
    unavailable('list-unreadable'),
  ),
  listBytes('S06e', 'no entry', () => compressed(new Uint8Array(0)), unavailable('list-unreadable')),
  listClaim(
    'S07',
    'a bomb too large to be opened',
    'credentialSubject.encodedList',
    `u${'A'.repeat(120_000)}`,
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S07b',
    'a bomb that fits: 8 MiB in 8 kB',
    () => compressed(new Uint8Array(8 * 1024 * 1024)),
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S07c',
    'a good list in more than 48 kB',
    async () => {
      const member = (await gzipped()).slice()
      member[3] = 8 // it has a file name, of 36,900 letters
      return joined(
        member.subarray(0, 10),
        new Uint8Array(36_900).fill(120),
        new Uint8Array(1),
        member.subarray(10),
      )
    },
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S08',
    'garbage after the gzip member',
    async () => joined(await gzipped(), utf8('garbage')),
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S08b',
    'zeros after the gzip member',
    async () => joined(await gzipped(), new Uint8Array(8)),
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S09',
    'two members that make one list',
    async () => {
      const half = await compressed(new Uint8Array(LIST_BYTES / 2))
      return joined(half, half)
    },
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S09b',
    'an empty member after the list',
    async () => joined(await gzipped(), await compressed(new Uint8Array(0))),
    unavailable('list-unreadable'),
  ),
  listBytes(
    'S09c',
    'an empty member before the list',
    async () => joined(await compressed(new Uint8Array(0)), await gzipped()),
    unavailable('list-unreadable'),
  ),
  ...[1, 8, 20].map((bytes, i) =>
    listBytes(
      `S10${['', 'b', 'c'][i]}`,
      `gzip truncated by ${bytes}`,
      async () => (await gzipped()).slice(0, -bytes),
      unavailable('list-unreadable'),
    ),
  ),
  listBytes('S10d', 'nothing', () => new Uint8Array(0), unavailable('list-unreadable')),
  listBytes(
    'S10e',
    'a wrong checksum',
    async () => {
      const bytes = (await gzipped()).slice()
      bytes[bytes.length - 5]! ^= 1
      return bytes
    },
    unavailable('list-unreadable'),
  ),
  listBytes('S11', 'zlib', () => compressed(zeros, 'deflate'), unavailable('list-unreadable')),
  listBytes(
    'S11b',
    'deflate without a frame',
    () => compressed(zeros, 'deflate-raw'),
    unavailable('list-unreadable'),
  ),
  listBytes('S11c', 'not compressed at all', () => zeros, unavailable('list-unreadable')),
  standing(
    'S12',
    'no multibase prefix',
    async ({ standing, signList }) =>
      signList(edit(standing, 'credentialSubject.encodedList', toBase64url(await gzipped()))),
    unavailable('list-unreadable'),
  ),
  standing(
    'S12b',
    'another multibase prefix',
    async ({ standing, signList }) =>
      signList(edit(standing, 'credentialSubject.encodedList', `m${toBase64url(await gzipped())}`)),
    unavailable('list-unreadable'),
  ),
  standing(
    'S13',
    'the alphabet with + and /',
    async ({ standing, signList }) => {
      const full = encoded(await compressed(zeros.map((_, i) => (i * 7919) >> 5)))
      if (!/[-_]/.test(full)) throw new Error('nothing to spell otherwise')
      return signList(
        edit(standing, 'credentialSubject.encodedList', full.replaceAll('-', '+').replaceAll('_', '/')),
      )
    },
    unavailable('list-unreadable'),
  ),
  standing(
    'S13b',
    'padding',
    async ({ standing, signList }) =>
      signList(edit(standing, 'credentialSubject.encodedList', `${encoded(await gzipped())}=`)),
    unavailable('list-unreadable'),
  ),
  ...[undefined, null, 7, ['u']].map((value, i) =>
    listClaim(
      `S13${'cdef'[i]}`,
      `encodedList ${JSON.stringify(value)}`,
      'credentialSubject.encodedList',
      value,
      unavailable('list-unreadable'),
    ),
  ),
]
