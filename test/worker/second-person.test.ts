// A withdrawal needs two people: who may be the second, and what a second person may decide.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { currentByNumber } from '../../worker/store/credentials.ts'
import { makeDesk } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { signedIn, type Visitor } from './console.ts'
import { act, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
let ivy: Visitor // issuer
let ben: Visitor // approver
let ada: Visitor // administrator

beforeAll(async () => {
  ;[ivy, ben, ada] = [await signedIn('issuer'), await signedIn('approver'), await signedIn('administrator')]
})

const current = async (number: string) => (await currentByNumber(env.DB, number))!

/** Sends an act's last step, as seen now. */
async function does(who: Visitor, number: string, name: string, fields: Record<string, string> = {}) {
  const seen = String((await current(number)).newest.id)
  return who.post(`/staff/records/${number}/${name}`, { step: 'confirm', seen, ...fields })
}

const proposal = { reason: 'issued-in-error', note: 'two of one name', publicNote: 'Issued to a namesake.' }

async function proposed(by: Visitor = ivy) {
  const { number } = await issueOne(desk)
  const response = await does(by, number, 'revoke', proposal)
  expect(response.headers.get('Location')).toBe(`/staff/records/${number}?done=revoke`)
  expect(await current(number)).toMatchObject({
    standing: 'suspended',
    newest: { kind: 'withdrawal-proposed' },
  })
  return number
}

describe('a proposed withdrawal', () => {
  test('is made final by another person with the role, and the public note is told only then', async () => {
    const number = await proposed()
    const api = async () => textOf(await ivy.get(`/api/v1/credentials/${number}`))
    expect(await api()).not.toContain('namesake')
    const page = await textOf(await ben.get(`/staff/records/${number}/confirm`))
    expect(page).toContain('Issued to a namesake.')
    expect((await does(ben, number, 'confirm', { publicNote: 'Issued to a namesake.' })).status).toBe(303)
    expect((await current(number)).standing).toBe('revoked')
    expect(await api()).toContain('namesake')
  })

  test('is not made final by whoever proposed it, whatever their role', async () => {
    for (const one of [ivy, ben, ada]) {
      const number = await proposed(one)
      for (const name of ['confirm', 'revoke']) {
        const response = await does(one, number, name, proposal)
        expect(response.status, name).toBe(one === ivy && name === 'confirm' ? 403 : 409)
      }
      expect((await current(number)).standing).toBe('suspended')
    }
  })

  test('is not made final by someone without the role, through any form', async () => {
    const number = await proposed(ben)
    for (const name of ['confirm', 'revoke']) {
      const response = await does(ivy, number, name, proposal)
      expect(response.status, name).toBe(403)
    }
    expect((await current(number)).standing).toBe('suspended')
  })

  test.for([
    ['good', 'good'],
    ['suspended', 'suspended'],
  ] as const)('is declined, and the record is then %s', async ([to, standing]) => {
    const number = await proposed()
    expect((await does(ben, number, 'decline', { to, note: 'the other one' })).status).toBe(303)
    expect(await current(number)).toMatchObject({ standing, newest: { kind: 'withdrawal-declined' } })
    // Nothing of the first word is left: it takes two again.
    expect((await does(ben, number, 'revoke', proposal)).status).toBe(303)
    expect((await current(number)).standing).toBe('suspended')
  })

  test('is taken back by whoever proposed it, and by no one else without the role', async () => {
    const number = await proposed(ben)
    expect((await does(ivy, number, 'decline', { to: 'good', note: 'x' })).status).toBe(403)
    expect((await does(ivy, number, 'reinstate', { note: 'x' })).status).toBe(409)
    expect((await current(number)).standing).toBe('suspended')
    expect((await does(ben, number, 'decline', { to: 'good', note: 'a slip' })).status).toBe(303)
    expect((await current(number)).standing).toBe('good')
  })

  test('does not turn a first word into a second one', async () => {
    const { number } = await issueOne(desk)
    const seen = String((await current(number)).newest.id)
    await act(desk, number, { act: 'revoke', reason: 'issued-in-error' }, people.administrator.name)
    const late = { step: 'confirm', seen, ...proposal }
    const response = await ben.post(`/staff/records/${number}/revoke`, late)
    expect(response.status).toBe(409)
    expect(await textOf(response)).toContain('Ada Quill proposed to withdraw it')
    const { seen: _, ...unseen } = late
    expect((await ben.post(`/staff/records/${number}/revoke`, unseen)).status).toBe(409)
    expect((await current(number)).standing).toBe('suspended')
  })
})
