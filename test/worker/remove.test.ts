// Removals are not done on one word: the holder's waits three days, the office's waits for a second person.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { deliver } from '../../worker/services/deliver.ts'
import { askRemoval, keepRecord, proposeRemoval, removeDue, removeNow } from '../../worker/services/remove.ts'
import { makeRounds } from '../../worker/services/rounds.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { makeDesk, NOW, overtaken } from '../support/desk.ts'
import { choose } from './chosen.ts'
import { signedIn } from './console.ts'
import { holderOf } from './holder.ts'
import { act, ada, anew, ben, issueOne, revoke, textOf } from './office.ts'

const desk = makeDesk(env)
const inDays = (days: number) => makeDesk(env, new Date(new Date(NOW).getTime() + days * 24 * 3_600_000))
const issued = () => issueOne(desk, { email: `${crypto.randomUUID()}@example.org` })
const stateOf = async (number: string) => (await verifyPresented(desk, number)).state
const newestOf = async (number: string) =>
  (await env.DB.prepare('SELECT MAX(id) AS id FROM event WHERE number = ?1')
    .bind(number)
    .first<number>('id')) ?? 0
const lettersOf = async (number: string) =>
  (
    await env.DB.prepare("SELECT kind, body ->> '$' AS body FROM outbox WHERE number = ?1 ORDER BY id")
      .bind(number)
      .all<{
        kind: string
        body: string | null
      }>()
  ).results

