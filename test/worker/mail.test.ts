// The office's mail over HTTP: what each role may, and what happens to letters that did not arrive.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { withoutSecrets } from '../../worker/letters/letter.ts'
import { deliver } from '../../worker/services/deliver.ts'
import { handleLetter } from '../../worker/services/handle-letter.ts'
import { makeDesk, overtaken } from '../support/desk.ts'
import { signedIn } from './console.ts'
import { act, anew, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
const ivy = await signedIn('issuer')
const vic = await signedIn('viewer')

/** A record, and its first letter: sent, as far as the table knows. */
async function sentLetter(state = 'sent') {
  const { number } = await issueOne(desk)
  while ((await deliver(desk)).kept > 0);
  const id = await env.DB.prepare(
    'UPDATE outbox SET state = ?2, sent_at = recorded_at WHERE number = ?1 RETURNING id',
  )
    .bind(number, state)
    .first<number>('id')
  return { number, id: id as number, path: `/staff/mail/${id}` }
}

const rows = async (number: string) => {
  const found = await env.DB.prepare(
    `SELECT kind, state, address, subject, body, last_error AS lastError FROM outbox WHERE number = ?1 ORDER BY id`,
  )
    .bind(number)
    .all<Record<string, string | null>>()
  return found.results
}
const states = async (number: string) => (await rows(number)).map(({ kind, state }) => `${kind} ${state}`)
const addressOf = (number: string) =>
  env.DB.prepare('SELECT h.email FROM holder h JOIN credential c ON c.holder = h.id WHERE c.number = ?1')
    .bind(number)
    .first<string>('email')
const deeds = async (subject: string) => {
  const found = await env.DB.prepare('SELECT actor, act, why FROM audit WHERE subject = ?1 ORDER BY id')
    .bind(subject)
    .all<Record<string, string>>()
  return found.results
}
const events = async (number: string) => {
  const found = await env.DB.prepare('SELECT kind, reason, detail FROM event WHERE number = ?1 ORDER BY id')
    .bind(number)
    .all<Record<string, string>>()
  return found.results
}

test('a viewer reads letters and lists, and can do nothing about them', async () => {
  const { path, number } = await sentLetter()
  const page = await textOf(await vic.get(path))
  expect(page).toContain('Dear Darlene Whitcomb,')
  expect(page).not.toContain('name="act"')
  expect(await textOf(await vic.get('/staff/mail'))).not.toContain('Send what is due now')
  for (const fields of [{ act: 'again' }, { act: 'came-back', 'came-back-why': 'x' }])
    expect((await vic.post(path, fields)).status).toBe(403)
  expect((await vic.post('/staff/mail', {})).status).toBe(403)
  expect(await states(number)).toEqual(['issued sent'])
})

test('due mail is sent when an issuer asks, with the reminders of the day, and that is on record', async () => {
  const { number } = await issueOne(desk)
  const answers = await Promise.all([ivy.post('/staff/mail', {}), ivy.post('/staff/mail', {})])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await states(number)).toEqual(['issued kept'])
  const last = await env.DB.prepare(
    "SELECT actor, detail FROM audit WHERE act = 'sent-due-mail' LIMIT 1",
  ).first<{
    actor: string
    detail: string
  }>()
  expect(last).toMatchObject({ actor: ivy.name })
  expect(JSON.parse(last?.detail ?? '')).toMatchObject({ reminders: expect.any(Number), failed: 0 })
})

describe('a letter', () => {
  test('that was sent is sent again as a new one; a double click makes one', async () => {
    const { path, number } = await sentLetter()
    const request = crypto.randomUUID()
    for (let i = 0; i < 2; i++)
      expect((await ivy.post(path, { act: 'again', request })).headers.get('Location')).toBe(
        `${path}?done=again`,
      )
    expect(await states(number)).toEqual(['issued sent', 'issued due'])
    await deliver(desk)
    const [first, second] = await rows(number)
    // The same letter, but for the secret link: each has its own.
    expect(second?.subject).toBe(first?.subject)
    expect(second?.body).not.toBe(first?.body)
    expect(withoutSecrets(second?.body ?? '')).toBe(withoutSecrets(first?.body ?? ''))
    expect(await deeds(number)).toMatchObject([{ actor: ivy.name, act: 'sent-letter-again' }])
  })

  test('that is sent again says how things are by then, and nothing that was so once', async () => {
    const { path, number } = await sentLetter()
    expect((await rows(number))[0]?.body).toContain('it is current to June 15, 2028')
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    await ivy.post(path, { act: 'again' })
    await deliver(desk)
    await deliver(desk)
    const again = (await rows(number)).findLast(({ kind }) => kind === 'issued')
    expect(again).toMatchObject({ state: 'kept', address: 'darlene@example.org' })
    expect(again?.body).toContain('it is on hold at the moment')
    expect(again?.body).not.toMatch(/current to/)
  })

  test('that failed is due again, composed anew for the address of then', async () => {
    const { path, number } = await sentLetter('failed')
    await ivy.post(path, { act: 'again' })
    expect(await rows(number)).toMatchObject([
      { state: 'due', address: null, subject: null, body: null, lastError: null },
    ])
    expect(await textOf(await ivy.get(path))).toContain('As it would be sent now')
  })

  test('that came back is noted once, with what the mail said; then it cannot be noted again', async () => {
    const { path, number } = await sentLetter()
    const nothing = await ivy.post(path, { act: 'came-back' })
    expect([nothing.status, await textOf(nothing)]).toEqual([
      422,
      expect.stringContaining('href="#f-came-back-why"'),
    ])
    await ivy.post(path, { act: 'came-back', 'came-back-why': '550 no such user' })
    expect(await rows(number)).toMatchObject([{ state: 'came-back', lastError: '550 no such user' }])
    expect(await deeds(number)).toEqual([{ actor: ivy.name, act: 'letter-came-back', why: null }])
    const again = await ivy.post(path, { act: 'came-back', 'came-back-why': 'x' })
    expect([again.status, await textOf(again)]).toEqual([
      409,
      expect.stringContaining('another state by now'),
    ])
    expect(await textOf(await ivy.get('/staff/mail?show=came-back'))).toContain(number)
  })

  test('that two people handle at once is handled once', async () => {
    const { id, number } = await sentLetter()
    const note = (at: typeof desk, why: string, actor: string) =>
      handleLetter(at, id, { act: 'came-back', why }, actor, anew())
    const slow = { ...desk, db: overtaken(desk.db, () => note(desk, 'The first', 'Ada')) }
    await expect(note(slow, 'The second', 'Ben')).rejects.toMatchObject({ type: 'conflict' })
    expect(await rows(number)).toMatchObject([{ state: 'came-back', lastError: 'The first' }])
    expect(await deeds(number)).toMatchObject([{ actor: 'Ada' }])
  })

  test('set aside is not sent any more', async () => {
    const { path, number } = await sentLetter('no-address')
    await ivy.post(path, { act: 'set-aside', 'set-aside-why': 'told by telephone' })
    await deliver(desk)
    expect(await states(number)).toEqual(['issued dropped'])
    expect(await deeds(number)).toMatchObject([{ act: 'set-letter-aside', why: 'told by telephone' }])
  })
})

