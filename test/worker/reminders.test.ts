// Reminders: at which days, of whom, and how often.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { addDays, addYears } from '../../shared/dates.ts'
import { endingsOn, reminderOn, remindersOn } from '../../worker/letters/reminders.ts'
import { deliver } from '../../worker/services/deliver.ts'
import { remind } from '../../worker/services/remind.ts'
import { renewalsDue } from '../../worker/store/reminders.ts'
import { makeDesk } from '../support/desk.ts'
import { act, change, issueOne, revoke } from './office.ts'

/** A day, at noon in the U.S. */
const on = (day: string) => makeDesk(env, `${day}T18:00:00Z`)

/** A record whose last day this is, whether or not it could be issued for it today. */
async function ending(expiresOn: string, { email = 'darlene@example.org' as string | null } = {}) {
  const one = await issueOne(on('2026-01-05'))
  const dates = JSON.stringify({ certifiedOn: addYears(expiresOn, -4), expiresOn })
  await env.DB.batch([
    env.DB.prepare(
      'UPDATE credential SET expires_on = ?2, record = json_patch(record, ?3) WHERE number = ?1',
    ).bind(one.number, expiresOn, dates),
    env.DB.prepare(
      'UPDATE holder SET email = ?2 WHERE id = (SELECT holder FROM credential WHERE number = ?1)',
    ).bind(one.number, email),
  ])
  return one
}

async function remindersOf(number: string) {
  const found = await env.DB.prepare(
    "SELECT kind FROM outbox WHERE number = ?1 AND kind LIKE 'remind-%' ORDER BY id",
  )
    .bind(number)
    .all<{ kind: string }>()
  return found.results.map(({ kind }) => kind.replace('remind-', ''))
}

describe('which reminder a term calls for', () => {
  test.for([
    // Ends on 15 June 2027: the window opens a year before, grace ends on 15 August.
    ['2027-06-15', '2026-06-14', null],
    ['2027-06-15', '2026-06-15', 'remind-opens'],
    ['2027-06-15', '2027-03-14', 'remind-opens'],
    ['2027-06-15', '2027-03-15', 'remind-soon'],
    ['2027-06-15', '2027-06-15', 'remind-soon'],
    ['2027-06-15', '2027-06-16', 'remind-ended'],
    ['2027-06-15', '2027-07-14', 'remind-ended'],
    ['2027-06-15', '2027-07-15', 'remind-last'],
    ['2027-06-15', '2027-08-15', 'remind-last'],
    ['2027-06-15', '2027-08-16', null],
    // Leap days and ends of months.
    ['2028-02-29', '2027-02-27', null],
    ['2028-02-29', '2027-02-28', 'remind-opens'],
    ['2028-02-29', '2027-11-28', 'remind-opens'],
    ['2028-02-29', '2027-11-29', 'remind-soon'],
    ['2028-02-29', '2028-02-29', 'remind-soon'],
    ['2028-02-29', '2028-03-01', 'remind-ended'],
    ['2028-02-29', '2028-03-29', 'remind-last'],
    ['2028-02-29', '2028-04-29', 'remind-last'],
    ['2028-02-29', '2028-04-30', null],
    ['2027-05-31', '2027-02-27', 'remind-opens'],
    ['2027-05-31', '2027-02-28', 'remind-soon'],
    ['2027-12-31', '2028-01-01', 'remind-ended'],
    ['2027-12-31', '2028-01-28', 'remind-ended'],
    ['2027-12-31', '2028-01-29', 'remind-last'],
    ['2027-12-31', '2028-02-29', 'remind-last'],
    ['2027-12-31', '2028-03-01', null],
  ] as const)('ending on %s, on %s: %s', ([expiresOn, day, kind]) => {
    expect(reminderOn(expiresOn, day)).toBe(kind)
  })

  test('is the same asked by the day, on many days of a leap year and the next', () => {
    for (let day = '2027-12-01'; day < '2029-03-05'; day = addDays(day, 9)) {
      const ranges = remindersOn(day)
      for (let end = addDays(day, -80); end < addDays(day, 380); end = addDays(end, 1)) {
        const range = ranges.find(({ first, last }) => first <= end && end <= last)
        expect(range?.kind ?? null, `${end} on ${day}`).toBe(reminderOn(end, day))
      }
      const { grace, soon, year } = endingsOn(day)
      expect([addDays(grace.last, 1), soon.first, year.first]).toEqual([day, day, day])
    }
  })
})

