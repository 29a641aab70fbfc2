/** What a service has at hand for one request. */
import type { Issuer } from '../shared/issuer.ts'
import { type Keys, keysFrom } from './keys.ts'
import { type Post, postOf } from './post.ts'
import { type TestKeys, testKeysFrom } from './test-keys.ts'

/** Bindings, variables and secrets (wrangler.toml, .dev.vars). */
export interface Env {
  DB: D1Database
  ASSETS: Fetcher
  ORIGIN: string
  ISSUER_NAME: string
  ISSUER_SHORT: string
  ISSUER_URL: string
  ISSUER_EMAIL: string
  ISSUER_PHONE: string
  /** Anything but "no" is a demonstration: nothing passes for real by omission. */
  ISSUER_DEMO: string
  /** The number of the issuer's own page on LinkedIn, for the link that adds the certification to a profile. */
  LINKEDIN_ORGANIZATION?: string
  KEY_RING?: string
  /** JSON: `[{name, sha256}]`, one entry a person. */
  STAFF_KEYS?: string
  /** Cloudflare Access, which lets staff in: `https://TEAM.cloudflareaccess.com`, and the application's AUD tag. */
  ACCESS_TEAM?: string
  ACCESS_AUD?: string
  /** JSON: links that let a person in once (`SignInLink`), made by `npm run sign-in`. */
  SIGN_IN_LINKS?: string
  /** Cloudflare's e-mail binding, and the address that letters come from. Without both, letters are kept. */
  EMAIL?: SendEmail
  MAIL_FROM?: string
}

export interface Desk {
  db: D1Database
  keys: Keys
  /** The test issuer's, made when first asked for. */
  testKeys: () => Promise<TestKeys>
  issuer: Issuer
  /** What the office says of itself could not be read yet: nothing is signed that would say otherwise for years. */
  issuerUnknown?: true
  /** Sends a letter; null where there is no mail service. */
  post: Post | null
  now: () => Date
  /** Cryptographically random bytes. */
  random: (length: number) => Uint8Array
}

export function deskOf(env: Env): Desk {
  return {
    db: env.DB,
    keys: keysFrom(env.KEY_RING, env.ORIGIN),
    testKeys: () => testKeysFrom(env.KEY_RING ?? '', env.ORIGIN),
    issuer: issuerOf(env),
    post: postOf(env),
    now: () => new Date(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  }
}

export function issuerOf(env: Env): Issuer {
  return {
    origin: env.ORIGIN,
    name: env.ISSUER_NAME,
    short: env.ISSUER_SHORT,
    url: env.ISSUER_URL,
    email: env.ISSUER_EMAIL,
    phone: env.ISSUER_PHONE,
    demo: env.ISSUER_DEMO !== 'no',
  }
}
