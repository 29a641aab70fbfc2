// Someone of whom everything is on file that can be: a marked word stands in every field that a person can fill in.
import { env } from 'cloudflare:workers'
import type { AwardRecord } from '../../shared/record.ts'
import { changeAddress } from '../../worker/services/change-address.ts'
import { deliver } from '../../worker/services/deliver.ts'
import { handleLetter } from '../../worker/services/handle-letter.ts'
import { askCode, beginHolding, makeHolderLink } from '../../worker/services/holder-access.ts'
import { advanceImport } from '../../worker/services/import.ts'
import { issue } from '../../worker/services/issue.ts'
import { decline, propose } from '../../worker/services/propose.ts'
import { remind } from '../../worker/services/remind.ts'
import { rename } from '../../worker/services/rename.ts'
import { holderOfNumber } from '../../worker/store/holder-access.ts'
import { makeAreas, makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { cell, onRow, ownSheet, uploaded } from './imports.ts'
import { act, ada, anew, ben, change } from './office.ts'
import { asks, decide, ivy, rows } from './requests.ts'

export const MARK = /zyxmark/i

const desk = makeDesk(env)
export const EMAIL = 'zyxmark@zyxmark.example'
const REACH = { who: 'Zyxmark Person', reach: EMAIL, remember: 'Zyxmark college, zyxmark course' }

/** Facts of an award in which every text is marked. */
export function markedAward(changes: Partial<AwardRecord> = {}): AwardRecord {
  const mine = { title: 'Zyxmark guide', url: 'https://zyxmark.example/guide' }
  return makeAward({
    name: {
      display: 'Zyxmark Zyxmarkson',
      given: 'Zyxmark',
      family: 'Zyxmarkson',
      native: 'Zyxmark Zyxmarkson',
      order: 'given-first',
      former: ['Zyxmark Former'],
    },
    email: EMAIL,
    region: 'Zyxmark',
    areas: makeAreas().map((area) => ({
      ...area,
      instructor: 'Zyxmark, MLS',
      contentUrl: 'https://zyxmark.example/course',
      products: [mine],
    })),
    ...changes,
  })
}

/** From a row of a sheet, with all that an office and its holder can write about it. @returns its number */
export async function markedRecord(): Promise<string> {
  const mine = {
    display_name: 'Zyxmark Zyxmarkson',
    given_names: 'Zyxmark',
    family_names: 'Zyxmarkson',
    email: EMAIL,
  }
  const twice = {
    ...mine,
    display_name: 'Zyxmark Zyxmarkson (formerly Zyxmark)',
    former_names: 'Zyxmark Former',
  }
  const id = await uploaded(
    ivy,
    ownSheet({ ...mine, native_name: 'Zyxmark' }, twice, { display_name: 'Pat Stays' }),
  )
  await onRow(ivy, id, 0, { act: 'edit', [cell('native_name')]: '', [cell('email')]: EMAIL })
  await onRow(ivy, id, 0, { act: 'decide', decision: 'issue', why: 'Zyxmark rang us' })
  await onRow(ivy, id, 1, { act: 'decide', decision: 'leave', why: 'Zyxmark twice' })
  await onRow(ivy, id, 2, { act: 'decide', decision: 'issue', why: 'rang us' })
  await env.DB.prepare("UPDATE import SET file_name = 'zyxmark.csv' WHERE id = ?1").bind(id).run()
  await advanceImport(desk, id, ada.name, { chunks: 3 })
  const [row] = await rows<{ number: string }>(
    'SELECT number FROM import_row WHERE import = ?1 AND line = (SELECT MIN(line) FROM import_row WHERE import = ?1)',
    id,
  )
  if (!row?.number) throw new Error('The row of the marked person was not issued.')
  await lived(row.number)
  return row.number
}

/** Everything that happens to a record in the office. */
export async function lived(number: string): Promise<void> {
  await change(desk, number, { act: 'correct', record: markedAward(), note: 'Zyxmark wrote' })
  await act(desk, number, { act: 'suspend', reason: 'paperwork', note: 'Zyxmark', publicNote: 'Zyxmark' })
  await act(desk, number, { act: 'reinstate', note: 'Zyxmark showed it' })
  await changeAddress(desk, { number, address: `new.${EMAIL}`, why: 'Zyxmark rang' }, ada.name, anew())
  await proposed(number)
  await asked(number)
  await remind(desk)
  await deliver(desk)
  const [letter] = await rows<{ id: number }>(
    "SELECT id FROM outbox WHERE number = ?1 AND state = 'kept'",
    number,
  )
  await handleLetter(desk, letter?.id ?? 0, { act: 'came-back', why: 'No zyxmark here' }, ada.name, anew())
  const holder = (await holderOfNumber(env.DB, number)) as string
  await makeHolderLink(desk, holder)
  await beginHolding(desk, holder)
  await askCode(desk, number)
}

async function proposed(number: string): Promise<void> {
  const typed = { numbers: number, what: 'suspend:paperwork', publicNote: 'Zyxmark', note: 'Zyxmark again' }
  const { answer } = await propose(desk, typed, ada.name, anew())
  await decline(desk, answer.id, 'Zyxmark is right', ben.name, anew())
}

async function asked(number: string): Promise<void> {
  await asks('correction', { ...REACH, code: number, wrong: 'Zyxmark is spelt so' })
  await asks('claim', { ...REACH, year: '2012', was: 'Zyxmark Former' })
  await asks('misuse', { where: 'A zyxmark page', what: 'Zyxmark is not her', code: number })
  const decided = await asks('address', { ...REACH, reach: `late.${EMAIL}`, remember: 'Zyxmark' })
  await decide(ivy, decided, {
    outcome: 'accept',
    number,
    checked: 'Zyxmark knew',
    reply: 'Dear Zyxmark, done.',
  })
}

/** The same person under a new number. @returns the new number */
export async function renamedRecord(): Promise<[old: string, now: string]> {
  const request = { ...anew(), key: 'zyxmark-import-1' }
  const { answer } = await issue(
    desk,
    { record: markedAward(), officeNumber: 'ZYXMARK-1' },
    ada.name,
    request,
  )
  const name = { display: 'Zyxmark Newname', order: 'given-first' } as const
  const { answer: now } = await rename(
    desk,
    answer.number,
    { name, note: 'Zyxmark married' },
    ada.name,
    anew(),
  )
  await asks('claim', { ...REACH, year: '2014' })
  return [answer.number, now.number]
}
