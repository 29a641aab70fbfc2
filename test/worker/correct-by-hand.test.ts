// A record corrected by a person: what changes is shown first, and two people do not undo each other unseen.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { AwardRecord } from '../../shared/record.ts'
import { app } from '../../worker/app.ts'
import { currentByNumber } from '../../worker/store/credentials.ts'
import { fillIn, stranger } from '../support/award-form.ts'
import { makeDesk, overtaken } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { act, ben, change, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
const ivy = await signedIn('issuer')
const ada = await signedIn('administrator')
const vic = await signedIn('viewer')

const current = async (number: string) => (await currentByNumber(env.DB, number))!

/** A record, and the form that corrects it as somebody opened it a moment ago. */
async function opened(display: string, changes: Partial<AwardRecord> = {}) {
  const about = { ...stranger(display), ...changes }
  const { number } = await issueOne(desk, about)
  const { newest } = await current(number)
  const fields = { ...fillIn(about), seen: String(newest.id), note: 'A slip of the pen' }
  const send = (more: Record<string, string>, who: Visitor = ivy) =>
    who.post(`/staff/records/${number}/correct`, { ...fields, ...more })
  return { number, fields, send }
}

test('the form is the record, and it is the newest', async () => {
  const { number } = await opened('Hester Quill')
  const text = await textOf(await ivy.get(`/staff/records/${number}/correct`))
  expect(text).toContain('value="Hester Quill"')
  expect(text).toContain('<option value="course:SLOL/TEC" selected="">')
  expect(text).toContain(`name="seen" value="${(await current(number)).newest.id}"`)
})

test('what changes is shown, before and after, and nothing is done yet', async () => {
  const { number, send } = await opened('Maud Ferris')
  const text = await textOf(await send({ region: 'TX', step: 'preview' }))
  expect(text).toMatch(/State or region<\/th><td[^>]*><bdi>LA<\/bdi><\/td><td[^>]*><b><bdi>TX/)
  expect(text).toContain('Nothing is corrected yet')
  expect((await current(number)).version).toBe(1)
})

test('an address that it takes away is told so, as by every other way; nothing is told when it stays', async () => {
  const { number, send } = await opened('Edna Marsh', { email: 'edna@old.example' })
  await send({ email: 'edna@old.example', region: 'TX', step: 'correct' })
  const told = async () => {
    const found = await env.DB.prepare(
      "SELECT address, body FROM outbox WHERE number = ?1 AND kind = 'address-left'",
    )
      .bind(number)
      .all<{ address: string; body: string }>()
    return found.results
  }
  expect(await told()).toEqual([])
  const seen = String((await current(number)).newest.id)
  const answer = await send({
    email: 'edna@new.example',
    region: 'TX',
    step: 'correct',
    seen,
    draft: crypto.randomUUID(),
  })
  expect(answer.headers.get('Location')).toContain('done=corrected')
  expect(await told()).toEqual([
    { address: 'edna@old.example', body: expect.not.stringMatching(/edna@new|Marsh/) },
  ])
})

test('why is kept on one line, and not without end', async () => {
  const { number, send } = await opened('Ida Wren')
  const long = await send({ region: 'TX', step: 'correct', note: 'x'.repeat(1001) })
  expect([long.status, await textOf(long)]).toEqual([422, expect.stringContaining('Shorten this to 1000')])
  await send({ region: 'TX', step: 'correct', note: 'Two\r\nlines' })
  const reason = await env.DB.prepare("SELECT reason FROM event WHERE number = ?1 AND kind = 'corrected'")
    .bind(number)
    .first<string>('reason')
  expect(reason).toBe('Two lines')
})

test('is a new version, with its reason, and what the holder is reached by follows', async () => {
  const { number, send } = await opened('Lydia Cope')
  const answers = await Promise.all([
    send({ email: 'lydia@new.example', step: 'correct' }),
    send({ email: 'lydia@new.example', step: 'correct' }),
  ])
  answers.push(await send({ email: 'lydia@new.example', step: 'correct' }))
  expect(answers.map((one) => one.headers.get('Location'))).toEqual(
    Array(3).fill(`/staff/records/${number}?done=corrected`),
  )
  const { version, record, newest, holder } = await current(number)
  expect([version, record.email, newest.kind, newest.actor]).toEqual([
    2,
    'lydia@new.example',
    'corrected',
    'Ivy Folio',
  ])
  const rows = [
    env.DB.prepare('SELECT reason FROM event WHERE id = ?1').bind(newest.id).first('reason'),
    env.DB.prepare('SELECT email FROM holder WHERE id = ?1').bind(holder).first('email'),
  ]
  expect(await Promise.all(rows)).toEqual(['A slip of the pen', 'lydia@new.example'])
})

describe('is refused', () => {
  test.for<[string, Record<string, string>, RegExp]>([
    ['without a reason', { region: 'TX', note: '' }, /Say why it is corrected/],
    ['where nothing changes', {}, /Nothing in the form differs/],
    [
      'where the record would not earn the certification',
      { 'areas.technology.by': '' },
      /Technology is missing/,
    ],
    ['where something is newly doubtful', { expiresOn: '2029-06-15' }, /Look into what is listed/],
  ])('%s', async ([, changes, words]) => {
    const { number, send } = await opened('Rosa Refused')
    const response = await send({ ...changes, step: 'correct' })
    expect(response.status).toBe(422)
    expect(await textOf(response)).toMatch(words)
    expect((await current(number)).version).toBe(1)
  })

  test('to a viewer', async () => {
    const { number, send } = await opened('Vivian Viewed')
    expect((await vic.get(`/staff/records/${number}/correct`)).status).toBe(403)
    expect((await send({ region: 'TX', step: 'correct' }, vic)).status).toBe(403)
    expect((await current(number)).version).toBe(1)
  })

  test('while it is on hold, and the page says so before anyone types', async () => {
    const { number, send } = await opened('Helen Hold')
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    expect(await textOf(await ivy.get(`/staff/records/${number}/correct`))).toContain('It is on hold')
    const seen = String((await current(number)).newest.id)
    const response = await send({ region: 'TX', seen, step: 'correct' })
    expect(response.status).toBe(409)
    expect((await current(number)).version).toBe(1)
  })
})

test('what was doubtful already is not asked again', async () => {
  const { number, send } = await opened('Olive Olddoubt', { expiresOn: '2029-06-15' })
  expect((await send({ region: 'TX', step: 'correct' })).status).toBe(303)
  expect((await current(number)).record.region).toBe('TX')
})

test('who was told apart when it was issued is not asked about again, but who is like it now is', async () => {
  const { number: other } = await issueOne(desk, stranger('Beatrix Farnsworth'))
  const { number, send } = await opened('Beatrice Farnsworth')
  expect((await send({ email: 'another@example.net', step: 'preview' })).status).toBe(200)
  const response = await send({ email: 'beatrix.farnsworth@example.net', step: 'preview' })
  expect(response.status).toBe(422)
  expect(await textOf(response)).toMatch(new RegExp(`${other}.*: the same e-mail address\\.`))
  const answers = { others: other, lookNote: 'They share an address' }
  const done = await send({ email: 'beatrix.farnsworth@example.net', ...answers, step: 'correct' })
  expect(done.status).toBe(303)
  const { newest } = await current(number)
  expect(
    await env.DB.prepare('SELECT reason, detail FROM event WHERE id = ?1').bind(newest.id).first(),
  ).toEqual({
    reason: 'A slip of the pen',
    detail: JSON.stringify({ lookedInto: [], otherPeople: [other], found: 'They share an address' }),
  })
})

describe('two people', () => {
  test('whoever is second is told who did what, keeps the form, and does nothing', async () => {
    const { number, send } = await opened('Twila Both')
    await change(desk, number, {
      act: 'correct',
      record: { ...(await current(number)).record, region: 'OH' },
      note: 'moved',
    })
    for (const step of ['preview', 'correct', 'check']) {
      const response = await send({ 'name.display': 'Twyla Both', step }, ada)
      const text = await textOf(response)
      expect(response.status).toBe(409)
      expect(text).toMatch(/Ada Quill corrected it on November 22, 2026/)
      expect(text).toContain('value="Twyla Both"')
      // What it would undo is to be seen.
      expect(text).toMatch(/State or region<\/th><td[^>]*><bdi>OH<\/bdi><\/td><td[^>]*><b><bdi>LA/)
      expect(text).toContain(`name="seen" value="${(await current(number)).newest.id}"`)
    }
    expect((await current(number)).version).toBe(2)
  })

  test('in the very moment: nothing of the second is stored', async () => {
    const { number, fields } = await opened('Mina Moment')
    const { record } = await current(number)
    const meanwhile = () =>
      change(desk, number, { act: 'correct', record: { ...record, region: 'OH' }, note: 'moved' })
    const body = new URLSearchParams({
      ...fields,
      token: ivy.token,
      request: crypto.randomUUID(),
      region: 'TX',
      step: 'correct',
    })
    const headers = { ...ivy.headers, Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
    const response = await app.request(
      `/staff/records/${number}/correct`,
      { method: 'POST', headers, body },
      { ...env, DB: overtaken(env.DB, meanwhile) },
    )
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('Ada Quill corrected it')
    expect(await current(number)).toMatchObject({ version: 2, record: { region: 'OH' } })
  })

  test('whoever looked again goes on', async () => {
    const { number, send } = await opened('Thea Again')
    await act(desk, number, { act: 'suspend', reason: 'paperwork' }, ben.name)
    await act(desk, number, { act: 'reinstate' }, ben.name)
    expect((await send({ region: 'TX', step: 'correct' })).status).toBe(409)
    const seen = String((await current(number)).newest.id)
    expect((await send({ region: 'TX', step: 'correct', seen })).status).toBe(303)
  })
})
