// In to a holder's own page: by a code, by a link, and by nothing else.
import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { makeNumber } from '../../shared/number.ts'
import { giveHolderCookie } from '../../worker/http/holder.ts'
import { deliver } from '../../worker/services/deliver.ts'
import { askCode, CODE_LASTS, continueHolding, useCode } from '../../worker/services/holder-access.ts'
import { askRemoval } from '../../worker/services/remove.ts'
import { makeDesk, NOW } from '../support/desk.ts'
import { codeFor, holderOf, linkFor } from './holder.ts'
import { mailbox, nothingDue } from './mailbox.ts'
import { anew, ask, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
const later = (milliseconds: number) => makeDesk(env, new Date(new Date(NOW).getTime() + milliseconds))
const askOf = (path: string) => path.slice('/my/code/'.length)
const sends = (path: string, fields: Record<string, string>) =>
  ask(path, {
    method: 'POST',
    headers: { Accept: 'text/html', Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(fields),
  })

/** A record whose holder has an address that no other has. */
const issued = (email?: string) => issueOne(desk, { email: email ?? `${crypto.randomUUID()}@example.org` })

describe('a code', () => {
  test('opens the page of its record, once', async () => {
    const { number } = await issued()
    const { path, code } = await codeFor(number)
    const cookie = (await sends(path, { code })).headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const page = await ask(`/my/${number}`, { headers: { Cookie: cookie } })
    expect(page.status).toBe(200)
    expect((await sends(path, { code })).status).toBe(422)
  })

  test('works for thirty minutes and five tries, and only where it was asked for', async () => {
    const { number } = await issued()
    const [one, two] = [await codeFor(number), await codeFor(number)]
    expect(await useCode(later(CODE_LASTS), askOf(one.path), one.code)).toBeNull()
    expect(await useCode(desk, askOf(two.path), one.code)).toBeNull()
    for (let i = 0; i < 4; i++) expect(await useCode(desk, askOf(two.path), 'nothing')).toBeNull()
    expect(await useCode(desk, askOf(two.path), two.code)).toBeNull()
    expect(await useCode(desk, askOf(one.path), one.code)).not.toBeNull()
  })

  test('is mailed to the address on file, and nowhere for a number that nobody has: asked alike', async () => {
    const { number } = await issued('only.hers@example.org')
    const nobody = makeNumber('N0B0DYAT411')
    const answers = [await sends('/my/sign-in', { number }), await sends('/my/sign-in', { number: nobody })]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const pages = await Promise.all(
      answers.map(async (one) => {
        const location = one.headers.get('Location') ?? ''
        return (await textOf(await ask(location))).replaceAll(location, '')
      }),
    )
    expect(pages[0]).toBe(pages[1])
    const letters = await env.DB.prepare("SELECT number FROM outbox WHERE kind = 'my-code'").all<{
      number: string
    }>()
    expect(letters.results.filter((one) => one.number === number)).toHaveLength(1)
    expect(letters.results.filter((one) => one.number === nobody)).toHaveLength(0)
  })

  test('is mailed five times an hour at most', async () => {
    const { number } = await issued()
    for (let i = 0; i < 7; i++) await askCode(desk, number)
    const { results } = await env.DB.prepare("SELECT id FROM outbox WHERE kind = 'my-code' AND number = ?1")
      .bind(number)
      .all()
    expect(results).toHaveLength(5)
  })

  test('goes out before all other mail, and stays in no file once it is sent', async () => {
    await nothingDue()
    const { number } = await issued('she@example.org')
    await askCode(desk, number)
    const box = mailbox()
    await deliver({ ...desk, post: box.post })
    expect(box.got[0]).toMatchObject({
      to: 'she@example.org',
      text: expect.stringMatching(/\n\d{4} \d{4}\n/),
    })
    const row = await env.DB.prepare("SELECT state, body FROM outbox WHERE kind = 'my-code' AND number = ?1")
      .bind(number)
      .first<{ state: string; body: string }>()
    expect(row?.state).toBe('sent')
    expect(row?.body).not.toMatch(/\d{4} \d{4}|code=/)
  })

  test('is mailed twenty times a day at most: nobody’s mailbox is filled by a stranger', async () => {
    const { number } = await issued()
    for (let hour = 0; hour < 6; hour++)
      for (let i = 0; i < 5; i++)
        await askCode(makeDesk(env, new Date(new Date(NOW).getTime() + hour * 61 * 60_000)), number)
    const mailed = await env.DB.prepare(
      "SELECT COUNT(*) AS n FROM outbox WHERE kind = 'my-code' AND number = ?1",
    )
      .bind(number)
      .first('n')
    expect(mailed).toBe(20)
  })
})

describe('a link', () => {
  test('opens when the button is pressed, and as often as it is looked at', async () => {
    const { number } = await issued()
    const link = await linkFor(number)
    for (let i = 0; i < 3; i++) {
      const looked = await ask(link, { headers: { Accept: 'text/html' } })
      expect([looked.status, looked.headers.get('Set-Cookie')]).toEqual([200, null])
    }
    expect((await sends(link, {})).headers.get('Location')).toBe('/my')
  })
})

/** Whatever stands behind a record of one's own. */
const DOORS = [
  'resume',
  'employer',
  'files',
  'files/credential.jwt',
  'share',
  'visibility',
  'links',
  'ask',
  'ask/name',
  'everything',
  'everything.json',
  'remove',
]

describe('a session', () => {
  test('sees every record with the same address, and no other', async () => {
    const [one, two, other] = [
      await issued('Both@example.org'),
      await issued('both@example.org'),
      await issued(),
    ]
    const holder = await holderOf(one.number)
    const page = await textOf(await holder.get('/my'))
    expect(page).toContain(one.number)
    expect(page).toContain(two.number)
    expect((await holder.get(`/my/${two.number}`)).status).toBe(200)
    expect((await holder.get(`/my/${other.number}`)).status).toBe(404)
    for (const door of DOORS)
      expect([door, (await holder.get(`/my/${other.number}/${door}`)).status]).toEqual([door, 404])
    const hides = await holder.post(`/my/${other.number}/visibility`, { visibility: 'withheld' })
    expect(hides.status).toBe(404)
  })

  test('ends after half an hour of rest, and after two hours in any case', async () => {
    const { headers } = await holderOf((await issued()).number)
    const secret = headers.Cookie?.slice(3) ?? ''
    const MINUTE = 60_000
    expect(await continueHolding(later(29 * MINUTE), secret)).not.toBeNull()
    expect(await continueHolding(later(60 * MINUTE), secret)).toBeNull()
    for (const minutes of [55, 80, 105]) await continueHolding(later(minutes * MINUTE), secret)
    expect(await continueHolding(later(119 * MINUTE), secret)).not.toBeNull()
    expect(await continueHolding(later(120 * MINUTE), secret)).toBeNull()
  })
})

test('asking costs the same statements for a number that nobody has', async () => {
  const { number } = await issued()
  const asked: string[][] = []
  for (const one of [number, makeNumber('N0B0DYAT412')]) {
    const seen: string[] = []
    const db = new Proxy(env.DB, {
      get: (target, name) => {
        if (name === 'prepare')
          return (sql: string) => {
            seen.push(sql)
            return target.prepare(sql)
          }
        return Reflect.get(target, name).bind(target)
      },
    })
    await askCode({ ...desk, db }, one)
    asked.push(seen)
  }
  expect(asked[0]).toEqual(asked[1])
  expect(asked[0]?.length).toBeGreaterThan(0)
})

test('a form from another site is refused, and so is one that does not say where it is from', async () => {
  const { number } = await issued()
  const holder = await holderOf(number)
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }])
    expect((await holder.post(`/my/${number}`, { act: 'told' }, headers)).status).toBe(403)
  for (const path of ['/my/sign-in', '/my/code/x', await linkFor(number)])
    expect(
      (await ask(path, { method: 'POST', body: new URLSearchParams(), headers: { Accept: 'text/html' } }))
        .status,
    ).toBe(403)
})

