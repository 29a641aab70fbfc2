// What follows from a request for a record: found, its address changed, renewed; in one piece with the answer.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { deliver } from '../../worker/services/deliver.ts'
import { openHolderLink } from '../../worker/services/holder-access.ts'
import { requestById } from '../../worker/store/requests.ts'
import { asked, hoursTyped } from '../support/requests.ts'
import type { Visitor } from './console.ts'
import { linkFor } from './holder.ts'
import { deskWith, mailbox, nothingDue } from './mailbox.ts'
import { act, ask, ben, issueOne, textOf } from './office.ts'
import { answer, asks, decide, deeds, desk, ivy, letters, rows } from './requests.ts'

describe('a lost address', () => {
  const lost = () => asks('address', asked.address)

  test('accepted: mail goes to the new one, the old one is told, and the record’s history has neither', async () => {
    const { number } = await issueOne(desk, { email: 'old@example.org' })
    const id = await lost()
    expect((await decide(ivy, id, { outcome: 'accept', number, reply: `New ${id}` })).status).toBe(303)
    const [holder] = await rows<{ email: string; record: string }>(
      `SELECT h.email, c.record ->> '$.email' AS record FROM credential c JOIN holder h ON h.id = c.holder WHERE c.number = ?1`,
      number,
    )
    expect(holder).toEqual({ email: 'new@example.org', record: 'new@example.org' })
    const [event] = await rows<{ kind: string; actor: string; detail: string; reason: string | null }>(
      'SELECT kind, actor, detail, reason FROM event WHERE number = ?1 ORDER BY id DESC LIMIT 1',
      number,
    )
    expect(event).toEqual({
      kind: 'address-changed',
      actor: ivy.name,
      detail: JSON.stringify({ request: id }),
      reason: null,
    })
    const mail = await rows<{ kind: string; address: string; body: string }>(
      'SELECT kind, address, body FROM outbox WHERE number = ?1 AND address IS NOT NULL ORDER BY id',
      number,
    )
    expect(mail.map(({ address }) => address)).toEqual(['old@example.org', 'new@example.org'])
    expect(mail[1]?.kind).toBe('request-answered')
    expect(mail[0]?.body).not.toContain('new@example.org')
    expect((await deeds(id))[0]?.detail).not.toContain('@')
  })

  test('takes a record; asking for more and declining change nothing', async () => {
    const { number } = await issueOne(desk, { email: 'old@example.org' })
    const id = await lost()
    expect((await decide(ivy, id, { outcome: 'accept', number: '' })).status).toBe(422)
    await decide(ivy, id, { outcome: 'decline', number })
    expect(await rows('SELECT 1 FROM event WHERE number = ?1', number)).toHaveLength(1)
  })

  test('not while a withdrawal waits for its second person', async () => {
    const { number } = await issueOne(desk)
    await act(desk, number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)
    const id = await lost()
    const response = await decide(ivy, id, { outcome: 'accept', number })
    expect([response.status, await textOf(response)]).toEqual([
      409,
      expect.stringContaining('decide that first'),
    ])
    expect(await requestById(env.DB, id)).toMatchObject({ state: 'open' })
  })
})

