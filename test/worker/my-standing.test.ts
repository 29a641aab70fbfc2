// How a record stands, as its holder is told it: true in each state, with dignity, and the same verdict that others get.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { AwardRecord } from '../../shared/record.ts'
import { rename } from '../../worker/services/rename.ts'
import { makeAreas } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { holderOf } from './holder.ts'
import { act, anew, issueOne, revoke, textOf } from './office.ts'

const desk = makeDesk(env)
const issued = (changes: Partial<AwardRecord> = {}) =>
  issueOne(desk, { email: `${crypto.randomUUID()}@example.org`, ...changes })
const overview = async (number: string) => textOf(await (await holderOf(number)).get(`/my/${number}`))
const ended = (certifiedOn: string) => ({
  certifiedOn,
  enrolledOn: '2019-01-01',
  areas: makeAreas().map((area) => ({ ...area, completedOn: certifiedOn })),
})

test('in force: to when, and what others read', async () => {
  const page = await overview((await issued()).number)
  expect(page).toContain('>Current to June 15, 2028<')
  expect(page).toContain('reads: “Current: Library Support Staff Certification (LSSC), confirmed by')
  expect(page).not.toContain('/help/hours')
})

test('when it can be renewed: the path to it, with the number filled in', async () => {
  const { number } = await issued({ ...ended('2023-03-01') })
  const page = await overview(number)
  expect(page).toContain('and you can renew it now')
  expect(page).toContain(`href="/help/hours?code=${number}"`)
})

test('provisional: what is missing, and by when', async () => {
  const areas = makeAreas('recognition').map((area) => ({ ...area, reference: 'DACC/AAS' }))
  const { number } = await issued({ areas, provisionalUntil: '2027-01-15' })
  const page = await overview(number)
  expect(page).toContain('proof of one year of library work, paid or volunteer, by January 15, 2027')
})

test('ended, with grace and without: earned first, and never called current', async () => {
  const [grace, over] = [await issued(ended('2022-10-15')), await issued(ended('2021-10-15'))]
  const first = await overview(grace.number)
  expect(first).toContain('>You earned this; it can still be renewed until December 15, 2026<')
  const second = await overview(over.number)
  expect(second).toContain('>You earned this; its last term ended on October 15, 2025<')
  expect(second).toContain('What you passed stays passed.')
  for (const page of [first, second]) expect(page).not.toMatch(/Current to|fail|lapsed|invalid/i)
})

test('on hold and withdrawn: whom to call, and no reason of ours', async () => {
  const [hold, gone] = [await issued(), await issued()]
  await act(desk, hold.number, { act: 'suspend', reason: 'paperwork' })
  await revoke(desk, gone.number)
  for (const [page, says] of [
    [await overview(hold.number), 'On hold since November 22, 2026'],
    [await overview(gone.number), 'Withdrawn on November 22, 2026'],
  ] as const) {
    expect(page).toContain(says)
    expect(page).toContain(env.ISSUER_PHONE)
    expect(page).not.toMatch(/paperwork|issued-in-error|mistake/)
  }
})

test.for([
  ['withheld', 'It is private now: whoever opens its link'],
  ['unknown', 'answered as if it did not exist'],
] as const)('%s: its holder sees how it stands all the same', async ([visibility, says]) => {
  const { number } = await issued()
  await env.DB.prepare('UPDATE credential SET visibility = ?2 WHERE number = ?1')
    .bind(number, visibility)
    .run()
  const page = await overview(number)
  expect(page).toContain('>Current to June 15, 2028<')
  expect(page).toContain(says)
})

test('of two, the one that was replaced comes last, leads to the newer, and is not offered for giving away', async () => {
  const { number } = await issued()
  const name = { display: 'Darlene Ames', order: 'given-first' as const }
  const { answer } = await rename(desk, number, { name, note: 'seen' }, 'Ada', anew())
  const holder = await holderOf(number)
  const all = await textOf(await holder.get('/my'))
  expect(all.indexOf(`href="/my/${answer.number}"`)).toBeLessThan(all.indexOf(`href="/my/${number}"`))
  const old = await overview(number)
  expect(old).toContain(`href="/my/${answer.number}">Open record ${answer.number}`)
  expect(old).not.toContain('Link for anyone')
  expect(await overview(answer.number)).toContain('Link for anyone')
})
