/** Who may do what in the office: each role may all that the one before it may. */

export const roles = {
  viewer: 'Looks: finds records, reads them, sees what happened.',
  issuer: 'Issues, imports, renews, corrects, puts on hold, proposes a withdrawal, decides requests.',
  approver: 'Also makes final what another person proposed.',
  administrator: 'Also keeps the office’s profile, its people and its API keys.',
} as const

export type Role = keyof typeof roles

/** Someone who works in the office. */
export interface Person {
  /** Lower case. */
  email: string
  /** The actor of every act. */
  name: string
  role: Role
}

const order = Object.keys(roles) as Role[]

export function isRole(text: string): text is Role {
  return order.includes(text as Role)
}

/** @param needed the least role that an act asks for */
export function may(role: Role, needed: Role): boolean {
  return order.indexOf(role) >= order.indexOf(needed)
}
