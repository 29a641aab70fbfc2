/** Fills an empty demonstration with the sample graduates, by the same ways as in production. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Demo, keepDemo, root } from './demo.ts'
import { askOffice } from './demo-requests.ts'
import { ask, issueAll, type Office, showProgress, upload } from './office.ts'

/** On hold in the demonstration, so that there is one to look at. */
const ON_HOLD = 'G045'

/** One whose withdrawal waits for a second person. */
const TO_WITHDRAW = 'G042'

/** One person with two records, the older in her name of then: here she has one address for both. */
const ONE_ADDRESS = ['g021@example.org', 'g022@example.org'] as const

/** The sample graduates, invented people all. */
const GRADUATES = join(root, 'test/fixtures/graduates.csv')

/** @returns the numbers of the records, by the ids in the sample; null where they are here already */
export async function seed(demo: Demo): Promise<Map<string, string> | null> {
  if (demo.numbers.length > 0) return null
  const staff = demo.staff[0]
  if (!staff) throw new Error('The demonstration has no staff: start again with --fresh.')
  const office = { origin: demo.origin, key: staff.key }
  console.log('Importing the sample graduates …')
  const sheet = readFileSync(GRADUATES, 'utf8').replace(...ONE_ADDRESS)
  const { id } = await upload(office, new Uint8Array(Buffer.from(sheet)))
  await issueAll(office, id, showProgress)
  const { rows } = await ask<{ rows: { recordId: string; number: string | null }[] }>(
    office,
    'GET',
    `/api/v1/imports/${id}`,
  )
  const numbers = new Map(rows.flatMap(({ recordId, number }) => (number ? [[recordId, number]] : [])))
  await act(office, numbers.get(ON_HOLD), { act: 'suspend', reason: 'paperwork' })
  await act(office, numbers.get(TO_WITHDRAW), { act: 'revoke', reason: 'issued-in-error' })
  await askOffice(demo.origin, numbers)
  demo.numbers = rows.flatMap(({ number }) => number ?? [])
  keepDemo(demo)
  return numbers
}

async function act(office: Office, number: string | undefined, event: { act: string; reason: string }) {
  if (!number) return
  await ask(office, 'POST', `/api/v1/credentials/${number}/events`, JSON.stringify(event), {
    'Content-Type': 'application/json',
    'Idempotency-Key': `demo-${event.act}`,
  })
}
