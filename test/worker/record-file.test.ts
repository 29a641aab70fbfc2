// A record's page in the console where outsiders see little or nothing: the office sees what it may.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { changeAddress } from '../../worker/services/change-address.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { holderOf } from './holder.ts'
import { act, anew, change, issueOne, revoke, textOf } from './office.ts'

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

test('removed: nor is anything of the person found, taken away, listed or corrected elsewhere', async () => {
  const about = {
    name: { display: 'Ottoline Perdue', order: 'given-first' },
    email: 'otto@gone.example',
  } as const
  const { number } = await issueOne(desk, about)
  await see(number, 'erased')
  const person = /Ottoline|Perdue|otto@/
  const pages = [
    '/staff/find?state=erased',
    '/staff/find.ndjson?state=erased',
    '/staff/find.csv?state=erased',
  ]
  for (const page of [...pages, `/staff/approvals/new?number=${number}`]) {
    const text = await textOf(await ivy.get(page))
    expect([page, text.includes(number), person.test(text)]).toEqual([page, true, false])
  }
  for (const q of ['perdue', 'otto@gone'])
    expect(await textOf(await ivy.get(`/staff/find?q=${q}`))).toContain('Nothing found')
  expect(await textOf(await ivy.get('/staff/mail'))).not.toMatch(person)
  const form = await ivy.get(`/staff/records/${number}/correct`)
  expect([form.status, person.test(await textOf(form))]).toEqual([409, false])
  const refused = { type: 'conflict', extra: { detail: expect.stringContaining('removed') } }
  const correction = { act: 'correct', record: makeAward(about), note: 'x' } as const
  await expect(change(desk, number, correction)).rejects.toMatchObject(refused)
  const move = { number, address: 'new@gone.example', why: 'asked' }
  await expect(changeAddress(desk, move, ivy.name, anew())).rejects.toMatchObject(refused)
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

test('the new name that a holder asked for stands in the form of their record, and of no other', async () => {
  const [hers, other] = [await issueOne(desk, { email: 'asks@example.org' }), await issueOne(desk)]
  const holder = await holderOf(hers.number)
  await holder.post(`/my/${hers.number}/ask/name`, { who: 'Darlene Ortiz', how: 'new' })
  const row = await env.DB.prepare('SELECT id FROM request WHERE number = ?1')
    .bind(hers.number)
    .first<{ id: string }>()
  const form = async (number: string) =>
    textOf(await ivy.get(`/staff/records/${number}/name?request=${row?.id}`))
  const form1 = await form(hers.number)
  for (const typed of [/name="display"[^>]*value="Darlene Ortiz"/, /name="given"[^>]*value="Darlene"/])
    expect(form1).toMatch(typed)
  expect(form1).not.toMatch(/name="family"[^>]*value="Whitcomb"/)
  expect(form1).toMatch(/value="new-number"[^>]*checked/)
  expect(await form(other.number)).not.toContain('Ortiz')
})
