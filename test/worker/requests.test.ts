// What the office does with a request: decided once, by one person, with a letter and a trace, or not at all.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { type RequestKind, requestKinds } from '../../worker/request-kinds.ts'
import { openRequests, requestById } from '../../worker/store/requests.ts'
import { asked, hoursTyped } from '../support/requests.ts'
import { signedIn } from './console.ts'
import { textOf } from './office.ts'
import { asks, bea, decide, deeds, desk, ivy, letters } from './requests.ts'

describe('each kind', () => {
  const kinds = Object.keys(requestKinds) as RequestKind[]

  test.each(kinds)('%s: says what was asked, what to check, and drafts three answers', async (kind) => {
    const id = await asks(kind, kind === 'hours' ? hoursTyped(32) : asked[kind])
    const page = await textOf(await ivy.get(`/staff/requests/${id}`))
    expect(page).toContain('What to check')
    expect(page).toContain(requestKinds[kind].title)
    const drafts = await Promise.all(
      ['accept', 'ask', 'decline'].map(
        async (one) =>
          /<textarea id="f-reply".*?<\/textarea>/s.exec(
            await textOf(await ivy.get(`/staff/requests/${id}?answer=${one}`)),
          )?.[0],
      ),
    )
    expect(new Set(drafts).size).toBe(3)
  })

  test.each([
    ['accept', 'done', 'accepted'],
    ['ask', 'waiting', 'asked'],
    ['decline', 'declined', 'declined'],
  ] as const)('%s: moves it, sends exactly the letter, and is audited', async (outcome, state, kind) => {
    const id = await asks('correction', asked.correction)
    const response = await decide(ivy, id, { outcome, reply: `About ${id}:\n\nas it stands here.` })
    expect(response.headers.get('Location')).toBe(`/staff/requests/${id}?done=${kind}`)
    expect(await requestById(env.DB, id)).toMatchObject({ state, assigned: ivy.name })
    expect(await letters(id)).toEqual([
      {
        kind: 'request-answered',
        address: 'd@example.org',
        number: '',
        subject: 'Your request',
        body: `About ${id}:\n\nas it stands here.`,
      },
    ])
    expect(await deeds(id)).toEqual([
      { act: `${kind}-request`, actor: ivy.name, detail: '{"kind":"correction","letter":true}' },
    ])
  })

  test('without an address no letter is sent, and that has to be said', async () => {
    const id = await asks('misuse', asked.misuse)
    expect((await decide(ivy, id, { outcome: 'accept', reply: id })).status).toBe(422)
    expect((await decide(ivy, id, { outcome: 'accept', reply: id, silent: 'yes' })).status).toBe(303)
    expect(await letters(id)).toEqual([])
  })

  test.each([
    ['a subject of two lines', { subject: 'Hello\r\nBcc: a@b.example' }, 'subject'],
    ['an empty reply', { reply: '' }, 'reply'],
    ['a blank that nobody filled in', { reply: 'Your record: [link]' }, 'reply'],
    ['nothing checked', { checked: '' }, 'checked'],
    ['a record that is none', { number: '0123-4567-89AB' }, 'number'],
  ])('%s: refused, and what was typed stays', async (_, fields, field) => {
    const id = await asks('correction', asked.correction)
    const response = await decide(ivy, id, { outcome: 'accept', reply: 'My long reply.', ...fields })
    expect(response.status).toBe(422)
    const page = await textOf(response)
    expect(page).toContain(`href="#f-${field}"`)
    if (field !== 'reply') expect(page).toContain('My long reply.')
    expect(await requestById(env.DB, id)).toMatchObject({ state: 'open', revision: 0 })
  })
})

