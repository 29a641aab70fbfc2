// A new number in a new name: the old record is private, and nothing public leads from one to the other.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { HolderName } from '../../shared/record.ts'
import { rename } from '../../worker/services/rename.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { currentByNumber, tokenOf } from '../../worker/store/credentials.ts'
import { makeAward } from '../support/award.ts'
import { claimsOf, entryOf } from '../support/bits.ts'
import { makeDesk, overtaken } from '../support/desk.ts'
import { act, ada, anew, ask, ben, change, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
const OLD: HolderName = {
  display: 'Darlene Whitcomb',
  given: 'Darlene',
  family: 'Whitcomb',
  order: 'given-first',
  former: ['Darlene Fogg'],
}
const NEW: HolderName = { display: 'Dale Whitcomb', given: 'Dale', family: 'Whitcomb', order: 'given-first' }
const renaming = { name: NEW, note: 'e-mail of March 3' }
const HTML = { headers: { Accept: 'text/html' } }

async function renamed() {
  const old = await issueOne(desk, { name: OLD })
  const { answer } = await rename(desk, old.number, renaming, ada.name, anew())
  return { old, now: { ...answer, token: (await tokenOf(env.DB, answer.number, 1)) as string } }
}

const rows = (sql: string, number: string) =>
  env.DB.prepare(sql)
    .bind(number)
    .all()
    .then(({ results }) => results)

describe('a new number for a new name', () => {
  test('carries every fact under a name, a number, a holder and an entry of its own', async () => {
    const { old, now } = await renamed()
    const [was, is] = [claimsOf(old.token), claimsOf(now.token)]
    expect([is.awardedDate, is.validUntil, is.validFrom]).toEqual([
      was.awardedDate,
      was.validUntil,
      was.validFrom,
    ])
    expect([is.sub, is.id, is.iat]).not.toEqual([was.sub, was.id, was.iat])
    expect(is.sub).not.toBe(was.sub)
    expect(entryOf(now.token)).not.toEqual(entryOf(old.token))
    expect(await verifyPresented(desk, now.number)).toMatchObject({
      state: 'valid',
      credential: { holder: NEW, awardedOn: '2024-06-15', expiresOn: '2028-06-15' },
    })
  })

  test('is nowhere in what the old number, its link and its copies are answered with', async () => {
    const { old, now } = await renamed()
    expect((await verifyPresented(desk, old.number)).state).toBe('withheld')
    const copy = await verifyPresented(desk, old.token)
    expect(copy.state).toBe('superseded')
    expect(copy.circumstances?.successor).toBeUndefined()
    const answers = await Promise.all(
      [
        `/c/${old.number}`,
        `/api/v1/credentials/${old.number}`,
        `/api/v1/credentials?numbers=${old.number}`,
      ].map(async (path) => textOf(await ask(path, HTML))),
    )
    const pasted = await textOf(
      await ask('/verify', { method: 'POST', ...HTML, body: new URLSearchParams({ q: old.token }) }),
    )
    const subject = claimsOf(now.token).sub as string
    for (const told of [...answers, pasted, old.token, JSON.stringify(copy)]) {
      for (const trace of [now.number, subject, 'Dale']) expect(told).not.toContain(trace)
    }
    expect(answers.join()).not.toContain('Darlene')
  })

  test('tells nothing of the old one', async () => {
    const { old, now } = await renamed()
    const answers = await Promise.all(
      [
        `/c/${now.number}`,
        `/api/v1/credentials/${now.number}`,
        `/api/v1/credentials?numbers=${now.number}`,
      ].map(async (path) => textOf(await ask(path, HTML))),
    )
    const subject = claimsOf(old.token).sub as string
    for (const told of [...answers, JSON.stringify(claimsOf(now.token))]) {
      for (const trace of [old.number, subject, 'Darlene', 'Fogg']) expect(told).not.toContain(trace)
    }
  })

  test('is known to the office from both sides, and one letter goes to the holder', async () => {
    const { old, now } = await renamed()
    const events = 'SELECT kind, actor, reason, detail FROM event WHERE number = ?1 ORDER BY id DESC LIMIT 1'
    const about = { actor: ada.name, reason: renaming.note }
    expect(await rows(events, old.number)).toEqual([
      { kind: 'superseded', ...about, detail: JSON.stringify({ renamedTo: now.number }) },
    ])
    expect(await rows(events, now.number)).toEqual([
      { kind: 'issued', ...about, detail: JSON.stringify({ renamedFrom: old.number }) },
    ])
    const names = 'SELECT folded FROM known_name WHERE number = ?1'
    expect(await rows(names, now.number)).toEqual([{ folded: expect.stringContaining('dale') }])
    const letters = 'SELECT kind FROM outbox WHERE number = ?1'
    expect(await rows(letters, now.number)).toEqual([{ kind: 'renamed' }])
    expect(await rows(letters, old.number)).toEqual([{ kind: 'issued' }])
    const { results } = await env.DB.prepare(
      'SELECT kind FROM leaf WHERE number IN (?1, ?2) ORDER BY position',
    )
      .bind(old.number, now.number)
      .all()
    expect(results.map(({ kind }) => kind)).toEqual(['issued', 'superseded', 'issued'])
  })

  test('stays as private as the old one was', async () => {
    const old = await issueOne(desk, { name: OLD })
    await env.DB.prepare("UPDATE credential SET visibility = 'unknown' WHERE number = ?1")
      .bind(old.number)
      .run()
    const { answer } = await rename(desk, old.number, renaming, ada.name, anew())
    for (const one of [answer.number, old.number])
      expect((await verifyPresented(desk, one)).state).toBe('not-found')
  })

  test('is made once, however often it is asked for', async () => {
    const { number } = await issueOne(desk)
    const request = anew()
    const ask = () => rename(desk, number, renaming, ada.name, request)
    expect(await ask()).toEqual(await ask())
    await expect(rename(desk, number, renaming, ben.name, anew())).rejects.toMatchObject({ type: 'conflict' })
  })

  test('is refused to a record on hold, and to one that has changed meanwhile: nothing of it is stored', async () => {
    const { number } = await issueOne(desk)
    const { newest } = (await currentByNumber(env.DB, number))!
    const credentials = () => env.DB.prepare('SELECT COUNT(*) AS n FROM credential').first<number>('n')
    const before = await credentials()
    const meanwhile = () =>
      change(desk, number, { act: 'correct', record: makeAward({ region: 'TX' }), note: 'moved' })
    const beaten = { ...desk, db: overtaken(env.DB, meanwhile) }
    await expect(rename(beaten, number, renaming, ada.name, anew(), newest.id)).rejects.toMatchObject({
      type: 'changed-meanwhile',
    })
    await act(desk, number, { act: 'suspend', reason: 'paperwork' })
    await expect(rename(desk, number, renaming, ada.name, anew())).rejects.toMatchObject({ type: 'conflict' })
    expect(await credentials()).toBe(before)
  })
})
