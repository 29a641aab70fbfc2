// `npm run test:controls`: a test that cannot fail proves nothing. Each control of the verifier is switched off
// in a copy of `shared/`, and at least one case of the corpus must then go red, while the genuine stays green.
// Exits 1 when a control can be switched off unnoticed, or stands no longer where this file says.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { type Control, controls } from './controls.ts'
import type { Case } from './corpus.ts'

/** The genuine: it must stay green whatever is switched off, or red would mean nothing. */
const GENUINE = ['J00', 'S00', 'K00', 'C00']

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The house as the corpus needs it, with one thing exchanged. */
function copy(folder: string, { file, text, off }: Omit<Control, 'name'>): void {
  for (const part of ['shared', 'test/shared', 'test/support']) {
    mkdirSync(join(folder, part), { recursive: true })
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const path = join(folder, 'shared', file)
  const source = readFileSync(path, 'utf8')
  if (source.split(text).length !== 2)
    throw new Error(`stands ${source.split(text).length - 1} times in shared/${file}`)
  writeFileSync(
    path,
    source.replace(text, () => off),
  )
}

/** Runs the corpus of a copy. @returns the ids of the cases that went red */
async function reds(folder: string): Promise<string[]> {
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

interface Finding {
  red?: string[]
  error?: string
}

async function tried(one: Omit<Control, 'name'>): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'switch-off-'))
  try {
    copy(folder, one)
    return { red: await reds(folder) }
  } catch (error) {
    return { error: String(error) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function judge({ red = [], error }: Finding): string {
  if (error) return `!! ${error}`
  if (red.length === 0) return '!! nothing went red'
  const broken = red.filter((id) => GENUINE.includes(id))
  if (broken.length > 0) return `!! the genuine went red: ${broken.join(' ')}`
  return `${String(red.length).padStart(3)} ${red.slice(0, 8).join(' ')}${red.length > 8 ? ' …' : ''}`
}

async function main(): Promise<void> {
  const unaltered = await tried({
    file: 'verify.ts',
    text: 'export async function verify(',
    off: 'export async function verify(',
  })
  if (unaltered.error || unaltered.red?.length) {
    console.error('Nothing is switched off, and yet red:', unaltered.error ?? unaltered.red?.join(' '))
    process.exit(1)
  }
  const findings: Finding[] = []
  const waiting = controls.map((_, i) => i)
  const next = (worker: Worker) => {
    const i = waiting.shift()
    if (i === undefined) void worker.terminate()
    else worker.postMessage(i)
  }
  await Promise.all(
    Array.from({ length: availableParallelism() }, () => {
      const worker = new Worker(fileURLToPath(import.meta.url))
      return new Promise((resolve, reject) => {
        worker.on('message', ([i, finding]: [number, Finding]) => {
          findings[i] = finding
          next(worker)
        })
        worker.on('exit', resolve)
        worker.on('error', reject)
        next(worker)
      })
    }),
  )
  const lines = controls.map(({ name, file }, i) => ({ name, file, line: judge(findings[i] as Finding) }))
  for (const { name, file, line } of lines) console.log(`${file.padEnd(15)} ${name.padEnd(38)} ${line}`)
  const unnoticed = lines.filter(({ line }) => line.startsWith('!!'))
  console.log(
    `${controls.length - unnoticed.length} of ${controls.length} controls: switched off, it is noticed.`,
  )
  process.exit(unnoticed.length > 0 ? 1 : 0)
}

if (isMainThread) await main()
else
  parentPort?.on('message', async (i: number) =>
    parentPort?.postMessage([i, await tried(controls[i] as Control)]),
  )
