// Whom letters reach, and what the mail service tells of them later.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { deliver } from '../../worker/services/deliver.ts'
import { hearDeliveries } from '../../worker/services/hear-deliveries.ts'
import { postLetter } from '../../worker/store/outbox.ts'
import { makeAward } from '../support/award.ts'
import { AT, deskWith, lettersOf, mailbox, nothingDue } from './mailbox.ts'
import { act, change, issueOne, revoke } from './office.ts'

beforeEach(nothingDue)

describe('whom letters reach', () => {
  const set = (sql: string, number: string) => env.DB.prepare(sql).bind(number).run()

  test('without an address: written, and listed for the office', async () => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    const { number } = await issueOne(desk)
    await set(
      'UPDATE holder SET email = NULL WHERE id = (SELECT holder FROM credential WHERE number = ?1)',
      number,
    )
    expect(await deliver(desk)).toMatchObject({ sent: 0, noAddress: 1 })
    expect(await lettersOf(number)).toMatchObject([
      { state: 'no-address', address: null, subject: expect.stringContaining('on record') },
    ])
    expect(got).toEqual([])
  })

  test.for([
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: c@example.org',
    'no address',
    '<a@example.org>',
  ])('%s is no address', async (address) => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    await postLetter(env.DB, { kind: 'reply', number: '', address, subject: 'S', body: 'B' }, AT).run()
    expect(await deliver(desk)).toMatchObject({ noAddress: 1 })
    expect(got).toEqual([])
  })

  test('a letter that a person wrote goes as it was written, its subject in one line', async () => {
    const { got, post } = mailbox()
    const letter = { kind: 'reply', number: '', address: 'eve@example.org', body: 'One\n\nTwo' }
    await postLetter(env.DB, { ...letter, subject: 'Hello\r\nBcc: all@example.org' }, AT).run()
    await deliver(deskWith(post))
    expect(got).toMatchObject([
      { to: 'eve@example.org', subject: 'Hello Bcc: all@example.org', text: 'One\n\nTwo' },
    ])
  })

  test('one whose record is private: yes; one whose record was removed: never', async () => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    const [hidden, erased] = [await issueOne(desk), await issueOne(desk)]
    await set("UPDATE credential SET visibility = 'unknown' WHERE number = ?1", hidden.number)
    await set("UPDATE credential SET visibility = 'erased' WHERE number = ?1", erased.number)
    const direct = { kind: 'reply', address: 'darlene@example.org', subject: 'S', body: 'B' }
    await postLetter(env.DB, { ...direct, number: erased.number }, AT).run()
    await deliver(desk)
    await deliver(desk)
    expect(got.map(({ text }) => text)).toEqual([expect.stringContaining(hidden.number)])
    expect(await lettersOf(erased.number)).toMatchObject([{ state: 'dropped' }, { state: 'dropped' }])
  })
})

test('a withdrawal is told as it happened: first the question, then the answer, and why; no note of the file', async () => {
  const { got, post } = mailbox()
  const desk = deskWith(post)
  const { number } = await issueOne(desk)
  await deliver(desk)
  await revoke(desk, number)
  await deliver(desk)
  const [, asked, told] = got.map(({ text }) => text)
  expect(asked).toContain('Nothing is decided')
  expect(asked).toContain('issued by mistake')
  expect(told).toContain('was withdrawn')
  expect(told).toContain('you can appeal')
})

test('what someone wrote for the file stays in the file; what is made public is told to the holder too', async () => {
  const { got, post } = mailbox()
  const desk = deskWith(post)
  const { number } = await issueOne(desk)
  await change(desk, number, { act: 'correct', record: makeAward(), note: 'a rumor from the county' })
  await act(desk, number, { act: 'suspend', reason: 'under-review', publicNote: 'We are checking a date.' })
  // As an older import may have left it: a reason in somebody's own words.
  await issueOne(desk)
  await env.DB.prepare(
    "INSERT INTO event (number, kind, effective_on, recorded_at, actor, reason) VALUES (?1, 'suspended', '2026-11-22', ?2, 'x', 'he said, she said')",
  )
    .bind(number, '2026-11-23T00:00:00.000Z')
    .run()
  await env.DB.prepare("INSERT INTO outbox (kind, number, recorded_at) VALUES ('suspended', ?1, ?2)")
    .bind(number, '2026-11-23T00:00:00.000Z')
    .run()
  await deliver(desk)
  const texts = got.map(({ text }) => text).join()
  expect(texts).toContain('“We are checking a date.”')
  expect(texts).not.toMatch(/rumor|said|undefined/)
})

describe('what the mail service tells later', () => {
  const event = (type: string, payload: object) => ({
    type: `cf.email.sending.message.${type}`,
    payload: { recipient: 'darlene@example.org', subject: 'x', ...payload },
  })

  async function sentOne() {
    const desk = deskWith(mailbox().post)
    const { number } = await issueOne(desk)
    await deliver(desk)
    const row = await env.DB.prepare('SELECT message_id AS id, subject FROM outbox WHERE number = ?1')
      .bind(number)
      .first<{ id: string; subject: string }>()
    return { desk, number, messageId: row?.id as string, subject: row?.subject as string }
  }

  test('a bounce marks its letter, once, with what the other server said', async () => {
    const { desk, number, messageId } = await sentOne()
    const bounced = event('bounced', { messageId, bounce: { reason: '550 5.1.1 User unknown' } })
    expect(await hearDeliveries(desk, [event('delivered', { messageId }), bounced, bounced])).toBe(1)
    expect(await lettersOf(number)).toMatchObject([
      { state: 'came-back', lastError: 'It came back: 550 5.1.1 User unknown' },
    ])
  })

  test('one with another id is known by address and subject; one of nobody’s changes nothing', async () => {
    const { desk, number, subject } = await sentOne()
    const stranger = { messageId: 'other', recipient: 'someone@example.org', subject }
    expect(await hearDeliveries(desk, [event('bounced', stranger)])).toBe(0)
    expect(await hearDeliveries(desk, [event('complained', { messageId: 'other', subject })])).toBe(1)
    expect(await lettersOf(number)).toMatchObject([{ state: 'came-back' }])
  })

  test('what is no such event is passed over', async () => {
    const { desk, number, messageId } = await sentOne()
    const odd = [null, 7, 'x', {}, { type: 'toString' }, { type: 'cf.email.sending.message.bounced' }]
    expect(await hearDeliveries(desk, [...odd, event('delivered', { messageId })])).toBe(0)
    expect(await lettersOf(number)).toMatchObject([{ state: 'sent' }])
  })
})
