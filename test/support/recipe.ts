// How the verifier's cases are written down: what goes in, and what must be said of it.

import type { Json, JsonObject } from '../../shared/json.ts'
import type { Reason, State } from '../../shared/verdict.ts'
import { type Trust, verify } from '../../shared/verify.ts'
import { type Case, confined, once } from './corpus.ts'
import { encoded } from './forge.ts'
import {
  type Constants,
  did,
  edit,
  headerOf,
  list,
  makeClaims,
  makeOffice,
  makeStanding,
  makeTrust,
  number,
  type Office,
  type Raw,
  seal,
  sealStanding,
} from './mint.ts'

/** What the recipes begin with. */
export interface Made extends Office {
  claims: JsonObject
  token: string
  standing: JsonObject
  sealed: string
  /** Signs claims with the active key. */
  sign(claims: Raw): Promise<string>
  /** Signs genuine claims under another header, with the active key. */
  under(header: Raw): Promise<string>
  /** Signs a list with the status key. */
  signList(claims: Raw): Promise<string>
}

export const made = once(async (): Promise<Made> => {
  const office = await makeOffice()
  const claims = await makeClaims()
  const standing = await makeStanding()
  const sign = (payload: Raw) => seal(headerOf(office.active), payload, office.active)
  const signList = (payload: Raw) => sealStanding(payload, office.status)
  return {
    ...office,
    claims,
    standing,
    sign,
    signList,
    under: (header) => seal(header, claims, office.active),
    token: await sign(claims),
    sealed: await signList(standing),
  }
})

export interface Outcome {
  state: State
  checks: string[]
  /** The number of the credential that is shown; null: none is. */
  shown: string | null
  /** What Trust was asked, in order: nothing that a token names beyond this. */
  asked: string[]
}

export const KEYS = `keys ${did}`
export const STANDING = `standing ${list}`
export const AT_THE_DOOR: Reason[] = ['not-a-token', 'too-large', 'header', 'algorithm', 'type']

/** Not a token, or not one of ours. */
export function malformed(reason: Reason): Outcome {
  const asked = AT_THE_DOOR.includes(reason) ? [] : [KEYS]
  return { state: 'malformed', checks: [`readable failed: ${reason}`], shown: null, asked }
}

export function unknownKey(reason: Reason, asked = [KEYS]): Outcome {
  const state = reason === 'key-compromised' ? 'key-compromised' : 'unknown-key'
  return { state, checks: ['readable passed', `key failed: ${reason}`], shown: null, asked }
}

export const badSignature: Outcome = {
  state: 'bad-signature',
  checks: ['readable passed', 'unchanged failed: signature'],
  shown: null,
  asked: [KEYS],
}

export interface Findings {
  onFile?: string
  standing?: string[]
  dates?: string
  asked?: string[]
}

export const GOOD = ['not-withdrawn passed', 'not-on-hold passed', 'not-replaced passed']

/** A token that opened, and what was then found. */
export function opened(
  state: State,
  { onFile, standing = GOOD, dates = 'passed', asked }: Findings = {},
): Outcome {
  return {
    state,
    checks: [
      'readable passed',
      'unchanged passed',
      'key passed',
      ...(onFile ? [`on-file ${onFile}`] : []),
      ...standing,
      `within-dates ${dates}`,
    ],
    shown: state === 'not-on-file' ? null : number,
    asked: asked ?? [KEYS, ...(onFile ? [`on-file ${number}`] : []), STANDING],
  }
}

export const valid = opened('valid')

export function notChecked(reason: Reason): string[] {
  return ['not-withdrawn', 'not-on-hold', 'not-replaced'].map((check) => `${check} not-checked: ${reason}`)
}

export const AGED = { standing: notChecked('list-aged') }
export const REVOKED = { standing: ['not-withdrawn failed: revoked'] }
export const SUSPENDED = { standing: ['not-on-hold failed: suspended'] }
export const SUPERSEDED = { standing: ['not-replaced failed: superseded'] }

export function unavailable(reason: Reason): Outcome {
  return opened('status-unavailable', { standing: notChecked(reason) })
}

export type Making<T> = (made: Made) => T | Promise<T>

export const ours = (made: Made): Constants => ({ keys: made.keys, standing: made.sealed })

export function recipe(
  id: string,
  says: string,
  token: Making<string>,
  expected: Outcome,
  constants: Making<Partial<Constants>> = () => ({}),
  other: Making<Partial<Trust>> = () => ({}),
): Case {
  const happens = async (): Promise<Json> => {
    const ingredients = await made()
    const input = await token(ingredients)
    const asked: string[] = []
    const trust = makeTrust({ ...ours(ingredients), ...(await constants(ingredients)) }, asked)
    const whole = { ...trust, ...(await other(ingredients)) }
    const verdict = await confined(() => verify(input, whole, 'server'))
    return {
      state: verdict.state,
      checks: verdict.checks.map((one) =>
        one.result === 'passed' ? `${one.check} passed` : `${one.check} ${one.result}: ${one.reason}`,
      ),
      shown: verdict.credential?.number ?? null,
      asked,
    }
  }
  return { id, says, expected: expected as unknown as Json, happens }
}

/** Genuine claims with one member exchanged, signed by the active key. */
export function claim(
  id: string,
  says: string,
  path: string,
  value: Json | undefined,
  expected: Outcome,
): Case {
  return recipe(id, says, ({ claims, sign }) => sign(edit(claims, path, value)), expected)
}

/** Genuine claims with one member exchanged: no credential of ours. */
export function notOurs(id: string, says: string, path: string, value: Json | undefined): Case {
  return claim(id, says, path, value, malformed('not-a-credential'))
}

/** Genuine claims under another header, signed by the active key. */
export function header(id: string, says: string, changes: (made: Made) => Raw, expected: Outcome): Case {
  return recipe(id, says, (made) => made.under(changes(made)), expected)
}

/** A genuine token and another standing list. */
export function standing(id: string, says: string, sealed: Making<string | null>, expected: Outcome): Case {
  return recipe(
    id,
    says,
    ({ token }) => token,
    expected,
    async (made) => ({ standing: await sealed(made) }),
  )
}

/** A genuine token and a genuine list with one member exchanged, signed by the status key. */
export function listClaim(
  id: string,
  says: string,
  path: string,
  value: Json | undefined,
  expected: Outcome,
): Case {
  return standing(id, says, ({ standing, signList }) => signList(edit(standing, path, value)), expected)
}

/** A genuine token and a genuine list that carries other compressed bytes. */
export function listBytes(id: string, says: string, bytes: Making<Uint8Array>, expected: Outcome): Case {
  return standing(
    id,
    says,
    async (made) =>
      made.signList(edit(made.standing, 'credentialSubject.encodedList', encoded(await bytes(made)))),
    expected,
  )
}
