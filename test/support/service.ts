// The whole service on a free port of this machine, as `wrangler dev` would run it, with an empty database.
import { createTestHarness, type TestHarness } from 'wrangler'
import { secrets, variables, wranglerConfig } from './environment.ts'

export interface Service {
  /** Where it listens, and what its ORIGIN is: http://127.0.0.1:port */
  origin: string
  /** Its database, its cron, its logs: `harness.getWorker()`. */
  harness: TestHarness
}

export async function startService(vars: Record<string, string> = {}): Promise<Service> {
  const worker = { configPath: wranglerConfig, secrets, vars: { ...variables, ...vars } }
  const harness = createTestHarness({ workers: [worker] })
  const origin = (await harness.listen()).url.origin
  await harness.update({ workers: [{ ...worker, vars: { ...worker.vars, ORIGIN: origin } }] })
  await harness.getWorker().applyD1Migrations('DB')
  return { origin, harness }
}
