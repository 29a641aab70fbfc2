// A change that was decided on what is no longer so: nothing is done, and it is said who did what meanwhile.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { type Amendment, amend } from '../../worker/services/amend.ts'
import { currentByNumber } from '../../worker/store/credentials.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk, overtaken } from '../support/desk.ts'
import { act, ada, anew, ben, change, issueOne } from './office.ts'

const desk = makeDesk(env)
const moved: Amendment = { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' }

const current = async (number: string) => (await currentByNumber(env.DB, number))!

test('is made where the record is as it was seen', async () => {
  const { number } = await issueOne(desk)
  const { newest } = await current(number)
  expect(await amend(desk, number, moved, ada.name, anew(), newest.id)).toMatchObject({ status: 200 })
})

test('is refused once something has happened since, and says what', async () => {
  const { number } = await issueOne(desk)
  const { newest } = await current(number)
  await act(desk, number, { act: 'suspend', reason: 'paperwork' }, ben.name)
  await act(desk, number, { act: 'reinstate' }, ben.name)
  await expect(amend(desk, number, moved, ada.name, anew(), newest.id)).rejects.toMatchObject({
    type: 'changed-meanwhile',
    extra: { detail: expect.stringMatching(/^Ben Verso took it off hold on November 22, 2026.* CST\./) },
  })
  expect((await current(number)).version).toBe(1)
})

test('is refused when it happens in the very moment', async () => {
  const { number } = await issueOne(desk)
  const { newest } = await current(number)
  const beaten = { ...desk, db: overtaken(env.DB, () => change(desk, number, moved)) }
  await expect(amend(beaten, number, moved, ben.name, anew(), newest.id)).rejects.toMatchObject({
    type: 'changed-meanwhile',
  })
  expect((await current(number)).version).toBe(2)
})

test('asked for a second time, is answered as the first time', async () => {
  const { number } = await issueOne(desk)
  const { newest } = await current(number)
  const request = anew()
  const first = await amend(desk, number, moved, ada.name, request, newest.id)
  expect(await amend(desk, number, moved, ada.name, request, newest.id)).toEqual(first)
})
