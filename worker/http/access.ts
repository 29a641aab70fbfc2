/** Who asks: a staff key, sent as a bearer token, becomes the name of a person. */
import type { MiddlewareHandler } from 'hono'
import { fromBase64url, utf8 } from '../../shared/bytes.ts'
import type { House } from '../house.ts'
import { Problem } from './problem.ts'

interface StaffKey {
  name: string
  /** SHA-256 of the key, base64url: the key itself is nowhere. */
  sha256: string
}

/** Lets staff in, and sets `actor`. Wrong, missing and unknown keys are answered alike. */
export function staffOnly(): MiddlewareHandler<House> {
  return async function staffOnly(c, next) {
    const key = /^Bearer ([\w-]{20,100})$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    const actor = key && (await nameOf(key, c.env.STAFF_KEYS))
    if (!actor) throw new Problem('access-denied', { detail: 'Send it as "Authorization: Bearer …".' })
    c.set('actor', actor)
    await next()
  }
}

/** Compares with every key, in time that tells nothing of which came close. */
async function nameOf(key: string, secret: string | undefined): Promise<string | null> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(key)))
  let name: string | null = null
  for (const staff of JSON.parse(secret ?? '[]') as StaffKey[]) {
    const known = fromBase64url(staff.sha256)
    if (known?.length === 32 && crypto.subtle.timingSafeEqual(known, digest)) name = staff.name
  }
  return name
}
