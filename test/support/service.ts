// The whole service on a free port of this machine, as `wrangler dev` would run it: an empty database, and a
// badge built for that very address. Its files are its own: a demonstration that runs here is not disturbed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createTestHarness, type TestHarness } from 'wrangler'
import { build } from '../../worker/cli/build.ts'
import { type Env, issuerOf } from '../../worker/desk.ts'
import { keysFrom } from '../../worker/keys.ts'
import { secrets, variables, wranglerConfig } from './environment.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}node_modules/.cache/site`

export interface Service {
  /** Where it listens, and what its ORIGIN is: http://127.0.0.1:port */
  origin: string
  /** Its database, its cron, its logs: `harness.getWorker()`. */
  harness: TestHarness
}

export async function startService(vars: Record<string, string> = {}): Promise<Service> {
  const worker = { configPath: ownConfig(), secrets, vars: { ...variables, ...vars } }
  const harness = createTestHarness({ workers: [worker] })
  const origin = (await harness.listen()).url.origin
  const own = { ...worker.vars, ORIGIN: origin, ISSUER_URL: `${origin}/` }
  const keys = keysFrom(secrets.KEY_RING, origin).jwks()
  await build({ issuer: issuerOf(own as unknown as Env), keys, outdir: `${folder}/dist`, log: () => {} })
  await harness.update({ workers: [{ ...worker, vars: own }] })
  await harness.getWorker().applyD1Migrations('DB')
  return { origin, harness }
}

/** wrangler.toml, with what is built for the tests in place of `dist`. */
function ownConfig(): string {
  mkdirSync(`${folder}/dist`, { recursive: true })
  const config = readFileSync(wranglerConfig, 'utf8')
    .replaceAll('"worker/', `"${root}worker/`)
    .replace('directory = "dist"', `directory = "${folder}/dist"`)
  writeFileSync(`${folder}/wrangler.toml`, config)
  return `${folder}/wrangler.toml`
}
