// Making a share link: once, within bounds, and without our keeping its secret.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { makeShare, secretFor } from '../../worker/services/share.ts'
import { entryOf } from '../support/bits.ts'
import { forgetful, makeDesk } from '../support/desk.ts'
import { anew, issueOne } from './office.ts'
import { asked, shareOf, stateAt, tokenAt } from './shares.ts'

const desk = makeDesk(env)

describe('making a link', () => {
  test('keeps no secret: not in any row of any table', async () => {
    const { number } = await issueOne(desk)
    const { secret } = await shareOf(number)
    const tables = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all<{ name: string }>()
    for (const { name } of tables.results) {
      const rows = await env.DB.prepare(`SELECT * FROM "${name}"`).all()
      expect(JSON.stringify(rows.results), name).not.toContain(secret)
    }
  })

  test('draws 144 bits that only the session can tell, each asking another', async () => {
    const of = (session: string, number: string, request: string) => secretFor(session, number, request)
    const all = [of('s', 'n', 'r'), of('t', 'n', 'r'), of('s', 'm', 'r'), of('s', 'n', 'q')]
    expect(new Set(await Promise.all(all)).size).toBe(4)
    expect(await of('s', 'n', 'r')).toBe(await of('s', 'n', 'r'))
    expect(await of('s', 'n', 'r')).toMatch(/^[\w-]{24}$/)
  })

  test('commits row, entry, leaf and deed in one batch, and serves what was stored', async () => {
    const { number } = await issueOne(desk)
    const { path, id } = await shareOf(number)
    const stored = await env.DB.prepare('SELECT * FROM share_view WHERE share = ?1').bind(id).first()
    expect(await tokenAt(path)).toBe(stored?.jwt)
    expect(entryOf(stored?.jwt as string).index).toBe(stored?.entry)
    const leaf = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM leaf WHERE number = ?1 AND kind = 'share-made'",
    )
      .bind(number)
      .first<number>('n')
    expect(leaf).toBe(1)
    const deed = await env.DB.prepare("SELECT * FROM audit WHERE subject = ?1 AND act = 'share-made'")
      .bind(number)
      .first()
    expect(deed).toMatchObject({
      actor: 'holder',
      detail: JSON.stringify({ share: id, endsOn: asked.endsOn }),
    })
  })

  test('keeps its label out of what can never be taken away', async () => {
    const { number } = await issueOne(desk)
    await shareOf(number, { label: 'For the Zanzibar library' })
    for (const table of ['audit', 'event', 'leaf', 'idempotency']) {
      const rows = await env.DB.prepare(`SELECT * FROM ${table}`).all()
      expect(JSON.stringify(rows.results), table).not.toContain('Zanzibar')
    }
  })

  test('leaves the record’s own history alone: two persons who decide on it are not disturbed', async () => {
    const { number } = await issueOne(desk)
    const events = () =>
      env.DB.prepare('SELECT COUNT(*) AS n FROM event WHERE number = ?1').bind(number).first<number>('n')
    const before = await events()
    await shareOf(number)
    expect(await events()).toBe(before)
  })

  test('is done once, however often it is asked, also when its answer is lost', async () => {
    const { number } = await issueOne(desk)
    const [secret, request] = [await secretFor('s', number, 'one'), anew()]
    const lost = { ...desk, db: forgetful(env.DB) }
    await makeShare(lost, number, asked, secret, request)
    await makeShare(desk, number, asked, secret, request)
    const rows = await env.DB.prepare('SELECT COUNT(*) AS n FROM share WHERE number = ?1')
      .bind(number)
      .first<number>('n')
    expect(rows).toBe(1)
    expect(await stateAt(`/s/${secret}`)).toBe('valid')
  })

  test.each([
    [{ label: '' }, 'label'],
    [{ label: 'x'.repeat(81) }, 'label'],
    [{ label: 'two\nlines' }, 'label'],
    [{ endsOn: '2026-11-21' }, 'endsOn'],
    [{ endsOn: '2027-11-23' }, 'endsOn'],
    [{ endsOn: '2027-02-30' }, 'endsOn'],
    [{ endsOn: '' }, 'endsOn'],
  ])('refuses %j and says which field to mend', async (changes, field) => {
    const { number } = await issueOne(desk)
    await expect(shareOf(number, changes)).rejects.toMatchObject({
      type: 'invalid-input',
      extra: { errors: [{ field }] },
    })
  })

  test('takes the last day of a year, and today', async () => {
    const { number } = await issueOne(desk)
    for (const endsOn of ['2027-11-22', '2026-11-22'])
      expect(await stateAt((await shareOf(number, { endsOn })).path)).toBe('valid')
  })

  test('refuses the fifty-first open link, also when two ask at once', async () => {
    const { number } = await issueOne(desk)
    for (let i = 0; i < 49; i++) await shareOf(number, { fields: [] })
    const two = await Promise.allSettled([shareOf(number), shareOf(number)])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(shareOf(number)).rejects.toMatchObject({
      type: 'conflict',
      extra: { detail: expect.stringContaining('50 links') },
    })
  })

  test('never takes the status entry of a record, nor a record that of a link', async () => {
    const { number, token } = await issueOne(desk)
    const { id } = await shareOf(number)
    const { index } = entryOf(token)
    const view = await env.DB.prepare('SELECT list, entry FROM share_view WHERE share = ?1').bind(id).first()
    const insert = (table: string, columns: string, values: unknown[]) =>
      env.DB.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values.map(() => '?').join()})`)
        .bind(...values)
        .run()
    await expect(
      insert('share_view', 'share, version, number, list, entry, standing, signed_at, body_digest', [
        ...[id, 2, number, view?.list, index, 'good', '', 'x'],
      ]),
    ).rejects.toThrow('this entry is taken')
    await expect(
      insert('version', 'number, version, valid_from, signed_at, body_digest, list, entry, standing', [
        ...[number, 9, '', '', 'x', view?.list, view?.entry, 'good'],
      ]),
    ).rejects.toThrow('this entry is taken')
  })
})
