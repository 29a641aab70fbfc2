/** Trust, answered from our own tables. */
import { bodyDigest } from '../shared/credential.ts'
import type { Trust } from '../shared/verify.ts'
import type { Desk } from './desk.ts'
import { publish } from './services/publish.ts'
import { isOnFile } from './store/credentials.ts'

/** The last list that this isolate published, by URL: when the tables cannot be reached it is still true "as of" then. */
const lastPublished = new Map<string, string>()

/** For one request: a batch of a hundred asks for each list once. */
export function trustOf(desk: Desk): Trust {
  const lists = new Map<string, Promise<string | null>>()
  return {
    now: desk.now,
    keys: async (issuer) => (issuer === desk.keys.did ? desk.keys.set : null),
    standing: (list) => {
      const known = lists.get(list) ?? standingList(desk, list)
      lists.set(list, known)
      return known
    },
    onFile: async (number, signed) => isOnFile(desk.db, number, await bodyDigest(signed)).catch(unreachable),
  }
}

async function standingList(desk: Desk, list: string): Promise<string | null> {
  try {
    const published = await publish(desk, Number(list.split('/status/')[1]))
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
