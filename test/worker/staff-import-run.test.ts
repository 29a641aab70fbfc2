// A sheet is issued: by presses, by a page's script, by two at once; and by one person alone only up to 500 rows.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { advanceImport } from '../../worker/services/import.ts'
import { importsToApprove } from '../../worker/services/import-approval.ts'
import { rowsWaiting } from '../../worker/store/imports.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { cell, deedsOf, onRow, ownSheet, path, progressOf, rowsOf, uploaded } from './imports.ts'
import { ada, ask, textOf } from './office.ts'

let ivy: Visitor
let ben: Visitor
beforeAll(async () => {
  ivy = await signedIn('issuer')
  ben = await signedIn('approver')
})

const many = (count: number, change = {}) => ownSheet(...Array.from({ length: count }, () => change))
const issuedFrom = async (id: string) => (await rowsOf(id)).flatMap(({ number }) => number ?? [])
const records = () => env.DB.prepare('SELECT COUNT(*) AS n FROM credential').first<number>('n')
const script = { Accept: 'application/json' }

describe('a run', () => {
  test('goes on by presses, with its progress on the page, and reports what adds up', async () => {
    const id = await uploaded(ivy, ownSheet({ certified_on: '' }, ...Array.from({ length: 90 }, () => ({}))))
    const before = (await records()) ?? 0
    const first = await ivy.post(`${path}/${id}/run`, { begins: 'yes' })
    expect(first.headers.get('Location')).toBe(`${path}/${id}?done=ran#run`)
    const half = await textOf(await ivy.get(`${path}/${id}?done=ran`))
    expect(half).toContain('80 records issued so far, 10 to go.')
    expect(half).toContain('<progress id="run-progress" max="90" value="80">')
    await ivy.post(`${path}/${id}/run`, { begins: 'yes' })
    const done = await textOf(await ivy.get(`${path}/${id}`))
    expect(done).toContain('90 issued, 0 left out, 1 rejected, 0 waiting for a decision: 91 rows in all.')
    expect(await records()).toBe(before + 90)
    await ivy.post(`${path}/${id}/run`, { begins: 'yes' })
    expect(await records()).toBe(before + 90)
  })

  test('tells a script how far it is, and what is the matter', async () => {
    const id = await uploaded(ivy, many(3))
    const answer = await ivy.post(`${path}/${id}/run`, { begins: 'yes' }, script)
    expect(await answer.json()).toMatchObject({ progress: { issued: 3, waiting: 0 } })
    const ended = await ivy.post(`${path}/${id}/run`, {}, { ...script, Cookie: '' })
    expect([ended.status, await ended.json()]).toEqual([401, expect.objectContaining({ status: 401 })])
    const none = await ivy.post(`${path}/none/run`, {}, script)
    expect(none.status).toBe(404)
  })

  test('is audited once a press, and its report has the numbers and links', async () => {
    const id = await uploaded(ivy, many(2))
    await ivy.post(`${path}/${id}/run`, { begins: 'yes' })
    await ivy.post(`${path}/${id}/run`, {})
    expect((await deedsOf(id)).map(({ act, actor }) => [act, actor])).toEqual([
      ['uploaded-import', ivy.name],
      ['ran-import', ivy.name],
    ])
    const report = await textOf(await ivy.get(`${path}/${id}/report.csv`))
    for (const number of await issuedFrom(id)) {
      expect(report).toContain(`,issued,${number},${env.ORIGIN}/c/${number},`)
    }
  })

  test('by two at once issues every row exactly once', async () => {
    const id = await uploaded(ivy, many(60))
    const before = (await records()) ?? 0
    for (let i = 0; i < 6 && (await progressOf(id)).waiting > 0; i++) {
      const sent = [ivy, ben, ivy].map((one) => one.post(`${path}/${id}/run`, { begins: 'yes' }, script))
      for (const { status } of await Promise.all(sent)) expect(status).toBe(200)
    }
    expect(new Set(await issuedFrom(id)).size).toBe(60)
    expect(await records()).toBe(before + 60)
  })

  test('does not issue what someone changes at that moment as it was before', async () => {
    const id = await uploaded(ivy, many(2))
    const desk = makeDesk(env)
    let changed = false
    const db = new Proxy(desk.db, {
      get: (target, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              if (!changed) {
                changed = true
                await onRow(ben, id, 0, { act: 'leave-out' })
              }
              return target.batch(statements)
            }
          : Reflect.get(target, name).bind(target),
    })
    await advanceImport({ ...desk, db }, id, ivy.name)
    expect((await rowsOf(id)).map(({ fate }) => fate)).toEqual(['left-out', 'issued'])
  })

  test('goes on after a chunk that failed, and after one whose answer was lost', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const id = await uploaded(ivy, many(25))
    await env.DB.prepare(
      "CREATE TRIGGER fault BEFORE INSERT ON token WHEN (SELECT COUNT(*) FROM import_row WHERE number IS NOT NULL) % 7 = 3 BEGIN SELECT RAISE(ABORT, 'fault'); END",
    ).run()
    const failed = await ivy.post(`${path}/${id}/run`, { begins: 'yes' }, script)
    await env.DB.prepare('DROP TRIGGER fault').run()
    expect([200, 500]).toContain(failed.status)
    await ivy.post(`${path}/${id}/run`, { begins: 'yes' }, script)
    expect(new Set(await issuedFrom(id)).size).toBe(25)
  })

  test('leaves out a row that was issued otherwise since it was read', async () => {
    const id = await uploaded(ivy, many(2))
    const taken = (await rowsOf(id))[0]?.officeNumber as string
    const other = await uploaded(ivy, ownSheet({ credential_no: taken }))
    await ivy.post(`${path}/${other}/run`, { begins: 'yes' })
    await ivy.post(`${path}/${id}/run`, { begins: 'yes' })
    expect((await rowsOf(id)).map(({ fate }) => fate)).toEqual(['rejected', 'issued'])
    expect((await rowsOf(id))[0]?.findings[0]?.code).toBe('already-issued')
  })
})

