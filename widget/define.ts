/** The entry `lssc-badge/define`: what the script tag's file does, for an issuer that is named at run time. */
import type { Issuer } from '../shared/issuer.ts'
import type { JsonObject } from '../shared/json.ts'
import { isAble } from './able.ts'
import { LsscBadge } from './badge.ts'
import { pinIssuer } from './issuer.ts'

export type { Issuer, JsonObject }

/**
 * Defines `<lssc-badge>`, showing the certifications of this issuer. Where a badge could not do its work (no page, no
 * secure context, an old browser) nothing is defined, and the page's link stays. So it does where the name is taken:
 * the first definition stays.
 * @param issuer as it publishes it at `/widget/v1/issuer.json`
 * @param keys its JWKS, kept from `/.well-known/jwks.json`: with it a badge that was given a `token` can say "genuine"
 *   while the service is down
 */
export function define(issuer: Issuer, keys: JsonObject | null = null): void {
  if (!isAble() || customElements.get('lssc-badge')) return
  pinIssuer(issuer, keys)
  LsscBadge.define()
}
