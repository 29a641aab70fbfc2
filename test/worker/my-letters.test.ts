// The secret link of letters: it works, it is nowhere but in the letter, and nobody in the office reads it.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../worker/app.ts'
import { changeAddress } from '../../worker/services/change-address.ts'
import { deliver } from '../../worker/services/deliver.ts'
import { askCode, LINK_RESTS, openHolderLink, useHolderLink } from '../../worker/services/holder-access.ts'
import { makeDesk, NOW, overtaken } from '../support/desk.ts'
import { signedIn } from './console.ts'
import { linkFor } from './holder.ts'
import { AT, deskWith, lettersOf, mailbox, nothingDue, refusal } from './mailbox.ts'
import { anew, ask, issueOne, textOf } from './office.ts'

beforeEach(nothingDue)

const ivy = await signedIn('issuer')
const vic = await signedIn('viewer')
const address = () => `${crypto.randomUUID()}@example.org`
const secretIn = (text = '') => /\/my\/open\/([\w-]{32})$/m.exec(text)?.[1] ?? ''
const links = async () =>
  (await env.DB.prepare('SELECT COUNT(*) AS n FROM holder_link').first<number>('n')) as number

/** Everything that the tables hold of letters, as one text. */
const outbox = async () => JSON.stringify((await env.DB.prepare('SELECT * FROM outbox').all()).results)

/** The service as it is where there is a mail service. */
const withMail = { ...env, MAIL_FROM: 'lssc@office.example', EMAIL: { send: async () => ({}) } as never }

describe('where there is a mail service', () => {
  test('a letter brings a link that lets its receiver in; afterwards it is in no table', async () => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    const { number } = await issueOne(desk, { email: address() })
    await deliver(desk)
    const secret = secretIn(got[0]?.text)
    expect(await openHolderLink(desk, secret)).not.toBeNull()
    expect((await lettersOf(number))[0]?.state).toBe('sent')
    for (const table of ['outbox', 'holder_link', 'idempotency', 'audit', 'event'])
      expect(
        JSON.stringify((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results),
        table,
      ).not.toContain(secret)
    expect(await outbox()).toContain('/my/open/…')
  })

  test('the link is committed before its letter leaves', async () => {
    const opened: (string | null)[] = []
    const { post } = mailbox(async ({ text }) => {
      opened.push(await openHolderLink(makeDesk(env, AT), secretIn(text)))
    })
    const desk = deskWith(post)
    await issueOne(desk)
    await deliver(desk)
    expect(opened).toEqual([expect.stringMatching(/^urn:uuid:/)])
  })

  test('what failed has no secret in the file, either', async () => {
    const desk = deskWith(mailbox(refusal('E_VALIDATION_ERROR')).post)
    const { number } = await issueOne(desk)
    await deliver(desk)
    expect((await lettersOf(number))[0]?.state).toBe('failed')
    expect(await outbox()).not.toMatch(/\/my\/open\/[\w-]{32}/)
  })

  test('a letter that meets a new address on its way brings the old one a link that opens nothing', async () => {
    const desk = deskWith(mailbox().post)
    const { number } = await issueOne(desk, { email: address() })
    const { got, post } = mailbox()
    const moves = async () => {
      await changeAddress(desk, { number, address: address(), why: 'telephone' }, 'Ada', anew())
    }
    // The address is read, then changed, and only then is the link made.
    await deliver({ ...deskWith(post), db: overtaken(desk.db, moves) })
    expect(secretIn(got[0]?.text)).not.toBe('')
    expect(await openHolderLink(desk, secretIn(got[0]?.text))).toBeNull()
  })

  test('nobody in the office reads a code or a link, due or sent', async () => {
    const desk = deskWith(null)
    const { number } = await issueOne(desk)
    await askCode(desk, number)
    const due = await lettersOf(number)
    expect(due.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['issued due', 'my-code due'])
    const before = await links()
    for (const { id } of due)
      for (const who of [vic, ivy]) {
        const page = await textOf(await app.request(`/staff/mail/${id}`, { headers: who.headers }, withMail))
        expect(page).toMatch(/\/my\/(open|code)\/…/)
        expect(page).not.toMatch(/\b\d{4} \d{4}\b|code=\d|\/my\/(open|code)\/[\w-]/)
      }
    expect(await links()).toBe(before)
  })

  test('a code is not sent again; a letter is, with another link', async () => {
    const { got, post } = mailbox()
    const desk = deskWith(post)
    const { number } = await issueOne(desk)
    await askCode(desk, number)
    await deliver(desk)
    const [letter, code] = await lettersOf(number)
    expect(await textOf(await ivy.get(`/staff/mail/${code?.id}`))).not.toContain('Send again')
    expect((await ivy.post(`/staff/mail/${code?.id}`, { act: 'again' })).status).toBe(409)
    expect((await ivy.post(`/staff/mail/${letter?.id}`, { act: 'again' })).status).toBe(303)
    await deliver(desk)
    const secrets = got.map(({ text }) => secretIn(text)).filter(Boolean)
    expect(secrets).toHaveLength(2)
    for (const secret of secrets) expect(await openHolderLink(desk, secret)).not.toBeNull()
  })
})

