// The sheet of 45 graduates through the API, from the file to the state of every record.
import { env } from 'cloudflare:workers'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fromBase64url, fromUtf8 } from '../../shared/bytes.ts'
import { phaseOn } from '../../shared/term.ts'
import type { Verdict } from '../../shared/verdict.ts'
import type { Preview } from '../../worker/services/import.ts'
import graduates from '../fixtures/graduates.csv?raw'
import { ada, ask as send, textOf } from './office.ts'

interface Row {
  record_id: string
  display_name: string
  credential_no: string
  expected_status_2025_06_30: string
}
const sheet = Papa.parse<Row>(graduates, { header: true, skipEmptyLines: true }).data

/** As staff. */
async function ask<T>(method: string, path: string, body?: BodyInit): Promise<T> {
  const headers = { Authorization: `Bearer ${ada.key}`, 'Content-Type': 'text/csv' }
  return (await (await send(path, { method, headers, ...(body === undefined ? {} : { body }) })).json()) as T
}

async function issueAll(id: string): Promise<Preview> {
  for (;;) {
    const { progress } = await ask<Preview>('POST', `/api/v1/imports/${id}`)
    if (progress.waiting === 0) return ask<Preview>('GET', `/api/v1/imports/${id}`)
  }
}

beforeAll(() => {
  vi.setSystemTime('2025-06-30T17:00:00Z')
})

describe('the sheet of the sample graduates', () => {
  const read = { accept: 44, review: 1, reject: 0, undecided: 1, leftOut: 0 }
  let preview: Preview
  let done: Preview
  beforeAll(async () => {
    preview = await ask<Preview>('POST', '/api/v1/imports', graduates)
    done = await issueAll(preview.id)
  })

  test('is shown row by row before anything is issued', () => {
    expect(preview.progress).toEqual({ ...read, issued: 0, waiting: 44 })
    const [held] = preview.rows.filter(({ outcome }) => outcome === 'review')
    expect(held?.recordId).toBe('G041')
    expect(held?.findings[0]?.message).toContain('former or other name')
  })

  test('is issued but for the one row that waits for a person', () => {
    expect(done.progress).toEqual({ ...read, issued: 44, waiting: 0 })
    expect(done.rows.find(({ recordId }) => recordId === 'G041')?.number).toBeNull()
  })

  test.for(sheet.filter(({ record_id }) => record_id !== 'G041'))(
    '$record_id is $expected_status_2025_06_30 on that day',
    async ({ record_id, expected_status_2025_06_30: expected }) => {
      const number = done.rows.find(({ recordId }) => recordId === record_id)?.number
      const { verdict } = await ask<{ verdict: Verdict }>('GET', `/api/v1/credentials/${number}`)
      expect(statusOf(verdict)).toBe(expected)
    },
  )

  test('every name is NFC, and the same bytes in token, database, page and API', async () => {
    for (const row of done.rows.filter(({ number }) => number)) {
      const name =
        sheet.find(({ record_id }) => record_id === row.recordId)?.display_name.normalize('NFC') ?? ''
      const { verdict } = await ask<{ verdict: Verdict }>('GET', `/api/v1/credentials/${row.number}`)
      const stored = await env.DB.prepare(
        'SELECT h.display_name AS name FROM holder h JOIN credential c ON c.holder = h.id WHERE c.number = ?1',
      )
        .bind(row.number)
        .first<{ name: string }>()
      const page = await textOf(await send(`/c/${row.number}`))
      expect(verdict.credential?.holder.display).toBe(name)
      expect(stored?.name).toBe(name)
      expect(page).toContain(`<bdi>${escaped(verdict.credential?.holder.native ?? name)}</bdi>`)
    }
  })

  test('keeps the office’s sequential numbers to itself', async () => {
    const number = done.rows.find(({ recordId }) => recordId === 'G001')?.number
    const answer = await ask<{ token: string; verdict: Verdict }>('GET', `/api/v1/credentials/${number}`)
    const page = await textOf(await send(`/c/${number}`))
    const signed = fromUtf8(fromBase64url(answer.token.split('.')[1] ?? '') ?? new Uint8Array())
    expect(signed).toContain(number)
    expect(JSON.stringify(answer) + signed).not.toContain('LSSC-2012-0001')
    expect(page).not.toContain('LSSC-2012-0001')
  })

  test('what was replaced points to what replaced it', async () => {
    const [old, successor] = ['G021', 'G022'].map(
      (id) => done.rows.find(({ recordId }) => recordId === id)?.number,
    )
    const { verdict } = await ask<{ verdict: Verdict }>('GET', `/api/v1/credentials/${old}`)
    expect(verdict.circumstances).toEqual({
      state: 'superseded',
      since: '2023-09-01',
      successor: `http://localhost:8787/c/${successor}`,
    })
  })

  test('the same file again is the same import, and issues nothing twice', async () => {
    const again = await ask<Preview>('POST', '/api/v1/imports', graduates)
    expect(again.id).toBe(preview.id)
    expect((await issueAll(again.id)).progress.issued).toBe(44)
  })

  test('the same file twice at once is one import', async () => {
    const twice = `${graduates}\n\n`
    const [one, other] = await Promise.all([1, 2].map(() => ask<Preview>('POST', '/api/v1/imports', twice)))
    expect(other).toEqual(one)
    expect(one?.rows).toHaveLength(45)
  })

  test('the same people in another file are refused, each by its number', async () => {
    const copy = await ask<Preview>('POST', '/api/v1/imports', `${graduates}\n`)
    expect(copy.progress).toMatchObject({ accept: 0, reject: 44 })
  })
})

/** The sheet's word for what our verdict says. */
function statusOf({ state, credential, checkedAt }: Verdict): string {
  const phase = credential ? phaseOn(credential.expiresOn, checkedAt.slice(0, 10)) : ''
  if (state === 'valid')
    return credential?.provisional ? 'provisional' : phase === 'current' ? 'active' : phase
  return state === 'expired' && phase === 'grace' ? 'grace' : state
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#39;')
}
