// `npm run test:office-controls [words of a name]`: each control of the office is switched off in a copy of the
// tree, and the test that is named beside it must then go red.
// Exits 1 when a control can be switched off unnoticed, or stands no longer where `office-controls.ts` says.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OfficeControl, officeControls } from './office-controls.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['shared', 'worker', 'widget', 'test', 'package.json', 'tsconfig.json', 'wrangler.toml']

const folder = mkdtempSync(join(tmpdir(), 'office-off-'))
for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

/** @returns the names of the tests that went red, or what kept them from being run */
function reds({ test }: Pick<OfficeControl, 'test'>): string[] | string {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'test/vitest.config.ts', '--project', 'worker', '--reporter=json'],
      ...[`--outputFile=${report}`, `test/worker/${test}.test.ts`],
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { assertionResults: { status: string; fullName: string }[] }[]
    }
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName)
  } catch {
    return run.stderr.slice(-300)
  }
}

function tried(control: OfficeControl): string {
  const path = join(folder, 'worker', control.file)
  const source = readFileSync(path, 'utf8')
  const stands = source.split(control.text).length - 1
  if (stands !== 1) return `!! stands ${stands} times in worker/${control.file}`
  writeFileSync(
    path,
    source.replace(control.text, () => control.off),
  )
  const red = reds(control)
  writeFileSync(path, source)
  if (typeof red === 'string') return `!! no report: ${red}`
  return red.length === 0 ? '!! nothing went red' : `${red.length} ${red[0]}`
}

const words = process.argv.slice(2).join(' ')
const chosen = officeControls.filter(({ name }) => name.includes(words))
const unnoticed: string[] = []
try {
  for (const test of new Set(chosen.map((control) => control.test))) {
    const red = reds({ test })
    if (red.length > 0) throw new Error(`Nothing is switched off, and yet red: ${test}: ${red}`)
  }
  for (const control of chosen) {
    const line = tried(control)
    console.log(`${control.file.padEnd(26)} ${control.name.padEnd(40)} ${line}`)
    if (line.startsWith('!!')) unnoticed.push(control.name)
  }
} finally {
  rmSync(folder, { recursive: true })
}
console.log(`${chosen.length - unnoticed.length} of ${chosen.length} controls: switched off, it is noticed.`)
process.exit(unnoticed.length > 0 || chosen.length === 0 ? 1 : 0)
