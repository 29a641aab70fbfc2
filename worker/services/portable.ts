/**
 * The forms in which a record leaves the house: the token as it was stored, and the same body as JSON with a proof.
 * Both say what was signed; whether it still holds, whoever verifies them asks.
 */
import { fromBase64url, fromUtf8 } from '../../shared/bytes.ts'
import { bodyDigest, bodyOf } from '../../shared/credential.ts'
import { has, type JsonObject } from '../../shared/json.ts'
import { open } from '../../shared/jws.ts'
import { isTestNumber } from '../../shared/number.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Current, tokenOf } from '../store/credentials.ts'
import { keepProof, proofOf } from '../store/proofs.ts'
import { lookUp, refuseUnseen } from './look-up.ts'

/**
 * The newest token of this number, whatever its standing.
 * @throws Problem `no-such-record` (as for one that is answered as if unknown), `private-record`, `erased-record`;
 * `database-unavailable` for the test number that is never answered
 */
export async function tokenForm(desk: Desk, number: string): Promise<string> {
  const [found] = await lookUp(desk, [number])
  refuseUnseen(found?.state)
  if (!found?.token)
    throw new Problem('database-unavailable', { detail: 'This test number is always answered so.' })
  return found.token
}

/**
 * The newest token, for its own holder: who may take a copy of a record that is private, too.
 * @throws Problem `erased-record`
 */
export async function ownToken(desk: Desk, { number, version, visibility }: Current): Promise<string> {
  const token = visibility === 'erased' ? null : await tokenOf(desk.db, number, version)
  if (!token) throw new Problem('erased-record')
  return token
}

/**
 * The JSON form of a token of ours: its body with an `eddsa-rdfc-2022` proof, made when it is first asked for.
 * @param token as `tokenForm` or `ownToken` gives it
 * @returns one text, always the same for one version
 * @throws Problem `no-such-form` for test numbers that have none; `erased-record`
 */
export async function proofForm(desk: Desk, number: string, token: string): Promise<string> {
  if (isTestNumber(number)) return testForm(desk, token)
  const body = bodyOf(payloadOf(token) ?? {})
  const digest = await bodyDigest(body)
  const known = await proofOf(desk.db, number, digest)
  if (known) return written(body, JSON.parse(known) as JsonObject)
  const proof = JSON.stringify(await desk.keys.prove(body, desk.now()))
  await keepProof(desk.db, { number, bodyDigest: digest, proof, at: desk.now().toISOString() })
  const kept = await proofOf(desk.db, number, digest)
  if (!kept) throw new Problem('erased-record')
  return written(body, JSON.parse(kept) as JsonObject)
}

/** Signed anew each time, as the tokens of test numbers are; only of those whose token is what it should be. */
async function testForm(desk: Desk, token: string): Promise<string> {
  const { published } = await desk.testKeys()
  const opened = await open(token, published.set, { purpose: 'credential', typ: 'JWT' })
  if (has(opened, 'refused'))
    throw new Problem('no-such-form', {
      detail: 'This test number shows what becomes of a token that cannot be trusted. It has a token only.',
    })
  const body = bodyOf(opened.payload)
  return written(body, await published.prove(body, desk.now()))
}

function payloadOf(token: string): JsonObject | null {
  const bytes = fromBase64url(token.split('.')[1] ?? '')
  const text = bytes && fromUtf8(bytes)
  return text ? (JSON.parse(text) as JsonObject) : null
}

/**
 * No brace stands inside a text: readers of baked pictures that are in use find the end of the JSON by counting
 * braces (VerifierPlus, Learner Credential Wallet).
 */
function written(body: JsonObject, proof: JsonObject): string {
  return JSON.stringify({ ...body, proof: [proof] }).replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replaceAll('{', '\\u007b').replaceAll('}', '\\u007d'),
  )
}
