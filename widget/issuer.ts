/** Whose certifications this file shows. Pinned when it is built, so that no page and no token can name another. */
import { didOf, type Issuer } from '../shared/issuer.ts'
import type { JsonObject } from '../shared/json.ts'
import { readKeySet } from '../shared/key-set.ts'

/** Put in by the build (`worker/cli/build.ts`). */
declare const __ISSUER__: Issuer
declare const __KEYS__: JsonObject | undefined
declare const __VERSION__: string

export const issuer: Issuer = __ISSUER__
export const issuerId = didOf(issuer.origin)
export const version: string = __VERSION__

/**
 * The keys for credentials as they were at the build, for a copy that is checked while the service is down: it can
 * then be called genuine. Its status cannot: keys for status lists are never pinned, so these never lead to green.
 */
export const pinnedKeys =
  readKeySet(__KEYS__, issuerId)?.filter(({ purpose }) => purpose === 'credential') ?? []
