// Ways to change a token, each drawn at random. None of them makes another credential: what is changed is either no
// longer sealed, or no credential whoever seals it.
import type { JsonObject } from '../../shared/json.ts'
import { edit, headerOf, type Office, type Signer, seal, sealText, withParts } from './mint.ts'
import type { Random } from './random.ts'

export type Mutation = (token: string, random: Random, office: Office) => string | Promise<string>

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const STRANGERS = [
  ' ',
  '\n',
  '\t',
  '\r',
  '=',
  '+',
  '/',
  '.',
  '%',
  '\u0000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  'é',
  'Ａ',
  '"',
]

function splice(text: string, at: number, remove: number, insert = ''): string {
  return text.slice(0, at) + insert + text.slice(at + remove)
}

/** Decodes a part, changes it, and spells it again. */
function rewritten(token: string, part: 0 | 1, change: (text: string) => string): string {
  const name = part === 0 ? 'header' : 'payload'
  return withParts(token, { [name]: change(textOf(token.split('.')[part] as string)) })
}

export function textOf(part: string): string {
  const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

async function sealedAgain(token: string, signer: Signer): Promise<string> {
  return sealText(token.slice(0, token.lastIndexOf('.')), signer)
}

const HEADERS: ((header: JsonObject, random: Random, office: Office) => string)[] = [
  (header) => JSON.stringify({ ...header, alg: 'none' }),
  (header) => JSON.stringify({ ...header, alg: 'HS256' }),
  (header) => JSON.stringify({ ...header, alg: 'ES384' }),
  (header) => JSON.stringify({ ...header, alg: ['ES256'] }),
  (header) => JSON.stringify({ ...header, typ: 'vc+jwt' }),
  (header) => JSON.stringify({ ...header, typ: 'jwt' }),
  (header) => JSON.stringify({ alg: header.alg, kid: header.kid }),
  (header) => JSON.stringify({ alg: header.alg, typ: header.typ }),
  (header, _, { attacker }) => JSON.stringify({ ...header, jwk: { ...attacker.jwk } }),
  (header) => JSON.stringify({ ...header, jku: 'https://attacker.example/jwks.json' }),
  (header) => JSON.stringify({ ...header, crit: ['exp'], exp: 1 }),
  (header) => JSON.stringify({ ...header, b64: true, crit: ['b64'] }),
  (header) => JSON.stringify({ ...header, cty: 'vc' }),
  (header, random, { jwks }) => JSON.stringify({ ...header, kid: random.one(jwks.keys).kid as string }),
  (header, _, { attacker }) => JSON.stringify({ ...header, kid: attacker.kid }),
  (header) => JSON.stringify({ ...header, kid: (header.kid as string).toUpperCase() }),
  (header) => `{"alg":"none",${JSON.stringify(header).slice(1)}`,
  (header) => JSON.stringify(header, null, 1),
  (header) => ` ${JSON.stringify(header)}`,
  (header) => JSON.stringify({ typ: header.typ, alg: header.alg, kid: header.kid } as JsonObject),
  (header) => JSON.stringify([header]),
]

/** None of them is a credential, whoever signs it. */
const PAYLOADS: ((payload: JsonObject) => string)[] = [
  (payload) => JSON.stringify(payload, null, 1),
  (payload) => `${JSON.stringify(payload)}\n`,
  (payload) => `\ufeff${JSON.stringify(payload)}`,
  (payload) => `{"name":"Doctor",${JSON.stringify(payload).slice(1)}`,
  (payload) => `{"__proto__":{"admin":true},${JSON.stringify(payload).slice(1)}`,
  (payload) => JSON.stringify({ ...payload, vc: payload }),
  (payload) => JSON.stringify(edit(payload, 'exp', 4_000_000_000)),
  (payload) => JSON.stringify(edit(payload, 'validUntil', '2099-01-01T10:59:59Z')),
  (payload) => JSON.stringify(edit(payload, 'iss', 'did:web:attacker.example')),
  (payload) => JSON.stringify(edit(payload, 'credentialStatus', undefined)),
  (payload) => JSON.stringify(edit(payload, 'iat', 1)),
  (payload) => JSON.stringify(payload).replace(/"exp":\d+/, '"exp":1e400'),
  (payload) => JSON.stringify([payload]),
]

const edited: Mutation = (token, random, office) =>
  random.below(2) === 0
    ? rewritten(token, 0, (text) => random.one(HEADERS)(JSON.parse(text), random, office))
    : rewritten(token, 1, (text) => random.one(PAYLOADS)(JSON.parse(text)))

export const MUTATIONS: Record<string, Mutation> = {
  'a character changed': (token, random) =>
    splice(token, random.below(token.length), 1, random.one([...ALPHABET])),
  'a character of the signature changed': (token, random) =>
    splice(token, token.length - 1 - random.below(86), 1, random.one([...ALPHABET])),
  'the last character changed': (token, random) => token.slice(0, -1) + random.one([...ALPHABET]),
  'a stranger put in': (token, random) =>
    splice(token, random.below(token.length + 1), 0, random.one(STRANGERS)),
  'a stranger put into the signature': (token, random) =>
    splice(token, token.length - random.below(87), 0, random.one(STRANGERS)),
  'a stranger instead of a character': (token, random) =>
    splice(token, random.below(token.length), 1, random.one(STRANGERS)),
  'some characters taken out': (token, random) =>
    splice(token, random.below(token.length), 1 + random.below(8)),
  'a piece repeated': (token, random) => {
    const at = random.below(token.length)
    return splice(token, at, 0, token.slice(at, at + 1 + random.below(40)))
  },
  'two characters swapped': (token, random) => {
    const at = random.below(token.length - 1)
    return splice(token, at, 2, `${token[at + 1]}${token[at]}`)
  },
  'another case': (token, random) => {
    const at = random.below(token.length)
    const letter = token[at] as string
    return splice(token, at, 1, letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())
  },
  'segments in another order': (token, random) =>
    token
      .split('.')
      .map((segment) => ({ segment, order: random.below(1000) }))
      .sort((a, b) => a.order - b.order)
      .map(({ segment }) => segment)
      .join('.'),
  'a segment more or less': (token, random) => {
    const segments = token.split('.')
    if (random.below(2) === 0) segments.splice(random.below(3), 1)
    else segments.splice(random.below(4), 0, random.one(segments))
    return segments.join('.')
  },
  padded: (token, random) => {
    const segments = token.split('.')
    const at = random.below(3)
    segments[at] += '='.repeat(1 + random.below(3))
    return segments.join('.')
  },
  'the other alphabet': (token) => token.replaceAll('-', '+').replaceAll('_', '/'),
  'something in front or behind': (token, random) =>
    random.below(2) === 0 ? random.one(STRANGERS) + token : token + random.one(STRANGERS),
  'the signature of another': async (token, random, { active }) => {
    const other = await seal(headerOf(active), { n: random.below(1000) }, active)
    return withParts(token, { signature: other.slice(-86) })
  },
  'a random signature': (token, random) =>
    withParts(token, { signature: Array.from({ length: 86 }, () => random.one([...ALPHABET])).join('') }),
  edited,
  'edited, and sealed by the attacker': async (token, random, office) =>
    sealedAgain(await edited(token, random, office), office.attacker),
  'edited, and sealed by the issuer': async (token, random, office) =>
    sealedAgain(await edited(token, random, office), office.active),
  'sealed with another key of the issuer': async (token, random, office) =>
    sealedAgain(token, random.one([office.retired, office.status, office.receipt, office.compromised])),
  'another kid, sealed with its key': async (token, random, office) => {
    const signer = random.one([
      office.retired,
      office.status,
      office.receipt,
      office.compromised,
      office.attacker,
    ])
    return sealedAgain(withParts(token, { header: headerOf(signer) }), signer)
  },
}
