// The sample graduates, issued by import. The same sheet again is the same import: any test may ask for them.
import { readFileSync } from 'node:fs'
import type { Preview } from '../../worker/services/import.ts'
import { staff } from './staff.ts'

const sheet = readFileSync(new URL('../fixtures/graduates.csv', import.meta.url))

/** @returns the sheet's own ids, and the numbers they were given */
export async function issueGraduates(origin: string): Promise<Map<string, string>> {
  const ask = async (method: string, path: string, body?: BodyInit) => {
    const headers = { Authorization: `Bearer ${staff[0].key}`, 'Content-Type': 'text/csv' }
    const response = await fetch(`${origin}${path}`, { method, headers, ...(body ? { body } : {}) })
    return (await response.json()) as Preview
  }
  const { id } = await ask('POST', '/api/v1/imports', sheet)
  while ((await ask('POST', `/api/v1/imports/${id}`)).progress.waiting > 0);
  const { rows } = await ask('GET', `/api/v1/imports/${id}`)
  return new Map(rows.flatMap(({ recordId, number }) => (number ? [[recordId, number]] : [])))
}
