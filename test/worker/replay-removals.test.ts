// A database restored from before a removal: the list that was kept elsewhere does it again, and nobody else can use it.
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { prepareErasure } from '../../worker/services/erase.ts'
import { makeRounds } from '../../worker/services/rounds.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { keepErasure } from '../../worker/store/erasures.ts'
import { makeDesk } from '../support/desk.ts'
import { tables, tracesOf } from './erasing.ts'
import { lived, MARK, markedAward } from './marked.ts'
import { ada, ask, issueOne, post } from './office.ts'

const desk = makeDesk(env)
/** In an order in which each row finds what it points to. */
const FIRST = [
  'setting',
  'holder',
  'status_list',
  'credential',
  'version',
  'staff',
  'import',
  'request',
  'proposal',
]

type Backup = [table: string, rows: Record<string, unknown>[]][]

async function backUp(): Promise<Backup> {
  const names = [...FIRST, ...(await tables()).filter((name) => !FIRST.includes(name))]
  return Promise.all(
    names.map(async (name) => [name, (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results]),
  )
}

async function restore(backup: Backup): Promise<void> {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  for (const [table, rows] of backup)
    for (const { fate: _, ...row } of rows) {
      const names = Object.keys(row)
      const places = names.map((_, i) => `?${i + 1}`).join(', ')
      await env.DB.prepare(`INSERT OR IGNORE INTO "${table}" (${names.join(', ')}) VALUES (${places})`)
        .bind(...Object.values(row))
        .run()
    }
}

const taken = async () => {
  const answer = await ask('/api/v1/removals', { headers: { Authorization: `Bearer ${ada.key}` } })
  expect(answer.status).toBe(200)
  return (await answer.json<{ removals: string }>()).removals
}
const replay = async (removals: string) => {
  const answer = await post('/api/v1/removals', { removals })
  return { status: answer.status, ...(await answer.json<{ removed?: string[]; count?: number }>()) }
}

test('the list does the removals again, once, and says nothing of a person', async () => {
  const mine = await issueOne(desk, markedAward())
  await lived(mine.number)
  const other = await issueOne(desk)
  const backup = await backUp()
  await env.DB.batch(await prepareErasure(desk, mine.number, 'holder'))
  const later = await issueOne(desk, markedAward({ email: 'later@zyxmark.example' }))
  await env.DB.batch(await prepareErasure(desk, later.number, 'holder'))
  const list = await taken()
  expect(atob(list.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toMatch(MARK)

  await restore(backup)
  expect((await verifyPresented(desk, mine.number)).state).toBe('valid')
  expect(await tracesOf(MARK)).not.toEqual([])
  // The second was issued after the backup: there is nothing of it, and its number is remembered all the same.
  expect(await replay(list)).toMatchObject({ status: 200, count: 2, removed: [mine.number] })
  expect(await tracesOf(MARK)).toEqual([])
  expect((await verifyPresented(desk, mine.number)).state).toBe('erased')
  expect((await verifyPresented(desk, other.token)).state).toBe('valid')
  const history = () =>
    env.DB.prepare('SELECT kind, actor FROM event WHERE number = ?1 ORDER BY id DESC LIMIT 1')
      .bind(mine.number)
      .first()
  expect(await history()).toEqual({ kind: 'erased', actor: 'replay' })
  const leaves = await env.DB.prepare('SELECT COUNT(*) AS n FROM leaf').first<number>('n')
  expect(await replay(list)).toMatchObject({ status: 200, count: 2, removed: [] })
  expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM leaf').first<number>('n')).toBe(leaves)
  expect(await taken()).not.toBe('')
})

test('a list that was not signed by us removes nobody', async () => {
  const { number } = await issueOne(desk)
  const seal = (purpose: 'register' | 'status', typ: 'lssc-removals+jwt' | 'vc+jwt', iss = desk.keys.did) =>
    desk.keys.seal(purpose, typ, {
      iss,
      iat: 1_790_000_000,
      removals: `${number} 2026-11-22T15:00:00.000Z 0`,
    })
  const good = await seal('register', 'lssc-removals+jwt')
  const [head, , signature] = good.split('.') as [string, string, string]
  const forged = [
    'not a list',
    `${head}.${btoa(JSON.stringify({ removals: `${number} x 0` })).replaceAll('=', '')}.${signature}`,
    await seal('status', 'lssc-removals+jwt'),
    await seal('register', 'vc+jwt'),
  ]
  for (const list of forged) expect((await replay(list)).status).toBe(422)
  expect((await verifyPresented(desk, number)).state).toBe('valid')
  expect((await ask('/api/v1/removals')).status).toBe(401)
})

test('what is written of a removed record afterwards, the rounds remove', async () => {
  const { number } = await issueOne(desk, markedAward({ email: 'rounds@zyxmark.example' }))
  // As though the database had come back, and the list alone were in it.
  await keepErasure(env.DB, { number, erasedAt: desk.now().toISOString(), asUnknown: false }).run()
  expect((await verifyPresented(desk, number)).state).toBe('valid')
  await makeRounds(desk)
  expect((await verifyPresented(desk, number)).state).toBe('erased')
  expect(await tracesOf(MARK)).toEqual([])
  await env.DB.prepare(
    "INSERT INTO outbox (kind, number, address, subject, body, recorded_at) VALUES ('late', ?1, 'zyxmark@x.example', 'x', '\"x\"', '2026-11-22')",
  )
    .bind(number)
    .run()
  await makeRounds(desk)
  expect(await tracesOf(MARK)).toEqual([])
})
