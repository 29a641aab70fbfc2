// Status lists are made fresh when they are read: a rendering of the rows, never older than five minutes.
import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { secondsOf, wholeSeconds } from '../../shared/dates.ts'
import { open } from '../../shared/jws.ts'
import worker from '../../worker/index.ts'
import { publish } from '../../worker/services/publish.ts'
import { listRow } from '../../worker/store/status-lists.ts'
import { bitsOf, claimsOf, entryOf } from '../support/bits.ts'
import { makeDesk, NOW, type TestDesk } from '../support/desk.ts'
import { act, ask, issueOne, post, revoke, textOf } from './office.ts'

const hold = { act: 'suspend', reason: 'paperwork' } as const

let desk: TestDesk
let days = 0

beforeEach(() => {
  days += 2 // each test in a time of its own: a list is signed later than in the test before
  desk = makeDesk(env, new Date(new Date(NOW).getTime() + days * 86_400_000))
})

function signedAt(jwt: string): number {
  return claimsOf(jwt).iat as number
}

function now(): number {
  return secondsOf(desk.now())
}

async function standingOf(token: string): Promise<string> {
  const { index } = entryOf(token)
  return (await bitsOf((await publish(desk, 1))!.standingJwt)).slice(index * 2, index * 2 + 2)
}

describe('a list', () => {
  test('is signed again when it is five minutes old, and not before', async () => {
    await issueOne(desk)
    const first = await publish(desk, 1)
    expect(signedAt(first!.standingJwt)).toBe(now())
    desk.wait(299)
    expect(await publish(desk, 1)).toMatchObject(first!)
    desk.wait(1)
    const second = (await publish(desk, 1))!
    expect([signedAt(second.standingJwt), signedAt(second.revocationJwt)]).toEqual([now(), now()])
  })

  test('is signed again at once when a row moved', async () => {
    const { number, token } = await issueOne(desk)
    expect(await standingOf(token)).toBe('00')
    desk.wait(1)
    await act(desk, number, hold)
    expect(await standingOf(token)).toBe('01')
    desk.wait(1)
    await act(desk, number, { act: 'reinstate' })
    expect(await standingOf(token)).toBe('00')
  })

  test('counts what moved, and what of it the signed text renders', async () => {
    const { number } = await issueOne(desk)
    await publish(desk, 1)
    const before = (await listRow(env.DB, 1))!
    expect(before.rendered).toBe(before.changed)
    await act(desk, number, hold)
    expect(await listRow(env.DB, 1)).toMatchObject({ changed: before.changed + 1, rendered: before.changed })
    await publish(desk, 1)
    expect(await listRow(env.DB, 1)).toMatchObject({
      changed: before.changed + 1,
      rendered: before.changed + 1,
    })
  })

  test('that was overtaken while it was signed is not kept, and not handed out', async () => {
    const { number, token } = await issueOne(desk)
    let seals = 0
    const slow: typeof desk.keys.seal = async (...sealed) => {
      if (++seals === 1) await revoke(desk, number)
      return desk.keys.seal(...sealed)
    }
    const published = (await publish({ ...desk, keys: { ...desk.keys, seal: slow } }, 1))!
    const { index } = entryOf(token)
    expect((await bitsOf(published.standingJwt)).slice(index * 2, index * 2 + 2)).toBe('10')
    expect((await bitsOf(published.revocationJwt))[index]).toBe('1')
    expect(await publish(desk, 1)).toMatchObject(published)
  })

  test('read by twenty at once while ten records move shows each of them all that was done before', async () => {
    const records = await Promise.all(Array.from({ length: 10 }, () => issueOne(desk)))
    const reads = Array.from({ length: 20 }, () => publish(desk, 1))
    await Promise.all(records.map(({ number }) => act(desk, number, hold)))
    for (const one of await Promise.all(reads)) expect(signedAt(one!.standingJwt)).toBe(now())
    for (const { token } of records) expect(await standingOf(token)).toBe('01')
  })

  test('from a clock that ran ahead is signed again', async () => {
    await issueOne(desk)
    const ahead = makeDesk(env, new Date(desk.now().getTime() + 3_600_000))
    await publish(ahead, 1)
    expect(signedAt((await publish(desk, 1))!.standingJwt)).toBe(now())
  })

  test('that does not exist is not made by asking', async () => {
    expect(await publish(desk, 77)).toBeNull()
    for (const list of [
      '77',
      '0',
      '-1',
      '01',
      '1e0',
      '1.5',
      '../1',
      '%31%20',
      '9007199254740993',
      'constructor',
    ]) {
      expect((await ask(`/status/${list}`)).status, list).toBe(404)
      expect((await ask(`/status/${list}/standing.jwt`)).status, list).toBe(404)
    }
  })
})

