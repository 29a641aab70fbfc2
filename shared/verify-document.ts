/**
 * Checks a record in its JSON form. The proof in it is for programs that know JSON-LD; we know better: whether this
 * body, with this proof, is one that the issuer has on file. Nothing is valid by its proof alone.
 */
import { asClaims } from './compose.ts'
import { bodyOf, readCredential } from './credential.ts'
import { isInstant } from './dates.ts'
import { isObject, type JsonObject } from './json.ts'
import type { Refusal } from './jws.ts'
import type { Verdict } from './verdict.ts'
import { judge, refusedChecks, type Trust, verdictOf } from './verify.ts'

/** What the issuer itself can answer, and nobody else. */
export interface Register extends Trust {
  /**
   * Is this the JSON form of a version that was issued under this number, proof and all?
   * @throws where it cannot be asked: without it there is nothing to say
   */
  isForm(number: string, body: JsonObject, proof: JsonObject): Promise<boolean>
}

/**
 * @param document with `issuer`, `id` and one proof (`copies.ts`)
 * @throws what the register throws
 */
export async function verifyDocument(
  document: JsonObject,
  register: Register,
  by: Verdict['by'],
): Promise<Verdict> {
  const [proof] = document.proof as JsonObject[]
  const issuer = String((document.issuer as JsonObject).id)
  const refused = (refusal: Refusal) => verdictOf(refusedChecks(refusal), register.now(), by, issuer)

  const keys = await register.keys(issuer, '')
  if (!keys) return refused({ refused: 'issuer-unknown' })
  const body = bodyOf(document)
  const carriesClaims = Object.keys(body).length !== Object.keys(document).length - 1
  const filed =
    isObject(proof) && !carriesClaims && (await register.isForm(String(document.id).slice(-14), body, proof))
  if (!filed) return refused({ refused: 'signature' })
  // What is on file was composed by us, so that the claims of its token follow from it.
  const madeAt = isInstant(proof.created) ? new Date(proof.created as string) : register.now()
  const credential = readCredential(asClaims(body, madeAt))
  if (!credential || credential.issuer.id !== issuer) return refused({ refused: 'not-a-credential' })
  return judge(credential, keys, [{ check: 'on-file', result: 'passed' }], register, by)
}