describe('a holder', () => {
  test('is reminded four times in a term, each time once', async () => {
    const { number } = await ending('2028-02-29')
    const days = ['2027-02-27', '2027-02-28', '2027-03-01', '2027-11-28', '2027-11-29', '2028-02-29']
    for (const day of [...days, '2028-03-01', '2028-03-02', '2028-03-29', '2028-04-29', '2028-05-01']) {
      await remind(on(day))
      await remind(on(day))
    }
    expect(await remindersOf(number)).toEqual(['opens', 'soon', 'ended', 'last'])
  })

  test('who comes late hears only the latest; one whose time is over, nothing', async () => {
    const [soon, last, over] = [
      await ending('2027-02-01'),
      await ending('2026-10-10'),
      await ending('2026-06-01'),
    ]
    await remind(on('2026-11-22'))
    await remind(on('2026-11-23'))
    expect(await remindersOf(soon.number)).toEqual(['soon'])
    expect(await remindersOf(last.number)).toEqual(['last'])
    expect(await remindersOf(over.number)).toEqual([])
  })

  test('is not told that a term is over while its last day lasts anywhere in the U.S.', async () => {
    const { number } = await ending('2027-06-15')
    await remind(makeDesk(env, '2027-06-16T10:59:00Z')) // still the 15th in the last zone
    expect(await remindersOf(number)).toEqual(['soon'])
    await remind(makeDesk(env, '2027-06-16T11:00:00Z'))
    expect(await remindersOf(number)).toEqual(['soon', 'ended'])
  })

  test('who renewed is reminded of the next term, in four years', async () => {
    const { number } = await ending('2029-06-15')
    await remind(on('2028-06-15'))
    await change(on('2028-07-01'), number, {
      act: 'renew',
      on: '2028-07-01',
      contactHours: 32,
      technologyHours: 4,
    })
    await remind(on('2029-06-20'))
    expect(await remindersOf(number)).toEqual(['opens'])
    await remind(on('2032-06-15'))
    expect(await remindersOf(number)).toEqual(['opens', 'opens'])
  })
})

test('two runs at once remind once', async () => {
  const made = []
  for (let i = 0; i < 30; i++) made.push(await ending('2030-06-15'))
  const posted = await Promise.all([1, 2, 3].map(() => remind(on('2029-06-15'))))
  expect(posted.reduce((sum, n) => sum + n)).toBe(30)
  for (const { number } of made) expect(await remindersOf(number)).toEqual(['opens'])
})

test('nobody is reminded of a record on hold, withdrawn, replaced or removed, nor without an address', async () => {
  const desk = on('2030-10-01')
  const due = '2031-09-01'
  const held = await ending(due)
  await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
  const withdrawn = await ending(due)
  await revoke(desk, withdrawn.number)
  const silent = await ending(due, { email: null })
  const hidden = await ending(due)
  const set = (column: string, value: string, number: string) =>
    env.DB.prepare(`UPDATE credential SET ${column} = ?1 WHERE number = ?2`).bind(value, number).run()
  const replaced = await ending(due)
  await set('standing', 'superseded', replaced.number)
  const erased = await ending(due)
  await set('visibility', 'erased', erased.number)
  await set('visibility', 'unknown', hidden.number)
  await remind(desk)
  for (const { number } of [held, withdrawn, silent, replaced, erased])
    expect(await remindersOf(number)).toEqual([])
  // Private is for outsiders: the holder still hears.
  expect(await remindersOf(hidden.number)).toEqual(['opens'])
})

test('a reminder that a renewal or a hold has overtaken is not sent', async () => {
  const renewed = await ending('2029-09-15')
  const held = await ending('2029-09-15')
  await remind(on('2028-09-15'))
  const later = on('2028-09-16')
  await change(later, renewed.number, {
    act: 'renew',
    on: '2028-09-16',
    contactHours: 32,
    technologyHours: 4,
  })
  await act(later, held.number, { act: 'suspend', reason: 'paperwork' })
  for (let i = 0; i < 4; i++) await deliver(later)
  for (const { number } of [renewed, held]) {
    const states = await env.DB.prepare(
      "SELECT state FROM outbox WHERE number = ?1 AND kind = 'remind-opens'",
    )
      .bind(number)
      .all<{ state: string }>()
    expect(states.results).toEqual([{ state: 'dropped' }])
  }
})

test('the office sees how many terms end', async () => {
  const before = await renewalsDue(env.DB, '2035-01-15')
  for (const day of ['2035-01-14', '2035-01-15', '2035-04-15', '2035-04-16', '2036-01-15', '2036-01-16'])
    await ending(day)
  const after = await renewalsDue(env.DB, '2035-01-15')
  expect([after.grace - before.grace, after.soon - before.soon, after.year - before.year]).toEqual([1, 2, 4])
})
