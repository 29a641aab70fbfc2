// What outsiders would see, before anything is signed for good.
import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { preview } from '../../worker/services/preview.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { issueOne } from './office.ts'

const desk = makeDesk(env)

test('is what the record’s page then tells', async () => {
  const { number } = await issueOne(desk)
  const before = await preview(desk, makeAward(), { number })
  const after = await verifyPresented(desk, number)
  expect(before.state).toBe('valid')
  expect(before.checks).toEqual(after.checks)
  expect(before.credential).toMatchObject({
    number,
    awardedOn: after.credential?.awardedOn,
    expiresOn: after.credential?.expiresOn,
    areas: after.credential?.areas,
    holder: { display: after.credential?.holder.display },
  })
})

test('has dots where a record has no number yet', async () => {
  const verdict = await preview(desk, makeAward())
  expect(verdict.credential?.number).toBe('····-····-····')
  expect(verdict.credential?.url).toBe(`${env.ORIGIN}/c/····-····-····`)
})

test.for(['suspended', 'revoked', 'superseded'] as const)(
  'tells a record that would be %s',
  async (standing) => {
    const { number } = await issueOne(desk)
    const circumstances = { since: '2026-11-22' }
    const verdict = await preview(desk, makeAward(), { number, standing, circumstances })
    expect([verdict.state, verdict.circumstances?.since]).toEqual([standing, '2026-11-22'])
  },
)

test('signs with keys that no verifier knows', async () => {
  const seal = vi.fn(desk.keys.seal)
  await preview({ ...desk, keys: { ...desk.keys, seal } }, makeAward())
  expect(seal).not.toHaveBeenCalled()
})
