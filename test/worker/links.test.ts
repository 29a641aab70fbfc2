// Links to a holder's own work: hers alone, signed as one new version for each saving, and nothing in them that deceives.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { verifyPresented } from '../../worker/services/verify.ts'
import { currentByNumber } from '../../worker/store/credentials.ts'
import { makeDesk } from '../support/desk.ts'
import { issueHers } from './chosen.ts'
import type { Visitor } from './console.ts'
import { holderOf } from './holder.ts'
import { act, ask, change, textOf } from './office.ts'

const desk = makeDesk(env)

const current = async (number: string) => (await currentByNumber(env.DB, number))!
const linksOf = async (number: string) =>
  (await current(number)).record.areas.flatMap(({ set, products = [] }) =>
    products.map(({ title, url }) => [set, title, url]),
  )

/** Two of technology, as they are typed. */
const TWO = {
  'title.technology.0': 'Makerspace guide',
  'url.technology.0': 'https://example.org/guide',
  'title.technology.1': 'Wi-Fi handout',
  'url.technology.1': 'https://example.org/wifi',
}

const sends = async (holder: Visitor, number: string, step: string, fields: Record<string, string>) =>
  holder.post(`/my/${number}/links`, { step, seen: String((await current(number)).newest.id), ...fields })

describe('saving', () => {
  test('makes one version of all of it, in her order, and writes no letter', async () => {
    const { number, token } = await issueHers()
    const holder = await holderOf(number)
    const more = {
      'title.youth-services.0': 'Story hour',
      'url.youth-services.0': 'https://example.org/hour',
    }
    const saved = await sends(holder, number, 'save', { ...TWO, ...more })
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, `/my/${number}/links?done=saved`])
    expect(await linksOf(number)).toEqual([
      ['technology', 'Makerspace guide', 'https://example.org/guide'],
      ['technology', 'Wi-Fi handout', 'https://example.org/wifi'],
      ['youth-services', 'Story hour', 'https://example.org/hour'],
    ])
    expect((await current(number)).version).toBe(2)
    expect(await verifyPresented(desk, token)).toMatchObject({ state: 'superseded' })
    expect(await verifyPresented(desk, number)).toMatchObject({ state: 'valid' })
    const { results } = await env.DB.prepare('SELECT kind FROM outbox WHERE number = ?1').bind(number).all()
    expect(results).toEqual([{ kind: 'issued' }])
    expect((await current(number)).newest).toMatchObject({ kind: 'links-changed', actor: 'holder' })
  })

  test('shows them as hers and unchecked, to open without a trace', async () => {
    const { number } = await issueHers()
    await sends(await holderOf(number), number, 'save', TWO)
    const page = await textOf(await ask(`/c/${number}`, { headers: { Accept: 'text/html' } }))
    expect(page).toContain('<a href="https://example.org/guide" rel="nofollow ugc noopener">')
    expect(page.replace(/\s+/g, ' ')).toMatch(/\(example\.org\).{0,40}added by its holder, not checked by/)
  })

  test('twice by a double click makes one version; the same once more makes none', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const fields = { ...TWO, seen: String((await current(number)).newest.id), request: crypto.randomUUID() }
    const both = await Promise.all([
      sends(holder, number, 'save', fields),
      sends(holder, number, 'save', fields),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await current(number)).version).toBe(2)
    expect((await sends(holder, number, 'save', TWO)).status).toBe(422)
    expect((await current(number)).version).toBe(2)
  })

  test('takes out what is emptied, and leaves all else as it is', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    await sends(holder, number, 'save', TWO)
    await sends(holder, number, 'save', { ...TWO, 'title.technology.0': '', 'url.technology.0': '' })
    expect(await linksOf(number)).toEqual([['technology', 'Wi-Fi handout', 'https://example.org/wifi']])
    const { record } = await current(number)
    expect(record.email).toContain('@example.org')
    expect(record.areas).toHaveLength(6)
  })

  test('after the office changed the record is refused, and names nobody of the office; then done on what stands', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const { newest, record } = await current(number)
    await change(desk, number, { act: 'correct', record: { ...record, region: 'TX' }, note: 'moved' })
    const late = await sends(holder, number, 'save', { ...TWO, seen: String(newest.id) })
    const page = await textOf(late)
    expect(late.status).toBe(409)
    expect(page).toContain('Makerspace guide')
    expect(page).not.toMatch(/Ada|Ben|colleague/)
    await sends(holder, number, 'save', TWO)
    expect((await current(number)).record.region).toBe('TX')
    expect(await linksOf(number)).toHaveLength(2)
  })

  test('of a record on hold is refused, with the reason', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    expect(await textOf(await holder.get(`/my/${number}/links`))).toContain('Your record is on hold')
    expect((await sends(holder, number, 'save', TWO)).status).toBe(409)
    expect(await linksOf(number)).toEqual([])
  })

  test('of somebody else’s record is a page that is not there', async () => {
    const { number } = await issueHers()
    const other = await holderOf((await issueHers()).number)
    expect((await sends(other, number, 'save', TWO)).status).toBe(404)
    expect(await linksOf(number)).toEqual([])
  })

  test('is done ten times a day at most', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const save = (i: number) =>
      sends(holder, number, 'save', { ...TWO, 'title.technology.0': `Guide, draft ${i}` })
    for (let i = 0; i < 10; i++) expect((await save(i)).status).toBe(303)
    expect((await save(10)).status).toBe(429)
  })
})

