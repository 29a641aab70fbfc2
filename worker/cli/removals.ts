/**
 * npm run --silent removals -- take > removals.json    the list of all removals: keep it outside the database
 * npm run removals -- replay removals.json             after a restore: does them again; harmless however often
 *
 * Talks to the demonstration on this machine, or to LSSC_ORIGIN with LSSC_STAFF_KEY.
 */
import { existsSync, readFileSync } from 'node:fs'
import { ask, officeHere } from './office.ts'

const [command, path] = process.argv.slice(2)

try {
  if (command === 'take') await take()
  else if (command === 'replay' && path) await replay(path)
  else
    throw new Error('Say which: npm run --silent removals -- take > FILE, or npm run removals -- replay FILE')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function take(): Promise<void> {
  const { removals } = await ask<{ removals: string }>(officeHere(), 'GET', '/api/v1/removals')
  console.log(JSON.stringify({ removals }))
}

async function replay(file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const { count, removed } = await ask<{ count: number; removed: string[] }>(
    officeHere(),
    'POST',
    '/api/v1/removals',
    readFileSync(file, 'utf8'),
    { 'Content-Type': 'application/json' },
  )
  console.log(
    `${count} removals in the list; done again for ${removed.length}: ${removed.join(', ') || 'none was on file'}.`,
  )
}
