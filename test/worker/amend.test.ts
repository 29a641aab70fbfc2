// Renewed, corrected, completed: a newer version under the same number, and the older one points to it.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../shared/verdict.ts'
import { amend } from '../../worker/services/amend.ts'
import { judgeNumber } from '../../worker/services/look-up.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { trustOf } from '../../worker/trust.ts'
import { makeAreas, makeAward } from '../support/award.ts'
import { claimsOf, entryOf } from '../support/bits.ts'
import { makeDesk } from '../support/desk.ts'
import { ada, anew, change, issueOne, post } from './office.ts'

const desk = makeDesk(env) // 22 November 2026
const due = { certifiedOn: '2023-01-15', expiresOn: '2027-01-15' }
const hours = { contactHours: 32, technologyHours: 4 }

function renewal(on: string, more = {}) {
  return { act: 'renew', on, ...hours, ...more } as const
}

function correction(changes: Parameters<typeof makeAward>[0]) {
  return { act: 'correct', record: makeAward(changes), note: 'a slip' } as const
}

function judge(number: string, at = desk): Promise<Verdict> {
  return judgeNumber(at, number, trustOf(at))
}

describe('a renewal', () => {
  test('adds four years to the last day, and keeps number, holder and day of award', async () => {
    const first = await issueOne(desk, due)
    const second = await change(desk, first.number, renewal('2026-11-20'))
    expect(second).toMatchObject({ number: first.number, version: 2, expiresOn: '2031-01-15' })
    const [before, after] = [claimsOf(first.token), claimsOf(second.token)]
    expect([after.id, after.sub, after.awardedDate]).toEqual([before.id, before.sub, '2023-01-15T12:00:00Z'])
    expect(after.validUntil).toBe('2031-01-16T10:59:59Z')
    expect(entryOf(second.token)).not.toEqual(entryOf(first.token))
    expect(await judge(first.number)).toMatchObject({
      state: 'valid',
      credential: { renewedOn: ['2026-11-20'], expiresOn: '2031-01-15' },
    })
  })

  test('replaces the older token, which says where the newer one is', async () => {
    const first = await issueOne(desk, due)
    const second = await change(desk, first.number, renewal('2026-11-20'))
    expect(await verifyPresented(desk, first.token)).toMatchObject({
      state: 'superseded',
      circumstances: { state: 'superseded', successor: `${env.ORIGIN}/c/${first.number}` },
    })
    expect(await verifyPresented(desk, second.token)).toMatchObject({ state: 'valid' })
  })

  // A term that ends on 15 January 2027 is renewed from 15 January 2026 to 15 March 2027.
  test.for([
    ['2026-01-14', '2026-11-22T15:00:00Z', false],
    ['2026-01-15', '2026-11-22T15:00:00Z', true],
    ['2027-01-15', '2027-01-15T23:00:00Z', true],
    ['2027-01-16', '2027-01-16T12:00:00Z', true],
    ['2027-03-15', '2027-03-15T23:00:00Z', true],
    ['2027-03-15', '2027-06-01T12:00:00Z', true], // written down later
    ['2027-03-16', '2027-03-16T23:00:00Z', false],
    ['2026-11-24', '2026-11-22T15:00:00Z', false], // still to come
  ] as const)('on %s, written down at %s: %s', async ([on, at, renews]) => {
    const { number } = await issueOne(desk, due)
    const office = makeDesk(env, at)
    if (renews) {
      await change(office, number, renewal(on))
      expect((await judge(number, office)).state).toBe('valid')
    } else {
      await expect(change(office, number, renewal(on))).rejects.toMatchObject({
        type: 'invalid-input',
        extra: { errors: [{ field: 'on' }] },
      })
    }
  })

  test('with too few hours is refused, and hears everything that is missing', async () => {
    const { number } = await issueOne(desk, due)
    const event = renewal('2025-06-01', { contactHours: 31.5, technologyHours: 3 })
    const response = await post(`/api/v1/credentials/${number}/events`, event)
    expect(response.status).toBe(422)
    const { errors } = await response.json<{ errors: { field: string }[] }>()
    expect(errors.map(({ field }) => field)).toEqual(['on', 'contactHours', 'technologyHours'])
    expect((await judge(number)).credential?.renewedOn).toEqual([])
  })

  test('that was forgotten for years can be written down, one after another', async () => {
    const { number } = await issueOne(desk, {
      certifiedOn: '2013-02-20',
      areas: makeAreas().map((area) => ({ ...area, completedOn: '2012-12-01' })),
      enrolledOn: '2011-01-10',
    })
    expect((await judge(number)).state).toBe('expired')
    const tokens = []
    for (const on of ['2016-12-01', '2021-02-20', '2025-04-20']) {
      tokens.push(await change(desk, number, renewal(on)))
    }
    expect(tokens.map(({ token }) => claimsOf(token).validFrom)).toEqual([
      '2016-12-01T12:00:00Z',
      '2021-02-20T12:00:00Z',
      '2025-04-20T12:00:00Z',
    ])
    expect(await judge(number)).toMatchObject({ state: 'valid', credential: { expiresOn: '2029-02-20' } })
  })
})

