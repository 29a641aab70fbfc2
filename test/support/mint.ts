// What the verifier's tests are made of: keys, tokens good and bad, lists, a constant Trust.
// WebCrypto only, so that the same makers work in Node, in workerd and in a browser.
import { toBase64url, utf8 } from '../../shared/bytes.ts'
import { asClaims, compose, type Identity } from '../../shared/compose.ts'
import { secondsOf, wholeSeconds } from '../../shared/dates.ts'
import { didOf, type Issuer } from '../../shared/issuer.ts'
import type { Json, JsonObject } from '../../shared/json.ts'
import { type KeySet, type KeyState, type Purpose, readKeySet } from '../../shared/key-set.ts'
import { makeNumber } from '../../shared/number.ts'
import type { AwardRecord } from '../../shared/record.ts'
import { pack, standingUrl } from '../../shared/status-list.ts'
import type { Trust } from '../../shared/verify.ts'

export const issuer: Issuer = {
  origin: 'https://lssc.example',
  name: 'Example Allied Professional Association',
  short: 'Example APA',
  url: 'https://apa.example/lssc',
  email: 'lssc@apa.example',
  phone: '+1 312 555 0100',
  demo: true,
}
export const did = didOf(issuer.origin)

/** When every test happens, unless it says otherwise. */
export const now = new Date('2026-11-22T12:00:00Z')

/** The instant so many seconds after `now`. */
export function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

/** What is signed exactly as it stands: text or bytes that `JSON.stringify` would never write. */
export type Raw = JsonObject | string | Uint8Array<ArrayBuffer>

export interface PublicJwk {
  kty: string
  crv: string
  x: string
  y: string
}

export interface Signer {
  kid: string
  alg: 'ES256' | 'ES384'
  privateKey: CryptoKey
  jwk: PublicJwk
}

/** A fresh key pair. */
export async function makeSigner(kid: string, alg: Signer['alg'] = 'ES256'): Promise<Signer> {
  const curve = { name: 'ECDSA', namedCurve: alg === 'ES256' ? 'P-256' : 'P-384' }
  const { privateKey, publicKey } = (await crypto.subtle.generateKey(curve, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const { kty, crv, x, y } = (await crypto.subtle.exportKey('jwk', publicKey)) as unknown as PublicJwk
  return { kid, alg, privateKey, jwk: { kty, crv, x, y } }
}

/** An entry of the published JWKS. */
export function published(
  { kid, jwk }: Signer,
  purpose: Purpose,
  state: KeyState,
  from: string,
  until?: string,
): JsonObject {
  return { ...jwk, alg: 'ES256', use: 'sig', kid, purpose, state, from, ...(until ? { until } : {}) }
}

/** The issuer's keys, an attacker's, and what it publishes. */
export interface Office {
  active: Signer
  retired: Signer
  compromised: Signer
  pending: Signer
  status: Signer
  receipt: Signer
  attacker: Signer
  p384: Signer
  jwks: { keys: JsonObject[] }
  keys: KeySet
}

export async function makeOffice(): Promise<Office> {
  const [active, retired, compromised, pending, status, receipt, attacker, p384] = await Promise.all([
    makeSigner(`${did}#credential-26`),
    makeSigner(`${did}#credential-20`),
    makeSigner(`${did}#credential-24`),
    makeSigner(`${did}#credential-27`),
    makeSigner(`${did}#status-26`),
    makeSigner(`${did}#receipt-26`),
    makeSigner('did:web:attacker.example#credential-26'),
    makeSigner(`${did}#credential-384`, 'ES384'),
  ])
  const jwks = {
    keys: [
      published(active, 'credential', 'active', '2026-01-01T00:00:00Z'),
      published(retired, 'credential', 'retired', '2020-01-01T00:00:00Z', '2025-12-31T23:59:59Z'),
      published(compromised, 'credential', 'compromised', '2024-01-01T00:00:00Z'),
      published(pending, 'credential', 'pending', '2027-01-01T00:00:00Z'),
      published(status, 'status', 'active', '2026-01-01T00:00:00Z'),
      published(receipt, 'receipt', 'active', '2026-01-01T00:00:00Z'),
    ],
  }
  const keys = readKeySet(jwks, did) as KeySet
  return { active, retired, compromised, pending, status, receipt, attacker, p384, jwks, keys }
}

function spelled(part: Raw): string {
  if (part instanceof Uint8Array) return toBase64url(part)
  return toBase64url(utf8(typeof part === 'string' ? part : JSON.stringify(part)))
}

/** Signs header and payload as they stand. Nothing is added, nothing is checked. */
export async function seal(header: Raw, payload: Raw, signer: Signer): Promise<string> {
  return sealText(`${spelled(header)}.${spelled(payload)}`, signer)
}

/** Signs text that stands for `header.payload`, however it is spelled. */
export async function sealText(signed: string, { alg, privateKey }: Signer): Promise<string> {
  const hash = alg === 'ES256' ? 'SHA-256' : 'SHA-384'
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash }, privateKey, utf8(signed))
  return `${signed}.${toBase64url(new Uint8Array(signature))}`
}

