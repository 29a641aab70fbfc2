// `npm run test:controls [-- words]`: a test that cannot fail proves nothing. Each control in the lists (`*controls.ts`)
// is switched off in a copy of the tree, and something must then go red: a case of the verifier's corpus, or the test
// that is named beside the control. With words, only the controls whose file, name or test has them all.
// Exits 1 when a control can be switched off unnoticed, or stands no longer where its list says.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { Control } from './controls.ts'
import type { Case } from './corpus.ts'
import { everyControl } from './every-control.ts'

/** The genuine: it must stay green whatever is switched off, or red would mean nothing. */
const GENUINE = ['J00', 'S00', 'K00', 'C00']

const root = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['shared', 'worker', 'widget', 'test', 'package.json', 'tsconfig.json', 'wrangler.toml']

/** What is tried: with nothing to exchange, whether all is green. */
type Trial = Pick<Control, 'test'> & Partial<Pick<Control, 'file' | 'text' | 'off'>>

interface Finding {
  red: string[]
  error?: string
}

/** Tries a copy of its own, because Node reads a module once. */
async function tried(trial: Trial): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'switch-off-'))
  try {
    for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    exchange(folder, trial)
    return { red: trial.test ? redTests(folder, trial.test) : await redCases(folder) }
  } catch (error) {
    return { red: [], error: String(error) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function exchange(folder: string, { file, text, off = '' }: Trial): void {
  if (!file || !text) return
  const path = join(folder, file)
  const source = readFileSync(path, 'utf8')
  const stands = source.split(text).length - 1
  if (stands !== 1) throw new Error(`stands ${stands} times in ${file}`)
  writeFileSync(
    path,
    source.replace(text, () => off),
  )
}

/** @returns the ids of the corpus's cases that went red */
async function redCases(folder: string): Promise<string[]> {
  const load = (name: string) => import(pathToFileURL(join(folder, 'test/shared', `${name}.corpus.ts`)).href)
  const { corpus } = (await load('verify')) as { corpus: Case[] }
  const { layers } = (await load('layers')) as { layers: Case[] }
  const red: string[] = []
  for (const { id, happens, expected } of [...corpus, ...layers]) {
    const happened = await happens().catch(String)
    if (!isDeepStrictEqual(happened, expected)) red.push(id)
  }
  return red
}

/** @returns the names of the tests in one file that went red */
function redTests(folder: string, test: string): string[] {
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = ['run', '--config', 'test/vitest.config.ts', '--project', 'worker']
  const run = spawnSync(
    process.execPath,
    [vitest, ...config, '--reporter=json', `--outputFile=${report}`, `test/worker/${test}.test.ts`],
    { cwd: folder, encoding: 'utf8' },
  )
  const { testResults } = JSON.parse(readReport(report, run.stderr)) as {
    testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[]
  }
  // What breaks before its tests begin notices nothing: it must be switched off in another way.
  const unrun = testResults.find(({ assertionResults }) =>
    assertionResults.every(({ status }) => status !== 'passed' && status !== 'failed'),
  )
  if (unrun) throw new Error(`no test ran: ${unrun.message.slice(0, 200)}`)
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName)
}

function readReport(report: string, said: string): string {
  try {
    return readFileSync(report, 'utf8')
  } catch {
    throw new Error(`no report: ${said.slice(-300)}`)
  }
}

function judge({ red, error }: Finding): string {
  if (error) return `!! ${error}`
  if (red.length === 0) return '!! nothing went red'
  const broken = red.filter((id) => GENUINE.includes(id))
  if (broken.length > 0) return `!! the genuine went red: ${broken.join(' ')}`
  return `${String(red.length).padStart(3)} ${red.slice(0, 8).join(' ').slice(0, 80)}`
}

/** Tries all of them, as many at a time as there are processors. */
async function tryAll(trials: Trial[], each: (at: number, finding: Finding) => void): Promise<void> {
  const waiting = trials.map((_, at) => at)
  const next = (worker: Worker) => {
    const at = waiting.shift()
    if (at === undefined) void worker.terminate()
    else worker.postMessage([at, trials[at]])
  }
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), trials.length) }, () => {
      const worker = new Worker(fileURLToPath(import.meta.url))
      return new Promise((resolve, reject) => {
        worker.on('message', ([at, finding]: [number, Finding]) => {
          each(at, finding)
          next(worker)
        })
        worker.on('exit', resolve)
        worker.on('error', reject)
        next(worker)
      })
    }),
  )
}

async function main(words: string[]): Promise<boolean> {
  const chosen = everyControl.filter(({ file, name, test = '' }) =>
    words.every((word) => `${file} ${name} ${test}`.includes(word)),
  )
  const unaltered = [...new Set(chosen.map(({ test }) => test))].map((test) => (test ? { test } : {}))
  const red: string[] = []
  await tryAll(unaltered, (_, finding) => red.push(...(finding.error ? [finding.error] : finding.red)))
  if (red.length > 0) {
    console.error('Nothing is switched off, and yet red:', red.join(' '))
    return false
  }
  let noticed = 0
  await tryAll(chosen, (at, finding) => {
    const { file, name } = chosen[at] as Control
    const line = judge(finding)
    if (!line.startsWith('!!')) noticed += 1
    console.log(`${file.padEnd(32)} ${name.padEnd(40)} ${line}`)
  })
  console.log(`${noticed} of ${chosen.length} controls: switched off, it is noticed.`)
  return chosen.length > 0 && noticed === chosen.length
}

if (isMainThread) process.exit((await main(process.argv.slice(2))) ? 0 : 1)
else
  parentPort?.on('message', async ([at, trial]: [number, Trial]) =>
    parentPort?.postMessage([at, await tried(trial)]),
  )