describe('what is signed', () => {
  test('are two credentials of the status key, for one day at most', async () => {
    await issueOne(desk)
    const { standingJwt, revocationJwt } = (await publish(desk, 1))!
    const url = `${env.ORIGIN}/status/1`
    for (const [jwt, id, subject] of [
      [revocationJwt, url, { statusPurpose: 'revocation' }],
      [
        standingJwt,
        `${url}/standing.jwt`,
        { statusPurpose: 'message', statusSize: 2, statusMessage: expect.any(Array) },
      ],
    ] as const) {
      const opened = await open(jwt, desk.keys.set, {
        purpose: 'status',
        typ: 'vc+jwt',
        maxLength: 68 * 1024,
      })
      expect(opened).toMatchObject({ issuer: desk.keys.did })
      expect(claimsOf(jwt)).toEqual({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: desk.keys.did,
        iss: desk.keys.did,
        iat: now(),
        validFrom: wholeSeconds(desk.now()),
        validUntil: wholeSeconds(new Date(desk.now().getTime() + 86_400_000)),
        credentialSubject: {
          id: `${id}#list`,
          type: 'BitstringStatusList',
          ...subject,
          encodedList: expect.stringMatching(/^u[\w-]+$/),
        },
      })
    }
    expect(await bitsOf(revocationJwt)).toHaveLength(131_072)
    expect(await bitsOf(standingJwt)).toHaveLength(262_144)
  })

  test('has set exactly the bits of the rows', async () => {
    const { revocationJwt, standingJwt } = (await publish(desk, 1))!
    const rows = await env.DB.prepare('SELECT entry, standing FROM version WHERE list = 1').all<{
      entry: number
      standing: string
    }>()
    const ones = (bits: string) => [...bits.matchAll(/1/g)].length
    const count = (standing: string) => rows.results.filter((row) => row.standing === standing).length
    expect(count('revoked')).toBeGreaterThan(0)
    expect(ones(await bitsOf(revocationJwt))).toBe(count('revoked'))
    expect(ones(await bitsOf(standingJwt))).toBe(
      count('revoked') + count('suspended') + 2 * count('superseded'),
    )
  })
})

describe('left alone', () => {
  test('for twenty minutes, a record is still green after it is read', async () => {
    const { number, token } = await issueOne(desk)
    vi.setSystemTime(desk.now())
    await ask('/status/1/standing.jwt')
    vi.setSystemTime(desk.now().getTime() + 20 * 60_000)
    for (const credential of [number, token]) {
      const { verdict } = await (await post('/api/v1/verifications', { credential })).json<{
        verdict: { state: string }
      }>()
      expect(verdict.state).toBe('valid')
    }
  })

  test('for any time, what is read is never older than five minutes', async () => {
    await issueOne(desk)
    for (const passed of [1, 299, 300, 598, 600, 3600, 3899, 3900, 86_400, 90_000]) {
      vi.setSystemTime(desk.now().getTime() + passed * 1000)
      const age = secondsOf(new Date()) - signedAt(await textOf(await ask('/status/1/standing.jwt')))
      expect(age).toBeLessThan(300)
    }
  })

  test('the cron warms every list', async () => {
    await issueOne(desk)
    vi.setSystemTime(desk.now().getTime() + 3_600_000)
    const context = createExecutionContext()
    worker.scheduled(createScheduledController(), env, context)
    await waitOnExecutionContext(context)
    expect((await listRow(env.DB, 1))!.signedAt).toBe(secondsOf(new Date()))
  })
})
