// The register: one leaf for every change, in order and without a gap, and nothing in it is ever altered.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url, utf8 } from '../../shared/bytes.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { act, ada, ben, change, issueOne, revoke } from './office.ts'

const desk = makeDesk(env)

interface Leaf {
  position: number
  kind: string
  number: string
  commitment: string
  nonce: string
  hash: string
}

async function leaves(number?: string): Promise<Leaf[]> {
  const all = await env.DB.prepare('SELECT * FROM leaf ORDER BY position').all<Leaf>()
  return all.results.filter((leaf) => number === undefined || leaf.number === number)
}

describe('the register', () => {
  test('has positions without a gap when twenty write at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, async () => (await issueOne(desk)).number))
    await Promise.all([
      ...Array.from({ length: 10 }, () => issueOne(desk)),
      ...numbers.slice(0, 10).map((number) => act(desk, number, { act: 'suspend', reason: 'paperwork' })),
    ])
    const positions = (await leaves()).map(({ position }) => position)
    expect(positions).toEqual(Array.from({ length: 40 }, (_, i) => i))
    const events = await env.DB.prepare('SELECT COUNT(*) AS n FROM event').first<number>('n')
    expect(events).toBe(40)
  })

  test('tells a life in order, with who, when and why', async () => {
    const { number } = await issueOne(desk)
    await change(desk, number, { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' })
    await act(desk, number, { act: 'suspend', reason: 'appeal' }, ben.name)
    await act(desk, number, { act: 'reinstate' })
    await revoke(desk, number)
    const kinds = ['issued', 'corrected', 'suspended', 'reinstated', 'withdrawal-proposed', 'revoked']
    expect((await leaves(number)).map(({ kind }) => kind)).toEqual(kinds)
    const events = await env.DB.prepare('SELECT kind, actor, reason FROM event WHERE number = ?1 ORDER BY id')
      .bind(number)
      .all()
    expect(events.results).toEqual([
      { kind: 'issued', actor: ada.name, reason: null },
      { kind: 'corrected', actor: ada.name, reason: 'moved' },
      { kind: 'suspended', actor: ben.name, reason: 'appeal' },
      { kind: 'reinstated', actor: ada.name, reason: null },
      { kind: 'withdrawal-proposed', actor: ada.name, reason: 'issued-in-error' },
      { kind: 'revoked', actor: ben.name, reason: 'issued-in-error' },
    ])
  })

  test('commits to the body that was signed: the nonce opens it, and nothing else does', async () => {
    const { number } = await issueOne(desk)
    const [leaf] = (await leaves(number)) as [Leaf]
    const digest = await env.DB.prepare('SELECT body_digest FROM version WHERE number = ?1')
      .bind(number)
      .first<string>('body_digest')
    expect(leaf.commitment).toBe(await hashed(fromBase64url(leaf.nonce)!, fromBase64url(digest!)!))
    expect(leaf.hash).toBe(await hashed([0], utf8(`lssc-register/v1\nissued\n${leaf.commitment}`)))
    const [other] = (await leaves((await issueOne(desk)).number)) as [Leaf]
    expect(other.nonce).not.toBe(leaf.nonce)
  })

  test.for(['leaf', 'event'])('%s: refuses UPDATE, DELETE and replacement', async (table) => {
    const before = await env.DB.prepare(`SELECT * FROM ${table}`).all()
    const forbidden = [
      `UPDATE ${table} SET kind = 'other'`,
      `DELETE FROM ${table}`,
      `DELETE FROM ${table} WHERE 1 = 1 LIMIT 1`,
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`,
      `UPDATE OR IGNORE ${table} SET number = 'x'`,
    ]
    for (const sql of forbidden) await expect(env.DB.prepare(sql).run(), sql).rejects.toThrow()
    expect((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results).toEqual(before.results)
  })

  test('withdrawn is withdrawn: no statement clears it', async () => {
    const { number } = await issueOne(desk)
    await revoke(desk, number)
    for (const table of ['version', 'credential']) {
      const clear = env.DB.prepare(`UPDATE ${table} SET standing = 'good' WHERE number = ?1`).bind(number)
      await expect(clear.run()).rejects.toThrow('final')
    }
  })
})

async function hashed(...parts: ArrayLike<number>[]): Promise<string> {
  const bytes = Uint8Array.from(parts.flatMap((part) => Array.from(part)))
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
