// What `env` and `exports` of "cloudflare:workers" are in worker tests (test/vitest.config.ts binds it).
import type { D1Migration } from 'cloudflare:test'
import type { Env as WorkerEnv } from '../../worker/desk.ts'

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      TEST_MIGRATIONS: D1Migration[]
    }
    interface GlobalProps {
      mainModule: typeof import('../../worker/index.ts')
    }
  }
  interface ImportMeta {
    /** Of Vite: every file that a pattern names, read when the test is built. */
    glob<T>(pattern: string, options: { query: string; import: string; eager: true }): Record<string, T>
  }
}
