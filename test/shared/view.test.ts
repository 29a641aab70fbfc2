// A view: what its holder chose, signed by the issuer, and nothing in it that leads to the record.
import { describe, expect, test } from 'vitest'
import { asClaims } from '../../shared/compose.ts'
import { composeView } from '../../shared/compose-view.ts'
import { readCredential } from '../../shared/credential.ts'
import { endOf } from '../../shared/dates.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { isShareSecret, readShareLink, shareUrl } from '../../shared/share-link.ts'
import { verify } from '../../shared/verify.ts'
import { verifyAny } from '../../shared/verify-view.ts'
import { factsToShare, readView, type ShareField, shareFields } from '../../shared/view.ts'
import { tellAny } from '../../shared/view-telling.ts'
import { en } from '../../shared/words/en.ts'
import { once } from '../support/corpus.ts'
import {
  award,
  edit,
  headerOf,
  index,
  issuer,
  list,
  makeClaims,
  makeOffice,
  makeStanding,
  makeTrust,
  now,
  number,
  seal,
  sealStanding,
  signedAt,
} from '../support/mint.ts'

const office = once(makeOffice)
const id = 'dGhlIHB1YmxpYyBpZC4u_A'
const subject = 'urn:uuid:7d9a0b6e-5f7a-4a53-8d0c-6a1b8f6c2e22'
const record: AwardRecord = { ...award, renewedOn: ['2027-01-10'] }

async function claimsOf(
  fields: readonly ShareField[] = [],
  endsOn = '2026-12-31',
  of = record,
): Promise<JsonObject> {
  const body = await composeView(factsToShare(of, fields), {
    issuer,
    id,
    subject,
    status: { list, index },
    validFrom: '2023-06-15T12:00:00Z',
    endsOn,
  })
  return asClaims(body, signedAt)
}

async function verdictOf(claims: JsonObject, at = now, bits: [number, number][] = []) {
  const { active, status, keys } = await office()
  const standing = await sealStanding(await makeStanding(bits, at), status)
  const token = await seal(headerOf(active), claims, active)
  const asked: string[] = []
  const trust = makeTrust({ keys, standing, now: at, onFile: true }, asked)
  return { verdict: await verifyAny(token, trust, 'server'), asked, token, trust }
}

const every = [[], ['dates'], ['evidence'], ['products'], [...shareFields]] as ShareField[][]

describe('a view', () => {
  test.each(every.map((fields) => [fields]))('reads back as what was chosen: %j', async (fields) => {
    const read = readView(await claimsOf(fields))
    const facts = factsToShare(record, fields)
    expect(read?.areas).toEqual(facts.areas)
    expect(read).toMatchObject({
      id,
      awardedOn: record.certifiedOn,
      expiresOn: record.expiresOn,
      endsOn: '2026-12-31',
    })
    expect(read?.renewedOn).toEqual(fields.includes('dates') ? record.renewedOn : [])
    expect(read?.enrolledOn).toBe(fields.includes('dates') ? record.enrolledOn : undefined)
  })

  test.each(every.map((fields) => [fields]))('says nothing that was not chosen: %j', async (fields) => {
    const text = JSON.stringify(await claimsOf(fields))
    const says = (one: string) => text.includes(one)
    expect(says('2023-03-01')).toBe(fields.includes('dates'))
    expect(says('2027-01-10')).toBe(fields.includes('dates'))
    expect(says('2022-02-01')).toBe(fields.includes('dates'))
    expect(says('A Provider')).toBe(fields.includes('evidence'))
    expect(says('ApprovedCourse')).toBe(fields.includes('evidence'))
    expect(says('PROV/C0')).toBe(fields.includes('evidence'))
    expect(says('work.example')).toBe(fields.includes('products'))
  })

  test('leads nowhere: no number, no urn, no e-mail, no address of the record', async () => {
    const main = await makeClaims(record)
    const text = JSON.stringify(await claimsOf(shareFields))
    const { identifier } = main.credentialSubject as { identifier: JsonObject[] }
    const email = identifier.find(({ identityType }) => identityType === 'emailAddress') as JsonObject
    for (const trace of [number, main.sub, main.id, email.identityHash, email.salt, 'refreshService', '/c/'])
      expect(text).not.toContain(trace as string)
  })

  test('is never taken for a credential, nor a credential for a view', async () => {
    expect(readCredential(await claimsOf(shareFields))).toBeNull()
    expect(readView(await makeClaims())).toBeNull()
    const { token, trust } = await verdictOf(await claimsOf())
    expect(await verify(token, trust, 'browser')).toMatchObject({ state: 'malformed' })
  })

  const wrong: [string, string, Json | undefined][] = [
    ['a number', 'credentialSubject.licenseNumber', number],
    ['a refresh service', 'refreshService', { id: `${issuer.origin}/c/${number}/credential.json` }],
    ['another member', 'proof', {}],
    ['an id that is no view’s', 'id', `${issuer.origin}/c/${number}`],
    ['an id with a secret in it', 'id', `${issuer.origin}/s/${'a'.repeat(24)}`],
    ['another issuer', 'issuer.id', 'did:web:other.example'],
    ['the test issuer', 'issuer.id', 'did:web:lssc.example:test'],
    ['another achievement', 'credentialSubject.achievement.id', 'https://other.example/a'],
    ['another context', '@context', ['https://www.w3.org/ns/credentials/v2']],
    ['another type', 'type', ['VerifiableCredential']],
    ['another subject', 'sub', 'urn:uuid:1'],
    ['another jti', 'jti', `${issuer.origin}/s/${'b'.repeat(22)}`],
    ['another exp', 'exp', 1],
    ['another nbf', 'nbf', 1],
    ['no iat', 'iat', 'now'],
    ['an end within a day', 'validUntil', '2026-12-31T12:00:00Z'],
    ['no last day of the term', 'credentialSubject.result.6', undefined],
    ['an end after the last day of the term', 'credentialSubject.result.6.value', '2026-12-30'],
    ['a last day that there is not', 'credentialSubject.result.6.value', '2027-02-30'],
    ['no area', 'credentialSubject.result', []],
    [
      'an area that there is not',
      'credentialSubject.result.0.resultDescription',
      `${issuer.origin}/achievements/lssc/sets/x#2012`,
    ],
    ['a pathway that there is not', 'evidence.0.genre', 'Lottery'],
    ['a way without its title', 'evidence.0.name', undefined],
    [
      'an e-mail',
      'credentialSubject.identifier.0',
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: `sha256$${'a'.repeat(64)}`,
        identityType: 'emailAddress',
        salt: 'x',
      },
    ],
  ]
  test.each(wrong)('with %s is none', async (_, path, value) => {
    const claims = await claimsOf(shareFields)
    expect(readView(claims)).not.toBeNull()
    expect(readView(edit(claims, path, value))).toBeNull()
  })

  test('with the hash of an e-mail beside the name is none', async () => {
    const claims = await claimsOf()
    const hash = {
      type: 'IdentityObject',
      hashed: true,
      identityHash: `sha256$${'a'.repeat(64)}`,
      identityType: 'emailAddress',
      salt: 'x',
    }
    const { identifier } = claims.credentialSubject as { identifier: JsonObject[] }
    expect(readView(edit(claims, 'credentialSubject.identifier', [...identifier, hash]))).toBeNull()
  })
})

