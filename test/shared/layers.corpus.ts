// Single layers of the verifier by themselves: where another layer would also catch it, only this shows that
// each of them does its own work.

import { fromBase64url, fromUtf8, utf8 } from '../../shared/bytes.ts'
import { readCredential } from '../../shared/credential.ts'
import { type Json, type JsonObject, parseOwn } from '../../shared/json.ts'
import { unpack, valueAt } from '../../shared/status-list.ts'
import { type Circumstances, type State, type Verdict, withCircumstances } from '../../shared/verdict.ts'
import { type Case, fact, once } from '../support/corpus.ts'
import { compressed, encoded, joined } from '../support/forge.ts'
import { edit, makeClaims, now, number } from '../support/mint.ts'
import { keySets } from './key-set.corpus.ts'

// --- one spelling: base64url, UTF-8, JSON ---

const read = (text: string): Json => {
  const bytes = fromBase64url(text)
  return bytes && Array.from(bytes)
}
const own = (text: string): Json => (parseOwn(text) ? 'read' : null)
const nested = (depth: number) => `{"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

const spellings: Case[] = [
  fact('B00', 'CONTROL', () => read('-_8'), [251, 255]),
  fact('B01', 'nothing', () => read(''), []),
  ...['-_8=', '+/8', '-_9', '-_8 ', ' -_8', '-\n_8', '-', '-_8-_', '-_8\u0000', '-_8é', '=', '-_8==='].map(
    (text, i) => fact(`B02${'abcdefghijkl'[i]}`, JSON.stringify(text), () => read(text), null),
  ),
  fact('T00', 'CONTROL: UTF-8', () => fromUtf8(utf8('Ñandú 📚')), 'Ñandú 📚'),
  fact(
    'T01',
    'a byte order mark stays',
    () => fromUtf8(joined(new Uint8Array([0xef, 0xbb, 0xbf]), utf8('x'))),
    '\ufeffx',
  ),
  ...[[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80]].map((bytes, i) =>
    fact(`T02${'abcdef'[i]}`, `bytes ${bytes}`, () => fromUtf8(new Uint8Array(bytes)), null),
  ),
  fact('O00', 'CONTROL: JSON', () => parseOwn('{"a":[1,"x",null,true,{}]}'), { a: [1, 'x', null, true, {}] }),
  ...[
    '[]',
    'null',
    '"x"',
    '7',
    '',
    '{',
    '{"a":1,"a":1}',
    '{"a":{"b":1,"b":2}}',
    '{"a": 1}',
    '{"a":1}\n',
    '\ufeff{}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":1e400}',
    '{"a":-0}',
    '{"a":9007199254740993}',
    '{"a":"\\u0041"}',
    '{"a":"\\/"}',
    '{"b":1,"1":2}',
    '{"a":1,}',
    "{'a':1}",
    '{"a":NaN}',
    '{"a":1}{"a":1}',
    '{"a":"\\ud800"}',
    '{"a":["\\udfff"]}',
    '{"\\ud800":1}',
  ].map((text, i) => fact(`O01${'abcdefghijklmnopqrstuvwxyz'[i]}`, text, () => own(text), null)),
  fact('O02', 'a backslash before what looks like half a pair', () => own('{"a":"\\\\ud800"}'), 'read'),
  fact(
    'O03',
    'brackets inside text are no depth',
    () => own(`{"a":"${'['.repeat(99)}\\"${'{'.repeat(99)}"}`),
    'read',
  ),
  fact('O04', 'depth 16 and 17', () => [own(nested(16)), own(nested(17))], ['read', null]),
  fact('O05', 'depth 100,000', () => own(nested(100_000)), null),
  fact('O06', 'closed and opened again', () => own(`{"a":[${Array(50).fill('[[]]').join()}]}`), 'read'),
  fact(
    'O07',
    '1,000 and 1,001 members',
    () =>
      [1000, 1001].map((length) =>
        own(JSON.stringify(Object.fromEntries(Array.from({ length }, (_, i) => [`k${i}`, 0])))),
      ),
    ['read', null],
  ),
  fact(
    'O08',
    '1,000 and 1,001 members, wherever they are',
    () => [998, 999].map((length) => own(JSON.stringify({ a: Array(length).fill(0), b: {} }))),
    ['read', null],
  ),
  fact(
    'O09',
    '__proto__ is a member like any other, of this object only',
    () => {
      const value = parseOwn('{"__proto__":{"admin":true}}') as JsonObject
      return [Object.keys(value), 'admin' in value, 'admin' in {}]
    },
    [['__proto__'], false, false],
  ),
]

