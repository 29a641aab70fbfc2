/** The service as the office's own programs talk to it. */
import type { Preview } from '../services/import.ts'
import type { Progress } from '../store/imports.ts'
import { readDemo } from './demo.ts'

export interface Office {
  origin: string
  key: string
}

/**
 * LSSC_ORIGIN with LSSC_STAFF_KEY, or else the demonstration on this machine.
 * @throws Error that says what to do, where there is neither
 */
export function officeHere(): Office {
  const { LSSC_ORIGIN, LSSC_STAFF_KEY } = process.env
  if (LSSC_ORIGIN && LSSC_STAFF_KEY) return { origin: LSSC_ORIGIN, key: LSSC_STAFF_KEY }
  const demo = readDemo()
  const staff = demo?.staff[0]
  if (!demo || !staff)
    throw new Error('Start the demonstration first (npm start), or set LSSC_ORIGIN and LSSC_STAFF_KEY.')
  return { origin: demo.origin, key: staff.key }
}

/** @throws Error with the problem's own words */
export async function ask<T>(
  office: Office,
  method: string,
  path: string,
  body?: BodyInit,
  headers: HeadersInit = {},
) {
  const response = await fetch(`${office.origin}${path}`, {
    method,
    headers: { Authorization: `Bearer ${office.key}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const answer = (await response.json()) as T & {
    title?: string
    detail?: string
    errors?: { field: string; message: string }[]
  }
  if (response.ok) return answer
  const errors = (answer.errors ?? []).map(({ field, message }) => `\n  ${field}: ${message}`).join('')
  throw new Error(`${answer.title ?? response.status}. ${answer.detail ?? ''}${errors}`)
}

export function upload(office: Office, file: Uint8Array<ArrayBuffer>): Promise<Preview> {
  return ask<Preview>(office, 'POST', '/api/v1/imports', file, { 'Content-Type': 'text/csv' })
}

/**
 * Issues everything that was accepted, chunk by chunk. Cut off anywhere, it goes on where it was.
 * @throws Error with the problem's own words, as when many rows need a second person
 */
export async function issueAll(
  office: Office,
  id: string,
  show: (progress: Progress) => void,
): Promise<Progress> {
  let before = -1
  for (;;) {
    const { progress } = await ask<{ progress: Progress }>(office, 'POST', `/api/v1/imports/${id}`)
    show(progress)
    if (progress.waiting === 0) return progress
    if (progress.issued === before)
      throw new Error('Nothing moves any more: look at the rows of this import in the console.')
    before = progress.issued
  }
}

/** Shows how far an import is, on one line. */
export function showProgress({ issued, waiting }: Progress): void {
  const line = `  issued ${issued} of ${issued + waiting}`
  process.stdout.write(process.stdout.isTTY ? `\r${line}${waiting === 0 ? '\n' : ''}` : `${line}\n`)
}