describe('its verdict', () => {
  test('is of the same states as a record’s', async () => {
    const claims = await claimsOf()
    for (const [value, state] of [
      [0, 'valid'],
      [1, 'suspended'],
      [2, 'revoked'],
      [3, 'superseded'],
    ] as const)
      expect((await verdictOf(claims, now, [[index, value]])).verdict.state).toBe(state)
  })

  test('asks whether it is on file by its body, for it names no number', async () => {
    expect((await verdictOf(await claimsOf())).asked).toContain('on-file ')
  })

  test('past the last day of its link is that the link ended, and shows nothing', async () => {
    const claims = await claimsOf(shareFields, '2026-12-31')
    const last = new Date(endOf('2026-12-31'))
    expect((await verdictOf(claims, last)).verdict.state).toBe('valid')
    const { verdict } = await verdictOf(claims, new Date(last.getTime() + 1000))
    expect(verdict).toMatchObject({ state: 'link-ended', circumstances: { since: '2026-12-31' } })
    expect(verdict.credential).toBeUndefined()
    expect(tellAny(verdict, issuer, { words: en }).headline).toBe('This link ended on December 31, 2026')
  })

  test('of a term that ends before the link is that it was earned and is not current', async () => {
    const claims = await claimsOf([], '2027-12-31')
    expect(claims.exp).toBe(Date.parse(endOf(record.expiresOn)) / 1000)
    const { verdict } = await verdictOf(claims, new Date(endOf('2027-06-16')))
    expect(verdict.state).toBe('expired')
  })

  test('tells of each area as much as its holder shows', async () => {
    const how = async (fields: ShareField[]) =>
      tellAny((await verdictOf(await claimsOf(fields))).verdict, issuer, { words: en }).record?.areas[0]?.how
    expect(await how([])).toBe('')
    expect(await how(['dates'])).toBe('Passed in March 2023')
    expect(await how(['evidence'])).toBe('Course: Course 3, A Provider')
    expect(await how(['dates', 'evidence'])).toBe('Course: Course 3, A Provider, March 2023')
  })
})

describe('a share link', () => {
  const secret = 'abcdefghijklmnopqrstuv_-'
  test.each([
    [shareUrl(issuer.origin, secret), secret],
    [`lssc.example/s/${secret}`, secret],
    [` ${issuer.origin}/s/${secret}/credential.jwt#x `, secret],
    [`${issuer.origin}/s/abc`, 'abc'],
    [`${issuer.origin}/s/`, ''],
    [`${issuer.origin}/c/${number}`, null],
    [`https://other.example/s/${secret}`, null],
    [`https://lssc.example@other.example/s/${secret}`, null],
    [`https://a@lssc.example/s/${secret}`, null],
    [`see ${issuer.origin}/s/${secret}`, null],
    [secret, null],
  ])('is read from what people paste: %s', (text, found) => {
    expect(readShareLink(text, issuer.origin)).toBe(found)
  })

  test('has a secret of 24 letters, and an id of a view is none', () => {
    expect([secret, secret.slice(1), id, `${secret}a`, `${secret.slice(1)}.`].map(isShareSecret)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
