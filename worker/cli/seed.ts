/** Fills an empty demonstration with the sample graduates, by the same ways as in production. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Demo, keepDemo, root } from './demo.ts'
import { ask, issueAll, showProgress, upload } from './office.ts'

/** On hold in the demonstration, so that there is one to look at. */
const ON_HOLD = 'G045'

/** The sample graduates, invented people all. */
const GRADUATES = join(root, 'test/fixtures/graduates.csv')

export async function seed(demo: Demo): Promise<void> {
  if (demo.numbers.length > 0) return
  const staff = demo.staff[0]
  if (!staff) throw new Error('The demonstration has no staff: start again with --fresh.')
  const office = { origin: demo.origin, key: staff.key }
  console.log('Importing the sample graduates …')
  const { id } = await upload(office, new Uint8Array(readFileSync(GRADUATES)))
  await issueAll(office, id, showProgress)
  const { rows } = await ask<{ rows: { recordId: string; number: string | null }[] }>(
    office,
    'GET',
    `/api/v1/imports/${id}`,
  )
  const held = rows.find(({ recordId }) => recordId === ON_HOLD)
  if (held?.number) {
    await ask(
      office,
      'POST',
      `/api/v1/credentials/${held.number}/events`,
      JSON.stringify({ act: 'suspend', reason: 'paperwork' }),
      { 'Content-Type': 'application/json', 'Idempotency-Key': 'demo-hold' },
    )
  }
  demo.numbers = rows.flatMap(({ number }) => number ?? [])
  keepDemo(demo)
}
