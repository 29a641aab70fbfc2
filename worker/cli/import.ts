/**
 * npm run import -- file.csv            shows what the file would do, row by row
 * npm run import -- file.csv --issue    issues what was accepted; again after a crash, it goes on
 *
 * Talks to the demonstration on this machine, or to LSSC_ORIGIN with LSSC_STAFF_KEY.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Preview } from '../services/import.ts'
import { issueAll, officeHere, showProgress, upload } from './office.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { issue: { type: 'boolean' } } })
const [path] = positionals
if (!path) stop('Name the file: npm run import -- graduates.csv')
if (!existsSync(path)) stop(`There is no file ${path}.`)

try {
  const office = officeHere()
  const preview = await upload(office, new Uint8Array(readFileSync(path)))
  showPreview(preview)
  if (values.issue) await issueAll(office, preview.id, showProgress)
  else if (preview.progress.waiting > 0)
    console.log('Nothing is issued yet. Add --issue to issue the accepted rows.')
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}

function showPreview({ notes, rows, progress }: Preview): void {
  for (const note of notes) console.log(note)
  for (const { line, recordId, outcome, findings } of rows.filter((row) => row.findings.length > 0)) {
    console.log(`${recordId || `line ${line}`}: ${outcome}`)
    for (const { message } of findings) console.log(`  ${message}`)
  }
  const { accept, review, reject, issued } = progress
  console.log(
    `${rows.length} rows: ${accept} accepted (${issued} issued), ${review} to be looked at, ${reject} rejected.`,
  )
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