describe('a correction', () => {
  test('is read as a correction: dates stay, and it begins a second after what it corrects', async () => {
    const first = await issueOne(desk, due)
    const name = { display: 'Darleen Whitcomb', order: 'given-first' } as const
    const second = await change(desk, first.number, correction({ ...due, name }))
    const third = await change(desk, first.number, correction({ ...due, name, region: 'TX' }))
    expect([first, second, third].map(({ token }) => claimsOf(token).validFrom)).toEqual([
      '2023-01-15T12:00:00Z',
      '2023-01-15T12:00:01Z',
      '2023-01-15T12:00:02Z',
    ])
    expect([first, second, third].map(({ token }) => claimsOf(token).iat)).toEqual(
      Array(3).fill(desk.now().getTime() / 1000),
    )
    expect(await judge(first.number)).toMatchObject({
      state: 'valid',
      credential: {
        holder: { display: 'Darleen Whitcomb' },
        awardedOn: '2023-01-15',
        expiresOn: '2027-01-15',
      },
    })
    for (const { token } of [first, second]) {
      expect((await verifyPresented(desk, token)).state).toBe('superseded')
    }
  })

  test('is later than a renewal of the same second, and a renewal later than a correction', async () => {
    const { number } = await issueOne(desk, due)
    const renewedOn = ['2026-11-22']
    const renewed = await change(desk, number, renewal('2026-11-22'))
    const corrected = await change(desk, number, correction({ ...due, renewedOn, expiresOn: '2031-01-15' }))
    expect([renewed, corrected].map(({ token }) => claimsOf(token).validFrom)).toEqual([
      '2026-11-22T15:00:00Z',
      '2026-11-22T15:00:01Z',
    ])
    expect((await judge(number)).state).toBe('valid')
  })

  test('that no longer earns the certification is refused with every reason', async () => {
    const { number } = await issueOne(desk, due)
    const areas = makeAreas().slice(0, 4)
    await expect(change(desk, number, correction({ ...due, areas }))).rejects.toMatchObject({
      type: 'not-eligible',
      extra: { errors: [{ field: 'areas' }] },
    })
    expect((await judge(number)).state).toBe('valid')
  })

  test('to a last day before its own beginning is refused in words', async () => {
    const { number } = await issueOne(desk, due)
    const late = makeDesk(env, '2027-03-10T15:00:00Z')
    await change(late, number, renewal('2027-03-10'))
    await expect(change(late, number, correction(due))).rejects.toMatchObject({
      type: 'conflict',
      extra: { detail: expect.stringContaining('withdraw it') },
    })
  })
})

describe('a provisional certification', () => {
  const recognized = makeAreas('recognition').map((area) => ({ ...area, reference: 'DACC/AAS' }))
  const provisional = { ...due, areas: recognized, provisionalUntil: '2027-01-15' }

  test('is completed when the library work is shown', async () => {
    const first = await issueOne(desk, provisional)
    expect(await judge(first.number)).toMatchObject({
      state: 'valid',
      credential: { provisional: { until: '2027-01-15' } },
    })
    const second = await change(desk, first.number, { act: 'complete' })
    const { state, credential } = await judge(first.number)
    expect(state).toBe('valid')
    expect(credential).not.toHaveProperty('provisional')
    expect(claimsOf(second.token).validFrom).toBe('2023-01-15T12:00:01Z')
    expect((await verifyPresented(desk, first.token)).state).toBe('superseded')
  })

  test('is completed once', async () => {
    const { number } = await issueOne(desk, provisional)
    await change(desk, number, { act: 'complete' })
    await expect(change(desk, number, { act: 'complete' })).rejects.toMatchObject({ type: 'conflict' })
  })
})

test('asked for again, a change is answered alike and made once', async () => {
  const { number } = await issueOne(desk, due)
  const request = anew()
  const ask = () => amend(desk, number, renewal('2026-11-20'), ada.name, request)
  expect(await ask()).toEqual(await ask())
  expect((await judge(number)).credential?.renewedOn).toEqual(['2026-11-20'])
})
