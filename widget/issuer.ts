/**
 * Whose certifications the badges of a page show. In the script tag's file it is pinned when that is built, so that no
 * page and no token can name another; the package for npm is given it once.
 */
import type { Issuer } from '../shared/issuer.ts'
import type { JsonObject } from '../shared/json.ts'
import { type IssuerTrust, trustOf } from './trust.ts'

/** Put in by the builds; undefined in the package (`worker/cli/build.ts`, `worker/cli/package.ts`). */
declare const __ISSUER__: Issuer
declare const __KEYS__: JsonObject | null
declare const __VERSION__: string

export let issuer: Issuer = __ISSUER__
export let trust: IssuerTrust = issuer && trustOf(issuer.origin, __KEYS__)
export const version: string = __VERSION__

/**
 * Says whose certifications are shown, once, before a badge is defined. The script tag's file has no use for it.
 * @param given as the issuer publishes it at `/widget/v1/issuer.json`
 * @param keys its JWKS, kept from `/.well-known/jwks.json`: with it a badge that was given a `token` can say "genuine"
 *   while the service is down
 */
export function pinIssuer(given: Issuer, keys: JsonObject | null = null): void {
  const { origin } = new URL(given.origin)
  if (issuer && issuer.origin !== origin) throw new Error('lssc-badge: another issuer is pinned')
  issuer = { ...given, origin }
  trust = trustOf(origin, keys)
}
