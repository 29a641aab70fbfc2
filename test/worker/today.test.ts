// The first page of the day: what needs someone, counted from the tables of every part of the office.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { surveyToday } from '../../worker/services/survey-today.ts'
import { makeAreas } from '../support/award.ts'
import { makeDesk, unreachable } from '../support/desk.ts'
import { signedIn } from './console.ts'
import { act, ada, ask, ben, issueOne, revoke, textOf } from './office.ts'
import { sheetOf } from './sheet-samples.ts'

const desk = makeDesk(env)

test('an office with nothing to do is told so', async () => {
  const page = await textOf(await (await signedIn('viewer')).get('/staff'))
  expect(page).toContain('Nothing waits for anyone.')
  expect(page).toContain('There are no records yet.')
  expect(page).toContain('its keys, database and status lists are in order.')
})

describe('what needs someone', () => {
  test('is counted, and each leads to where it is done', async () => {
    const held = await issueOne(desk)
    await act(desk, held.number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)
    await issueOne(desk, { provisionalUntil: '2027-01-15', areas: makeAreas('recognition') })
    await issueOne(desk, { provisionalUntil: '2028-06-15', areas: makeAreas('recognition') })
    const asked = { where: 'https://jobs.example/1', what: 'Another name stands on it.' }
    await ask('/help/misuse', { method: 'POST', body: new URLSearchParams({ ...asked, step: 'send' }) })
    await env.DB.prepare("UPDATE outbox SET state = 'came-back' WHERE number = ?1").bind(held.number).run()

    const today = await surveyToday(desk, true)
    expect(today).toMatchObject({
      requests: { count: 1 },
      approvals: { proposals: 0, withdrawals: 1, imports: 0 },
      provisional: 1,
      mail: { cameBack: 2 },
      linkSignIns: 1,
      health: { ok: true },
      states: { suspended: 1, provisional: 2 },
    })
    const page = await textOf(await (await signedIn('viewer')).get('/staff'))
    for (const href of ['/staff/approvals', '/staff/requests', '/staff/mail?show=came-back'])
      expect(page).toContain(`href="${href}"`)
  })

  test('a sign-in by link is news only while Access keeps the door', async () => {
    expect((await surveyToday(desk, false)).linkSignIns).toBe(0)
  })

  test('rows of an import that wait for a decision', async () => {
    await ask('/api/v1/imports', {
      method: 'POST',
      headers: { Authorization: `Bearer ${ada.key}`, 'Content-Type': 'text/csv' },
      body: sheetOf({}, { display_name: 'Nora Lind formerly Berg' }),
    })
    expect((await surveyToday(desk, false)).rows.review).toMatchObject({ rows: 1, only: expect.any(String) })
  })
})

test('the years count each award once, whatever became of it since', async () => {
  const before = (await surveyToday(desk, false)).years
  const { number } = await issueOne(desk, { certifiedOn: '2024-03-01' })
  await revoke(desk, number)
  const of = (years: typeof before) => years.find(({ year }) => year === 2024)?.awards ?? 0
  expect(of((await surveyToday(desk, false)).years)).toBe(of(before) + 1)
})

test('a service that is not in order says what is wrong, at the top', async () => {
  const broken = { ...desk, keys: { ...desk.keys, seal: () => Promise.reject(new Error('no key')) } }
  expect((await surveyToday(broken, false)).health).toMatchObject({ ok: false, keys: false })
  await expect(surveyToday({ ...desk, db: unreachable }, false)).rejects.toThrow('Network connection lost')
})
