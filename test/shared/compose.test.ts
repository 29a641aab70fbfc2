import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asClaims, compose, emailHash, firstValidFrom } from '../../shared/compose.ts'
import { bodyDigest, type Credential, readCredential } from '../../shared/credential.ts'
import { addDays, type Day, endOf, secondsOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { open } from '../../shared/jws.ts'
import { makeNumber } from '../../shared/number.ts'
import { type SetId, sets } from '../../shared/programme.ts'
import type { AwardRecord, EarnedArea, HolderName } from '../../shared/record.ts'
import { verify } from '../../shared/verify.ts'
import { once } from '../support/corpus.ts'
import {
  award,
  did,
  edit,
  headerOf,
  identity,
  issuer,
  makeClaims,
  makeOffice,
  makeStanding,
  makeTrust,
  number,
  seal,
  sealStanding,
  signedAt,
} from '../support/mint.ts'

const office = once(makeOffice)

// --- any award there can be ---

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })
/** `;` ends a detail: it is written as `,`. */
const detail = text.map((value) => value.replaceAll(';', ','))
const link = fc.webUrl({ validSchemes: ['https'] }).filter((url) => !url.includes(';'))
const day = fc
  .date({ min: new Date('2009-01-01T00:00:00Z'), max: new Date('2026-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date): Day => date.toISOString().slice(0, 10))

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` asks. */
function some<T>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T
}
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const name = fc
  .record({
    display: text,
    given: maybe(text),
    family: maybe(text),
    native: maybe(text),
    former: maybe(fc.array(text, { minLength: 1, maxLength: 3 })),
    order: fc.constantFrom('given-first', 'family-first', 'mononym', 'patronymic'),
  })
  .map(some<HolderName>)

const areaOf = (set: SetId) =>
  fc
    .record({
      set: fc.constant(set),
      pathway: fc.constantFrom('course', 'portfolio', 'recognition'),
      statements: fc.constantFrom('2009', '2012'),
      reference: detail,
      provider: text,
      title: text,
      completedOn: day,
      contactHours: maybe(fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4)),
      delivery: maybe(detail),
      instructor: maybe(detail),
      contentUrl: maybe(link),
      products: maybe(fc.array(fc.record({ title: text, url: link }), { minLength: 1, maxLength: 2 })),
    })
    .map(some<EarnedArea>)

const areas = fc
  .shuffledSubarray(Object.keys(sets) as SetId[], { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(areaOf)))

const record = fc
  .record({
    name,
    email: maybe(fc.emailAddress()),
    region: maybe(text),
    country: maybe(fc.constant('US')),
    enrolledOn: maybe(day),
    certifiedOn: day,
    expiresOn: day.map((date) => addDays(date, 366 * 20)),
    renewedOn: fc.array(day, { maxLength: 4 }),
    provisionalUntil: maybe(day),
    areas,
  })
  .map(some<AwardRecord>)

describe('what is composed, signed and opened', () => {
  test('reads as what was composed, whatever it says', async () => {
    const { active, keys } = await office()
    await fc.assert(
      fc.asyncProperty(record, fc.uint8Array({ minLength: 11, maxLength: 11 }), async (given, bytes) => {
        const fresh = makeNumber(bytes)
        const body = await compose(given, { ...identity, number: fresh, validFrom: '2024-06-15T12:00:00Z' })
        const token = await seal(headerOf(active), asClaims(body, signedAt), active)
        const opened = await open(token, keys, { purpose: 'credential', typ: 'JWT' })
        if ('refused' in opened) throw new Error(opened.refused)
        const { email, region: _, country: __, provisionalUntil, certifiedOn, name, ...rest } = given
        const expected: Credential = {
          ...rest,
          number: fresh,
          url: recordUrl(issuer.origin, fresh),
          issuer: { id: did, name: issuer.name, url: issuer.url, email: issuer.email, phone: issuer.phone },
          holder: {
            id: identity.holderId,
            ...name,
            ...(email ? { email: { hash: await emailHash(email, identity.salt), salt: identity.salt } } : {}),
          },
          awardedOn: certifiedOn,
          validFrom: '2024-06-15T12:00:00Z',
          validUntil: endOf(given.expiresOn),
          signedAt: secondsOf(signedAt),
          ...(provisionalUntil ? { provisional: { until: provisionalUntil } } : {}),
          status: identity.status,
        }
        expect(readCredential(opened.payload)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u202eelpmaxe',
    '__proto__',
    'constructor',
    '{{number}}',
    "Robert'); DROP TABLE version;--",
    'Ana\u0000Ana',
    'Null',
    '\u{e0041}\u{e007f}',
    'Nguyễn Thị Ánh',
    'שָׁלוֹם',
    'a: b; completed: 1999-01-01',
    '📚'.repeat(40),
  ])('carries the name %j and nothing more', async (display) => {
    const read = readCredential(await makeClaims({ name: { display, order: 'mononym' } }))
    expect(read?.holder.display).toBe(display)
    expect(read?.areas).toEqual(award.areas)
    expect('admin' in {}).toBe(false)
  })

  test('a detail cannot pose as another detail', async () => {
    const [first, ...others] = award.areas as [EarnedArea, ...EarnedArea[]]
    const reference = 'X; completed: 1999-01-01; contact hours: 999'
    const read = readCredential(await makeClaims({ areas: [{ ...first, reference }, ...others] }))
    expect(read?.areas[0]).toEqual({ ...first, reference: reference.replaceAll(';', ',') })
  })

  test.each([
    ['no display name', { name: { ...award.name, display: '' } }],
    ['no area', { areas: [] }],
    ['no title', { areas: [{ ...award.areas[0]!, title: '' }] }],
    ['no reference', { areas: [{ ...award.areas[0]!, reference: '' }] }],
    ['a link that is none', { areas: [{ ...award.areas[0]!, contentUrl: 'javascript:alert(1)' }] }],
    ['a product that is no link', { areas: [{ ...award.areas[0]!, products: [{ title: 'x', url: 'x' }] }] }],
    ['hours that are no number', { areas: [{ ...award.areas[0]!, contactHours: Number.NaN }] }],
    ['negative hours', { areas: [{ ...award.areas[0]!, contactHours: -1 }] }],
    ['a last day before the first', { expiresOn: '2020-01-01' }],
    ['a day that does not exist', { provisionalUntil: '2026-02-30' }],
  ] as [string, Partial<AwardRecord>][])(
    '%s: what is composed does not read, and is never signed',
    async (_, changes) => {
      expect(readCredential(await makeClaims(changes))).toBeNull()
    },
  )
})

describe('the body', () => {
  test('has no null, no empty array, no empty text (Open Badges 3.0, Appendix A)', async () => {
    const empty: string[] = []
    const walk = (value: Json | undefined, path: string): void => {
      if (value === null || value === undefined || value === '') empty.push(path)
      else if (typeof value === 'object') {
        const members = Object.entries(value)
        if (members.length === 0) empty.push(path)
        for (const [name, member] of members) walk(member, `${path}.${name}`)
      }
    }
    walk(await makeClaims(), '')
    walk(
      await makeClaims({
        name: { display: 'Ana', order: 'mononym' },
        renewedOn: [],
        provisionalUntil: '2027-01-01',
      }),
      '',
    )
    expect(empty).toEqual([])
  })

  test('every result has its description in the same achievement, every identity exactly its members', async () => {
    const subject = (await makeClaims({ provisionalUntil: '2027-01-01' })).credentialSubject as JsonObject
    const achievement = subject.achievement as JsonObject
    const described = (achievement.resultDescription as JsonObject[]).map(({ id }) => id)
    expect((subject.result as JsonObject[]).map(({ resultDescription }) => resultDescription)).toEqual(
      described,
    )
    for (const identifier of subject.identifier as JsonObject[]) {
      const members = identifier.hashed
        ? ['hashed', 'identityHash', 'identityType', 'salt', 'type']
        : ['hashed', 'identityHash', 'identityType', 'type']
      expect(Object.keys(identifier).sort()).toEqual(members)
    }
    expect(JSON.stringify(subject)).not.toContain(award.email)
  })

  test('begins at noon of the day of the award, or now when that is still to come', () => {
    expect(firstValidFrom(award, new Date('2026-01-01T00:00:00Z'))).toBe('2023-06-15T12:00:00Z')
    expect(firstValidFrom(award, new Date('2023-06-15T08:30:00.900Z'))).toBe('2023-06-15T08:30:00Z')
  })
})

describe('the hash of an address', () => {
  test('is the specification’s', async () => {
    const expected = 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399'
    expect(await emailHash('a@example.com', 'Kosher')).toBe(expected)
    expect(await emailHash('  A@Example.COM\n', 'Kosher')).toBe(expected)
    expect(await emailHash('a@example.com', 'kosher')).not.toBe(expected)
  })
})

describe('the digest of a body', () => {
  test('is the same whenever and however it was signed, and whatever the order of its members', async () => {
    const claims = await makeClaims()
    const body = await compose(award, identity)
    const digest = await bodyDigest(claims)
    expect(digest).toMatch(/^[\w-]{43}$/)
    expect(await bodyDigest(body)).toBe(digest)
    expect(await bodyDigest(asClaims(body, new Date(0)))).toBe(digest)
    expect(await bodyDigest({ ...body, proof: [{ type: 'DataIntegrityProof' }] })).toBe(digest)
    expect(await bodyDigest(Object.fromEntries(Object.entries(body).toReversed()))).toBe(digest)
  })

  test('changes with anything that the body says', async () => {
    const claims = await makeClaims()
    const digest = await bodyDigest(claims)
    for (const path of [
      'name',
      'validFrom',
      'credentialSubject.identifier.0.identityHash',
      'evidence.3.narrative',
      'credentialStatus.id',
    ]) {
      expect(await bodyDigest(edit(claims, path, 'x'))).not.toBe(digest)
    }
  })

  test('and the number are what the register is asked about', async () => {
    const { active, status, keys } = await office()
    const claims = await makeClaims()
    const asked: unknown[] = []
    const trust = makeTrust({ keys, standing: await sealStanding(await makeStanding(), status) })
    const verdict = await verify(
      await seal(headerOf(active), claims, active),
      {
        ...trust,
        onFile: async (about, signed) => {
          asked.push([about, await bodyDigest(signed)])
          return true
        },
      },
      'server',
    )
    expect(asked).toEqual([[number, await bodyDigest(claims)]])
    expect(verdict.state).toBe('valid')
  })
})

test('a verdict says when, by whom, and how old the list was', async () => {
  const { active, status, keys } = await office()
  const trust = makeTrust({
    keys,
    standing: await sealStanding(await makeStanding([], new Date('2026-11-22T11:50:00Z')), status),
  })
  const verdict = await verify(await seal(headerOf(active), await makeClaims(), active), trust, 'browser')
  expect(verdict).toMatchObject({
    state: 'valid',
    checkedAt: '2026-11-22T12:00:00.000Z',
    statusAsOf: '2026-11-22T11:50:00.000Z',
    by: 'browser',
    credential: { number, awardedOn: award.certifiedOn, expiresOn: award.expiresOn },
  })
})
