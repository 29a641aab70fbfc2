// Letters on their way: sent once, in order, tried again, given up, or kept.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Post, postOf } from '../../worker/post.ts'
import { deliver } from '../../worker/services/deliver.ts'
import { makeRounds } from '../../worker/services/rounds.ts'
import { mailTroubles } from '../../worker/store/letters.ts'
import { AT, deskWith, lettersOf, mailbox, nothingDue, refusal } from './mailbox.ts'
import { act, issueOne } from './office.ts'

beforeEach(nothingDue)

describe('with a mail service', () => {
  test('a letter goes to the holder, from the office, once; and what was sent is on record', async () => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    const { number } = await issueOne(desk)
    expect(await deliver(desk)).toMatchObject({ sent: 1, failed: 0, postponed: 0 })
    expect(await deliver(desk)).toMatchObject({ sent: 0 })
    expect(got).toEqual([
      {
        to: 'darlene@example.org',
        fromName: env.ISSUER_SHORT,
        replyTo: env.ISSUER_EMAIL,
        subject: expect.stringContaining('on record'),
        text: expect.stringContaining(`${env.ORIGIN}/c/${number}`),
      },
    ])
    expect(await lettersOf(number)).toMatchObject([
      { state: 'sent', tries: 1, address: 'darlene@example.org', subject: got[0]?.subject, sentAt: AT },
    ])
  })

  test('three runs at once send each letter once', async () => {
    const { got, post } = mailbox(() => new Promise((done) => setTimeout(done, 5)))
    const desk = deskWith(post)
    for (let i = 0; i < 12; i++) await issueOne(desk)
    await Promise.all([deliver(desk), deliver(desk), deliver(desk)])
    expect(got).toHaveLength(12)
    expect(new Set(got.map(({ text }) => text)).size).toBe(12)
  })

  test('letters about one record go in their order, also when the first has to wait', async () => {
    let down = true
    const { got, post } = mailbox(() => {
      if (down) throw Object.assign(new Error('no'), { code: 'E_INTERNAL_SERVER_ERROR' })
    })
    const desk = deskWith(post)
    const { number } = await issueOne(desk)
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    expect(await deliver(desk)).toMatchObject({ sent: 0, postponed: 1 })
    down = false
    expect(await deliver(desk)).toMatchObject({ sent: 0 }) // not before its time, and the hold not before it
    desk.wait(5 * 60)
    expect(await deliver(desk)).toMatchObject({ sent: 2 })
    expect(got.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('on record'),
      expect.stringContaining('on hold'),
    ])
    expect(got[1]?.text).toContain('a document is missing')
  })

  test('what fails for now is tried again, ever more rarely, and given up after two days', async () => {
    const desk = deskWith(mailbox(refusal('E_INTERNAL_SERVER_ERROR')).post)
    const { number } = await issueOne(desk)
    const tried: number[] = []
    for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 5) {
      const { postponed, failed } = await deliver(desk)
      if (postponed + failed > 0) tried.push(minutes)
      desk.wait(5 * 60)
    }
    expect(tried).toEqual([0, 5, 35, 155, 635, 2075])
    expect(await lettersOf(number)).toMatchObject([
      { state: 'failed', tries: 6, lastError: 'E_INTERNAL_SERVER_ERROR: the service says no', sentAt: null },
    ])
    expect((await mailTroubles(env.DB)).failed).toBeGreaterThan(0)
  })

  test.for([
    ['E_VALIDATION_ERROR', 'failed'],
    ['E_RECIPIENT_NOT_ALLOWED', 'failed'],
    ['E_RECIPIENT_SUPPRESSED', 'came-back'],
    ['toString', 'due'],
  ] as const)('%s: %s at once', async ([code, state]) => {
    const desk = deskWith(mailbox(refusal(code)).post)
    const { number } = await issueOne(desk)
    await deliver(desk)
    expect(await lettersOf(number)).toMatchObject([{ state, tries: 1 }])
  })

  test('a service that takes nothing today stops the run, and costs no letter a try', async () => {
    let asked = 0
    const desk = deskWith(async () => {
      asked += 1
      throw Object.assign(new Error('enough'), { code: 'E_DAILY_LIMIT_EXCEEDED' })
    })
    const made = [await issueOne(desk), await issueOne(desk)]
    expect(await deliver(desk)).toMatchObject({ postponed: 1, failed: 0 })
    expect(asked).toBe(1)
    for (const { number } of made) expect(await lettersOf(number)).toMatchObject([{ state: 'due', tries: 0 }])
  })

  test('a run that dies after sending leaves the letter to be sent again, when its claim ends', async () => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    const { number } = await issueOne(desk)
    // The claim is made and the letter is out; then nothing is written down any more.
    const broken = { ...desk, db: losing(desk.db) }
    await expect(deliver(broken)).rejects.toThrow('gone')
    expect(got).toHaveLength(1)
    expect(await deliver(desk)).toMatchObject({ sent: 0 })
    desk.wait(15 * 60)
    expect(await deliver(desk)).toMatchObject({ sent: 1 })
    expect(got).toHaveLength(2)
    expect(await lettersOf(number)).toMatchObject([{ state: 'sent', tries: 2 }])
  })

  test('a run that was overtaken writes nothing over what the later one wrote', async () => {
    const desk = deskWith(null)
    const { number } = await issueOne(desk)
    const slow = deskWith(async () => {
      desk.wait(16 * 60)
      await deliver({ ...desk, post: mailbox().post })
      throw Object.assign(new Error('late'), { code: 'E_VALIDATION_ERROR' })
    })
    await deliver(slow)
    expect(await lettersOf(number)).toMatchObject([{ state: 'sent', lastError: null }])
  })
})

