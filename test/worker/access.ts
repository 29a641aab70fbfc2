// Cloudflare Access as the tests play it: a team with its keys, and what it vouches for.
import { env } from 'cloudflare:workers'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/desk.ts'

export const AUD = 'a'.repeat(64)
let teams = 0

export interface Team {
  url: string
  /** What it publishes; a test may change it, or make it fail. */
  answer(): Response
  asked: number
  /** The public keys that it publishes. */
  keys: JWK[]
  /** Makes a key and publishes it beside those that are there. */
  newKey(kid: string): Promise<CryptoKey>
}

/** A team that nobody has asked yet: keys are remembered by team. Its keys are fetched with the global `fetch`. */
export function makeTeam(): Team {
  teams += 1
  const keys: JWK[] = []
  const url = `https://team-${teams}.cloudflareaccess.com`
  return {
    url,
    asked: 0,
    keys,
    answer: () => Response.json({ keys }),
    newKey: async (kid) => {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
      keys.push({ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' })
      return privateKey
    },
  }
}

/** In place of the global `fetch`: knows the certificates of these teams, and nothing else. */
export function fetchOf(...known: Team[]): typeof fetch {
  return async (input) => {
    const url = String(input instanceof Request ? input.url : input)
    const team = known.find((one) => url === `${one.url}/cdn-cgi/access/certs`)
    if (!team) throw new Error(`Nobody should ask ${url}`)
    team.asked += 1
    return team.answer()
  }
}

export function claims(team: Team, email: string, changes: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  return { iss: team.url, aud: [AUD], email, iat: now, nbf: now, exp: now + 3600, sub: 'someone', ...changes }
}

export function signed(key: CryptoKey, payload: JWTPayload, kid = 'one'): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(key)
}

/** Asks for a page of the console of an office that is kept by this team. */
export async function enter(
  team: Team | null,
  { jwt, cookie, path = '/staff' }: { jwt?: string; cookie?: string; path?: string },
): Promise<Response> {
  const access = team ? { ACCESS_TEAM: team.url, ACCESS_AUD: AUD } : {}
  const headers = {
    Accept: 'text/html',
    ...(jwt === undefined ? {} : { 'Cf-Access-Jwt-Assertion': jwt }),
    ...(cookie === undefined ? {} : { Cookie: cookie }),
  }
  return app.request(path, { headers }, { ...env, ...access } as Env)
}

/** Who the page says is signed in; null when it leads to the door. */
export async function whoIsIn(response: Response): Promise<string | null> {
  if (response.status === 303) return null
  return /class="person"[\s\S]*?<span>([^<]+?)\s*</.exec(await response.text())?.[1] ?? null
}

/** The cookie that a response gives, as a browser would send it back. */
export function cookieOf(response: Response): string {
  return (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
}
