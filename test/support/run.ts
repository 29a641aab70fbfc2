// `npm test`: types, lint, then every test in one run. Stops at the first stage that fails.
// The very last line is always `N passed, N failed`.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const results = `${root}node_modules/.cache/vitest-results.json`

await stage('Types', 'tsc', ['-b'])
await stage('Lint and format', 'biome', ['check', '--error-on-warnings', '.'])

heading('Tests')
rmSync(results, { force: true })
const vitest = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json']
const code = await run('vitest', [...vitest, `--outputFile.json=${results}`])
finish(code, count())

async function stage(name: string, command: string, args: string[]): Promise<void> {
  heading(name)
  const code = await run(command, args)
  if (code !== 0) {
    console.log(`\n${name}: failed. Nothing after it was run.`)
    finish(code, { passed: 0, failed: 1, skipped: 0 })
  }
}

interface Count {
  passed: number
  failed: number
  skipped: number
}

function count(): Count {
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'))
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    console.log('\nThe tests ended without a report.')
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** A skipped test counts as failed; so does a run that failed outside of any test, or that had no test. */
function finish(code: number, { passed, failed, skipped }: Count): never {
  if (skipped > 0) console.log(`\n${skipped} tests were skipped: no test may be.`)
  const all = failed + skipped
  const wrong = all > 0 ? all : code !== 0 || passed === 0 ? 1 : 0
  console.log(`\n${passed} passed, ${wrong} failed`)
  process.exit(wrong > 0 ? code || 1 : 0)
}

function heading(name: string): void {
  console.log(`\n=== ${name} ===\n`)
}

/** Runs one of the project's own tools to its end and gives its exit code. */
function run(command: string, args: string[]): Promise<number> {
  const bin = `${root}node_modules/.bin`
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const env = { ...process.env, ...plain, PATH: `${bin}:${process.env.PATH}` }
  return new Promise((resolve, reject) => {
    spawn(`${bin}/${command}`, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', reject)
      .on('close', (code) => resolve(code ?? 1))
  })
}