describe('more than 500 rows', () => {
  let id: string
  beforeAll(async () => {
    id = await uploaded(ivy, many(501))
  })
  const approve = (visitor: Visitor, revision: number) =>
    visitor.post(`${path}/${id}`, { act: 'approve', revision: String(revision) })
  const advance = () =>
    ask(`/api/v1/imports/${id}`, { method: 'POST', headers: { Authorization: `Bearer ${ada.key}` } })

  test('are issued by nobody alone: not in the console, not by its script, not over the API', async () => {
    const pressed = await ivy.post(`${path}/${id}/run`, { begins: 'yes' })
    expect([pressed.status, await textOf(pressed)]).toEqual([
      409,
      expect.stringContaining('more than 500 take two people'),
    ])
    expect((await ivy.post(`${path}/${id}/run`, {}, script)).status).toBe(409)
    const answer = await advance()
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({
        type: 'urn:lssc:problem:needs-second-person',
        detail: expect.stringContaining(`${env.ORIGIN}${path}/${id}`),
      }),
    ])
    expect((await progressOf(id)).issued).toBe(0)
  })

  test('are asked for, and approved only by a second person who may', async () => {
    const small = await uploaded(ivy, many(1)) // which one person may run: nobody else is asked
    for (const asked of [id, small])
      expect((await ivy.post(`${path}/${asked}`, { act: 'ask' })).status).toBe(303)
    expect(await importsToApprove(makeDesk(env))).toMatchObject([{ id, actor: ivy.name, askedBy: ivy.name }])
    expect((await approve(ivy, 0)).status).toBe(403)
    await env.DB.prepare("UPDATE staff SET role = 'approver' WHERE name = ?1").bind(ivy.name).run()
    const own = await approve(ivy, 0)
    expect([own.status, await textOf(own)]).toEqual([409, expect.stringContaining('You uploaded this sheet')])
    await env.DB.prepare("UPDATE staff SET role = 'issuer' WHERE name = ?1").bind(ivy.name).run()
    expect((await approve(ben, 3)).status).toBe(409)
    expect((await advance()).status).toBe(409)
    expect(await textOf(await ben.get(`${path}/${id}`))).toContain('Approve issuing 501 records')
    expect((await approve(ben, 0)).status).toBe(303)
    expect(await importsToApprove(makeDesk(env))).toEqual([])
    expect((await deedsOf(id)).slice(-2).map(({ act, actor }) => [act, actor])).toEqual([
      ['asked-import-approval', ivy.name],
      ['approved-import', ben.name],
    ])
  })

  test('then run; and what is changed after the approval ends it', async () => {
    expect((await ivy.post(`${path}/${id}/run`, { begins: 'yes' }, script)).status).toBe(200)
    await onRow(ivy, id, 500, { act: 'leave-out' })
    await onRow(ivy, id, 500, { act: 'take-back' })
    expect((await progressOf(id)).issued).toBe(80)
    expect((await ivy.post(`${path}/${id}/run`, {}, script)).status).toBe(409)
    await onRow(ivy, id, 500, { act: 'leave-out' })
    expect((await ivy.post(`${path}/${id}/run`, {}, script)).status).toBe(200)
  })
})

