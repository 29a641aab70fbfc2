// One run, seven projects: each part of the house is tested where it will live.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { findBrowser } from './support/browser.ts'
import { secrets, variables, wranglerConfig } from './support/environment.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const migrations = `${root}worker/migrations`
mkdirSync(`${root}dist`, { recursive: true }) // wrangler wants the assets folder, even an empty one

type Plugin = NonNullable<TestProjectInlineConfiguration['plugins']>[number]

/** `import bytes from './x.csv?bytes'`: a sample file, byte for byte, in every runtime. */
const bytes: Plugin = {
  name: 'bytes',
  enforce: 'pre',
  load(id) {
    const [path, query] = id.split('?')
    if (query !== 'bytes' || !path) return
    const base64 = readFileSync(path, 'base64')
    return `export default Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0))`
  },
}

const workerd = () =>
  cloudflareTest(async () => ({
    wrangler: { configPath: wranglerConfig },
    miniflare: {
      bindings: {
        ...variables,
        ...secrets,
        TEST_MIGRATIONS: existsSync(migrations) ? await readD1Migrations(migrations) : [],
      },
    },
  }))

const launchOptions = await findBrowser()

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const }],
})

/** Named beforehand: a dependency that Vite finds in the middle of a run makes it start over. */
const browserDependencies = ['axe-core', 'fast-check', 'jose', 'lit', 'lit/directives/class-map.js']

const sharedTests = ['test/shared/**/*.test.ts']

export default defineConfig({
  root,
  test: {
    passWithNoTests: true,
    // Most of them wait for a browser or for workerd: every core may be asked.
    maxWorkers: '100%',
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
    projects: [
      {
        root,
        plugins: [bytes],
        test: { name: 'node', include: ['test/*.test.ts', 'test/cli/**/*.test.ts'] },
      },
      { root, plugins: [bytes], test: { name: 'shared-node', include: sharedTests } },
      {
        root,
        plugins: [bytes, cloudflareTest({ miniflare: { compatibilityDate: '2026-11-02' } })],
        test: { name: 'shared-workerd', include: sharedTests },
      },
      {
        root,
        plugins: [bytes],
        cacheDir: 'node_modules/.cache/vite-shared',
        optimizeDeps: { include: browserDependencies },
        test: { name: 'shared-browser', include: sharedTests, browser: chromium() },
      },
      {
        root,
        plugins: [bytes, workerd()],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.{ts,tsx}'],
          setupFiles: ['test/worker/setup.ts'],
          // CommonJS, and in part for Node: bundled as wrangler bundles it.
          deps: { optimizer: { ssr: { enabled: true, include: ['jsonld'] } } },
        },
      },
      {
        root,
        plugins: [bytes],
        cacheDir: 'node_modules/.cache/vite-widget',
        optimizeDeps: { include: browserDependencies },
        test: { name: 'widget', include: ['test/widget/**/*.test.ts'], browser: chromium() },
      },
      {
        root,
        plugins: [bytes],
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: ['test/site/setup.ts'],
          // Of a busy machine: a test that waits for something waits for as long as that may take.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
