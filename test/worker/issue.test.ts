// Issuing: what is answered is what is stored, what is stored verifies, and a name stays as it came in.
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { fromBase64url } from '../../shared/bytes.ts'
import { bodyDigest, readCredential } from '../../shared/credential.ts'
import type { JsonObject } from '../../shared/json.ts'
import { isNumber } from '../../shared/number.ts'
import { verify } from '../../shared/verify.ts'
import { trustOf } from '../../worker/trust.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { ask, issueOne, post } from './office.ts'

const path = '/api/v1/credentials'
const desk = makeDesk(env)

interface Answer {
  number: string
  url: string
  token: string
}

function payloadOf(token: string): JsonObject {
  return JSON.parse(new TextDecoder().decode(fromBase64url(token.split('.')[1]!)!))
}

describe('issuing', () => {
  test('answers 201, where it is, and the token that was stored', async () => {
    const response = await post(path, { record: makeAward(), officeNumber: 'LSSC-2024-0001' })
    expect(response.status).toBe(201)
    const { number, url, token } = await response.json<Answer>()
    expect(isNumber(number)).toBe(true)
    expect(url).toBe(`${env.ORIGIN}/c/${number}`)
    expect(response.headers.get('Location')).toBe(url)
    const stored = await env.DB.prepare(
      `SELECT t.jwt, v.body_digest AS digest, v.signed_at AS signedAt, v.valid_from AS validFrom, v.list, v.entry,
         v.standing, c.office_number AS office, c.visibility
       FROM token t JOIN version v USING (number, version) JOIN credential c USING (number) WHERE number = ?1`,
    )
      .bind(number)
      .first()
    const credential = readCredential(payloadOf(token))!
    expect(stored).toEqual({
      jwt: token,
      digest: await bodyDigest(payloadOf(token)),
      signedAt: desk.now().toISOString(),
      validFrom: credential.validFrom,
      list: 1,
      entry: credential.status.index,
      standing: 'good',
      office: 'LSSC-2024-0001',
      visibility: 'link',
    })
    expect(JSON.stringify(payloadOf(token))).not.toContain('LSSC-2024-0001')
    expect(JSON.stringify(payloadOf(token))).not.toContain('darlene@')
  })

  test('gives a token that verifies, and says what the record said', async () => {
    const { number, token } = await issueOne(desk)
    const { state, credential } = await verify(token, trustOf(desk), 'server')
    expect(state).toBe('valid')
    expect(credential).toMatchObject({
      number,
      awardedOn: '2024-06-15',
      expiresOn: '2028-06-15',
      enrolledOn: '2022-02-01',
      validFrom: '2024-06-15T12:00:00Z',
      areas: makeAward().areas,
    })
  })

  test('on the day of the award, before noon UTC, begins now and not later', async () => {
    const morning = makeDesk(env, '2026-11-22T11:30:00Z')
    const { token } = await issueOne(morning, { certifiedOn: '2026-11-22' })
    expect(payloadOf(token)).toMatchObject({
      validFrom: '2026-11-22T11:30:00Z',
      awardedDate: '2026-11-22T12:00:00Z',
    })
    expect((await verify(token, trustOf(morning), 'server')).state).toBe('valid')
  })

  test('gives each its own number, holder, salt and status entry', async () => {
    const tokens = await Promise.all([issueOne(desk), issueOne(desk)])
    const [a, b] = tokens.map(({ token }) => readCredential(payloadOf(token))!) as [Credential, Credential]
    expect(a.number).not.toBe(b.number)
    expect(a.holder.id).not.toBe(b.holder.id)
    expect(a.holder.email).not.toEqual(b.holder.email)
    expect(a.status.index).not.toBe(b.status.index)
  })

  test('takes an office number once', async () => {
    const request = { record: makeAward(), officeNumber: 'LSSC-2024-0002' }
    const answers = await Promise.all([post(path, request), post(path, request), post(path, request)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const refused = answers.filter(({ status }) => status === 409)
    for (const one of refused)
      expect(await one.json()).toMatchObject({ type: 'urn:lssc:problem:already-issued' })
  })
})

type Credential = NonNullable<ReturnType<typeof readCredential>>

describe('a name', () => {
  const names: [string, string][] = [
    ['curly apostrophe', 'Maria-Elena O’Dowd'],
    ['Vietnamese', 'Nguyễn Thị Minh Khai'],
    ['Arabic with marks', 'مُحَمَّد بن راشد'],
    ['Devanagari with joiners', 'क्‍षितिज नेहा'],
    ['beyond the basic plane', '𠮷野 太郎'],
    ['ʻokina', 'Keʻalohilani Kealiʻi'],
    ['mononym', 'Suharto'],
    ['89 characters', 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).slice(0, 89)],
    ['composed and not', 'Zoe\u0308 Jose\u0301 \u1e9b\u0323'],
  ]

  test.for(names)(
    '%s: NFC from the door on, and the same bytes in token, database and answer',
    async ([, name]) => {
      const kept = name.normalize('NFC')
      const record = { ...makeAward(), name: { display: name, native: name, order: 'given-first' } }
      const { number, token } = await (await post(path, { record })).json<Answer>()
      const row = await env.DB.prepare(
        `SELECT h.display_name AS held, c.record ->> '$.name.display' AS recorded, hex(h.display_name) AS bytes
       FROM credential c JOIN holder h ON h.id = c.holder WHERE c.number = ?1`,
      )
        .bind(number)
        .first()
      const bytes = [...new TextEncoder().encode(kept)]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
      expect(row).toEqual({ held: kept, recorded: kept, bytes: bytes.toUpperCase() })
      const { holder } = readCredential(payloadOf(token))!
      expect([holder.display, holder.native]).toEqual([kept, kept])
      const answered = await (await ask(`${path}/${number}`)).json<{ verdict: { credential: Credential } }>()
      expect(answered.verdict.credential.holder.display).toBe(kept)
    },
  )
})
