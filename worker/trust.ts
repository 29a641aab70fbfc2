/** Trust, answered from our own tables. */
import { bodyDigest } from '../shared/credential.ts'
import { canonical, type JsonObject } from '../shared/json.ts'
import type { KeySet } from '../shared/key-set.ts'
import { isTestNumber } from '../shared/number.ts'
import type { Register } from '../shared/verify-document.ts'
import type { Desk } from './desk.ts'
import { isTestOnFile } from './services/issue-test.ts'
import { publishNamed } from './services/publish.ts'
import { isOnFile } from './store/credentials.ts'
import { proofOf } from './store/proofs.ts'
import { isViewOnFile } from './store/shares.ts'

/** The last list that this isolate published, by URL: when the tables cannot be reached it is still true "as of" then. */
const lastPublished = new Map<string, string>()

/** For one request: a batch of a hundred asks for each list once. */
export function trustOf(desk: Desk): Register {
  const lists = new Map<string, Promise<string | null>>()
  return {
    now: desk.now,
    keys: (issuer) => keysOf(desk, issuer),
    standing: (list) => {
      const known = lists.get(list) ?? standingList(desk, list)
      lists.set(list, known)
      return known
    },
    onFile: async (number, signed) => {
      if (isTestNumber(number)) return isTestOnFile(number)
      const digest = await bodyDigest(signed)
      const asked = number === '' ? isViewOnFile(desk.db, digest) : isOnFile(desk.db, number, digest)
      return asked.catch(unreachable)
    },
    isForm: (number, body, proof) =>
      isTestNumber(number) ? isTestForm(desk, body, proof) : isFormOnFile(desk, number, body, proof),
  }
}

/** The proof is compared with the one on file, and so is every byte that it was made over. */
async function isFormOnFile(
  desk: Desk,
  number: string,
  body: JsonObject,
  proof: JsonObject,
): Promise<boolean> {
  const kept = await proofOf(desk.db, number, await bodyDigest(body))
  return kept !== null && canonical(JSON.parse(kept) as JsonObject) === canonical(proof)
}

/** Nothing of the test issuer's is on file: whatever its key has proved, it has issued (`isTestOnFile`). */
async function isTestForm(desk: Desk, body: JsonObject, proof: JsonObject): Promise<boolean> {
  const { published } = await desk.testKeys()
  return published.isProof(body, proof).catch(() => false)
}

/** Two issuers are known at this address, and each has its own keys. */
async function keysOf(desk: Desk, issuer: string): Promise<KeySet | null> {
  if (issuer === desk.keys.did) return desk.keys.set
  const { published } = await desk.testKeys()
  return issuer === published.did ? published.set : null
}

async function standingList(desk: Desk, list: string): Promise<string | null> {
  try {
    const published = await publishNamed(desk, list.split('/status/')[1] ?? '')
    if (published) lastPublished.set(list, published.standingJwt)
    return published?.standingJwt ?? null
  } catch (error) {
    unreachable(error)
    return lastPublished.get(list) ?? null
  }
}

/** The tables could not be asked: said, logged, and never taken for a pass. */
function unreachable(error: unknown): null {
  console.error(error)
  return null
}
