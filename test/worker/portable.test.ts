// The forms of a record: of which records they are given out, and what our own verifier says of their copies.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../shared/credential.ts'
import type { JsonObject } from '../../shared/json.ts'
import { testNumber } from '../../shared/test-numbers.ts'
import type { Desk } from '../../worker/desk.ts'
import { proofForm, tokenForm } from '../../worker/services/portable.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { setVisibility, type Visibility } from '../../worker/store/credentials.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { holderOf } from './holder.ts'
import { act, ask, change, issueOne, revoke, textOf } from './office.ts'
import { NOBODY } from './routes.ask.ts'

const desk = makeDesk(env)
const FILES = ['credential.jwt', 'credential.json', 'badge.png', 'badge.svg', 'qr.svg', 'qr.png']

const jsonOf = async (number: string, at: Desk = desk) => proofForm(at, number, await tokenForm(at, number))
const formOf = async (number: string) => JSON.parse(await jsonOf(number)) as JsonObject
const verdictOf = (document: unknown) => verifyPresented(desk, JSON.stringify(document))
const show = (number: string, to: Visibility) => setVisibility(env.DB, number, to).run()
const proofs = (number: string) =>
  env.DB.prepare('SELECT COUNT(*) AS n FROM proof WHERE number = ?1').bind(number).first<number>('n')

describe('the JSON form', () => {
  test('is made once, and is the same text ever after', async () => {
    const { number, token } = await issueOne(desk)
    expect(await proofs(number)).toBe(0)
    const [one, other] = await Promise.all([jsonOf(number), jsonOf(number)])
    const later = makeDesk(env, '2026-11-25T09:00:00.000Z')
    expect([other, await jsonOf(number, later)]).toEqual([one, one])
    expect(await proofs(number)).toBe(1)
    const payload = JSON.parse(
      atob((token.split('.')[1] as string).replaceAll('-', '+').replaceAll('_', '/')),
    )
    expect(bodyOf(JSON.parse(one))).toEqual(bodyOf(payload))
    expect(await tokenForm(desk, number)).toBe(token)
  })

  test('has no brace inside a text, because readers of pictures count them', async () => {
    const { number } = await issueOne(desk, {
      name: { display: 'A {B} C', order: 'given-first', given: 'A {B}', family: 'C' },
    })
    const text = await jsonOf(number)
    expect(text).toContain('A \\u007bB\\u007d C')
    expect(JSON.stringify(JSON.parse(text))).toContain('A {B} C')
  })

  test('of a correction is another, and the copy from before it reads as replaced', async () => {
    const { number } = await issueOne(desk)
    const before = await formOf(number)
    desk.wait(60)
    const record = makeAward({ name: { display: 'Darlene W. Whitcomb', order: 'given-first' } })
    await change(desk, number, { act: 'correct', record, note: 'A middle initial' })
    expect((await verdictOf(await formOf(number))).state).toBe('valid')
    expect((await verdictOf(before)).state).toBe('superseded')
    expect(await proofs(number)).toBe(2)
  })
})

describe('a copy of it', () => {
  test('says what its record says: whatever is the matter with that', async () => {
    const [fine, held, gone] = [await issueOne(desk), await issueOne(desk), await issueOne(desk)]
    await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
    await revoke(desk, gone.number)
    const states = [fine, held, gone].map(async ({ number }) => {
      const verdict = await verdictOf(await formOf(number))
      return [verdict.state, verdict.credential?.number === number, verdict.circumstances?.state]
    })
    expect(await Promise.all(states)).toEqual([
      ['valid', true, undefined],
      ['suspended', true, 'suspended'],
      ['revoked', true, 'revoked'],
    ])
  })

  test('reads the same however it is spaced and ordered', async () => {
    const { number } = await issueOne(desk)
    const entries = Object.entries(await formOf(number)).reverse()
    const spaced = JSON.stringify(Object.fromEntries(entries), null, 2)
    expect((await verifyPresented(desk, `\n${spaced}\n`)).state).toBe('valid')
  })

  test('of a record that was made private since still says what it says', async () => {
    const { number } = await issueOne(desk)
    const form = await formOf(number)
    for (const visibility of ['withheld', 'unknown'] as const) {
      await show(number, visibility)
      expect((await verdictOf(form)).state).toBe('valid')
    }
  })

  test('that is not exactly what was issued counts for nothing, by whatever key it is proved', async () => {
    const { number } = await issueOne(desk)
    const form = await formOf(number)
    const { proof: _proof, ...body } = form
    const [proof] = form.proof as [JsonObject]
    const better: JsonObject = { ...body, name: 'Certified Librarian' }
    const wrong: Record<string, JsonObject> = {
      'a changed text': { ...form, name: 'Certified Librarian' },
      'a member more': { ...form, description: 'With honors' },
      'a claim more': { ...form, exp: 4_102_444_800 },
      'another proof value': { ...form, proof: [{ ...proof, proofValue: 'z2' }] },
      'a later proof of ours': { ...form, proof: [await desk.keys.prove(body, new Date('2026-12-01'))] },
      'a changed text, proved by our own key': {
        ...better,
        proof: [await desk.keys.prove(better, desk.now())],
      },
      'another number': { ...form, id: `${desk.issuer.origin}/c/${NOBODY}` },
    }
    for (const [what, document] of Object.entries(wrong)) {
      const { state, credential } = await verdictOf(document)
      expect([what, state, credential]).toEqual([what, 'bad-signature', undefined])
    }
    expect(
      (await verdictOf({ ...form, issuer: { ...(form.issuer as object), id: 'did:web:other.example' } }))
        .state,
    ).toBe('unknown-key')
  })

  test('of a version whose JSON nobody asked for is none of ours', async () => {
    const { number } = await issueOne(desk)
    const form = await formOf(number)
    await env.DB.prepare('DELETE FROM proof WHERE number = ?1').bind(number).run()
    expect((await verdictOf(form)).state).toBe('bad-signature')
  })
})