describe('a link', () => {
  test.for([
    ['http://example.org/', 'url'],
    ['javascript:alert(1)', 'url'],
    ['data:text/html,hello', 'url'],
    ['https:example.org', 'url'],
    ['example.org', 'url'],
    ['https://user:secret@example.org/', 'url'],
    ['https://ala.org@evil.example/', 'url'],
    ['https://localhost/', 'url'],
    ['https://127.1/', 'url'],
    ['https://0x7f000001/', 'url'],
    ['https://[::1]/', 'url'],
    ['https://example.org/\u202Egpj.exe', 'url'],
    ['https://exa mple.org/', 'url'],
    [`https://example.org/${'x'.repeat(300)}`, 'url'],
  ] as const)('to %j is refused', async ([url]) => {
    const { number } = await issueHers()
    const fields = { 'title.technology.0': 'A guide', 'url.technology.0': url }
    const answer = await sends(await holderOf(number), number, 'save', fields)
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain('href="#f-url-technology-0"')
    expect((await current(number)).version).toBe(1)
  })

  test.for(['', ' ', '\u202Eedoc', 'two\nlines', '\u200B', 'x'.repeat(121), '\u0007bell'])(
    'with the title %j is refused',
    async (title) => {
      const { number } = await issueHers()
      const fields = { 'title.technology.0': title, 'url.technology.0': 'https://example.org/' }
      const answer = await sends(await holderOf(number), number, 'save', fields)
      expect(answer.status).toBe(422)
      expect((await current(number)).version).toBe(1)
    },
  )

  test('is one of five at most, and stands in an area once', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const many = (count: number, url: (i: number) => string) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          [`title.technology.${i}`, `Guide ${i}`],
          [`url.technology.${i}`, url(i)],
        ]).flat(),
      )
    expect(
      (
        await sends(
          holder,
          number,
          'save',
          many(6, (i) => `https://example.org/${i}`),
        )
      ).status,
    ).toBe(422)
    expect(
      (
        await sends(
          holder,
          number,
          'save',
          many(2, () => 'https://example.org/same'),
        )
      ).status,
    ).toBe(422)
    expect(
      (
        await sends(
          holder,
          number,
          'save',
          many(5, (i) => `https://example.org/${i}`),
        )
      ).status,
    ).toBe(303)
  })
})

describe('moving', () => {
  test('changes the order on the page, and saves nothing', async () => {
    const { number } = await issueHers()
    const moved = await sends(await holderOf(number), number, 'up.technology.1', TWO)
    const page = await textOf(moved)
    expect(moved.status).toBe(200)
    expect(page).toContain('Not saved yet')
    expect(page.indexOf('value="Wi-Fi handout"')).toBeLessThan(page.indexOf('value="Makerspace guide"'))
    expect((await current(number)).version).toBe(1)
  })
})
