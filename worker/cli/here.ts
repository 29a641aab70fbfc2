/** What this checkout is configured as: wrangler.toml, overridden by .dev.vars and the environment. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { unstable_readConfig as readConfig } from 'wrangler'
import type { Issuer } from '../../shared/issuer.ts'
import type { JsonObject } from '../../shared/json.ts'
import { type Env, issuerOf } from '../desk.ts'
import { keysFrom } from '../keys.ts'
import { root } from './demo.ts'

export function issuerHere(): Issuer {
  return issuerOf(environment())
}

/**
 * The public keys, for a badge that must check a token while the service is down: from the ring on this machine,
 * else as the service publishes them; null before its first day.
 */
export async function keysHere(): Promise<JsonObject | null> {
  const { KEY_RING, ORIGIN } = environment()
  if (KEY_RING) return keysFrom(KEY_RING, ORIGIN).jwks()
  const response = await fetch(`${ORIGIN}/.well-known/jwks.json`).catch(() => null)
  return response?.ok ? ((await response.json()) as JsonObject) : null
}

function environment(): Env {
  const { vars } = readConfig({ config: join(root, 'wrangler.toml') })
  const secrets = join(root, '.dev.vars')
  const local = existsSync(secrets) ? parseEnv(readFileSync(secrets, 'utf8')) : {}
  return { ...vars, ...local, ...process.env } as unknown as Env
}