describe('what is not given out', () => {
  const answersOf = async (number: string) =>
    Promise.all(
      ['', ...FILES].map(async (file) => {
        const response = await ask(`/c/${number}${file && `/${file}`}`, {
          headers: { Accept: 'application/json' },
        })
        return [file, response.status, await textOf(response)] as const
      }),
    )

  test('of a private record: that it is private, and nothing of it', async () => {
    const { number, token } = await issueOne(desk)
    await show(number, 'withheld')
    for (const [file, status, text] of await answersOf(number)) {
      expect([file, status]).toEqual([file, 403])
      expect(text).toContain('private')
      expect(text).not.toContain(token.slice(-40))
      expect(text).not.toContain('Whitcomb')
    }
  })

  test('of one that is answered as if unknown: exactly what one that is unknown is answered', async () => {
    const { number } = await issueOne(desk)
    await formOf(number)
    await show(number, 'unknown')
    expect(await answersOf(number)).toEqual(await answersOf(NOBODY))
  })

  test('of a removed record: that it was removed; and its copies read so', async () => {
    const { number } = await issueOne(desk)
    const form = await formOf(number)
    await show(number, 'erased')
    await env.DB.prepare('DELETE FROM proof WHERE number = ?1').bind(number).run()
    for (const [file, status] of await answersOf(number)) expect([file, status]).toEqual([file, 410])
    expect(await proofs(number)).toBe(0)
    expect((await verdictOf(form)).state).toBe('erased')
  })

  test('a proof is not kept of a record that is removed while it is made', async () => {
    const { number } = await issueOne(desk)
    const { prove } = desk.keys
    const keys = {
      ...desk.keys,
      prove: async (...given: Parameters<typeof prove>) => {
        await show(number, 'erased')
        return prove(...given)
      },
    }
    await expect(jsonOf(number, { ...desk, keys })).rejects.toMatchObject({ type: 'erased-record' })
    expect(await proofs(number)).toBe(0)
  })
})

describe('the holder', () => {
  test('may take every file of a record that is private to everyone else', async () => {
    const { number, token } = await issueOne(desk)
    await show(number, 'unknown')
    const holder = await holderOf(number)
    for (const file of FILES.filter((one) => one !== 'badge.png')) {
      const response = await holder.get(`/my/${number}/files/${file}`)
      expect([file, response.status]).toEqual([file, 200])
      if (file === 'credential.jwt') expect(await textOf(response)).toBe(token)
      if (file === 'credential.json')
        expect((await verifyPresented(desk, await textOf(response))).state).toBe('valid')
    }
    const page = await textOf(await holder.get(`/my/${number}/files`))
    expect(page).toContain('private now')
    expect(page).not.toContain('lssc-certificate.pdf')
  })

  test('may take no file of another’s, nor of a removed record', async () => {
    const { number } = await issueOne(desk)
    const other = await issueOne(desk, { email: 'other@example.org' })
    const holder = await holderOf(number)
    expect((await holder.get(`/my/${other.number}/files/credential.jwt`)).status).toBe(404)
    await show(number, 'erased')
    expect((await holder.get(`/my/${number}/files/credential.jwt`)).status).not.toBe(200)
  })
})

describe('a test number', () => {
  test('has a form that the test issuer proves, and it reads as its number does', async () => {
    for (const testCase of ['valid', 'expired', 'revoked', 'suspended', 'as-of'] as const) {
      const verdict = await verdictOf(await formOf(testNumber(testCase)))
      expect([verdict.state, verdict.test]).toEqual([testCase, true])
    }
  })

  test('that was changed is refused, as is what another key has proved', async () => {
    const form = await formOf(testNumber('valid'))
    expect((await verdictOf({ ...form, name: 'Real' })).state).toBe('bad-signature')
    const { proof: _proof, ...body } = form
    const ours = { ...body, proof: [await desk.keys.prove(body, desk.now())] }
    expect((await verdictOf(ours)).state).toBe('bad-signature')
  })

  test('that is made to fail has its token, and no other form', async () => {
    for (const testCase of ['bad-signature', 'key-compromised', 'unknown-key', 'malformed'] as const) {
      expect(await tokenForm(desk, testNumber(testCase))).not.toBe('')
      await expect(jsonOf(testNumber(testCase))).rejects.toMatchObject({ type: 'no-such-form' })
    }
  })
})

test('a picture that carries nothing is said to be one', async () => {
  const { looksLike, state } = await verifyPresented(desk, '<svg xmlns="http://www.w3.org/2000/svg"></svg>')
  expect([state, looksLike]).toEqual(['malformed', 'picture'])
})
