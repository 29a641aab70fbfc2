// Numbers and status entries tell nothing: not how many there are, nor who came after whom.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { isNumber } from '../../shared/number.ts'
import { ENTRIES } from '../../shared/status-list.ts'
import { drawEntries, drawNumber } from '../../worker/services/reserve.ts'
import { entryOf } from '../support/bits.ts'
import { makeDesk } from '../support/desk.ts'
import { issueOne } from './office.ts'

const desk = makeDesk(env)

/** Pearson's chi-square of counts that should all be equal. */
function chiSquare(drawn: number[], bins: number): number {
  const counts = Array(bins).fill(0) as number[]
  for (const bin of drawn) counts[bin]! += 1
  const expected = drawn.length / bins
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** With 63 degrees of freedom, chance alone leaves these bounds once in a million runs on either side. */
const [TOO_EVEN, TOO_UNEVEN] = [23, 132]

describe('status entries', () => {
  test('are spread evenly over the whole list, in every part of their bits, and from one to the next', async () => {
    const draws: number[] = []
    while (draws.length < 4000) draws.push(...(await drawEntries(desk, 20)).entries)
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...draws)).toBeLessThan(ENTRIES)
    const steps = draws.slice(1).map((entry, i) => (entry - draws[i]! + ENTRIES) % ENTRIES)
    for (const bins of [
      draws.map((entry) => Math.floor(entry / (ENTRIES / 64))),
      draws.map((entry) => entry % 64),
      steps.map((step) => Math.floor(step / (ENTRIES / 64))),
    ]) {
      expect(chiSquare(bins, 64)).toBeGreaterThan(TOO_EVEN)
      expect(chiSquare(bins, 64)).toBeLessThan(TOO_UNEVEN)
    }
  })

  test('that are taken are not given again, and none twice in one batch', async () => {
    const { token } = await issueOne(desk)
    const { index } = entryOf(token)
    const bytes = [0, index >> 16, (index >> 8) & 255, index & 255]
    let calls = 0
    const unlucky = {
      ...desk,
      random: (length: number) =>
        ++calls % 2 === 0 ? desk.random(length) : Uint8Array.from(bytes.slice(4 - length)),
    }
    const { entries } = await drawEntries(unlucky, 20)
    expect(entries).toHaveLength(20)
    expect(new Set(entries).size).toBe(20)
    expect(entries).not.toContain(index)
  })

  test('are unique in the table, whoever draws them', async () => {
    const { number, token } = await issueOne(desk)
    const twice = env.DB.prepare(
      "INSERT INTO version SELECT number, 9, valid_from, signed_at, body_digest, list, entry, 'good' FROM version WHERE number = ?1",
    ).bind(number)
    await expect(twice.run()).rejects.toThrow('UNIQUE')
    expect(entryOf(token).list).toBe(`${env.ORIGIN}/status/1`)
  })

  test('of a list that is a quarter full are drawn from the next', async () => {
    const { number } = await issueOne(desk)
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 33000)
       INSERT OR IGNORE INTO version SELECT ?1, i, '', '', '', 1, i, 'good' FROM n`,
    )
      .bind(number)
      .run()
    expect((await drawEntries(desk, 1)).list).toBe(2)
    expect(entryOf((await issueOne(desk)).token).list).toBe(`${env.ORIGIN}/status/2`)
  })
})

describe('numbers', () => {
  test('have eleven random symbols, each as likely as any other, and their check symbol', () => {
    const numbers = Array.from({ length: 4000 }, () => drawNumber(desk))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) expect(isNumber(number)).toBe(true)
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const plain = numbers.map((number) => number.replaceAll('-', ''))
    for (let place = 0; place < 12; place++) {
      const pairs = plain.map((number, i) => symbols.indexOf(number[place]!) * 2 + (i % 2))
      expect(chiSquare(pairs, 64), `symbol ${place}`).toBeLessThan(TOO_UNEVEN)
    }
  })

  test('never begin with TEST: those are for integrators', () => {
    const test = [26, 14, 25, 26, 1, 2, 3, 4, 5, 6, 7]
    let calls = 0
    const unlucky = {
      ...desk,
      random: (length: number) => (++calls <= 3 ? Uint8Array.from(test) : desk.random(length)),
    }
    expect(drawNumber(unlucky)).not.toMatch(/^TEST/)
    expect(calls).toBe(4)
  })
})
