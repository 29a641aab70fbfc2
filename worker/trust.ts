/** Trust, answered from our own tables. */
import { bodyDigest } from '../shared/credential.ts'
import type { KeySet } from '../shared/key-set.ts'
import { isTestNumber } from '../shared/number.ts'
import type { Trust } from '../shared/verify.ts'
import type { Desk } from './desk.ts'
import { isTestOnFile } from './services/issue-test.ts'
import { publishNamed } from './services/publish.ts'
import { isOnFile } from './store/credentials.ts'
import { isViewOnFile } from './store/shares.ts'

/** The last list that this isolate published, by URL: when the tables cannot be reached it is still true "as of" then. */
const lastPublished = new Map<string, string>()

/** For one request: a batch of a hundred asks for each list once. */
export function trustOf(desk: Desk): Trust {
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
  }
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