/** The three parts of a token with some of them exchanged. */
export function withParts(token: string, parts: { header?: Raw; payload?: Raw; signature?: string }): string {
  const [header, payload, signature] = token.split('.') as [string, string, string]
  return [
    parts.header === undefined ? header : spelled(parts.header),
    parts.payload === undefined ? payload : spelled(parts.payload),
    parts.signature ?? signature,
  ].join('.')
}

/** A copy of a document with one member exchanged; `undefined` takes it out. Path: `issuer.id`, `evidence.0.genre`. */
export function edit(document: JsonObject, path: string, value: Json | undefined): JsonObject {
  const copy = structuredClone(document)
  const names = path.split('.')
  const last = names.pop() as string
  const parent = names.reduce<JsonObject>((object, name) => object[name] as JsonObject, copy)
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

export const award: AwardRecord = {
  name: {
    display: 'María-José Ñandú',
    given: 'María-José',
    family: 'Ñandú',
    order: 'given-first',
    former: ['M. J. Old'],
  },
  email: 'maria@example.org',
  enrolledOn: '2022-02-01',
  certifiedOn: '2023-06-15',
  expiresOn: '2027-06-15',
  renewedOn: [],
  areas: (
    [
      'foundations-of-library-services',
      'communication-and-teamwork',
      'technology',
      'access-services',
      'cataloging-and-classification',
      'youth-services',
    ] as const
  ).map((set, i) => ({
    set,
    pathway: 'course',
    statements: '2012',
    reference: `PROV/C${i}`,
    provider: 'A Provider',
    title: `Course ${i}`,
    completedOn: '2023-03-01',
    contactHours: 12,
    contentUrl: 'https://provider.example/course',
    products: [{ title: 'A guide', url: `https://work.example/${i}` }],
  })),
}

export const list = `${issuer.origin}/status/7`
export const index = 5
export const number = makeNumber('7GRADVATE42')
export const identity: Identity = {
  issuer,
  number,
  holderId: 'urn:uuid:0b4bd7a1-4d2c-4a53-9d0c-3a1b8f6c2e11',
  salt: 'c2l4dGVlbiByYW5kb20gYg',
  status: { list, index },
  validFrom: '2023-06-15T12:00:00Z',
}

/** When credentials are signed, unless a test says otherwise: inside the active key's life. */
export const signedAt = new Date('2026-06-15T12:00:00Z')

/** The claims of a genuine credential. */
export async function makeClaims(
  record: Partial<AwardRecord> = {},
  as: Partial<Identity> = {},
  at = signedAt,
): Promise<JsonObject> {
  return asClaims(await compose({ ...award, ...record }, { ...identity, ...as }), at)
}

export function headerOf({ kid }: Signer, typ: string = 'JWT'): JsonObject {
  return { alg: 'ES256', kid, typ }
}

/** What two bits say, by name, as lists carry it. */
export const good = 0
export const suspended = 1
export const revoked = 2
export const superseded = 3

/** The claims of a genuine standing list, signed at `at`. */
export async function makeStanding(
  values: Iterable<[index: number, value: number]> = [],
  at: Date = now,
  url = list,
): Promise<JsonObject> {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: standingUrl(url),
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: did,
    validFrom: wholeSeconds(at),
    credentialSubject: {
      id: `${standingUrl(url)}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'good' },
        { status: '0x1', message: 'suspended' },
        { status: '0x2', message: 'revoked' },
        { status: '0x3', message: 'superseded' },
      ],
      encodedList: await pack(values, 2),
    },
    iss: did,
    iat: secondsOf(at),
  }
}

export async function sealStanding(claims: Raw, signer: Signer): Promise<string> {
  return seal(headerOf(signer, 'vc+jwt'), claims, signer)
}

export interface Constants {
  keys: KeySet
  standing: string | null
  now?: Date
  /** Absent: offline. */
  onFile?: boolean | null
}

/** A Trust that always says the same, and notes what it was asked. It knows one issuer. */
export function makeTrust(constants: Constants, asked: string[] = []): Trust {
  const { keys, standing, onFile } = constants
  return {
    now: () => constants.now ?? now,
    keys: async (issuer) => {
      asked.push(`keys ${issuer}`)
      return issuer === did ? keys : null
    },
    standing: async (url) => {
      asked.push(`standing ${url}`)
      return standing
    },
    ...(onFile === undefined
      ? {}
      : {
          onFile: async (number: string) => {
            asked.push(`on-file ${number}`)
            return onFile
          },
        }),
  }
}
