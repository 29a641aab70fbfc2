// Everything that is held about a person: all of it, no secret, and nobody else.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { heldTables } from '../../worker/store/held-tables.ts'
import { makeDesk } from '../support/desk.ts'
import { choose, issueHers } from './chosen.ts'
import { signedIn } from './console.ts'
import { codeFor, holderOf, linkFor } from './holder.ts'
import { act, ada, ben, issueOne } from './office.ts'
import { asks, decide } from './requests.ts'

const desk = makeDesk(env)
const ivy = await signedIn('issuer')

const tables = async () =>
  (
    await env.DB.prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'd1_%'
         AND name NOT LIKE '_cf_%'`,
    ).all<{ name: string }>()
  ).results.map(({ name }) => name)

/** Hidden ones, too: those that are computed. */
const columns = async (table: string) =>
  (await env.DB.prepare(`PRAGMA table_xinfo("${table}")`).all<{ name: string }>()).results.map(
    ({ name }) => name,
  )

describe('the list of what is held', () => {
  test('has every table of the schema, and no other', async () => {
    expect(Object.keys(heldTables).sort()).toEqual((await tables()).sort())
  })

  test('tells every column of a table, or says why not', async () => {
    for (const [table, part] of Object.entries(heldTables)) {
      if (typeof part === 'string') continue
      const listed = [...part.tells, ...Object.keys(part.leaves ?? {})]
      expect(listed.sort(), table).toEqual((await columns(table)).sort())
    }
  })
})

async function taken(number: string) {
  const answer = await (await holderOf(number)).get(`/my/${number}/everything.json`)
  const text = await answer.text()
  return { text, file: JSON.parse(text) as { held: Record<string, Record<string, unknown>[]> } }
}

describe('the file', () => {
  test('has facts, tokens, events, letters, requests and answers, and when she came in', async () => {
    const { number, token } = await issueHers()
    const holder = await holderOf(number)
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    await act(desk, number, { act: 'reinstate' }, ben.name)
    await choose(holder, number, 'withheld')
    await holder.post(`/my/${number}/ask/correction`, { step: 'send', wrong: 'My region.' })
    const id =
      (await env.DB.prepare('SELECT id FROM request WHERE number = ?1').bind(number).first<string>('id')) ??
      ''
    await decide(ivy, id, { outcome: 'decline', number, reply: 'We left it as it is.' })
    await linkFor(number)
    const { file, text } = await taken(number)
    expect(file.held).toMatchObject({
      record: [{ number, visibility: 'withheld', record: { name: { display: 'Zenobia Quillfeather' } } }],
      signed: [{ version: 1, jwt: token }],
      happened: [
        { kind: 'issued', actor: 'the office' },
        { kind: 'suspended', reason: 'paperwork' },
        { kind: 'reinstated' },
        {
          kind: 'visibility-changed',
          actor: 'holder',
          detail: { to: 'withheld' },
          said: 'Changed who can see it',
        },
      ],
      requests: [{ id, body: { fields: { wrong: 'My region.' } }, decided_by: 'the office' }],
    })
    expect(file.held['links to her page']).toHaveLength(1)
    expect(file.held.sessions?.length).toBeGreaterThan(0)
    expect(text).toContain('We left it as it is.')
  })

  test('holds no secret and no digest of one', async () => {
    const { number } = await issueHers()
    const link = await linkFor(number)
    const { path, code } = await codeFor(number)
    const { text } = await taken(number)
    for (const secret of [link.split('/').at(-1), path.split('/').at(-1), code, code.replace(' ', '')])
      expect(text).not.toContain(secret)
    for (const table of ['holder_link', 'holder_session', 'holder_code'])
      for (const { digest } of (await env.DB.prepare(`SELECT digest FROM ${table}`).all<{ digest: string }>())
        .results)
        expect(text).not.toContain(digest)
  })

  test('names nobody of the office and no other holder', async () => {
    const [hers, other] = [await issueHers(), await issueHers()]
    // A name of one word, where it stands alone as in a note.
    await act(desk, hers.number, { act: 'suspend', reason: 'paperwork', note: 'Oonagh' }, 'Oonagh')
    await asks('misuse', { where: 'a forum', what: 'Cruel words.', code: hers.number })
    await ivy.post('/staff/approvals/new', {
      numbers: `${hers.number} ${other.number}`,
      what: 'suspend:appeal',
      publicNote: '',
      note: 'Both of them.',
    })
    const { text } = await taken(hers.number)
    for (const one of [ada.name, ben.name, ivy.name, 'Oonagh', other.number, 'Cruel words', 'Both of them'])
      expect(text).not.toContain(one)
  })

  test('with an address that a colleague has, too, has nothing that the colleague asked for', async () => {
    const email = `${crypto.randomUUID()}@library.example`
    const [hers, other] = [await issueOne(desk, { email }), await issueOne(desk, { email })]
    const colleague = await holderOf(other.number)
    await colleague.post(`/my/${other.number}/ask/correction`, { step: 'send', wrong: 'My former name.' })
    const typed = { who: 'Zed Colleague', reach: email, wrong: 'His own matter.' }
    const about = await asks('correction', { ...typed, code: other.number })
    await decide(ivy, about, { outcome: 'decline', number: other.number, reply: 'Dear Zed, no.' })
    await asks('correction', { ...typed, who: 'Her own', wrong: 'Her own matter.', code: hers.number })
    const { text } = await taken(hers.number)
    expect(text).toContain('Her own matter.')
    for (const one of [
      other.number,
      'My former name.',
      'Zed Colleague',
      'His own matter.',
      about,
      'Dear Zed',
    ])
      expect(text).not.toContain(one)
    expect((await taken(other.number)).text).toContain('His own matter.')
  })

  test('of somebody else’s record is not there', async () => {
    const { number } = await issueHers()
    const other = await holderOf((await issueHers()).number)
    expect((await other.get(`/my/${number}/everything.json`)).status).toBe(404)
  })
})
