// Each worker test file begins with an empty database that has every migration.
// Storage is kept apart per file, not per test. `reset()` drops the tables too: call `migrate()` after it.
import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

export async function migrate(): Promise<void> {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
}

await migrate()
