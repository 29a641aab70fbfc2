/** Who asks: a staff key, sent as a bearer token, becomes the name of a person; Cloudflare Access vouches for an address. */
import type { Context, MiddlewareHandler } from 'hono'
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
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

const teams = new Map<string, JWTVerifyGetKey>()

/**
 * The address that Cloudflare Access vouches for, in the header that it sets itself (the cookie may be missing).
 * Its keys rotate; an unknown one is fetched, at most every half minute.
 * @returns null when Access is not configured, or vouches for nobody
 * @throws Error when its keys cannot be had
 */
export async function accessEmail(c: Context<House>): Promise<string | null> {
  const { ACCESS_TEAM, ACCESS_AUD } = c.env
  const assertion = c.req.header('Cf-Access-Jwt-Assertion')
  if (!ACCESS_TEAM || !ACCESS_AUD || !assertion) return null
  try {
    const { payload } = await jwtVerify(assertion, keysOf(ACCESS_TEAM), {
      issuer: ACCESS_TEAM,
      audience: ACCESS_AUD,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'email'],
    })
    return typeof payload.email === 'string' ? payload.email.toLowerCase() : null
  } catch (error) {
    // What is wrong with the assertion is its sender's; what is wrong with fetching keys is not.
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return null
    throw error
  }
}

function keysOf(team: string): JWTVerifyGetKey {
  const known = teams.get(team) ?? createRemoteJWKSet(new URL(`${team}/cdn-cgi/access/certs`))
  teams.set(team, known)
  return known
}