describe('a corrected address', () => {
  const good = {
    act: 'address',
    address: 'new@example.org',
    'address-why': 'She called; we asked for her areas.',
  }

  test('is on file, in the history without either address, and both addresses are told', async () => {
    const { path, number } = await sentLetter('came-back')
    expect((await ivy.post(path, good)).headers.get('Location')).toBe(`${path}?done=address`)
    expect(await addressOf(number)).toBe('new@example.org')
    expect(await events(number)).toMatchObject([
      { kind: 'issued' },
      { kind: 'address-changed', reason: good['address-why'] },
    ])
    expect(JSON.stringify(await events(number))).not.toMatch(/example\.org/)
    expect(await states(number)).toEqual(['issued due', 'address-changed due', 'address-left due'])
    for (let i = 0; i < 3; i++) await deliver(desk)
    const letters = await rows(number)
    expect(letters.map(({ address }) => address)).toEqual([
      'new@example.org',
      'new@example.org',
      'darlene@example.org',
    ])
    expect(letters[2]?.body).not.toMatch(/Whitcomb|new@|\/c\//)
    expect(await deeds(number)).toMatchObject([{ act: 'corrected-address', why: good['address-why'] }])
  })

  test.for([
    ['', 'Type the address.'],
    ['no address', 'is no e-mail address'],
    ['a@b.example, c@d.example', 'more than one address'],
    ['Darlene@example.org', 'on file already'],
    ['a@b.example%0abcc:c@d.example', 'line break'],
  ])('%s: %s', async ([address, says]) => {
    const { path, number } = await sentLetter('failed')
    const answer = await ivy.post(path, { ...good, address: address as string })
    const page = await textOf(answer)
    expect(answer.status).toBe(422)
    expect(page).toContain(says)
    expect(page).toContain('She called; we asked for her areas.')
    expect(await addressOf(number)).toBe('darlene@example.org')
    expect(await states(number)).toEqual(['issued failed'])
  })

  test('is not asked for where a letter went to someone else: what came back there is not the holder’s', async () => {
    const { path, number } = await sentLetter('failed')
    await ivy.post(path, good)
    await env.DB.prepare("UPDATE outbox SET state = 'came-back' WHERE number = ?1 AND kind = 'address-left'")
      .bind(number)
      .run()
    const left = `/staff/mail/${await env.DB.prepare(
      "SELECT id FROM outbox WHERE number = ?1 AND kind = 'address-left'",
    )
      .bind(number)
      .first<number>('id')}`
    expect(await textOf(await ivy.get(left))).not.toContain('name="address"')
    const answer = await ivy.post(left, { ...good, address: 'another@example.org' })
    expect([answer.status, await addressOf(number)]).toEqual([409, 'new@example.org'])
  })

  test('waits while a withdrawal waits for its second person', async () => {
    const { path, number } = await sentLetter('failed')
    await act(desk, number, { act: 'revoke', reason: 'issued-in-error' })
    const answer = await ivy.post(path, good)
    expect([answer.status, await addressOf(number)]).toEqual([409, 'darlene@example.org'])
  })
})

test('what is odd in an address of ours is no page of ours, and no error', async () => {
  for (const query of ['?show=toString', '?page=0', '?page=-1', '?page=1e9', '?show=%27', '?page=2'])
    expect((await vic.get(`/staff/mail${query}`)).status).toBe(200)
  expect((await vic.get('/staff/renewals?show=constructor')).status).toBe(200)
})