test('without a mail service the file alone carries the letter, whole; without an address nothing does', async () => {
  const desk = deskWith(null)
  await issueOne(desk)
  await issueOne(desk, { email: undefined } as never)
  const before = await links()
  await deliver(desk)
  expect(await links()).toBe(before + 1)
  const secret = secretIn(
    JSON.parse(
      (await env.DB.prepare("SELECT body FROM outbox WHERE state = 'kept' ORDER BY id DESC").first<string>(
        'body',
      )) ?? '""',
    ),
  )
  expect(await openHolderLink(desk, secret)).not.toBeNull()
})

describe('a link', () => {
  const later = (milliseconds: number) => makeDesk(env, new Date(new Date(NOW).getTime() + milliseconds))
  const HOUR = 3_600_000

  test('that let nobody in for two years stops working, and is forgotten when another is made', async () => {
    const { number } = await issueOne(makeDesk(env), { email: address() })
    const secret = (await linkFor(number)).slice('/my/open/'.length)
    expect(await openHolderLink(later(LINK_RESTS - HOUR), secret)).not.toBeNull()
    expect(await openHolderLink(later(LINK_RESTS), secret)).toBeNull()
    // Used, it goes on.
    expect(await useHolderLink(later(LINK_RESTS - HOUR), secret)).not.toBeNull()
    expect(await openHolderLink(later(2 * LINK_RESTS - 2 * HOUR), secret)).not.toBeNull()
  })

  test('is not used up or prolonged by who only looks at it: a mail scanner', async () => {
    const { number } = await issueOne(makeDesk(env), { email: address() })
    const path = await linkFor(number)
    const state = async () =>
      JSON.stringify([
        (await env.DB.prepare('SELECT * FROM holder_link').all()).results,
        (await env.DB.prepare('SELECT * FROM holder_session').all()).results,
        (await env.DB.prepare('SELECT * FROM holder_code').all()).results,
      ])
    const asked = await askCode(makeDesk(env), number)
    const before = await state()
    for (const method of ['GET', 'HEAD'])
      for (const one of [path, `/my/code/${asked}?code=12345678`, '/my/link']) {
        const looked = await ask(one, { method, headers: { Accept: 'text/html' } })
        expect(looked.headers.get('Set-Cookie')).toBeNull()
      }
    expect(await state()).toBe(before)
  })
})

test('where a real office has no mail service, whoever only looks reads no code: it would let them in', async () => {
  const desk = deskWith(null)
  const { number } = await issueOne(desk)
  await askCode(desk, number)
  await deliver(desk)
  const [letter, code] = await lettersOf(number)
  const real = { ...env, ISSUER_DEMO: 'no' }
  const secrets = /\b\d{4} \d{4}\b|\/my\/(open|code)\/[\w-]{16}/
  for (const { id } of [letter, code] as { id: number }[]) {
    const read = async (headers: Record<string, string>, where: object) =>
      textOf(await app.request(`/staff/mail/${id}`, { headers }, where))
    expect(await read(vic.headers, real)).not.toMatch(secrets)
    expect(await read(ivy.headers, real)).toMatch(secrets)
    expect(await read(vic.headers, env)).toMatch(secrets)
  }
})
