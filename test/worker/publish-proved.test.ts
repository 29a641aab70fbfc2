// The revocation list as JSON: proved when the rows moved, and daily.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../shared/json.ts'
import { unpack, valueAt } from '../../shared/status-list.ts'
import { publish, publishProved } from '../../worker/services/publish.ts'
import { makeDesk } from '../support/desk.ts'
import { act, ask, issueOne, revoke } from './office.ts'

const desk = makeDesk(env)
const HOUR = 3600

const read = async () => JSON.parse((await publishProved(desk, '1')) as string) as JsonObject
const subjectOf = (list: JsonObject) => list.credentialSubject as JsonObject
const entryOf = async (number: string) =>
  (await env.DB.prepare('SELECT entry FROM version WHERE number = ?1').bind(number).first<number>('entry')) ??
  -1

test('it is proved by us, and stays the same for a day', async () => {
  await issueOne(desk)
  const list = await read()
  const { proof, ...document } = list
  expect(await desk.keys.isProof(document, (proof as [JsonObject])[0])).toBe(true)
  expect(subjectOf(list)).toMatchObject({ type: 'BitstringStatusList', statusPurpose: 'revocation' })
  desk.wait(23 * HOUR)
  expect(await read()).toEqual(list)
  desk.wait(2 * HOUR)
  const next = await read()
  expect(Date.parse(next.validFrom as string)).toBe(Date.parse(list.validFrom as string) + 25 * HOUR * 1000)
  // No copy of the old one has ended before the new one is there.
  expect(Date.parse(list.validUntil as string)).toBeGreaterThan(Date.parse(next.validFrom as string))
})

test('a withdrawal sets one bit at once; a hold sets none', async () => {
  const [held, gone] = [await issueOne(desk), await issueOne(desk)]
  await read()
  await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
  await revoke(desk, gone.number)
  const bits = (await unpack(subjectOf(await read()).encodedList, 1)) as Uint8Array
  expect(valueAt(bits, await entryOf(gone.number), 1)).toBe(1)
  expect(valueAt(bits, await entryOf(held.number), 1)).toBe(0)
  expect(bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(1)
})

test('what was proved while the rows moved is proved again', async () => {
  const { number } = await issueOne(desk)
  desk.wait(25 * HOUR)
  let moved = false
  const { prove } = desk.keys
  const keys = {
    ...desk.keys,
    prove: async (...given: Parameters<typeof prove>) => {
      if (!moved) {
        moved = true
        await revoke(desk, number)
      }
      return prove(...given)
    },
  }
  const list = JSON.parse((await publishProved({ ...desk, keys }, '1')) as string) as JsonObject
  const bits = (await unpack(subjectOf(list).encodedList, 1)) as Uint8Array
  expect(valueAt(bits, await entryOf(number), 1)).toBe(1)
  expect(await read()).toEqual(list)
})

test('JSON unless a JWT is asked for, and at its own address always the JWT', async () => {
  const typeOf = async (path: string, accept?: string) =>
    (await ask(path, accept ? { headers: { Accept: accept } } : {})).headers.get('Content-Type')
  expect(await typeOf('/status/1')).toBe('application/vc')
  expect(await typeOf('/status/1', '*/*')).toBe('application/vc')
  expect(await typeOf('/status/1', 'application/ld+json, application/json')).toBe('application/ld+json')
  expect(await typeOf('/status/1', 'application/vc+jwt')).toBe('application/vc+jwt')
  expect(await typeOf('/status/1.jwt', 'application/json')).toBe('application/vc+jwt')
})

test('the two renderings are kept apart: neither makes the other look fresh', async () => {
  const row = await publish(desk, 1)
  await read()
  desk.wait(10 * 60)
  expect((await publish(desk, 1))?.revocationJwt).not.toBe(row?.revocationJwt)
})

test('there is none where there is no list', async () => {
  expect([await publishProved(desk, '99'), await publishProved(desk, 'test-9')]).toEqual([null, null])
})
