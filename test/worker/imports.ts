// How the tests of imports come to a sheet in the console: they upload it, and do things to its rows.
import { env } from 'cloudflare:workers'
import Papa from 'papaparse'
import type { KeptRow, Progress } from '../../worker/services/import.ts'
import { wholeRows } from '../../worker/store/import-rows.ts'
import { importProgress } from '../../worker/store/imports.ts'
import type { Visitor } from './console.ts'
import { ask, textOf } from './office.ts'
import { bytesOf, GOOD, type Sample } from './sheet-samples.ts'

export const path = '/staff/imports'
let sheets = 0

/** A sheet of good rows, each with something changed; its people and numbers are its own. */
export function ownSheet(...changes: Partial<Sample>[]): Uint8Array {
  sheets += 1
  const rows = changes.map((change, i) => ({
    ...GOOD,
    record_id: `S${sheets}-${i + 1}`,
    credential_no: officeNumber(i + 1),
    email: `s${sheets}r${i + 1}@example.org`,
    ...change,
  }))
  return bytesOf(Papa.unparse(rows))
}

/** The office number of a row of the newest sheet, or of the next one. */
export function officeNumber(row: number, sheet = sheets): string {
  return `LSSC-2023-${sheet}${String(row).padStart(4, '0')}`
}

/** Sends a file as the page's own form would. */
export function upload(visitor: Visitor, file: Uint8Array, name = 'sheet.csv'): Promise<Response> {
  const body = new FormData()
  body.set('token', visitor.token)
  body.set('request', crypto.randomUUID())
  body.set('sheet', new File([file as Uint8Array<ArrayBuffer>], name, { type: 'text/csv' }))
  const headers = { ...visitor.headers, Origin: env.ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  return ask(path, { method: 'POST', headers, body })
}

/** Uploads a sheet that can be read. */
export async function uploaded(visitor: Visitor, file: Uint8Array): Promise<string> {
  const response = await upload(visitor, file)
  const to = response.headers.get('Location') ?? (await textOf(response))
  const id = /^\/staff\/imports\/([\w-]{43})\?done=uploaded$/.exec(to)?.[1]
  if (!id) throw new Error(`Not uploaded: ${to}`)
  return id
}

export function rowsOf(id: string): Promise<KeptRow[]> {
  return wholeRows(env.DB, id)
}

export function progressOf(id: string): Promise<Progress> {
  return importProgress(env.DB, id)
}

/** Does something to the row at this place of the sheet, counted from 0, as it stands now. */
export async function onRow(
  visitor: Visitor,
  id: string,
  place: number,
  fields: Record<string, string>,
): Promise<Response> {
  const row = (await rowsOf(id))[place] as KeptRow
  return visitor.post(`${path}/${id}/rows/${row.line}`, { version: String(row.version), ...fields })
}

/** The name of a column's field in the form of a row. */
export function cell(header: keyof typeof GOOD): string {
  return `cell-${Object.keys(GOOD).indexOf(header)}`
}

/** Every deed of one import, the oldest first. */
export async function deedsOf(id: string) {
  const found = await env.DB.prepare(
    'SELECT actor, act, why, detail FROM audit WHERE subject = ?1 ORDER BY id',
  )
    .bind(id)
    .all<{ actor: string; act: string; why: string | null; detail: string }>()
  return found.results.map(({ detail, ...deed }) => ({ ...deed, detail: JSON.parse(detail) as object }))
}