test('signed out is gone: the cookie opens nothing any more', async () => {
  const { number } = await issued()
  const holder = await holderOf(number)
  const left = await holder.post('/my/sign-out', {})
  expect(left.status).toBe(303)
  // Somebody of the office may be signed in to the console in the same browser, and to other sites of the office.
  expect(left.headers.get('Clear-Site-Data')).toBe('"cache"')
  expect(left.headers.get('Set-Cookie')).toMatch(/^my=; Max-Age=0; Path=\//)
  const again = await holder.get(`/my/${number}`)
  expect(again.headers.get('Location')).toBe(`/my/sign-in?done=ended&number=${number}`)
})

test('the cookie is for no script, and over https bound to this host and to https', async () => {
  const cookieOver = async (origin: string) => {
    const small = new Hono().get('/', (c) => {
      c.set('desk' as never, { issuer: { origin } } as never)
      giveHolderCookie(c as never, 'x'.repeat(43))
      return c.text('')
    })
    return (await small.request('/')).headers.get('Set-Cookie')
  }
  const secret = 'x'.repeat(43)
  expect(await cookieOver('https://lssc.example')).toBe(
    `__Host-my=${secret}; Path=/; HttpOnly; Secure; SameSite=Lax`,
  )
  expect(await cookieOver('http://localhost:8787')).toBe(`my=${secret}; Path=/; HttpOnly; SameSite=Lax`)
})

test('an older number is recognised by its shape, and its holder told what to do', async () => {
  const response = await sends('/my/sign-in', { number: 'lssc-2013-0002' })
  const page = await textOf(response)
  expect(response.status).toBe(422)
  expect(page).toContain('href="/help/claim?code=lssc-2013-0002"')
  expect(await textOf(await ask('/help/claim?code=lssc-2013-0002'))).toContain('value="lssc-2013-0002"')
})

test('the overview says above all else that the record is about to be removed', async () => {
  const { number } = await issued()
  const holder = await holderOf(number)
  const leaves = 'This record is about to be removed'
  expect(await textOf(await holder.get(`/my/${number}`))).not.toContain(leaves)
  await askRemoval(desk, number, anew())
  const page = await textOf(await holder.get(`/my/${number}`))
  expect(page).toContain(leaves)
  expect(page).toMatch(/will be done on [A-Z][a-z]+ \d{1,2}, 20\d\d/)
  expect(page).toContain(`href="/my/${number}/remove"`)
})

test('the first visit says who sees what; dismissed, it stays folded', async () => {
  const { number } = await issued()
  const holder = await holderOf(number)
  expect(await textOf(await holder.get(`/my/${number}`))).toContain('Before anything else: who sees what')
  await holder.post(`/my/${number}`, { act: 'told' })
  const page = await textOf(await holder.get(`/my/${number}`))
  expect(page).not.toContain('Before anything else')
  expect(page).toContain('<summary>Who sees what</summary>')
})
