// Two people at once: whoever is second acts on what the first one left, and no mixture of both is ever stored.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Amendment } from '../../worker/services/amend.ts'
import { publish } from '../../worker/services/publish.ts'
import type { StandingAct } from '../../worker/services/withdraw.ts'
import { makeAward } from '../support/award.ts'
import { bitsOf } from '../support/bits.ts'
import { makeDesk, overtaken } from '../support/desk.ts'
import { act, ada, ben, change, issueOne } from './office.ts'

const desk = makeDesk(env)
const due = { certifiedOn: '2023-01-15', expiresOn: '2027-01-15' }
const hold: StandingAct = { act: 'suspend', reason: 'under-review' }
const withdrawal: StandingAct = { act: 'revoke', reason: 'issued-in-error' }
const renewal: Amendment = { act: 'renew', on: '2026-11-20', contactHours: 32, technologyHours: 4 }
const correction: Amendment = { act: 'correct', record: makeAward({ ...due, region: 'TX' }), note: 'moved' }

/** A desk at which, just before the first commit, someone else does something. */
function beaten(meanwhile: () => Promise<unknown>) {
  return { ...desk, db: overtaken(env.DB, meanwhile) }
}

/** How a record stands, if it all fits together: rows, versions, events, leaves, and the published bits. */
async function stands(number: string) {
  const credential = await env.DB.prepare(
    'SELECT standing, current_version AS version FROM credential WHERE number = ?1',
  )
    .bind(number)
    .first<{ standing: string; version: number }>()
  const versions = await env.DB.prepare(
    `SELECT v.version, v.standing, v.list, v.entry, t.jwt FROM version v LEFT JOIN token t USING (number, version)
     WHERE number = ?1 ORDER BY version`,
  )
    .bind(number)
    .all<{ version: number; standing: string; list: number; entry: number; jwt: string | null }>()
  const events = await env.DB.prepare('SELECT kind FROM event WHERE number = ?1 ORDER BY id')
    .bind(number)
    .all()
  const leaves = await env.DB.prepare('SELECT kind FROM leaf WHERE number = ?1 ORDER BY position')
    .bind(number)
    .all()
  const bits = await bitsOf((await publish(desk, 1))!.standingJwt)

  const { standing, version } = credential!
  expect(versions.results.map((one) => one.version)).toEqual(Array.from({ length: version }, (_, i) => i + 1))
  for (const one of versions.results) {
    const expected = standing === 'revoked' || one.version === version ? standing : 'superseded'
    expect(one).toMatchObject({ standing: expected, jwt: expect.any(String) })
    const value = ['good', 'suspended', 'revoked', 'superseded'].indexOf(expected)
    expect(bits.slice(one.entry * 2, one.entry * 2 + 2)).toBe(value.toString(2).padStart(2, '0'))
  }
  expect(events.results).toEqual(leaves.results)
  return { standing, version, events: events.results.slice(1).map(({ kind }) => kind as string) }
}

describe('whoever is second', () => {
  test('confirms a withdrawal that another proposed a moment ago', async () => {
    const { number } = await issueOne(desk)
    const second = await act(
      beaten(() => act(desk, number, withdrawal, ben.name)),
      number,
      withdrawal,
      ada.name,
    )
    expect(second).toEqual({ status: 200, answer: { number, standing: 'revoked' } })
    expect(await stands(number)).toEqual({
      standing: 'revoked',
      version: 1,
      events: ['withdrawal-proposed', 'revoked'],
    })
  })

  test('confirms it also where the record was on hold already', async () => {
    const { number } = await issueOne(desk)
    await act(desk, number, hold)
    const second = await act(
      beaten(() => act(desk, number, withdrawal, ben.name)),
      number,
      withdrawal,
      ada.name,
    )
    expect(second.answer.standing).toBe('revoked')
  })

  test('does not confirm what he proposed himself', async () => {
    const { number } = await issueOne(desk)
    const twice = act(
      beaten(() => act(desk, number, withdrawal, ada.name)),
      number,
      withdrawal,
      ada.name,
    )
    await expect(twice).rejects.toMatchObject({
      type: 'conflict',
      extra: { detail: expect.stringContaining('second person') },
    })
    expect(await stands(number)).toMatchObject({ standing: 'suspended', events: ['withdrawal-proposed'] })
  })

  test('does not confirm a proposal that was called off and made again by himself', async () => {
    const { number } = await issueOne(desk)
    await act(desk, number, withdrawal, ada.name)
    const calledOff = async () => {
      await act(desk, number, { act: 'reinstate' }, ada.name)
      await act(desk, number, withdrawal, ben.name)
    }
    await expect(act(beaten(calledOff), number, withdrawal, ben.name)).rejects.toMatchObject({
      type: 'conflict',
    })
    expect(await stands(number)).toMatchObject({ standing: 'suspended' })
  })

  test('cannot renew what was put on hold', async () => {
    const { number } = await issueOne(desk, due)
    const renewed = change(
      beaten(() => act(desk, number, hold)),
      number,
      renewal,
    )
    await expect(renewed).rejects.toMatchObject({
      type: 'conflict',
      extra: { detail: expect.stringContaining('suspended') },
    })
    expect(await stands(number)).toEqual({ standing: 'suspended', version: 1, events: ['suspended'] })
  })

  test('puts on hold the version that was made a moment ago', async () => {
    const { number } = await issueOne(desk, due)
    await act(
      beaten(() => change(desk, number, renewal)),
      number,
      hold,
    )
    expect(await stands(number)).toEqual({
      standing: 'suspended',
      version: 2,
      events: ['renewed', 'suspended'],
    })
  })

  test('does not renew a second time', async () => {
    const { number } = await issueOne(desk, due)
    await expect(
      change(
        beaten(() => change(desk, number, renewal)),
        number,
        renewal,
      ),
    ).rejects.toMatchObject({
      type: 'invalid-input',
    })
    expect(await stands(number)).toEqual({ standing: 'good', version: 2, events: ['renewed'] })
  })

  test('renews what was corrected', async () => {
    const { number } = await issueOne(desk, due)
    const { version, expiresOn } = await change(
      beaten(() => change(desk, number, correction)),
      number,
      renewal,
    )
    expect({ version, expiresOn }).toEqual({ version: 3, expiresOn: '2031-01-15' })
    const record = await env.DB.prepare(
      "SELECT record ->> 'region' AS region FROM credential WHERE number = ?1",
    )
      .bind(number)
      .first('region')
    expect(record).toBe('TX')
    expect(await stands(number)).toEqual({ standing: 'good', version: 3, events: ['corrected', 'renewed'] })
  })
})

test('all at once, in any order: what stands fits together, and only what was answered was done', async () => {
  for (let round = 0; round < 8; round++) {
    const { number } = await issueOne(desk, due)
    const acts = [
      () => act(desk, number, withdrawal, ada.name),
      () => act(desk, number, withdrawal, ben.name),
      () => act(desk, number, hold, ben.name),
      () => act(desk, number, { act: 'reinstate' }, ada.name),
      () => change(desk, number, renewal),
      () => change(desk, number, correction),
    ]
    const turned = [...acts.slice(round % 6), ...acts.slice(0, round % 6)]
    const done = await Promise.allSettled(turned.map((one) => one()))
    for (const one of done) {
      if (one.status === 'rejected') expect(one.reason.type).toBeOneOf(['conflict', 'invalid-input'])
    }
    const { events } = await stands(number)
    expect(events).toHaveLength(done.filter(({ status }) => status === 'fulfilled').length)
  }
})
