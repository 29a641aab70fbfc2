/** What a program's key may do. A key never may more than its person. */
import type { Role } from './roles.ts'

/** Each scope in words, and the least role that its person must have. */
export const scopes = {
  read: ['See imports and their rows', 'viewer'],
  issue: ['Issue, import, renew, correct', 'issuer'],
  withdraw: ['Put on hold, take off hold, propose a withdrawal', 'issuer'],
  approve: ['Be the second person of a withdrawal', 'approver'],
  removals: ['Take the list of removals away, and do them again after a restore', 'approver'],
} as const satisfies Record<string, readonly [what: string, needed: Role]>

export type Scope = keyof typeof scopes

export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopes, text)
}