/** The same database, but it is gone when what became of a letter is to be written down. */
function losing(db: D1Database): D1Database {
  return {
    prepare: (sql: string) => {
      if (/SET (state|next_try_at = \?3)/.test(sql)) throw new Error('gone')
      return db.prepare(sql)
    },
    batch: (statements: D1PreparedStatement[]) => db.batch(statements),
  } as D1Database
}

test('without a mail service letters are kept as they would have gone out', async () => {
  expect(postOf({})).toBeNull()
  expect(postOf({ EMAIL: {} as SendEmail })).toBeNull()
  const desk = deskWith(null)
  const { number } = await issueOne(desk)
  expect(await deliver(desk)).toMatchObject({ kept: 1, sent: 0 })
  expect(await lettersOf(number)).toMatchObject([
    { state: 'kept', address: 'darlene@example.org', sentAt: null },
  ])
})

test('the binding is given one letter in its own form', async () => {
  const given: unknown[] = []
  const EMAIL = {
    send: async (builder: unknown) => {
      given.push(builder)
      return { messageId: 'm' }
    },
  } as SendEmail
  const post = postOf({ EMAIL, MAIL_FROM: 'lssc@office.example' }) as Post
  await post({ to: 'a@b.example', fromName: 'Office', replyTo: 'r@b.example', subject: 'S', text: 'T' })
  expect(given).toEqual([
    {
      to: 'a@b.example',
      from: { email: 'lssc@office.example', name: 'Office' },
      replyTo: 'r@b.example',
      subject: 'S',
      text: 'T',
    },
  ])
})

test('of the rounds, one that fails does not stop the others', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { got, post } = mailbox()
  const desk = deskWith(post)
  await issueOne(desk)
  const lists = new Proxy(desk.db, {
    get: (db, name) =>
      name === 'prepare'
        ? (sql: string) => {
            if (
              /FROM status_list|FROM credential c JOIN holder h ON h.id = c.holder\s+WHERE c.expires_on/.test(
                sql,
              )
            )
              throw new Error('down')
            return db.prepare(sql)
          }
        : Reflect.get(db, name).bind(db),
  })
  await makeRounds({ ...desk, db: lists })
  expect(got).toHaveLength(1)
  expect(said).toHaveBeenCalledTimes(2)
  said.mockRestore()
})
