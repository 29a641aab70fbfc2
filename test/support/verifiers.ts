// Programs that others wrote, asked about what we give out: they share no code with us, so that we cannot agree with
// ourselves alone. What they fetch they fetch from the service under test; nothing leaves this machine.
import { readFileSync } from 'node:fs'
import { AchievementCredentialValidator } from '@learncard/types'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { verifyCredential as verifyJwt } from 'did-jwt-vc'
import readQr from 'jsqr'
import { PNG } from 'pngjs'

const schemaText = readFileSync(new URL('../fixtures/ob-3.0.schema.json', import.meta.url), 'utf8')

/** Resolves did:web over http, where it says https, and knows the schema's address. */
const really = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.host === 'purl.imsglobal.org') return new Response(schemaText)
  if (url.hostname !== '127.0.0.1') throw new Error(`Nobody should ask ${url}`)
  url.protocol = 'http:'
  return really(input instanceof Request ? new Request(url, input) : url, init)
}
// It keeps the `fetch` that it finds when it is loaded.
const { verifyCredential: verifyJson } = await import('@digitalcredentials/verifier-core')

export interface DccAnswer {
  /** What it found of each of its steps; empty where it gave up before. */
  steps: Record<string, boolean>
  /** The names of its errors. */
  errors: string[]
  schema: boolean | undefined
}

/** DCC's verifier-core, the engine of VerifierPlus and of the Learner Credential Wallet. */
export async function askDcc(credential: object): Promise<DccAnswer> {
  const answer = (await verifyJson({ credential: credential as never, knownDIDRegistries: [] })) as {
    log?: { id: string; valid?: boolean; error?: { name: string } }[]
    errors?: { name: string }[]
    additionalInformation?: { id: string; results?: { result: { valid: boolean } }[] }[]
  }
  const schemas = answer.additionalInformation?.find(({ id }) => id === 'schema_check')?.results
  return {
    steps: Object.fromEntries((answer.log ?? []).map(({ id, valid }) => [id, valid === true])),
    errors: [...(answer.errors ?? []), ...(answer.log ?? []).flatMap(({ error }) => error ?? [])].map(
      ({ name }) => name,
    ),
    schema: schemas?.every(({ result }) => result.valid),
  }
}

/**
 * did-jwt-vc, as Veramo uses it: the key of the issuer's DID document, whatever the header says.
 * @returns what was signed
 * @throws when it does not verify; that a credential has ended is no matter of its signature
 */
export async function askDidJwt(jwt: string, origin: string): Promise<Record<string, unknown>> {
  const didDocument = await (await really(`${origin}/.well-known/did.json`)).json()
  const resolver = {
    resolve: async () => ({ didDocument, didDocumentMetadata: {}, didResolutionMetadata: {} }),
  }
  const policies = { format: false, expirationDate: false }
  return (await verifyJwt(jwt, resolver as never, { policies })).payload
}

const ajv = new Ajv2019({ allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(JSON.parse(schemaText))

/** Everything that the schema of Open Badges 3.0 (by ajv) and LearnCard's own reading of it object to. */
export function objections(credential: object): string[] {
  // LearnCard's list of statuses is from before `Provisional`.
  const known = JSON.parse(JSON.stringify(credential).replaceAll('"Provisional"', '"InProgress"'))
  const learnCard = AchievementCredentialValidator.safeParse(known)
  validate(credential)
  return [
    ...(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
    ...(learnCard.error?.issues ?? []).map(({ path, message }) => `LearnCard: ${path.join('.')} ${message}`),
  ]
}

/** What a camera would read in a PNG. */
export function qrIn(png: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(png))
  return readQr(new Uint8ClampedArray(data), width, height)?.data
}

/** Its size, by a reader that decodes every pixel and compares every checksum. */
export function sizeOf(png: Uint8Array): { width: number; height: number } {
  const { width, height } = PNG.sync.read(Buffer.from(png), { checkCRC: true })
  return { width, height }
}

/** As VerifierPlus and the Learner Credential Wallet read a baked picture: they look for the word, and count braces. */
export function bakedJson(png: Uint8Array): string {
  const text = Buffer.from(png).toString('utf8')
  const begin = text.indexOf('{', text.indexOf('openbadgecredential'))
  let open = 0
  for (let at = begin; at < text.length; at++) {
    if (text[at] === '{') open += 1
    if (text[at] === '}') open -= 1
    if (open === 0) return text.slice(begin, at + 1)
  }
  return ''
}