// --- bits ---

const gzippedZeros = once(() => compressed(new Uint8Array(32_768)))

/** The same gzip member with a file name of so many letters. */
async function named(letters: number): Promise<string> {
  const member = (await gzippedZeros()).slice()
  member[3] = 8 // FNAME
  return encoded(
    joined(member.subarray(0, 10), new Uint8Array(letters).fill(120), new Uint8Array(1), member.subarray(10)),
  )
}

const length = async (list: Json, size: 1 | 2) => (await unpack(list, size))?.length ?? null

const bits: Case[] = [
  fact('U00', 'CONTROL: 32 KiB for two bits', async () => length(encoded(await gzippedZeros()), 2), 32_768),
  fact('U01', '32 KiB for one bit', async () => length(encoded(await gzippedZeros()), 1), null),
  fact(
    'U02',
    '48 kB and no more are decoded',
    async () => [
      (await named(36_000)).length < 49_152,
      await length(await named(36_000), 2),
      await length(await named(36_900), 2),
    ],
    [true, 32_768, null],
  ),
  ...[null, 7, '', 'u', [], {}].map((list, i) =>
    fact(`U03${'abcdef'[i]}`, JSON.stringify(list), () => length(list, 2), null),
  ),
  fact(
    'U04',
    'the first and the last value of two bits',
    () => {
      const list = new Uint8Array(32_768)
      list[0] = 0b11_00_00_01
      list[32_767] = 0b00_00_00_10
      return [0, 1, 3, 131_070, 131_071].map((index) => valueAt(list, index, 2))
    },
    [3, 0, 1, 0, 2],
  ),
]

// --- a credential as read, and what is told beside a verdict ---

const noted = (state: State, notes?: Circumstances): Json => {
  const verdict: Verdict = { state, checks: [], checkedAt: now.toISOString(), by: 'server' }
  return (withCircumstances(verdict, notes).circumstances as Json | undefined) ?? null
}
const revokedNotes: Circumstances = {
  state: 'revoked',
  since: '2026-05-04',
  reason: 'Asked for by its holder',
}

const readings: Case[] = [
  fact(
    'C00',
    'CONTROL: a credential',
    async () => readCredential(await makeClaims())?.number ?? null,
    number,
  ),
  ...[undefined, null, '1', 1.5].map((iat, i) =>
    fact(
      `C01${'abcd'[i]}`,
      `iat ${JSON.stringify(iat)}`,
      async () => readCredential(edit(await makeClaims(), 'iat', iat)) as Json,
      null,
    ),
  ),
  fact(
    'C02',
    'any one member taken away',
    async () => {
      const claims = await makeClaims()
      const needed = Object.keys(claims).filter(
        (member) => readCredential(edit(claims, member, undefined)) === null,
      )
      return Object.keys(claims).filter((member) => !needed.includes(member))
    },
    ['name', 'credentialSchema', 'refreshService'],
  ),
  fact(
    'C03',
    'every member, at any depth, of every other type: read or refused, never thrown',
    async () => {
      const claims = await makeClaims()
      const others: (Json | undefined)[] = [undefined, null, 7, '', 'x', [], {}]
      const thrown: string[] = []
      const walk = (parent: JsonObject, path: string): void => {
        for (const [name, value] of Object.entries(parent)) {
          for (const other of others.slice(Array.isArray(parent) ? 1 : 0)) {
            parent[name] = other as Json
            try {
              readCredential(claims)
            } catch (error) {
              thrown.push(`${path}${name} ${JSON.stringify(other)} ${error}`)
            }
          }
          parent[name] = value
          if (typeof value === 'object') walk(value as JsonObject, `${path}${name}.`)
        }
      }
      walk(claims, '')
      if (readCredential(claims)?.number !== number) thrown.push('the walk itself has changed something')
      return thrown
    },
    [],
  ),
  fact(
    'W00',
    'CONTROL: the signed bits say the same',
    () => noted('revoked', revokedNotes),
    revokedNotes as unknown as Json,
  ),
  ...(
    [
      'valid',
      'as-of',
      'expired',
      'suspended',
      'superseded',
      'not-on-file',
      'status-unavailable',
      'bad-signature',
    ] as const
  ).map((state, i) =>
    fact(`W01${'abcdefgh'[i]}`, `the signed bits say ${state}`, () => noted(state, revokedNotes), null),
  ),
  fact('W02', 'no notes', () => noted('revoked'), null),
]

export const layers: Case[] = [...keySets, ...spellings, ...bits, ...readings]
