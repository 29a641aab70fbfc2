// A record removed: nothing of whose it was is left anywhere, the register still proves itself, and nobody is affected.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url, utf8 } from '../../shared/bytes.ts'
import { prepareErasure } from '../../worker/services/erase.ts'
import { makeRounds } from '../../worker/services/rounds.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn } from './console.ts'
import { dump, tracesOf } from './erasing.ts'
import { MARK, markedRecord, renamedRecord } from './marked.ts'
import { ask, issueOne, revoke, textOf } from './office.ts'
import { desk as asking, asks } from './requests.ts'

const desk = makeDesk(env)
const erase = async (number: string) => env.DB.batch(await prepareErasure(desk, number, 'holder'))

interface Leaf {
  position: number
  kind: string
  number: string
  commitment: string
  nonce: string
  hash: string
}
const leaves = async () => (await env.DB.prepare('SELECT * FROM leaf ORDER BY position').all<Leaf>()).results

async function hashed(...parts: ArrayLike<number>[]): Promise<string> {
  const bytes = Uint8Array.from(parts.flatMap((part) => Array.from(part)))
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** RFC 6962 §2.1, over the hashes of all leaves. */
async function rootOf(hashes: string[]): Promise<string> {
  if (hashes.length === 1) return hashes[0] as string
  const half = 2 ** Math.floor(Math.log2(hashes.length - 1))
  const [left, right] = [await rootOf(hashes.slice(0, half)), await rootOf(hashes.slice(half))]
  return hashed([1], fromBase64url(left) as Uint8Array, fromBase64url(right) as Uint8Array)
}

let number: string
let other: { number: string; token: string }
let before: { dump: Record<string, string[]>; leaves: Leaf[]; traces: Set<string> }

beforeAll(async () => {
  other = await issueOne(desk)
  number = await markedRecord()
  before = {
    dump: await dump(),
    leaves: await leaves(),
    traces: new Set((await tracesOf(MARK)).map((trace) => trace.split(':')[0] as string)),
  }
  await erase(number)
})

describe('removed', () => {
  test('the marked word stood in every table that can hold one, and stands nowhere', async () => {
    expect([...before.traces].sort()).toEqual([
      'audit',
      'credential',
      'event',
      'holder',
      'import',
      'import_row',
      'known_name',
      'outbox',
      'proposal',
      'request',
      'request_note',
      'token',
    ])
    const left = await tracesOf(MARK)
    // Its row in the sheet is gone; the name of the file goes with the last person in it.
    expect(left.filter((trace) => !trace.startsWith('import:'))).toEqual([])
  })

  test('nor in any page, export or answer', async () => {
    const ivy = await signedIn('approver')
    const subjects = await env.DB.prepare('SELECT DISTINCT subject FROM audit').all<{ subject: string }>()
    const sheets = await env.DB.prepare('SELECT id FROM import').all<{ id: string }>()
    const paths = [
      '/staff/find',
      '/staff/find.csv',
      '/staff/find.ndjson',
      '/staff/mail',
      '/staff/requests',
      '/staff/approvals',
      '/staff/audit',
      '/staff',
      `/staff/records/${number}`,
      ...sheets.results.flatMap(({ id }) =>
        [``, '/sheet.csv', '/report.csv', '/rows/2', '/rows/3'].map((end) => `/staff/imports/${id}${end}`),
      ),
      ...subjects.results
        .filter(({ subject }) => subject.startsWith('request/'))
        .map(({ subject }) => `/staff/requests/${subject.slice(8)}`),
    ]
    for (const path of paths) {
      const answer = await ivy.get(path)
      const text = (await textOf(answer)).replaceAll('zyxmark.csv', '')
      expect([path, answer.status, MARK.exec(text)?.input.slice(0, 0) ?? null]).toEqual([path, 200, null])
    }
    expect(await textOf(await ivy.get('/staff/find?q=zyxmarkson'))).toContain('Nothing found')
  })

  test('anyone is told so, and no more: 410, and no word of a person', async () => {
    const page = await ask(`/c/${number}`, { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(410)
    expect(await textOf(page)).toContain('This record was removed at its holder’s request')
    const batch = await ask(`/api/v1/credentials?numbers=${number}`)
    expect(await batch.json()).toEqual({ credentials: [{ number, state: 'erased' }] })
    const one = await ask(`/api/v1/credentials/${number}`)
    expect(await one.json()).toMatchObject({ state: 'erased', verdict: { state: 'erased' } })
  })

  test('whoever is somebody else keeps everything', async () => {
    const now = await dump()
    for (const [table, rows] of Object.entries(before.dump)) {
      const lost = rows.filter(
        (row) => !MARK.test(row) && !row.includes(number) && !now[table]?.includes(row),
      )
      // A second mention of the same person may say nothing marked: these tables are looked at row by row above.
      if (
        [
          'status_list',
          'token',
          'holder_link',
          'holder_session',
          'idempotency',
          'request_note',
          'audit',
        ].includes(table)
      )
        continue
      expect({ table, lost }).toEqual({ table, lost: [] })
    }
    expect((await verifyPresented(desk, other.token)).state).toBe('valid')
    const pat = await env.DB.prepare("SELECT cells, entry FROM import_row WHERE name = 'Pat Stays'").first()
    expect(JSON.stringify(pat)).toContain('Pat Stays')
  })

  test('the rounds find nothing more to do, and write nothing', async () => {
    const leavesNow = await leaves()
    await makeRounds(desk)
    expect(await leaves()).toEqual(leavesNow)
  })
})

describe('the register', () => {
  test('has the same leaves, and one more that tells of the removal; each hash and the root are what they were', async () => {
    const now = await leaves()
    const without = ({ nonce: _, ...leaf }: Leaf) => leaf
    expect(now.slice(0, before.leaves.length).map(without)).toEqual(before.leaves.map(without))
    expect(now.slice(before.leaves.length).map(({ kind, number: of }) => [kind, of])).toEqual([
      ['erased', number],
    ])
    for (const { kind, commitment, hash } of now)
      expect(hash).toBe(await hashed([0], utf8(`lssc-register/v1\n${kind}\n${commitment}`)))
    const hashes = (all: Leaf[]) => all.slice(0, before.leaves.length).map(({ hash }) => hash)
    expect(await rootOf(hashes(now))).toBe(await rootOf(hashes(before.leaves)))
  })

  test('opens no leaf of it any more, but the one of its removal', async () => {
    const own = (await leaves()).filter((leaf) => leaf.number === number)
    expect(new Set(own.map(({ kind, nonce }) => [kind === 'erased', nonce !== '']).map(String))).toEqual(
      new Set(['false,false', 'true,true']),
    )
    expect(
      (await leaves()).filter((leaf) => leaf.number === other.number).every(({ nonce }) => nonce !== ''),
    ).toBe(true)
  })
})

describe('an address that two records have', () => {
  test('leads to nothing while one of them stays; a request about the other, and a request of theirs, are kept', async () => {
    const email = 'shared@example.org'
    const [mine, stays] = [await issueOne(desk, { email }), await issueOne(desk, { email })]
    const typed = { who: 'Zed Shared', reach: email, remember: 'a course', year: '2012' }
    const [claim, about] = [
      await asks('claim', typed),
      await asks('correction', { ...typed, wrong: 'x', code: stays.number }),
    ]
    const kept = async () =>
      (
        await env.DB.prepare("SELECT id FROM request WHERE body LIKE '%Zed Shared%' ORDER BY id").all<{
          id: string
        }>()
      ).results.map(({ id }) => id)
    await erase(mine.number)
    expect(await kept()).toEqual([about, claim].sort())
    await erase(stays.number)
    expect(await kept()).toEqual([])
  })

  test('what someone asks about the number afterwards is kept', async () => {
    const mine = await issueOne(desk, { email: 'after@example.org' })
    await erase(mine.number)
    asking.wait(60)
    await asks('correction', {
      who: 'Later Asker',
      reach: 'l@example.org',
      wrong: 'Where is it?',
      code: mine.number,
    })
    await makeRounds(makeDesk(env, '2026-11-22T15:05:00.000Z'))
    const found = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM request WHERE body LIKE '%Later Asker%'",
    ).first('n')
    expect(found).toBe(1)
  })
})

describe('a copy that somebody kept', () => {
  test('reads as removed here, as replaced elsewhere, and never as withdrawn', async () => {
    const mine = await issueOne(desk, { email: 'copy@example.org' })
    await erase(mine.number)
    const verdict = await verifyPresented(desk, mine.token)
    expect([verdict.state, verdict.credential]).toEqual(['erased', undefined])
    const bits = await env.DB.prepare('SELECT standing FROM version WHERE number = ?1')
      .bind(mine.number)
      .all()
    expect(bits.results).toEqual([{ standing: 'superseded' }])
  })

  test('of what was withdrawn goes on reading withdrawn; its page says removed', async () => {
    const mine = await issueOne(desk, { email: 'withdrawn@example.org' })
    await revoke(desk, mine.number)
    await erase(mine.number)
    expect((await verifyPresented(desk, mine.token)).state).toBe('revoked')
    expect((await verifyPresented(desk, mine.number)).state).toBe('erased')
  })

  test('what was answered as if there were none still is', async () => {
    const mine = await issueOne(desk, { email: 'unknown@example.org' })
    await env.DB.prepare("UPDATE credential SET visibility = 'unknown' WHERE number = ?1")
      .bind(mine.number)
      .run()
    await erase(mine.number)
    expect((await verifyPresented(desk, mine.number)).state).toBe('not-found')
    expect((await ask(`/c/${mine.number}`, { headers: { Accept: 'text/html' } })).status).toBe(404)
  })
})

describe('someone who was renamed', () => {
  test('is removed under both numbers', async () => {
    const [old, now] = await renamedRecord()
    await erase(now)
    expect(await tracesOf(MARK)).toEqual([expect.stringMatching(/^import: /)])
    for (const one of [old, now]) expect((await verifyPresented(desk, one)).state).toBe('erased')
  })

  test('of the old number alone: nothing joins it to the new one', async () => {
    const [old, now] = await renamedRecord()
    await erase(old)
    const both = Object.values(await dump())
      .flat()
      .filter((row) => row.includes(old) && row.includes(now))
    expect(both).toEqual([])
    expect((await verifyPresented(desk, now)).state).toBe('valid')
  })
})
