// How the tests come to the console: as one of its people, with a browser's headers.
import { env } from 'cloudflare:workers'
import type { Role } from '../../worker/roles.ts'
import { formToken, signInByLink } from '../../worker/services/sign-in.ts'
import { makeDesk } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { ask } from './office.ts'

const used: Record<string, number> = {}

/** A secret of one of the links that the tests' environment has for this role, not used yet in this file. */
export function linkOf(role: Role): string {
  used[role] = (used[role] ?? 0) + 1
  return `${role}-${used[role]}`
}

export interface Visitor {
  name: string
  headers: Record<string, string>
  token: string
  get(path: string): Promise<Response>
  /** Sends a form as a page of ours would; `fields` may bring another token or request. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

/** Someone who has just signed in. */
export async function signedIn(role: Role): Promise<Visitor> {
  const { secret } = await signInByLink(makeDesk(env), env.SIGN_IN_LINKS, linkOf(role))
  return visitor(people[role].name, 'staff', secret)
}

/** Whoever has the cookie of a session, with what their browser sends. */
export async function visitor(name: string, cookie: string, secret: string): Promise<Visitor> {
  const headers = { Accept: 'text/html', Cookie: `${cookie}=${secret}` }
  const token = await formToken(secret)
  return {
    name,
    headers,
    token,
    get: (path) => ask(path, { headers }),
    post: (path, fields, more = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...headers, Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin', ...more },
        body: new URLSearchParams({ token, request: crypto.randomUUID(), ...fields }),
      }),
  }
}
