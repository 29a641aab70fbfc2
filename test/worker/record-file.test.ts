// A record's page in the console where outsiders see little or nothing: the office sees what it may.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { act, change, issueOne, revoke, textOf } from './office.ts'

const desk = makeDesk(env)
let ivy: Visitor

beforeAll(async () => {
  ivy = await signedIn('issuer')
})

const pageOf = async (number: string) => textOf(await ivy.get(`/staff/records/${number}`))
const see = (number: string, visibility: string) =>
  env.DB.prepare('UPDATE credential SET visibility = ?2 WHERE number = ?1').bind(number, visibility).run()

test.for([
  ['withheld', 'This record is private at the moment', 'It is private at its holder’s wish.'],
  ['unknown', 'We found no record for', 'Its holder chose that nobody is told that it exists.'],
])('%s: what outsiders read, and what stands behind it', async ([visibility, outside, behind]) => {
  const { number } = await issueOne(desk)
  await see(number, visibility as string)
  const page = await pageOf(number)
  for (const words of [outside, behind, 'in good standing', 'Darlene Whitcomb']) expect(page).toContain(words)
})

test('removed: the history stays, and no fact of the person, and nothing can be done', async () => {
  const { number } = await issueOne(desk)
  await see(number, 'erased')
  const page = await pageOf(number)
  expect(page).toContain('Issued')
  expect(page).not.toMatch(/Darlene|Whitcomb|darlene@/)
  for (const one of ['renew', 'complete', 'name', 'suspend', 'reinstate', 'revoke', 'confirm', 'decline']) {
    const form = await ivy.get(`/staff/records/${number}/${one}`)
    expect([403, 409], one).toContain(form.status)
    expect(await textOf(form)).not.toMatch(/Darlene/)
  }
})

test('withdrawn: final, and it says so once', async () => {
  const { number } = await issueOne(desk)
  await revoke(desk, number)
  expect(await pageOf(number)).toContain(
    'Nothing can be done with this record. It is withdrawn, and that is final.',
  )
})

test('versions say what changed, and who kept an old copy is told', async () => {
  const { number } = await issueOne(desk)
  const areas = makeAward().areas.map((area) => ({ ...area, contactHours: 20 }))
  await change(desk, number, { act: 'correct', record: makeAward({ areas }), note: 'hours' })
  await change(desk, number, { act: 'correct', record: makeAward({ areas, region: 'TX' }), note: 'moved' })
  await act(desk, number, { act: 'suspend', reason: 'paperwork', note: 'the transcript' })
  const page = await pageOf(number)
  expect(page).toMatch(/12\.5 contact hours[^→]*→[^→]*20 contact hours/)
  for (const words of ['Nothing that outsiders can read.', 'A document is missing.', 'Note: the transcript'])
    expect(page).toContain(words)
  expect(page.match(/data-label="A copy of it reads">(\w[\w ]*)</g)).toEqual([
    'data-label="A copy of it reads">replaced<',
    'data-label="A copy of it reads">replaced<',
    'data-label="A copy of it reads">on hold<',
  ])
})

test('a holder’s request that led to an act is named in its note', async () => {
  const { number } = await issueOne(desk)
  const form = async (request: string) =>
    textOf(await ivy.get(`/staff/records/${number}/name?request=${request}`))
  expect(await form('R-7K3M')).toContain('>Request R-7K3M. </textarea>')
  expect(await form('%3Cb%3E')).not.toMatch(/<textarea[^>]*>Request/)
})
