// The directory: whoever chose to be in it, and nobody else.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { makeDesk } from '../support/desk.ts'
import { choose, issueHers } from './chosen.ts'
import { holderOf } from './holder.ts'
import { act, ask, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)

describe('the directory', () => {
  const directory = async (query = '') =>
    textOf(await ask(`/directory${query}`, { headers: { Accept: 'text/html' } }))

  test('has whoever chose so, and nobody else', async () => {
    const [one, other] = [await issueHers(), await issueHers()]
    await choose(await holderOf(one.number), one.number, 'listed')
    const page = await directory()
    expect(page).toContain(`/c/${one.number}`)
    expect(page).not.toContain(other.number)
    await choose(await holderOf(one.number), one.number, 'link')
    expect(await directory()).not.toContain(one.number)
  })

  test('shows no state but of who lists it, and no address', async () => {
    const { number } = await issueHers()
    const holder = await holderOf(number)
    await choose(holder, number, 'listed')
    expect(await directory()).not.toMatch(/Louisiana|@example\.org/)
    await choose(holder, number, 'listed', { region: 'yes' })
    expect(await directory('?state=Louisiana')).toContain(number)
    await choose(holder, number, 'link')
    await choose(holder, number, 'listed')
    expect(await directory()).not.toContain('Louisiana')
  })

  test('leaves out who is on hold or withdrawn, of themselves', async () => {
    const { number } = await issueHers()
    await choose(await holderOf(number), number, 'listed')
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    expect(await directory()).not.toContain(number)
    await act(desk, number, { act: 'reinstate' })
    expect(await directory()).toContain(number)
  })

  test('finds by any part of today’s name and by area, and by no former name', async () => {
    const { number } = await issueOne(desk, {
      email: `${crypto.randomUUID()}@example.org`,
      name: {
        display: 'Désirée Vanderploeg',
        given: 'Désirée',
        family: 'Vanderploeg',
        order: 'given-first',
        former: ['Désirée Oldname'],
      },
    })
    await choose(await holderOf(number), number, 'listed')
    expect(await directory('?name=desiree')).toContain(number)
    expect(await directory('?name=vander&area=youth-services')).toContain(number)
    expect(await directory('?name=vander&area=access-services')).not.toContain(number)
    expect(await directory('?name=oldname')).not.toContain(number)
    expect(await directory()).not.toContain('Oldname')
  })
})
