// What ends a way in to a holder's own page: a link replaced, another address, a new number; and what does not.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeAddress } from '../../worker/services/change-address.ts'
import { deliver } from '../../worker/services/deliver.ts'
import {
  continueHolding,
  type Holding,
  openHolderLink,
  replaceHolderLink,
  useCode,
} from '../../worker/services/holder-access.ts'
import { rename } from '../../worker/services/rename.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { codeFor, holderOf, linkFor } from './holder.ts'
import { deskWith, mailbox, nothingDue } from './mailbox.ts'
import { anew, ask, change, issueOne, textOf } from './office.ts'

beforeEach(nothingDue)

const desk = makeDesk(env)
const address = () => `${crypto.randomUUID()}@example.org`

/** Every way in to a record: a link, a code that is not used yet, and a session. */
async function waysTo(number: string) {
  const [link, code, holder] = [await linkFor(number), await codeFor(number), await holderOf(number)]
  const secret = holder.headers.Cookie?.slice('my='.length) ?? ''
  return {
    holder,
    /** Which of them open it still. A code that does is used up. */
    open: async () =>
      [
        (await openHolderLink(desk, link.slice('/my/open/'.length))) !== null && 'link',
        (await useCode(desk, code.path.slice('/my/code/'.length), code.code)) !== null && 'code',
        (await continueHolding(desk, secret)) !== null && 'session',
      ].filter(Boolean),
  }
}

/** The secret link that goes out to this address now. */
async function mailedTo(to: string): Promise<string> {
  const { got, post } = mailbox()
  await deliver(deskWith(post))
  const texts = got.filter((one) => one.to === to).map(({ text }) => text)
  return texts.map((text) => /\/my\/open\/([\w-]{32})$/m.exec(text)?.[1] ?? '').find(Boolean) ?? ''
}

test('left alone, all of them open it: a newer link, code or session ends none', async () => {
  const { number } = await issueOne(desk, { email: address() })
  const ways = await waysTo(number)
  await waysTo(number)
  expect(await ways.open()).toEqual(['link', 'code', 'session'])
})

describe('replacing the link', () => {
  test('ends every way in, of every record with this address, and mails a new one', async () => {
    const email = address()
    const [one, two] = [await issueOne(desk, { email }), await issueOne(desk, { email: email.toUpperCase() })]
    const stranger = await issueOne(desk, { email: address() })
    const [first, second, other] = [
      await waysTo(one.number),
      await waysTo(two.number),
      await waysTo(stranger.number),
    ]
    await nothingDue()
    const done = await first.holder.post('/my/link', {})
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/my/sign-in?done=link-replaced'])
    expect(done.headers.get('Clear-Site-Data')).toBe('"cache"')
    expect(await first.open()).toEqual([])
    expect(await second.open()).toEqual([])
    expect(await other.open()).toEqual(['link', 'code', 'session'])
    const letter = await env.DB.prepare(
      "SELECT id, body, number FROM outbox WHERE kind = 'my-link' ORDER BY id DESC",
    ).first<{ body: string | null; number: string }>()
    expect([one.number, two.number]).toContain(letter?.number)
  })

  test('the new link comes by mail, and opens them all; it is on record that it was replaced', async () => {
    const email = address()
    const { number } = await issueOne(desk, { email })
    const { headers } = await holderOf(number)
    await nothingDue()
    const holding = await continueHolding(desk, headers.Cookie?.slice('my='.length) ?? '')
    await replaceHolderLink(desk, holding as Holding)
    expect(await openHolderLink(desk, await mailedTo(email))).not.toBeNull()
    const deed = await env.DB.prepare('SELECT actor, act FROM audit WHERE subject = ?1').bind(number).first()
    expect(deed).toEqual({ actor: 'holder', act: 'holder-link-replaced' })
  })

  test('not where no address is on file: its holder could not come back', async () => {
    const { number } = await issueOne(desk, { email: undefined } as never)
    const ways = await waysTo(number)
    expect(await textOf(await ways.holder.get('/my/link'))).not.toContain(
      '<button type="submit" class="button filled"',
    )
    expect((await ways.holder.post('/my/link', {})).status).toBe(409)
    expect(await ways.open()).toContain('session')
  })
})