describe('two people', () => {
  test('decide the same one: the second is told who was quicker, and nothing of theirs is sent', async () => {
    const id = await asks('correction', asked.correction)
    await decide(ivy, id, { outcome: 'accept', reply: `First ${id}` })
    const response = await decide(bea, id, { outcome: 'decline', reply: `Second ${id}` })
    expect(response.status).toBe(409)
    const page = await textOf(response)
    expect(page).toContain(`${ivy.name} accepted it on`)
    expect(page).toContain(`Second ${id}`)
    expect((await letters(id)).map(({ body }) => body)).toEqual([`First ${id}`])
  })

  test('in the very same moment: one of them', async () => {
    const id = await asks('correction', asked.correction)
    const answers = await Promise.all([
      decide(ivy, id, { outcome: 'accept', reply: `First ${id}` }),
      decide(bea, id, { outcome: 'decline', reply: `Second ${id}` }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await letters(id)).length).toBe(1)
  })

  test('one takes it over from the other: who was writing is told', async () => {
    const id = await asks('correction', asked.correction)
    await ivy.post(`/staff/requests/${id}`, { act: 'take', seen: '0' })
    await bea.post(`/staff/requests/${id}`, { act: 'take', seen: '1' })
    expect(await requestById(env.DB, id)).toMatchObject({ assigned: bea.name, state: 'open' })
    expect(await textOf(await decide(ivy, id, { outcome: 'accept', seen: '1' }))).toContain(
      `${bea.name} took it over`,
    )
  })
})

test('who wants a new link is never sent the old one by a draft', async () => {
  const id = await asks('name', { ...asked.name, how: 'new' })
  const page = await textOf(await ivy.get(`/staff/requests/${id}?answer=accept&number=0123-4567-89AB`))
  expect(/<textarea id="f-reply".*?<\/textarea>/s.exec(page)?.[0]).toContain('a link of its own: [link]')
  const response = await decide(ivy, id, { outcome: 'accept', reply: 'At a link of its own: [link].' })
  expect(await textOf(response)).toContain('The reply still says [link]')
})

test('a double click, and the back button: once', async () => {
  const id = await asks('correction', asked.correction)
  const once = { outcome: 'accept', reply: `Once ${id}`, request: crypto.randomUUID() }
  const both = await Promise.all([decide(ivy, id, once), decide(ivy, id, once)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect((await decide(ivy, id, once)).status).toBe(303)
  const other = await decide(ivy, id, { ...once, reply: `Twice ${id}` })
  expect([other.status, await textOf(other)]).toEqual([
    422,
    expect.stringContaining('This form was sent before'),
  ])
  expect((await letters(id)).length).toBe(1)
})

test('what is decided is opened again before it is decided anew; notes stay', async () => {
  const id = await asks('correction', asked.correction)
  await decide(ivy, id, { outcome: 'ask' })
  await ivy.post(`/staff/requests/${id}`, { act: 'note', note: 'A copy came by mail.' })
  await ivy.post(`/staff/requests/${id}`, { act: 'reopen', seen: '1' })
  await decide(ivy, id, { outcome: 'accept', seen: '2' })
  expect((await decide(ivy, id, { outcome: 'decline', seen: '3' })).status).toBe(409)
  expect((await deeds(id)).map(({ act }) => act)).toEqual([
    'asked-request',
    'noted-on-request',
    'reopened-request',
    'accepted-request',
  ])
  await expect(env.DB.prepare('UPDATE request_note SET said = \'"else"\'').run()).rejects.toThrow(
    /append-only/,
  )
  await expect(env.DB.prepare('DELETE FROM request_note').run()).rejects.toThrow(/append-only/)
  await expect(
    env.DB.prepare("UPDATE request SET contact = 'x' WHERE id = ?1").bind(id).run(),
  ).rejects.toThrow(/as it was sent/)
})

test('a viewer looks, and changes nothing', async () => {
  const vic = await signedIn('viewer')
  const id = await asks('correction', asked.correction)
  const page = await textOf(await vic.get(`/staff/requests/${id}`))
  expect(page).toContain('What to check')
  expect(page).not.toContain('name="act"')
  expect((await decide(vic, id, { outcome: 'accept' })).status).toBe(403)
  expect(await requestById(env.DB, id)).toMatchObject({ state: 'open' })
})

test('what strangers typed is text everywhere, and their links are none', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const id = await asks('misuse', {
    who: hostile,
    where: 'https://evil.example/"><script>1</script>',
    what: hostile,
    code: hostile,
  })
  const pages = await Promise.all(
    [
      '/staff/requests',
      `/staff/requests/${id}`,
      `/staff/requests/${id}?answer=accept&number=${encodeURIComponent('"><b>')}`,
    ].map(async (path) => textOf(await ivy.get(path))),
  )
  for (const page of pages) {
    expect(page).not.toMatch(/<img|<script>|"><b>|href="https:\/\/evil/)
    expect(page).toContain('&lt;img src=x')
  }
})

test('how many are open, and since when', async () => {
  const before = await openRequests(env.DB)
  await asks('correction', asked.correction)
  expect(await openRequests(env.DB)).toEqual({ count: before.count + 1, oldest: before.oldest })
  expect(before.oldest).toBe(desk.now().toISOString())
})

describe('the list', () => {
  const shown = (page: string) => page.match(/\/staff\/requests\/[0-9A-Z]{4}-[0-9A-Z]{4}(?=")/g) ?? []
  const list = async (query: string) => textOf(await ivy.get(`/staff/requests${query}`))

  test('has what needs someone first, and what is decided last', async () => {
    const [first, second, third] = [
      await asks('claim', asked.claim),
      await asks('claim', asked.claim),
      await asks('claim', asked.claim),
    ]
    await decide(ivy, first, { outcome: 'decline' })
    await decide(ivy, second, { outcome: 'ask' })
    const all = shown(await list('?kind=claim')).map((path) => path.slice(-9))
    const at = (id: string) => all.indexOf(id)
    expect(at(third)).toBeLessThan(at(second))
    expect(at(second)).toBeLessThan(at(first))
    expect(shown(await list('?kind=claim&state=waiting'))).toEqual([`/staff/requests/${second}`])
    expect(shown(await list('?kind=name&state=waiting'))).toEqual([])
  })

  test('has pages of fifty, which together have each one once', async () => {
    const insert = env.DB.prepare(
      `INSERT INTO request (id, kind, body, digest, contact, created_at, state)
       VALUES (?1, 'hours', '{"fields":{}}', ?1, '', '2026-11-01T00:00:00.000Z', 'declined')`,
    )
    await env.DB.batch(Array.from({ length: 60 }, (_, i) => insert.bind(`PAGE-${1000 + i}`)))
    const query = '?kind=hours&state=declined'
    const pages = [await list(query), await list(`${query}&page=2`), await list(`${query}&page=3`)]
    expect(pages.map((page) => shown(page).length)).toEqual([50, 10, 0])
    expect(new Set(pages.flatMap(shown)).size).toBe(60)
    expect(pages[0]).toContain('60 requests, page 1 of 2')
    expect(pages[0]).toContain('&amp;page=2"')
  })

  test('takes no nonsense for a filter', async () => {
    expect((await ivy.get('/staff/requests?kind=toString&state=x&page=-1')).status).toBe(200)
    expect((await ivy.get('/staff/requests?page=1e99')).status).toBe(200)
  })
})
