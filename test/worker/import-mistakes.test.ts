// Sheets with mistakes in them: what is right is issued, nothing of the rest is, and nothing is half done.
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Preview } from '../../worker/services/import.ts'
import malformed from '../fixtures/graduates_malformed.csv?raw'
import utf16 from '../fixtures/malformed_utf16le_bom.csv?bytes'
import { ada, ask as send } from './office.ts'

async function ask<T>(method: string, path: string, body?: BodyInit): Promise<T> {
  const headers = { Authorization: `Bearer ${ada.key}`, 'Content-Type': 'text/csv' }
  return (await (await send(path, { method, headers, ...(body === undefined ? {} : { body }) })).json()) as T
}

const count = (table: string) => env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n')

test('issues what is right, and nothing of what is not', async () => {
  const { id, progress } = await ask<Preview>('POST', '/api/v1/imports', malformed)
  while ((await ask<Preview>('POST', `/api/v1/imports/${id}`)).progress.waiting > 0);
  const done = await ask<Preview>('GET', `/api/v1/imports/${id}`)
  expect(done.rows.every(({ outcome, number }) => (outcome === 'accept') === (number !== null))).toBe(true)
  expect(done.progress).toEqual({ ...progress, issued: progress.accept, waiting: 0 })
  expect(progress.accept + progress.review + progress.reject).toBe(done.rows.length)
  expect(await count('credential')).toBe(progress.accept)
})

test('a file that cannot be read at all is refused in one sentence, and leaves nothing', async () => {
  const before = await count('import')
  const problem = await ask('POST', '/api/v1/imports', utf16 as Uint8Array<ArrayBuffer>)
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('UTF-8') })
  expect(await count('import')).toBe(before)
})

test('a chunk that fails half-way leaves nothing of it, and is done whole when asked again', async () => {
  const rest = malformed.replaceAll('LSSC-2023-9', 'LSSC-2023-8').replaceAll('@example.org', '@example.net')
  const { id, progress } = await ask<Preview>('POST', '/api/v1/imports', rest)
  const counts = () => Promise.all(['credential', 'token', 'leaf', 'event'].map(count))
  const before = await counts()
  await env.DB.prepare(
    "CREATE TRIGGER fault BEFORE INSERT ON token WHEN (SELECT COUNT(*) FROM token) > 8 BEGIN SELECT RAISE(ABORT, 'fault'); END",
  ).run()
  expect(await ask('POST', `/api/v1/imports/${id}`)).toMatchObject({ status: 500 })
  expect(await counts()).toEqual(before)
  await env.DB.prepare('DROP TRIGGER fault').run()
  const again = await ask<Preview>('POST', `/api/v1/imports/${id}`)
  expect(again.progress.issued).toBe(progress.accept)
})

test('an import that there is not', async () => {
  expect(await ask('POST', '/api/v1/imports/none')).toMatchObject({ status: 404 })
  expect(await ask('GET', '/api/v1/imports/none')).toMatchObject({ status: 404 })
})
