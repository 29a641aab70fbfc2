// What the office may do to a record, in which order, and how often.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { makeDesk } from '../support/desk.ts'
import { act, ada, anew, asks, ben, issueOne, post } from './office.ts'

const desk = makeDesk(env)

const hold = { act: 'suspend', reason: 'under-review' } as const
const withdrawal = { act: 'revoke', reason: 'issued-in-error' } as const

describe('an act', () => {
  test('out of turn is refused, and says why', async () => {
    const { number } = await issueOne(desk)
    expect(await asks(number, { act: 'reinstate' })).toMatchObject({
      status: 409,
      detail: expect.stringContaining('good'),
    })
    await asks(number, hold)
    expect(await asks(number, hold)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('suspended'),
    })
  })

  test('repeated with its key is answered alike, and done once', async () => {
    const { number } = await issueOne(desk)
    for (const [event, person] of [
      [hold, ada],
      [withdrawal, ada],
      [withdrawal, ben],
    ] as const) {
      const headers = { Authorization: `Bearer ${person.key}`, 'Idempotency-Key': anew().key }
      const once = () => post(`/api/v1/credentials/${number}/events`, event, headers)
      const [first, ...again] = [await once(), await once(), await once()]
      const text = await first.text()
      for (const one of again) expect([one.status, await one.text()]).toEqual([first.status, text])
    }
    const events = await env.DB.prepare('SELECT kind FROM event WHERE number = ?1 ORDER BY id')
      .bind(number)
      .all()
    expect(events.results.map(({ kind }) => kind)).toEqual([
      'issued',
      'suspended',
      'withdrawal-proposed',
      'revoked',
    ])
  })

  test('on a number that nobody has: 404; on what is no act: 422', async () => {
    expect(await asks('0123-4567-89AB', hold)).toMatchObject({ status: 404 })
    const { number } = await issueOne(desk)
    for (const event of [
      { act: 'erase' },
      { act: 'suspend' },
      { ...hold, reason: 'spite' },
      { ...withdrawal, standing: 'good' },
      {},
    ]) {
      expect(await asks(number, event)).toMatchObject({ status: 422 })
    }
  })

  test('leaves a letter to be written', async () => {
    const { number } = await issueOne(desk)
    await act(desk, number, hold)
    const letters = await env.DB.prepare('SELECT kind FROM outbox WHERE number = ?1 ORDER BY id')
      .bind(number)
      .all()
    expect(letters.results).toEqual([{ kind: 'issued' }, { kind: 'suspended' }])
  })
})