describe('an old certificate, found', () => {
  const claimed = { ...asked.address, was: 'Darlene Ames', year: '2012', reach: 'found@example.org' }

  test('the whole way: asked at the door, decided by the office, and in by the link of the letter', async () => {
    await nothingDue()
    const { number } = await issueOne(desk, { email: 'gone@example.org' })
    const id = await asks('claim', claimed)
    const accepted = await decide(ivy, id, { outcome: 'accept', number, reply: `Found ${id}` })
    expect(accepted.status).toBe(303)
    const { got, post } = mailbox()
    await deliver(deskWith(post))
    const mailed = got.filter(({ to }) => to === 'found@example.org').map(({ text }) => text)
    expect(mailed.some((text) => text.includes(`Found ${id}`))).toBe(true)
    const path = mailed.map((text) => /\/my\/open\/[\w-]{32}$/m.exec(text)?.[0]).find(Boolean) ?? ''
    const opened = await ask(path, {
      method: 'POST',
      headers: { Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
    })
    const cookie = opened.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    expect((await ask(`/my/${number}`, { headers: { Cookie: cookie } })).status).toBe(200)
    expect(got.some(({ to, text }) => to === 'gone@example.org' && !text.includes('found@'))).toBe(true)
  })

  test('takes a record; where the address is on file already, only a new link goes there, and older ones end', async () => {
    const { number } = await issueOne(desk, { email: 'found@example.org' })
    const id = await asks('claim', claimed)
    expect((await decide(ivy, id, { outcome: 'accept', number: '' })).status).toBe(422)
    const link = (await linkFor(number)).slice('/my/open/'.length)
    expect((await decide(ivy, id, { outcome: 'accept', number })).status).toBe(303)
    expect(await openHolderLink(desk, link)).toBeNull()
    const mail = await rows<{ kind: string }>('SELECT kind FROM outbox WHERE number = ?1 ORDER BY id', number)
    expect(mail.map(({ kind }) => kind)).toEqual(['issued', 'my-link', 'request-answered'])
    expect(await rows('SELECT 1 FROM event WHERE number = ?1', number)).toHaveLength(1)
  })
})

describe('contact hours', () => {
  const due = () =>
    issueOne(desk, { certifiedOn: '2023-03-01', enrolledOn: '2021-01-01', email: 'd@example.org' })
  const renew = (number: string, more: Record<string, string> = {}) => ({
    outcome: 'accept',
    number,
    on: '2026-11-20',
    'reason-0': '',
    'reason-1': '',
    ...more,
  })
  /** A form in which both boxes are ticked. */
  const both = (who: Visitor, id: string, fields: Record<string, string>, counts = ['0', '1']) => {
    const body = new URLSearchParams({ token: who.token, request: crypto.randomUUID(), ...answer(fields) })
    for (const one of counts) body.append('counts', one)
    return fetchForm(who, `/staff/requests/${id}`, body)
  }

  test('accepted: renewed with what counts, in one piece with the answer', async () => {
    const { number } = await due()
    const id = await asks('hours', hoursTyped(30, 4))
    expect((await both(ivy, id, renew(number, { reply: `Renewed ${id}` }))).status).toBe(303)
    const [event] = await rows<{ kind: string; detail: string }>(
      'SELECT kind, detail FROM event WHERE number = ?1 ORDER BY id DESC LIMIT 1',
      number,
    )
    expect(event).toEqual({ kind: 'renewed', detail: '{"contactHours":34,"technologyHours":4}' })
    const [record] = await rows<{ expires: string }>(
      'SELECT expires_on AS expires FROM credential WHERE number = ?1',
      number,
    )
    expect(record?.expires).toBe('2031-03-01')
    expect(await requestById(env.DB, id)).toMatchObject({ state: 'done' })
  })

  test('one is struck: with a reason, and what is left must be enough', async () => {
    const { number } = await due()
    const id = await asks('hours', hoursTyped(30, 4))
    const silent = await both(ivy, id, renew(number), ['1'])
    expect(await textOf(silent)).toContain('href="#f-reason-0"')
    const response = await both(ivy, id, renew(number, { 'reason-0': 'Before this term.' }), ['1'])
    expect(response.status).toBe(422)
    const page = await textOf(response)
    expect(page).toContain('A renewal takes 32 contact hours; 4 are given.')
    expect(page).toContain('Before this term.')
    expect(await rows('SELECT 1 FROM event WHERE number = ?1', number)).toHaveLength(1)
    expect(await requestById(env.DB, id)).toMatchObject({ state: 'open' })
  })

  test('a reason beside one that counts is a slip, and asked about', async () => {
    const { number } = await due()
    const id = await asks('hours', hoursTyped(30, 4))
    const page = await textOf(await both(ivy, id, renew(number, { 'reason-1': 'Too short.' })))
    expect(page).toContain('Activity 2 has a reason why it does not count, and counts')
    expect(page).toContain('value="Too short."')
  })

  test('on a day that is none: refused, whatever it sorts between', async () => {
    const { number } = await due()
    const id = await asks('hours', hoursTyped(30, 4))
    for (const on of ['2026-11-20zzz', '2026-11-31', '']) {
      const answered = await both(ivy, id, renew(number, { on }))
      expect([on, answered.status]).toEqual([on, 422])
      expect(await textOf(answered)).toContain('href="#f-on"')
    }
  })

  test('outside the renewal window: refused, and said why', async () => {
    const { number } = await issueOne(desk)
    const id = await asks('hours', hoursTyped(30, 4))
    const page = await textOf(await both(ivy, id, renew(number)))
    expect(page).toContain('outside the renewal window')
    expect(await letters(id)).toEqual([])
  })
})

describe('the candidates', () => {
  const candidates = async (id: string) =>
    (await textOf(await ivy.get(`/staff/requests/${id}`))).match(/\/staff\/records\/[0-9A-Z-]{14}"/g) ?? []

  test('by code, by office number, by address, by name with and without its marks', async () => {
    const { number } = await issueOne(desk, {
      name: { display: 'José Ñandú', given: 'José', family: 'Ñandú', order: 'given-first' },
      email: 'JOSE@example.org',
    })
    await env.DB.prepare("UPDATE credential SET office_number = 'LSSC-2012-0777' WHERE number = ?1")
      .bind(number)
      .run()
    const nobody = { where: 'x', what: 'y' }
    for (const clue of [
      { code: number },
      { code: 'lssc–2012–0777' },
      { reach: 'jose@example.org' },
      { who: 'Jose Nandu' },
      { who: 'Ñandu, josé' },
    ]) {
      expect(await candidates(await asks('misuse', { ...nobody, ...clue })), JSON.stringify(clue)).toContain(
        `/staff/records/${number}"`,
      )
    }
    expect(await candidates(await asks('misuse', { ...nobody, who: 'Wilhelmina Xu' }))).toEqual([])
  })
})

test('a candidate that is not in good standing says so: an answer about it would be about the wrong one', async () => {
  const { number } = await issueOne(desk, { name: { display: 'Winifred Ansty', order: 'given-first' } })
  const page = async (id: string) => textOf(await ivy.get(`/staff/requests/${id}`))
  const id = await asks('misuse', { where: 'x', what: 'y', who: 'Winifred Ansty' })
  expect(await page(id)).not.toContain('<b> On hold</b>')
  await act(desk, number, { act: 'suspend', reason: 'paperwork' })
  expect(await page(id)).toContain('<b> On hold</b>')
})

/** A form in which one name stands more than once. */
function fetchForm(who: Visitor, path: string, body: URLSearchParams): Promise<Response> {
  return ask(path, {
    method: 'POST',
    headers: { ...who.headers, Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
    body,
  })
}
