// Has this person a record already?
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { AwardRecord } from '../../shared/record.ts'
import { findPerson, type Person } from '../../worker/services/find-person.ts'
import { issue } from '../../worker/services/issue.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { ada, anew } from './office.ts'

const desk = makeDesk(env)

async function holder(changes: Partial<AwardRecord>, officeNumber?: string) {
  const { answer } = await issue(
    desk,
    { record: makeAward(changes), ...(officeNumber ? { officeNumber } : {}) },
    ada.name,
    anew(),
  )
  return answer.number
}

const numbers = {
  deborah: await holder({
    name: { display: 'Deborah O’Neil', order: 'given-first' },
    email: 'deb@example.org',
  }),
  khai: await holder({
    name: { display: 'Nguyễn Thị Minh Khai', family: 'Nguyễn', order: 'family-first' },
    email: 'khai@example.org',
  }),
  minjun: await holder(
    { name: { display: 'Kim Minjun', native: '김민준', order: 'family-first' }, email: 'kim@example.org' },
    'LSSC-2024-0007',
  ),
  roberta: await holder({
    name: { display: 'Roberta Vance', order: 'given-first' },
    email: 'rv@example.org',
  }),
}

async function found(display: string, more: Partial<AwardRecord> = {}, officeNumber?: string) {
  const { name, email = '' } = makeAward({
    name: { display, order: 'given-first' },
    email: 'nobody@example.com',
    ...more,
  })
  const all = await findPerson(desk, {
    names: [name],
    emails: [email],
    ...(officeNumber ? { officeNumber } : {}),
  })
  return all.map(({ number, alike }) => [number, ...alike])
}

test.for<[string, string, string[]]>([
  ['the same name', 'Deborah O’Neil', [numbers.deborah, 'name']],
  ['another apostrophe', 'deborah o neil', [numbers.deborah, 'name']],
  ['a short form', 'Debbie ONeil', [numbers.deborah, 'similar-name']],
  ['without its marks', 'Nguyen Thi Minh Khai', [numbers.khai, 'name']],
  ['in the other order', 'Thi Minh Khai Nguyen', [numbers.khai, 'name']],
  ['in its own script', '김민준', [numbers.minjun, 'name']],
])('by %s: %s', async ([, display, expected]) => {
  expect(await found(display)).toEqual([expected])
})

test('by the address, whatever its capitals and the name', async () => {
  expect(await found('Someone Else', { email: 'DEB@example.org' })).toEqual([[numbers.deborah, 'email']])
})

test('by the office number', async () => {
  expect(await found('Someone Else', {}, 'LSSC-2024-0007')).toEqual([[numbers.minjun, 'office-number']])
})

test('the likeliest first', async () => {
  expect(await found('Roberta Vance', { email: 'khai@example.org' }, 'LSSC-2024-0007')).toEqual([
    [numbers.minjun, 'office-number'],
    [numbers.khai, 'email'],
    [numbers.roberta, 'name'],
  ])
})

test('nobody is like a stranger, and no script is like another', async () => {
  expect(await found('Przemysław Zając')).toEqual([])
  expect(await found('王小明')).toEqual([])
})

test('a form in another script makes nobody like it who shares a word with the Latin one', async () => {
  await holder({ name: { display: 'Nguyễn Thị Kim Ngân', family: 'Nguyễn', order: 'family-first' } })
  const name = { display: 'Kim Minjun', native: '김민준', order: 'family-first' } as const
  expect(await found('Kim Minjun', { name })).toEqual([[numbers.minjun, 'name']])
})

test('a record is not like itself', async () => {
  const roberta: Person = {
    names: [{ display: 'Roberta Vance', order: 'given-first' }],
    emails: ['rv@example.org'],
  }
  expect(await findPerson(desk, roberta, { number: numbers.roberta, person: roberta })).toEqual([])
})

test('one that was erased is nobody’s', async () => {
  const number = await holder({ name: { display: 'Ephemera Lost', order: 'given-first' } })
  await env.DB.prepare("UPDATE credential SET visibility = 'erased' WHERE number = ?1").bind(number).run()
  expect(await found('Ephemera Lost')).toEqual([])
})

test('by any of several names; a year says more of whom something else led to, and leads to nobody', async () => {
  const names = ['Zoltan Quill', 'Roberta Vance'].map((display) => ({
    display,
    order: 'given-first' as const,
  }))
  const [found, ...others] = await findPerson(desk, { names, emails: [], year: 'about 2024' })
  expect([found?.number, found?.alike, others]).toEqual([numbers.roberta, ['name', 'year'], []])
})

test('in records that are older than the index of names, too', async () => {
  await env.DB.batch(
    ['DELETE FROM known_name WHERE number = ?1', 'INSERT INTO name_to_fold (number) VALUES (?1)'].map((sql) =>
      env.DB.prepare(sql).bind(numbers.roberta),
    ),
  )
  expect(await found('Roberta Vance')).toEqual([[numbers.roberta, 'name']])
})