describe('a holder', () => {
  test('reads what happens, types the code, and the record is private at once and gone after three days', async () => {
    const { number } = await issued()
    const she = await holderOf(number)
    const path = `/my/${number}/remove`
    const page = await textOf(await she.get(path))
    for (const words of [
      'cannot be undone',
      'What happens',
      'What stays',
      `/my/${number}/visibility`,
      'November 25, 2026',
    ])
      expect(page).toContain(words)
    const sent = await she.post(path, { act: 'ask', code: number.toLowerCase().replaceAll('-', '') })
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${path}?done=asked`])
    expect(await stateOf(number)).toBe('withheld')
    await deliver(desk)
    expect((await lettersOf(number)).at(-1)).toMatchObject({
      kind: 'removal-asked',
      body: expect.stringContaining(`/my/${number}/remove`),
    })
    await makeRounds(inDays(2.9))
    expect(await stateOf(number)).toBe('withheld')
    await makeRounds(inDays(3))
    expect(await stateOf(number)).toBe('erased')
    expect((await she.get(path)).status).toBe(303)
  })

  test('who types another code, or none, has removed nothing', async () => {
    const [{ number }, other] = [await issued(), await issued()]
    const she = await holderOf(number)
    for (const code of ['', 'yes', other.number]) {
      const answer = await she.post(`/my/${number}/remove`, { act: 'ask', code })
      expect([answer.status, await textOf(answer)]).toEqual([
        422,
        expect.stringContaining(`Type the code of this record, ${number}`),
      ])
    }
    expect((await she.post(`/my/${other.number}/remove`, { act: 'ask', code: other.number })).status).toBe(
      404,
    )
    expect([await stateOf(number), await stateOf(other.number)]).toEqual(['valid', 'valid'])
  })

  test('takes it back, and the record is what it was; a form that is sent twice does it once', async () => {
    const { number } = await issued()
    const she = await holderOf(number)
    const path = `/my/${number}/remove`
    const form = { act: 'ask', code: number, request: crypto.randomUUID() }
    for (let i = 0; i < 2; i++) expect((await she.post(path, form)).status).toBe(303)
    expect(await textOf(await she.get(path))).toContain('Keep my record')
    expect((await she.post(path, { act: 'keep' })).headers.get('Location')).toBe(`${path}?done=kept`)
    expect(await stateOf(number)).toBe('valid')
    await makeRounds(inDays(4))
    expect(await stateOf(number)).toBe('valid')
    const kinds = (await lettersOf(number)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('removal'))).toEqual([
      'removal-asked',
      'removal-taken-back',
    ])
    // An old form that is sent once more asks for nothing new.
    expect((await she.post(path, form)).status).toBe(303)
    expect(await stateOf(number)).toBe('valid')
  })

  test('goes back to what they had chosen, also that nobody is told', async () => {
    for (const visibility of ['unknown', 'withheld']) {
      const { number } = await issued()
      await env.DB.prepare('UPDATE credential SET visibility = ?2 WHERE number = ?1')
        .bind(number, visibility)
        .run()
      const before = await stateOf(number)
      await askRemoval(desk, number, anew())
      expect(await stateOf(number)).toBe(before)
      await keepRecord(desk, number, { actor: 'holder' }, anew())
      expect(await stateOf(number)).toBe(before)
    }
  })

  test('cannot end by it what is being looked into', async () => {
    const { number } = await issued()
    await act(desk, number, { act: 'revoke', reason: 'misrepresentation' })
    const she = await holderOf(number)
    expect(await textOf(await she.get(`/my/${number}/remove`))).toContain('This can’t be done now.')
    expect((await she.post(`/my/${number}/remove`, { act: 'ask', code: number })).status).toBe(409)
    expect(await stateOf(number)).toBe('suspended')
  })

  test('nor where the withdrawal is proposed while it waits: it is decided first', async () => {
    const { number } = await issued()
    await askRemoval(desk, number, anew())
    await act(desk, number, { act: 'revoke', reason: 'misrepresentation' })
    await removeDue(inDays(4))
    expect(await stateOf(number)).toBe('withheld')
    await act(desk, number, { act: 'revoke', reason: 'misrepresentation' }, ben.name)
    await removeDue(inDays(4))
    expect(await stateOf(number)).toBe('erased')
    const bits = await env.DB.prepare('SELECT standing FROM version WHERE number = ?1').bind(number).first()
    expect(bits).toEqual({ standing: 'revoked' })
  })

  test('nor by taking it back and asking anew: the proposal stays the newest that there is', async () => {
    const { number } = await issued()
    await askRemoval(desk, number, anew())
    await act(desk, number, { act: 'revoke', reason: 'misrepresentation' })
    await expect(keepRecord(desk, number, { actor: 'holder' }, anew())).rejects.toMatchObject({
      type: 'conflict',
    })
    const she = await holderOf(number)
    const page = await textOf(await she.get(`/my/${number}/remove`))
    expect(page).toContain('A withdrawal of this record is proposed: that has to be decided first.')
    expect(page).not.toContain('Keep my record')
    await act(desk, number, { act: 'decline', to: 'good', note: 'it was a mistake' }, ben.name)
    await keepRecord(desk, number, { actor: 'holder' }, anew())
    expect(await stateOf(number)).toBe('valid')
  })

  test('what they choose at that very moment is what it goes back to', async () => {
    const { number } = await issued()
    const she = await holderOf(number)
    // Between the look at the record and what is stored, another window of theirs chooses.
    const asking = { ...desk, db: overtaken(env.DB, () => choose(she, number, 'unknown')) }
    await askRemoval(asking, number, anew())
    expect(await stateOf(number)).toBe('not-found')
    await keepRecord(desk, number, { actor: 'holder' }, anew())
    expect(await stateOf(number)).toBe('not-found')
  })
})

describe('the office', () => {
  const propose = async (number: string) =>
    proposeRemoval(desk, number, { actor: ada.name, note: 'rang us', seen: await newestOf(number) }, anew())
  const second = async (number: string, actor: string, asSecond = async () => {}) =>
    removeNow(desk, number, { actor, seen: await newestOf(number), asSecond }, anew())

  test('removes with two people: private at the first one’s word, gone at the second one’s', async () => {
    const { number } = await issued()
    await propose(number)
    expect(await stateOf(number)).toBe('withheld')
    await expect(second(number, ada.name)).rejects.toMatchObject({ type: 'conflict' })
    const no = async () => {
      throw new Error('no approver')
    }
    await expect(second(number, ben.name, no)).rejects.toThrow('no approver')
    await removeDue(inDays(30))
    expect(await stateOf(number)).toBe('withheld')
    await second(number, ben.name)
    expect(await stateOf(number)).toBe('erased')
  })

  test('does not hurry what a holder asked for, and may keep the record', async () => {
    const { number } = await issued()
    await askRemoval(desk, number, anew())
    await expect(second(number, ben.name)).rejects.toMatchObject({ type: 'conflict' })
    await expect(propose(number)).rejects.toMatchObject({ type: 'conflict' })
    await keepRecord(desk, number, { actor: ada.name, why: 'it was not they' }, anew())
    expect(await stateOf(number)).toBe('valid')
  })

  test('on the pages: looked at before, each step by its own person', async () => {
    const { number } = await issued()
    const [ivy, bea] = [await signedIn('issuer'), await signedIn('approver')]
    const record = `/staff/records/${number}`
    expect(await textOf(await ivy.get(record))).toContain('If its holder wants it gone')
    const seen = String(await newestOf(number))
    const look = await textOf(
      await ivy.post(`${record}/remove`, { step: 'preview', seen, note: 'She rang us' }),
    )
    for (const words of [
      'Nothing is done yet',
      'This record is private at the moment',
      'removed at its holder’s request',
    ])
      expect(look).toContain(words)
    const done = await ivy.post(`${record}/remove`, { step: 'confirm', seen, note: 'She rang us' })
    expect(done.headers.get('Location')).toBe(`${record}?done=remove`)
    expect(await textOf(await ivy.get(record))).toContain(
      'You proposed it: a second person has to remove it.',
    )
    expect((await ivy.get(`${record}/remove-now`)).status).toBe(403)
    expect(await textOf(await bea.get('/staff'))).toContain('waits for a second person')
    expect(await textOf(await bea.get('/staff/approvals'))).toContain(number)
    expect(await textOf(await bea.get(`${record}/remove-now`))).toContain('She rang us')
    const final = { step: 'confirm', seen: String(await newestOf(number)), request: crypto.randomUUID() }
    for (let i = 0; i < 2; i++)
      expect((await bea.post(`${record}/remove-now`, final)).headers.get('Location')).toBe(
        `${record}?done=remove-now`,
      )
    const gone = await textOf(await bea.get(record))
    expect(gone).toContain('Removed for good')
    expect(gone).not.toMatch(/Darlene|She rang us/)
  })

  test('does not remove what it is about to withdraw', async () => {
    const { number } = await issued()
    await propose(number)
    await act(desk, number, { act: 'revoke', reason: 'misrepresentation' })
    await expect(second(number, ben.name)).rejects.toMatchObject({ type: 'conflict' })
    expect(await stateOf(number)).toBe('withheld')
  })

  test('removes what is withdrawn as well; it stays withdrawn', async () => {
    const { number, token } = await issued()
    await revoke(desk, number)
    await propose(number)
    await second(number, ben.name)
    expect([await stateOf(number), (await verifyPresented(desk, token)).state]).toEqual(['erased', 'revoked'])
  })
})
