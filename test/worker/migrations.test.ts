// The migrations run on a database that has been in use: what the first tables held is there afterwards, and works.
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../worker/services/deliver.ts'
import { find, readSearch } from '../../worker/services/find.ts'
import { advanceImport, keepSheet, showImport } from '../../worker/services/import.ts'
import { importReport, sheetWithFindings } from '../../worker/services/import-files.ts'
import { openFile } from '../../worker/services/open-file.ts'
import { rename } from '../../worker/services/rename.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { ownSheet } from './imports.ts'
import { act, ada, anew, ask, ben, change, issueOne, revoke, textOf } from './office.ts'

const desk = makeDesk(env)

/** The tables of the first migration and their columns, in an order in which each row finds what it points to. */
const first: Record<string, string> = {
  setting: 'name, value',
  holder: 'id, display_name, email, region, country, created_at',
  status_list: 'list, changed, rendered, signed_at, standing_jwt, revocation_jwt',
  credential: `number, holder, office_number, record, certified_on, expires_on, current_version, standing, since,
    public_reason, successor, visibility, created_at`,
  version: 'number, version, valid_from, signed_at, body_digest, list, entry, standing',
  token: 'number, version, jwt',
  event: 'id, number, kind, effective_on, recorded_at, actor, reason, detail',
  leaf: 'position, kind, number, commitment, nonce, hash, recorded_at',
  idempotency: 'scope, key, body_digest, status, answer, recorded_at',
  outbox: 'id, kind, number, recorded_at, sent_at',
  import: 'id, actor, notes, created_at',
  import_row: 'import, line, record_id, outcome, findings, entry, number',
}

type Rows = Record<string, Record<string, unknown>[]>

async function dump(): Promise<Rows> {
  const tables: Rows = {}
  for (const [table, columns] of Object.entries(first)) {
    const found = await env.DB.prepare(`SELECT ${columns} FROM ${table}`).all()
    tables[table] = found.results
  }
  return tables
}

/** An office that has issued, changed, withdrawn and imported, and wrote to nobody yet. */
async function lived() {
  const rosa = await issueOne(desk, { email: 'rosa@example.org' })
  await change(desk, rosa.number, { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' })
  const gone = await issueOne(desk)
  await revoke(desk, gone.number)
  const pending = await issueOne(desk)
  await act(desk, pending.number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)
  const sheet = ownSheet(
    {},
    {},
    { certified_on: '' },
    { display_name: 'Pat (formerly Bo) Example' },
  ) as Uint8Array<ArrayBuffer>
  const { id } = await keepSheet(desk, sheet, ada.name)
  await env.DB.prepare('UPDATE outbox SET sent_at = recorded_at WHERE number = ?1').bind(gone.number).run()
  return { rosa, gone, pending, sheet, id }
}

let was: Awaited<ReturnType<typeof lived>>
let before: Rows
let ivy: Visitor

beforeAll(async () => {
  was = await lived()
  before = await dump()
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS.slice(0, 1))
  for (const [table, columns] of Object.entries(first)) {
    const names = columns.split(/,\s*/)
    const places = names.map((_, i) => `?${i + 1}`).join(', ')
    for (const row of before[table] ?? []) {
      const values = names.map((name) => row[name])
      await env.DB.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
        .bind(...values)
        .run()
    }
  }
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  ivy = await signedIn('issuer')
})

test('nothing of what was there is lost or changed', async () => {
  expect(before.credential).toHaveLength(3)
  expect(await dump()).toEqual(before)
})

describe('a record', () => {
  test('is read by everyone as before, has its page in the console, and is found by its name', async () => {
    const { rosa, gone } = was
    expect((await ask(`/c/${rosa.number}`, { headers: { Accept: 'text/html' } })).status).toBe(200)
    expect((await openFile(desk, rosa.number)).versions).toHaveLength(2)
    expect((await ivy.get(`/staff/records/${gone.number}`)).status).toBe(200)
    const { lines, unfolded } = await find(desk, readSearch({ q: 'whitcomb darlene' }))
    expect([lines.map(({ number }) => number), unfolded]).toEqual([
      expect.arrayContaining([rosa.number, gone.number]),
      0,
    ])
  })

  test('is changed as any other; a proposal of then still takes its second person', async () => {
    const { rosa, pending } = was
    const name = { display: 'Rosa Lind', order: 'given-first' } as const
    await rename(desk, rosa.number, { name, note: 'asked' }, ada.name, anew())
    const again = act(desk, pending.number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)
    await expect(again).rejects.toMatchObject({ type: 'conflict' })
    await act(desk, pending.number, { act: 'revoke', reason: 'issued-in-error' }, ada.name)
    expect((await openFile(desk, pending.number)).standing).toBe('revoked')
  })

  test('has its letters: what was sent stays so, what was due goes out', async () => {
    await deliver(desk)
    const states = async (number: string) =>
      (await openFile(desk, number)).letters.map(({ kind, state }) => `${kind} ${state}`)
    expect(new Set((await states(was.gone.number)).map((one) => one.split(' ')[1]))).toEqual(
      new Set(['sent']),
    )
    expect(await states(was.rosa.number)).toEqual(expect.arrayContaining(['issued kept', 'corrected kept']))
  })
})

describe('an import', () => {
  test('is known by its file, shown in every view, and its counts add up', async () => {
    expect(await keepSheet(desk, was.sheet, ada.name)).toEqual({ id: was.id, isNew: false })
    const { rows, progress } = await showImport(desk, was.id)
    expect(rows).toHaveLength(4)
    const { waiting, undecided, reject, issued, leftOut } = progress
    expect([waiting, undecided, reject, issued, leftOut]).toEqual([2, 1, 1, 0, 0])
    const path = `/staff/imports/${was.id}`
    for (const page of ['/staff/imports', path, ...rows.map(({ line }) => `${path}/rows/${line}`)]) {
      const answer = await ivy.get(page)
      expect([page, answer.status]).toEqual([page, 200])
      await textOf(answer)
    }
    expect(await sheetWithFindings(desk, was.id, 'all')).toContain('what is wrong')
    expect((await importReport(desk, was.id)).trim().split('\r\n')).toHaveLength(5)
  })

  test('is issued as it was read; a row of it cannot be mended, and that is said', async () => {
    const [, , third] = (await showImport(desk, was.id)).rows
    const mended = await ivy.post(`/staff/imports/${was.id}/rows/${third?.line}`, {
      act: 'edit',
      version: '0',
      'cell-0': 'x',
    })
    expect([422, 409]).toContain(mended.status)
    await textOf(mended)
    await advanceImport(desk, was.id, ada.name)
    expect((await showImport(desk, was.id)).progress).toMatchObject({ issued: 2, waiting: 0, undecided: 1 })
  })
})
