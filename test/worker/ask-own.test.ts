// What a holder asks of the office from her own page: with nothing typed twice, and with her session as proof.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { hoursTyped } from '../support/requests.ts'
import { issueHers } from './chosen.ts'
import { signedIn, type Visitor } from './console.ts'
import { holderOf } from './holder.ts'
import { textOf } from './office.ts'
import { asks, decide } from './requests.ts'

const ivy = await signedIn('issuer')

const wrong = { wrong: 'The region should be Texas.', step: 'send' }
const sends = (holder: Visitor, number: string, kind: string, fields: Record<string, string>) =>
  holder.post(`/my/${number}/ask/${kind}`, { step: 'send', ...fields })

async function sent(kind = 'correction', fields: Record<string, string> = wrong) {
  const { number } = await issueHers()
  const holder = await holderOf(number)
  expect((await sends(holder, number, kind, fields)).status).toBe(303)
  return { number, holder, ...(await newest(number)) }
}

async function newest(number: string) {
  const row = await env.DB.prepare(
    'SELECT id, kind, state, body, contact, own_page AS own, revision FROM request WHERE number = ?1 ORDER BY rowid DESC',
  )
    .bind(number)
    .first<{
      id: string
      kind: string
      state: string
      body: string
      contact: string
      own: number
      revision: number
    }>()
  if (!row) throw new Error('There is no request.')
  return row
}

const count = (number: string) =>
  env.DB.prepare('SELECT COUNT(*) AS n FROM request WHERE number = ?1').bind(number).first('n')

describe('a request', () => {
  test('carries her record and her address, and says to the office that she was signed in', async () => {
    const { number, id, body, contact, own } = await sent()
    expect(JSON.parse(body).fields).toMatchObject({
      who: 'Zenobia Quillfeather',
      code: number,
      wrong: wrong.wrong,
    })
    expect([contact, own]).toEqual([expect.stringContaining('@example.org'), 1])
    const page = await textOf(await ivy.get(`/staff/requests/${id}`))
    expect(page).toContain('from her or his own page')
    expect(page).toContain('Done already')
  })

  test('from anywhere else never says so, whatever it carries', async () => {
    const { number } = await issueHers()
    const id = await asks('correction', {
      who: 'Z',
      reach: 'z@example.org',
      code: number,
      wrong: 'x',
      own_page: '1',
    })
    expect(await textOf(await ivy.get(`/staff/requests/${id}`))).toContain('not known to be who they say')
    await expect(
      env.DB.prepare('UPDATE request SET own_page = 1 WHERE id = ?1').bind(id).run(),
    ).rejects.toThrow('stays as it was sent')
  })

  test('of a new name has the old one, and how the link is to go on', async () => {
    const { body } = await sent('name', { who: 'Zena Quill', how: 'new' })
    expect(JSON.parse(body).fields).toMatchObject({
      who: 'Zena Quill',
      was: 'Zenobia Quillfeather',
      how: 'new',
    })
  })

  test('of contact hours renews the record when the office accepts it', async () => {
    const { kind, body } = await sent('hours', hoursTyped(30, 4))
    expect([kind, JSON.parse(body).activities.length]).toEqual(['hours', 2])
  })

  test('of another address is answered there', async () => {
    expect((await sent('address', { reach: 'new@example.org' })).contact).toBe('new@example.org')
  })

  test('is one of its kind at a time; sent twice it is one', async () => {
    const { number, holder } = await sent()
    const again = await sends(holder, number, 'correction', { ...wrong, wrong: 'More.' })
    expect([again.status, await textOf(again)]).toEqual([
      409,
      expect.stringContaining('The office still has your request'),
    ])
    const fields = { reach: 'new@example.org', request: crypto.randomUUID() }
    const both = [sends(holder, number, 'address', fields), sends(holder, number, 'address', fields)]
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([303, 303])
    expect(await count(number)).toBe(2)
  })

  test('with something missing comes back with what was typed', async () => {
    const { number } = await issueHers()
    const answer = await sends(await holderOf(number), number, 'name', { who: 'Zena Quill' })
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('value="Zena Quill"')
    expect(await count(number)).toBe(0)
  })

  test('about somebody else’s record is a page that is not there', async () => {
    const { number } = await issueHers()
    const other = await holderOf((await issueHers()).number)
    expect((await sends(other, number, 'correction', wrong)).status).toBe(404)
    expect(await count(number)).toBe(0)
  })
})

describe('her list', () => {
  test('has the office’s answer, and neither what it checked nor what it noted nor who it was', async () => {
    const { number, holder, id } = await sent()
    await ivy.post(`/staff/requests/${id}`, { act: 'note', note: 'Seems fine.' })
    await decide(ivy, id, {
      outcome: 'decline',
      number,
      checked: 'The card index.',
      reply: 'We left it\nas it is.',
    })
    const page = await textOf(await holder.get(`/my/${number}/ask`))
    expect(page).toContain('We left it\nas it is.')
    expect(page).toContain('declined')
    expect(page).not.toMatch(/Seems fine|card index/)
    expect(page).not.toContain(ivy.name)
  })

  test('has nothing that a stranger sent about her number', async () => {
    const { number } = await issueHers()
    await asks('misuse', { where: 'a forum', what: 'They stole it.', code: number })
    expect(await textOf(await (await holderOf(number)).get(`/my/${number}/ask`))).not.toContain(
      'They stole it',
    )
  })
})

describe('taking back', () => {
  const takes = (holder: Visitor, number: string, id: string, seen = '0') =>
    holder.post(`/my/${number}/ask`, { id, seen })

  test('ends it, says so to the office, and makes room for another', async () => {
    const { number, holder, id } = await sent()
    expect((await takes(holder, number, id)).status).toBe(303)
    const page = await textOf(await ivy.get(`/staff/requests/${id}`))
    expect(page).toContain('Taken back by its holder')
    expect((await decide(ivy, id, { outcome: 'decline' })).status).toBe(409)
    expect((await sends(holder, number, 'correction', wrong)).status).toBe(303)
  })

  test('comes too late once the office has decided', async () => {
    const { number, holder, id } = await sent()
    await decide(ivy, id, { outcome: 'decline', number })
    expect((await takes(holder, number, id)).status).toBe(409)
    expect((await takes(holder, number, id, '1')).status).toBe(409)
  })

  test('reaches no request of anybody else, and none that was not sent from her page', async () => {
    const { id } = await sent()
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const stranger = await asks('misuse', { where: 'a forum', what: 'They stole it.', code: number })
    for (const one of [id, stranger, 'nothing'])
      expect((await takes(holder, number, one)).status, one).toBe(404)
  })
})
