// What `unpack` and `readStanding` refuse, one by one, is in `layers.corpus.ts` and `verify.corpus.ts`.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENTRIES, pack, readStanding, standings, unpack, valueAt } from '../../shared/status-list.ts'
import { encoded } from '../support/forge.ts'
import {
  did,
  index,
  list,
  makeOffice,
  makeStanding,
  now,
  revoked,
  sealStanding,
  suspended,
} from '../support/mint.ts'
import { makeRandom } from '../support/random.ts'

describe('vectors of others', () => {
  test('W3C: nothing set', async () => {
    const bits = await unpack('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA', 1)
    expect(bits).toEqual(new Uint8Array(16_384))
  })

  test('1EdTech: index 23 and no other', async () => {
    const bits = await unpack('uH4sIAAAAAAAAA-3BMQEAAAzDoMy_6cnoA9QFAAAAAAAAAAAAAAAAAAAAbD3uPa2cAEAAAA', 1)
    expect(bits?.[2]).toBe(1)
    expect(Array.from({ length: ENTRIES }, (_, i) => i).filter((i) => valueAt(bits!, i, 1) === 1)).toEqual([
      23,
    ])
  })
})

describe('bits', () => {
  test('one bit each, most significant first', () => {
    const bits = new Uint8Array([0b1000_0001, 0b0100_0000])
    expect(Array.from({ length: 16 }, (_, i) => valueAt(bits, i, 1))).toEqual([
      1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0,
    ])
  })

  test('two bits each, most significant first', () => {
    const bits = new Uint8Array([0b00_01_10_11, 0b11_00_00_10])
    expect(Array.from({ length: 8 }, (_, i) => valueAt(bits, i, 2))).toEqual([0, 1, 2, 3, 3, 0, 0, 2])
    expect(standings.map((_, value) => standings[value])).toEqual([
      'good',
      'suspended',
      'revoked',
      'superseded',
    ])
  })

  test.each([1, 2] as const)('what is packed at %i bits is unpacked, and nothing else', async (size) => {
    const entry = fc.tuple(fc.nat(ENTRIES - 1), fc.integer({ min: 1, max: size === 1 ? 1 : 3 }))
    const entries = fc.uniqueArray(entry, { selector: ([at]) => at, maxLength: 50 })
    await fc.assert(
      fc.asyncProperty(entries, async (values) => {
        const packed = await pack(values, size)
        expect(packed).toMatch(/^u[\w-]+$/)
        const bits = (await unpack(packed, size))!
        expect(bits).toHaveLength((ENTRIES * size) / 8)
        for (const [at, value] of values) expect(valueAt(bits, at, size)).toBe(value)
        const set = bits.reduce((total, byte) => total + byte.toString(2).replaceAll('0', '').length, 0)
        expect(set).toBe(values.reduce((total, [, value]) => total + (value === 3 ? 2 : 1), 0))
      }),
      { numRuns: 20 },
    )
  })

  test('an empty list is 51 bytes; the most random one stays within 48 kB', async () => {
    expect((await pack([], 1)).length).toBeLessThan(100)
    const random = makeRandom(7)
    const full = await pack(
      Array.from({ length: ENTRIES }, (_, i) => [i, random.below(4)] as [number, number]),
      2,
    )
    expect(full.length).toBeLessThan(48 * 1024)
    expect(await unpack(full, 2)).toHaveLength(32_768)
  })

  test('the smallest of lists that are not ours', async () => {
    expect(await unpack(encoded(new Uint8Array([0x1f, 0x8b])), 1)).toBeNull()
  })
})

test('a list is opened once for all the badges of a page, and each reads its own entry', async () => {
  const { keys, status } = await makeOffice()
  const sealed = await sealStanding(
    await makeStanding([
      [index, revoked],
      [6, suspended],
    ]),
    status,
  )
  let searched = 0
  const counted = new Proxy(keys, {
    get: (target, name, receiver) => {
      if (name === 'find') searched++
      return Reflect.get(target, name, receiver)
    },
  })
  const read = await Promise.all(
    Array.from({ length: 100 }, (_, i) => readStanding(sealed, { list, index: i }, did, counted, now)),
  )
  expect(read.map((one) => ('standing' in one ? one.standing : one.unavailable))).toEqual(
    Array.from({ length: 100 }, (_, i) => (i === index ? 'revoked' : i === 6 ? 'suspended' : 'good')),
  )
  expect(searched).toBe(1)
})

test('a list is judged anew for each set of keys', async () => {
  const [ours, others] = [await makeOffice(), await makeOffice()]
  const sealed = await sealStanding(await makeStanding(), ours.status)
  expect(await readStanding(sealed, { list, index }, did, ours.keys, now)).toMatchObject({ standing: 'good' })
  expect(await readStanding(sealed, { list, index }, did, others.keys, now)).toEqual({
    unavailable: 'list-unreadable',
  })
  const compromised = ours.keys.map((key) => ({ ...key, state: 'compromised' as const }))
  expect(await readStanding(sealed, { list, index }, did, compromised, now)).toEqual({
    unavailable: 'list-unreadable',
  })
})
