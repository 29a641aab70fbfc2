// The holder's page of share links: made once, shown once, ended at once, and nobody else's.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { setVisibility } from '../../worker/store/credentials.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn } from './console.ts'
import { holderOf } from './holder.ts'
import { issueOne, textOf } from './office.ts'
import { opened, shareOf, stateAt } from './shares.ts'

const desk = makeDesk(env)
const fields = { label: 'Springfield Public Library', endsOn: '2026-12-31', fields: 'dates' }
const LINK = new RegExp(`${env.ORIGIN}(/s/[\\w-]{24})`)

async function atHome(email = 'darlene@example.org') {
  const { number } = await issueOne(desk, { email })
  return { number, page: `/my/${number}/share`, holder: await holderOf(number) }
}

async function sent(
  holder: Awaited<ReturnType<typeof holderOf>>,
  page: string,
  more: Record<string, string> = {},
) {
  const response = await holder.post(page, { ...fields, ...more })
  const text = await textOf(response)
  return { status: response.status, text, path: LINK.exec(text)?.[1] ?? '' }
}

const shares = (number: string) =>
  env.DB.prepare('SELECT COUNT(*) AS n FROM share WHERE number = ?1').bind(number).first<number>('n')

describe('the holder', () => {
  test('makes a link, is shown it, and then only what it is for', async () => {
    const { number, page, holder } = await atHome()
    const made = await sent(holder, page)
    expect(made.status).toBe(200)
    expect(await stateAt(made.path)).toBe('valid')
    const list = await textOf(await holder.get(page))
    expect(list).toContain('Springfield Public Library')
    expect(list).toContain('Ends December 31, 2026 · shows the areas and dates · opened about once')
    expect(list).not.toContain('/s/')
    expect(await shares(number)).toBe(1)
  })

  test('who clicks twice, goes back or loads again makes one link, and is told the same one', async () => {
    const { number, page, holder } = await atHome()
    const request = crypto.randomUUID()
    const both = await Promise.all([sent(holder, page, { request }), sent(holder, page, { request })])
    expect(both[0]?.path).toMatch(/^\/s\//)
    expect(both[1]?.path).toBe(both[0]?.path)
    expect(await shares(number)).toBe(1)
    const changed = await sent(holder, page, { request, label: 'Another library' })
    expect([changed.status, changed.path]).toEqual([422, ''])
    expect(changed.text).toContain('This form was sent before')
    expect(await shares(number)).toBe(1)
  })

  test('sees first what others will see, and nothing is made by looking', async () => {
    const { number, page, holder } = await atHome()
    const look = await sent(holder, page, { step: 'look', label: '', areas: 'youth-services' })
    expect(look.status).toBe(200)
    for (const said of [
      'What they will see',
      'Passed in October 2022',
      'Put first by the holder',
      'data-state="valid"',
    ])
      expect(look.text).toContain(said)
    expect(look.text).not.toContain('State Library of Louisiana')
    const card = look.text.slice(look.text.indexOf('<article'), look.text.indexOf('</article>'))
    expect(card).not.toContain(number)
    expect(await shares(number)).toBe(0)
  })

  test('keeps what was typed when something is wrong', async () => {
    const { page, holder } = await atHome()
    const wrong = await sent(holder, page, { endsOn: '2031-01-01', label: 'Tiny & Co' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('a year from now at most')
    expect(wrong.text).toContain('value="Tiny &amp; Co"')
    expect(wrong.text).toContain('value="2031-01-01"')
    expect(wrong.text).toMatch(/value="dates"[^>]* checked/)
    expect(wrong.text).not.toMatch(/value="evidence"[^>]* checked/)
  })

  test('finds the areas ticked that an ad asked for, in its order', async () => {
    const { page, holder } = await atHome()
    const text = await textOf(await holder.get(`${page}?areas=youth-services,nonsense,technology`))
    const ticks = [...text.matchAll(/<input[^>]*name="areas"[^>]*>/g)].map(([tick]) => tick)
    expect(ticks.filter((tick) => tick.includes(' checked'))).toHaveLength(2)
    expect(ticks[0]).toMatch(/value="youth-services"[^>]* checked/)
    expect(ticks[1]).toMatch(/value="technology"[^>]* checked/)
  })

  test('ends a link at once', async () => {
    const { page, holder } = await atHome()
    const { path } = await sent(holder, page)
    const id = /share\/([\w-]{22})\/end/.exec(await textOf(await holder.get(page)))?.[1]
    const ended = await holder.post(`${page}/${id}/end`, {})
    expect([ended.status, ended.headers.get('Location')]).toEqual([303, `${page}?done=ended`])
    expect(await stateAt(path)).toBe('link-ended')
    const list = await textOf(await holder.get(page))
    expect(list).toContain('Links that have ended')
    expect(list).not.toContain('End it now')
  })

  test('is counted by the office, which does not read for whom', async () => {
    const { number, page, holder } = await atHome()
    const viewer = await signedIn('viewer')
    const file = async () => textOf(await viewer.get(`/staff/records/${number}`))
    expect(await file()).toContain('none open')
    await sent(holder, page)
    expect(await file()).toContain('1 open, made by the holder')
    expect(await file()).not.toContain('Springfield')
    const audit = await textOf(await (await signedIn('administrator')).get('/staff/audit'))
    expect(audit).toContain('Made a share link')
    expect(audit).not.toContain('Springfield')
  })

  test('ends nobody else’s, and makes none to another’s record', async () => {
    const mine = await atHome()
    const other = await atHome('other@example.org')
    const { id, path } = await shareOf(other.number)
    expect((await mine.holder.post(`${mine.page}/${id}/end`, {})).status).toBe(404)
    expect((await mine.holder.post(`${other.page}/${id}/end`, {})).status).toBe(404)
    expect((await mine.holder.post(other.page, fields)).status).toBe(404)
    expect(await stateAt(path)).toBe('valid')
  })

  test('is told what her links say while her record is private', async () => {
    const { number, page, holder } = await atHome()
    await setVisibility(env.DB, number, 'withheld').run()
    expect(await textOf(await holder.get(page))).toContain('Your record is private at the moment')
    await setVisibility(env.DB, number, 'unknown').run()
    expect(await textOf(await holder.get(page))).toContain('as if you had never made it')
  })

  test('reads her own words as words', async () => {
    const { page, holder } = await atHome()
    const { path } = await sent(holder, page, { label: '<script>alert(1)</script>' })
    expect(await textOf(await holder.get(page))).not.toContain('<script>alert')
    expect((await opened(path)).text).not.toContain('alert(1)')
  })
})
