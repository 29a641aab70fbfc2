// Who can see a record: its holder decides, and nobody else by a slip.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { chooseVisibility } from '../../worker/services/choose-visibility.ts'
import { rename } from '../../worker/services/rename.ts'
import { currentByNumber } from '../../worker/store/credentials.ts'
import { makeDesk, overtaken } from '../support/desk.ts'
import { choose, issueHers, seenNow } from './chosen.ts'
import { signedIn } from './console.ts'
import { holderOf } from './holder.ts'
import { act, ada, anew, ben, revoke, textOf } from './office.ts'

const desk = makeDesk(env)

describe('a choice', () => {
  test('is one act: seen at once, on record as the holder’s, in the register, and told in a letter', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const sent = await choose(holder, number, 'withheld')
    expect([sent.status, sent.headers.get('Location')]).toEqual([
      303,
      `/my/${number}/visibility?done=changed`,
    ])
    const event = await env.DB.prepare(
      'SELECT kind, actor, reason, detail FROM event WHERE number = ?1 ORDER BY id DESC',
    )
      .bind(number)
      .first()
    expect(event).toEqual({
      kind: 'visibility-changed',
      actor: 'holder',
      reason: null,
      detail: '{"from":"link","to":"withheld"}',
    })
    for (const table of ['leaf', 'outbox'])
      expect(
        await env.DB.prepare(
          `SELECT COUNT(*) AS n FROM ${table} WHERE number = ?1 AND kind = 'visibility-changed'`,
        )
          .bind(number)
          .first('n'),
      ).toBe(1)
    const office = await signedIn('viewer')
    expect(await textOf(await office.get(`/staff/records/${number}`))).toContain(
      'Before: by its link or code. Since then: private.',
    )
  })

  test('sent twice is done once', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const fields = { to: 'withheld', was: 'link', request: crypto.randomUUID() }
    const path = `/my/${number}/visibility`
    const both = await Promise.all([holder.post(path, fields), holder.post(path, fields)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(
      await env.DB.prepare(
        "SELECT COUNT(*) AS n FROM event WHERE number = ?1 AND kind = 'visibility-changed'",
      )
        .bind(number)
        .first('n'),
    ).toBe(1)
  })

  test('of another tab is not undone by an older page', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    await choose(holder, number, 'unknown')
    const late = await holder.post(`/my/${number}/visibility`, { to: 'listed', was: 'link' })
    expect([late.status, await seenNow(number)]).toEqual([409, 'unknown'])
    expect(await textOf(late)).toContain('This was changed since you opened the page')
  })

  test('that is none is refused: nothing, “erased”, anything', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    for (const to of ['', 'erased', 'public', 'toString'])
      expect((await choose(holder, number, to)).status, to).toBe(422)
    expect(await seenNow(number)).toBe('link')
  })

  test('of somebody else’s record is a page that is not there', async () => {
    const { number } = await issueHers()
    const other = await holderOf((await issueHers()).number)
    expect((await choose(other, number, 'withheld')).status).toBe(404)
    expect((await other.get(`/my/${number}/visibility`)).status).toBe(404)
    expect(await seenNow(number)).toBe('link')
  })

  test('can be made twenty times a day', async () => {
    const { number } = await issueHers()
    const flip = (to: string, was: string) =>
      chooseVisibility(desk, number, { to, was, region: false }, anew())
    for (let i = 0; i < 10; i++) {
      await flip('withheld', 'link')
      await flip('link', 'withheld')
    }
    await expect(flip('withheld', 'link')).rejects.toMatchObject({ type: 'too-many-requests' })
  })
})

describe('the office', () => {
  test('gives a new number in a new name to whom it was shown before, whenever that was chosen', async () => {
    const { number } = await issueHers()
    const meanwhile = async () => {
      await chooseVisibility(desk, number, { to: 'withheld', was: 'link', region: false }, anew())
    }
    const name = { display: 'Zena Quill', order: 'given-first' as const }
    const busy = { ...desk, db: overtaken(env.DB, meanwhile) }
    const { answer } = await rename(busy, number, { name, note: 'asked' }, ada.name, anew())
    expect(await seenNow(answer.number)).toBe('withheld')
  })

  test('is not held up, and a withdrawal that waits for a second person goes on waiting', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    await act(desk, number, { act: 'revoke', reason: 'issued-in-error' })
    await choose(holder, number, 'withheld')
    expect((await currentByNumber(env.DB, number))?.newest.kind).toBe('withdrawal-proposed')
    expect(await act(desk, number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)).toMatchObject({
      answer: { standing: 'revoked' },
    })
    expect(await seenNow(number)).toBe('withheld')
  })

  test('changes nothing of it by a correction, a hold or a withdrawal', async () => {
    const { number } = await issueHers()
    await choose(await holderOf(number), number, 'unknown')
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    await act(desk, number, { act: 'reinstate' })
    await revoke(desk, number)
    expect(await seenNow(number)).toBe('unknown')
  })

  test('leaves an old number private after a new name, and its holder with nothing to choose', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    const name = { display: 'Zena Quill', order: 'given-first' as const }
    await rename(desk, number, { name, note: 'asked' }, ada.name, anew())
    expect(await textOf(await holder.get(`/my/${number}/visibility`))).toContain('It stays private')
    expect((await choose(holder, number, 'link')).status).toBe(409)
    expect(await seenNow(number)).toBe('withheld')
  })
})
