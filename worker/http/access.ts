/** Who asks: a staff key, sent as a bearer token, becomes the name of a person; Cloudflare Access vouches for an address. */
import type { Context, MiddlewareHandler } from 'hono'
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { fromBase64url, utf8 } from '../../shared/bytes.ts'
import { tidyNumber } from '../../shared/number.ts'
import type { House } from '../house.ts'
import type { Scope } from '../scopes.ts'
import { openKey, useKey } from '../services/use-key.ts'
import { Problem } from './problem.ts'

interface StaffKey {
  name: string
  /** SHA-256 of the key, base64url: the key itself is nowhere. */
  sha256: string
}

/**
 * Lets staff in, and sets `actor`. Wrong, missing, past, revoked and unknown keys are answered alike.
 * @param scope what the key must allow; without one the handler calls `allow` once it knows what is asked for
 * @param acts how many acts it counts as
 */
export function staffOnly(scope?: Scope, acts?: number): MiddlewareHandler<House> {
  return async function staffOnly(c, next) {
    const presented = /^Bearer ([\w-]{20,100})$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    const key = presented ? await openKey(c.var.desk, presented) : null
    const actor = key?.name ?? (presented && (await nameOf(presented, c.env.STAFF_KEYS)))
    if (!actor) throw new Problem('access-denied', { detail: 'Send it as "Authorization: Bearer …".' })
    c.set('actor', actor)
    if (key) c.set('key', key)
    if (scope) await allow(c, scope, acts)
    await next()
  }
}

/**
 * Does the key that came allow this? Those of the deployment allow everything: they are there before any console.
 * @throws Problem `key-not-allowed`, `cap-reached` (which says when to come again)
 */
export async function allow(c: Context<House>, scope: Scope, acts?: number): Promise<void> {
  const { desk, key } = c.var
  if (!key) return
  const { number, id } = c.req.param() as Record<string, string | undefined>
  const subject = tidyNumber(number ?? '')?.number ?? id ?? c.req.path
  try {
    await useKey(desk, key, { scope, subject, ...(acts === undefined ? {} : { acts }) })
  } catch (error) {
    if (error instanceof Problem && error.type === 'cap-reached')
      c.header('Retry-After', String(secondsToMidnight(desk.now())))
    throw error
  }
}

function secondsToMidnight(now: Date): number {
  return 86_400 - (Math.floor(now.getTime() / 1000) % 86_400)
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
