// jose is the oracle: whatever we open, it opens to the same payload; whatever it opens and we refuse must be one of
// the rules by which we are stricter. And nothing but what the issuer signed is ever valid.
import { type CompactVerifyGetKey, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../shared/json.ts'
import { open } from '../../shared/jws.ts'
import type { Reason } from '../../shared/verdict.ts'
import { verify } from '../../shared/verify.ts'
import {
  award,
  headerOf,
  makeClaims,
  makeOffice,
  makeStanding,
  makeTrust,
  number,
  type Office,
  seal,
  sealStanding,
} from '../support/mint.ts'
import { MUTATIONS, type Mutation, textOf } from '../support/mutations.ts'
import { makeRandom } from '../support/random.ts'

/** A failure names the round and the mutation; the same seed makes it again. */
const SEED = 20_261_122
const ROUNDS = navigator.userAgent.startsWith('Node') ? 20_000 : 3_000

/** What only a token that opened can be refused for. */
const SEEN_ONCE_OPEN: Reason[] = ['not-a-credential', 'issuer-disagrees']

const isCanonical = (part: string): boolean => {
  try {
    const text = textOf(part)
    return JSON.stringify(JSON.parse(text)) === text && !text.startsWith('[') && spelledOnce(part)
  } catch {
    return false
  }
}

function spelledOnce(part: string): boolean {
  if (!/^[\w-]*$/.test(part)) return false
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === part
}

/** The rules by which we are stricter than jose: for each reason, is it true of this token? */
function isStricter(reason: Reason, token: string, { jwks }: Office): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const members = () => JSON.parse(textOf(header)) as JsonObject
  const published = () => jwks.keys.find(({ kid }) => kid === members().kid)
  switch (reason) {
    case 'not-a-token': // white space, padding, or the other alphabet
      return /[^\w.-]/.test(token)
    case 'header':
      return !isCanonical(header) || Object.keys(members()).sort().join() !== 'alg,kid,typ'
    case 'type':
      return members().typ !== 'JWT'
    case 'key-purpose':
      return published()?.purpose !== 'credential'
    case 'key-compromised':
      return published()?.state === 'compromised'
    case 'key-not-in-use': {
      const { iat } = JSON.parse(textOf(payload)) as { iat: number }
      const { from, until } = published() as { from: string; until?: string }
      return iat < Date.parse(from) / 1000 || (until !== undefined && iat > Date.parse(until) / 1000)
    }
    case 'not-canonical':
      return !isCanonical(payload)
    case 'signature':
      return !spelledOnce(signature)
    default:
      return false
  }
}

/** The payload's text as jose sees it; null when it refuses. */
async function byJose(token: string, keys: CompactVerifyGetKey): Promise<string | null> {
  try {
    const { payload } = await compactVerify(token, keys, { algorithms: ['ES256'] })
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload)
  } catch {
    return null
  }
}

test(`${ROUNDS} mutations: we open nothing that jose does not, refuse more, and nothing wrong is valid`, {
  timeout: 60_000,
}, async () => {
  const office = await makeOffice()
  const genuine = [
    await makeClaims(),
    await makeClaims({ name: { ...award.name, display: 'Somebody Else' } }),
    await makeClaims({ areas: award.areas.slice(0, 3) }),
  ]
  const texts = new Set(genuine.map((claims) => JSON.stringify(claims)))
  const tokens = await Promise.all(
    genuine.map((claims) => seal(headerOf(office.active), claims, office.active)),
  )
  const trust = makeTrust({
    keys: office.keys,
    standing: await sealStanding(await makeStanding(), office.status),
  })
  const jwks = createLocalJWKSet(office.jwks as unknown as JSONWebKeySet)

  const random = makeRandom(SEED)
  const kinds = Object.entries(MUTATIONS)
  const wrong: string[] = []
  const seen = { opened: 0, valid: 0, stricter: new Set<Reason>() }

  const round = async (i: number, kind: string, mutate: Mutation) => {
    const token = await mutate(random.one(tokens), random, office)
    const complain = (what: string) => wrong.push(`round ${i}, ${kind}: ${what}`)
    const [theirs, verdict] = await Promise.all([byJose(token, jwks), verify(token, trust, 'server')])
    const refusal = verdict.checks.find((check) => check.result === 'failed')
    const reason =
      refusal?.result === 'failed' && !SEEN_ONCE_OPEN.includes(refusal.reason) ? refusal.reason : null
    if (reason !== null) {
      if (verdict.credential) complain('refused, but shown')
      if (theirs === null) return
      if (!isStricter(reason, token, office)) complain(`jose opens it, we say ${reason}`)
      seen.stricter.add(reason)
      return
    }
    seen.opened++
    const ours = await open(token, office.keys, { purpose: 'credential', typ: 'JWT' })
    if ('refused' in ours || theirs !== JSON.stringify(ours.payload)) complain('jose reads something else')
    if (verdict.state !== 'valid') return
    seen.valid++
    if (theirs === null || !texts.has(theirs) || verdict.credential?.number !== number) complain('valid')
  }

  // A few at a time; the mutations are drawn in order, so that the seed alone repeats them.
  for (let i = 0; i < ROUNDS; i += kinds.length)
    await Promise.all(kinds.map(([kind, mutate]) => round(i, kind, mutate)))

  expect(wrong).toEqual([])
  // The comparison means something only when each side opened and each rule was met.
  expect(seen.opened).toBeGreaterThan(ROUNDS / 100)
  expect(seen.valid).toBeGreaterThan(0)
  expect([...seen.stricter].sort()).toEqual([
    'header',
    'key-compromised',
    'key-not-in-use',
    'key-purpose',
    'not-a-token',
    'not-canonical',
    'signature',
    'type',
  ])
})
