/**
 * The entry `lssc-badge`: the class and its types. Loading it defines nothing and touches no page, so a server may.
 * Who registers the class under another name or in a registry of their own pins the issuer first.
 */
export type { Issuer } from '../shared/issuer.ts'
export type { Check, CheckResult, Reason, ShownState, State } from '../shared/verdict.ts'
export type { LsscBadgeAttributes } from './attributes.ts'
export { LsscBadge } from './badge.ts'
export { LsscResultEvent } from './events.ts'
export { pinIssuer } from './issuer.ts'
