// On hold, off hold, withdrawn: each act is seen at once wherever anyone may look.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { makeAward } from '../support/award.ts'
import { bitsOf, entryOf } from '../support/bits.ts'
import { makeDesk } from '../support/desk.ts'
import { act, ada, ask, asks, ben, change, issueOne, post, revoke, textOf } from './office.ts'

const desk = makeDesk(env)

interface Verdict {
  state: string
  circumstances?: { state: string; since?: string; reason?: string; successor?: string }
}

/** Everything that can be seen of a record from outside. */
async function seen(number: string, token: string) {
  const verified = async (credential: string) => {
    const response = await post('/api/v1/verifications', { credential })
    return (await response.json<{ verdict: Verdict }>()).verdict
  }
  const batch = await (await ask(`/api/v1/credentials?numbers=${number}`)).json<{ credentials: Verdict[] }>()
  const one = await (await ask(`/api/v1/credentials/${number}`)).json<{ verdict: Verdict }>()
  const { list, index } = entryOf(token)
  const standing = await bitsOf(await textOf(await ask(`${list}/standing.jwt`)))
  const revocation = await bitsOf(await textOf(await ask(`${list}.jwt`)))
  return {
    batch: batch.credentials[0]?.circumstances?.state ?? 'good',
    one: one.verdict.state,
    byNumber: (await verified(number)).state,
    byToken: (await verified(token)).state,
    standing: standing.slice(index * 2, index * 2 + 2),
    revocation: revocation[index],
  }
}

function sees(state: string, standing: string, revocation: string) {
  const batch = state === 'valid' ? 'good' : state
  return { batch, one: state, byNumber: state, byToken: state, standing, revocation }
}

const GOOD = sees('valid', '00', '0')
const SUSPENDED = sees('suspended', '01', '0')
const REVOKED = sees('revoked', '10', '1')

const hold = { act: 'suspend', reason: 'under-review' } as const
const withdrawal = { act: 'revoke', reason: 'issued-in-error' } as const

describe('a record', () => {
  test('is put on hold and taken off again, seen everywhere at once', async () => {
    const { number, token } = await issueOne(desk)
    expect(await seen(number, token)).toEqual(GOOD)
    expect(await asks(number, hold)).toEqual({ status: 200, number, standing: 'suspended' })
    expect(await seen(number, token)).toEqual(SUSPENDED)
    expect(await asks(number, { act: 'reinstate' })).toEqual({ status: 200, number, standing: 'good' })
    expect(await seen(number, token)).toEqual(GOOD)
  })

  test('is withdrawn by two people: on hold at the first one’s word, final at the second one’s', async () => {
    const { number, token } = await issueOne(desk)
    expect(await asks(number, withdrawal)).toMatchObject({
      status: 202,
      standing: 'suspended',
      pending: expect.any(String),
    })
    expect(await seen(number, token)).toEqual(SUSPENDED)
    expect(await asks(number, withdrawal)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('second person'),
    })
    expect(await seen(number, token)).toEqual(SUSPENDED)
    expect(await asks(number, withdrawal, ben)).toEqual({ status: 200, number, standing: 'revoked' })
    expect(await seen(number, token)).toEqual(REVOKED)
  })

  test('that was withdrawn stays so, whatever is asked', async () => {
    const { number, token } = await issueOne(desk)
    await revoke(desk, number)
    const events = [
      hold,
      withdrawal,
      { act: 'reinstate' },
      { act: 'renew', on: '2026-11-01', contactHours: 40, technologyHours: 10 },
      { act: 'correct', record: makeAward(), note: 'undo' },
      { act: 'complete' },
    ]
    for (const event of events)
      expect(await asks(number, event, ben), event.act).toMatchObject({ status: 409 })
    expect(await seen(number, token)).toEqual(REVOKED)
  })

  test('with older versions is withdrawn in each of them', async () => {
    const first = await issueOne(desk)
    const second = await change(desk, first.number, {
      act: 'correct',
      record: makeAward({ region: 'TX' }),
      note: 'moved',
    })
    expect(await seen(first.number, first.token)).toMatchObject({
      byToken: 'superseded',
      standing: '11',
      revocation: '0',
    })
    await act(desk, first.number, hold)
    expect(await seen(first.number, first.token)).toMatchObject({ byToken: 'superseded', standing: '11' })
    await act(desk, first.number, { act: 'reinstate' })
    expect(await seen(first.number, first.token)).toMatchObject({ byToken: 'superseded', standing: '11' })
    expect(await seen(first.number, second.token)).toEqual(GOOD)
    await revoke(desk, first.number)
    expect(await seen(first.number, first.token)).toEqual(REVOKED)
    expect(await seen(first.number, second.token)).toEqual(REVOKED)
  })

  test('whose withdrawal was proposed and called off needs two people again', async () => {
    const { number } = await issueOne(desk)
    await asks(number, withdrawal)
    expect(await asks(number, { act: 'reinstate' }, ben)).toMatchObject({ status: 200, standing: 'good' })
    expect(await asks(number, withdrawal, ben)).toMatchObject({ status: 202 })
    expect(await asks(number, withdrawal, ada)).toMatchObject({ status: 200, standing: 'revoked' })
  })

  test('already on hold keeps the day and the words of its hold while a withdrawal is proposed', async () => {
    const { number, token } = await issueOne(desk)
    await act(desk, number, { ...hold, publicNote: 'A document is missing.' })
    const nextWeek = makeDesk(env, '2026-11-29T15:00:00Z')
    await act(nextWeek, number, { ...withdrawal, publicNote: 'Not yet.' })
    const told = async () => {
      const answer = await (await ask(`/api/v1/credentials?numbers=${number}`)).json<{
        credentials: Verdict[]
      }>()
      return answer.credentials[0]?.circumstances
    }
    expect(await told()).toEqual({
      state: 'suspended',
      since: '2026-11-22',
      reason: 'A document is missing.',
    })
    await act(nextWeek, number, { ...withdrawal, publicNote: 'Issued to a namesake.' }, ben.name)
    expect(await told()).toEqual({ state: 'revoked', since: '2026-11-29', reason: 'Issued to a namesake.' })
    expect((await seen(number, token)).revocation).toBe('1')
  })

  test('never tells an inner reason, and a note only with the act', async () => {
    const { number } = await issueOne(desk)
    await asks(number, {
      ...withdrawal,
      reason: 'misrepresentation',
      publicNote: 'A claim that is not decided.',
    })
    const look = async () => (await ask(`/api/v1/credentials/${number}`)).text()
    expect(await look()).not.toMatch(/misrepresentation|not decided/)
    await asks(number, { ...withdrawal, reason: 'misrepresentation' }, ben)
    expect(await look()).not.toMatch(/misrepresentation|not decided/)
  })
})

test('a hold begins on the office’s own day, also while it is still yesterday further west', async () => {
  const night = makeDesk(env, '2026-11-25T08:00:00.000Z') // two in the morning in Chicago
  const { number } = await issueOne(night)
  await act(night, number, { act: 'suspend', reason: 'paperwork' })
  const [event] = (
    await env.DB.prepare("SELECT effective_on AS day FROM event WHERE number = ?1 AND kind = 'suspended'")
      .bind(number)
      .all()
  ).results
  const since = await env.DB.prepare('SELECT since FROM credential WHERE number = ?1')
    .bind(number)
    .first('since')
  expect([event, since]).toEqual([{ day: '2026-11-25' }, '2026-11-25'])
})