describe('another address', () => {
  test('ends every way in; the letter to it brings a new one', async () => {
    const { number } = await issueOne(desk, { email: address() })
    const ways = await waysTo(number)
    const to = address()
    await changeAddress(desk, { number, address: to, why: 'by telephone' }, 'Ada', anew())
    expect(await ways.open()).toEqual([])
    const secret = await mailedTo(to)
    expect(await openHolderLink(desk, secret)).not.toBeNull()
  })

  test('by a correction, too; a correction of anything else ends none', async () => {
    const email = address()
    const { number } = await issueOne(desk, { email })
    const ways = await waysTo(number)
    const other = makeAward({ email, region: 'WI' })
    await change(desk, number, { act: 'correct', record: other, note: 'moved' })
    expect(await ways.open()).toEqual(['link', 'code', 'session'])
    const again = await waysTo(number)
    const to = address()
    await change(desk, number, { act: 'correct', record: makeAward({ email: to }), note: 'new address' })
    expect(await again.open()).toEqual([])
    expect(await openHolderLink(desk, await mailedTo(to))).not.toBeNull()
  })
})

test('a new number in a new name ends every way in from the time of the old name', async () => {
  const email = address()
  const { number } = await issueOne(desk, { email })
  const ways = await waysTo(number)
  const name = { display: 'Darlene Ames', order: 'given-first' as const }
  const { answer } = await rename(desk, number, { name, note: 'seen' }, 'Ada', anew())
  expect(await ways.open()).toEqual([])
  const secret = await mailedTo(email)
  const opened = await ask(`/my/open/${secret}`, {
    method: 'POST',
    headers: { Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
  })
  const cookie = opened.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const all = await textOf(await ask('/my', { headers: { Cookie: cookie, Accept: 'text/html' } }))
  expect(all).toContain(answer.number)
  expect(all).toContain(number)
})

test('a link that ended says so in the look of these pages, and how to come in; a made-up one says the same', async () => {
  const { number } = await issueOne(desk, { email: address() })
  const link = await linkFor(number)
  await (await holderOf(number)).post('/my/link', {})
  const pages = await Promise.all(
    [link, '/my/open/a-link-that-nobody-ever-had'].map(async (path) => {
      const response = await ask(path, { headers: { Accept: 'text/html' } })
      expect(response.status).toBe(401)
      return textOf(response)
    }),
  )
  expect(pages[0]).toBe(pages[1])
  expect(pages[0]).toContain('This link no longer opens your page')
  expect(pages[0]).toContain('href="/my/sign-in"')
  expect(pages[0]).toContain('href="/my.css"')
})

test('a form whose session has ended gives back what was typed, and is sent once there is one again', async () => {
  const { number } = await issueOne(desk, { email: address() })
  const holder = await holderOf(number)
  const gone = await ask(`/my/${number}`, {
    method: 'POST',
    headers: { Accept: 'text/html', Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ token: holder.token, act: 'told', note: 'Two lines\nof mine' }),
  })
  const page = await textOf(gone)
  expect(gone.status).toBe(401)
  expect(page).toContain('<input type="hidden" name="note" value="Two lines\nof mine"/>')
  expect(page).toContain('href="/my.css"')
  // As that page sends it, signed in by now: asked once more, because the form was another session's.
  const again = await holder.post(`/my/${number}`, { token: '', act: 'told' })
  expect([again.status, (await textOf(again)).includes(holder.token)]).toEqual([403, true])
  expect((await holder.post(`/my/${number}`, { act: 'told' })).status).toBe(303)
})