test('a sheet is not approved by whoever wrote into it, even where someone else did so later', async () => {
  const id = await uploaded(ivy, many(501))
  const approve = (who: Visitor, revision: number) =>
    who.post(`${path}/${id}`, { act: 'approve', revision: String(revision) })
  await onRow(ben, id, 7, { act: 'edit', [cell('email')]: 'somebody@else.example' })
  await onRow(ivy, id, 7, { act: 'leave-out' })
  await onRow(ivy, id, 7, { act: 'take-back' })
  const own = await approve(ben, 3)
  expect([own.status, await textOf(own)]).toEqual([
    409,
    expect.stringContaining('You changed or decided rows'),
  ])
  expect((await approve(await signedIn('administrator'), 3)).status).toBe(303)
})

test('what is changed after an approval, while a chunk is on its way, is not issued with it', async () => {
  const id = await uploaded(ivy, many(501))
  await ben.post(`${path}/${id}`, { act: 'approve', revision: '0' })
  const desk = makeDesk(env)
  let changed = false
  // Between the question whether it may run, and the reading of what is next.
  const db = new Proxy(desk.db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            const statement = target.prepare(sql)
            if (!sql.includes('version, office_number AS officeNumber, entry') || changed) return statement
            changed = true
            const slow = {
              bind: (...values: unknown[]) => ({
                all: async () => {
                  await onRow(ivy, id, 0, { act: 'edit', [cell('email')]: 'nobody@agreed.example' })
                  return statement.bind(...values).all()
                },
              }),
            }
            return slow as unknown as D1PreparedStatement
          }
        : Reflect.get(target, name).bind(target),
  })
  await expect(advanceImport({ ...desk, db }, id, ivy.name)).rejects.toMatchObject({
    type: 'needs-second-person',
  })
  expect((await progressOf(id)).issued).toBe(0)
})

test('how many rows wait for a decision, or to be issued, is counted for Today', async () => {
  const before = await rowsWaiting(env.DB)
  const rowsOf = async () => {
    const { review, ready } = await rowsWaiting(env.DB)
    return [review.rows - before.review.rows, ready.rows - before.ready.rows]
  }
  const id = await uploaded(ivy, ownSheet({ display_name: 'Pat (formerly Bo) Example' }, {}))
  expect(await rowsOf()).toEqual([1, 1])
  await onRow(ivy, id, 0, { act: 'decide', decision: 'issue', why: 'Asked her.' })
  expect(await rowsOf()).toEqual([0, 2])
  await onRow(ivy, id, 1, { act: 'leave-out' })
  expect(await rowsOf()).toEqual([0, 1])
  await ivy.post(`${path}/${id}/run`, { begins: 'yes' }, script)
  expect(await rowsOf()).toEqual([0, 0])
})
