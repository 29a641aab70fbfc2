// What leaves the office as a file: no cell is a formula, nothing is left out, and the audit says who took it.
import { env } from 'cloudflare:workers'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AwardRecord } from '../../shared/record.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { issueOne, textOf } from './office.ts'

/** What spreadsheets take for the beginning of a formula. */
const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '=HYPERLINK("http://x","y")']
const FORMULA = /^[\s\ufeff]*[=+\-@]|^[\t\r]/

let ivy: Visitor
let hostile: string

/** No door lets such a record in; a file has to be safe whatever the tables hold. */
async function poison(number: string, record: AwardRecord): Promise<void> {
  const [formula = ''] = HOSTILE
  const bad = {
    ...record,
    name: { ...record.name, display: '=cmd|"/c calc"!A1', native: '+李娜', former: HOSTILE },
    email: '@x.example',
    region: '\t=1',
    country: '-1',
    enrolledOn: formula,
    renewedOn: ['=2', '=3'],
    provisionalUntil: '\r=1',
  }
  await env.DB.prepare('UPDATE credential SET record = ?2, office_number = ?3, since = ?4 WHERE number = ?1')
    .bind(number, JSON.stringify(bad), '=LSSC"', ' =9')
    .run()
}

beforeAll(async () => {
  ivy = await signedIn('issuer')
  const desk = makeDesk(env)
  hostile = (await issueOne(desk, { certifiedOn: '2023-03-01' })).number
  await issueOne(desk, {
    name: { display: 'Nguyễn, "Minh"', order: 'given-first' },
    certifiedOn: '2024-06-15',
  })
  await poison(hostile, makeAward({ certifiedOn: '2023-03-01' }))
})

describe('the spreadsheet', () => {
  test('is UTF-8 with its mark, CRLF, named for the day, and kept by no cache', async () => {
    const response = await ivy.get('/staff/find.csv')
    const bytes = new Uint8Array(await response.clone().arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=UTF-8; header=present')
    expect(response.headers.get('Content-Disposition')).toBe(
      'attachment; filename="lssc-records-2026-11-22.csv"',
    )
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect((await response.text()).split('\r\n')).toHaveLength(4)
  })

  test('has no cell that a spreadsheet would run, and each comes back as the text it was', async () => {
    const text = await textOf(await ivy.get('/staff/find.csv?year=2023'))
    const { data, errors } = Papa.parse<string[]>(text.trim(), {})
    expect(errors).toEqual([])
    expect(data).toHaveLength(2)
    for (const cell of data.flat()) expect(cell).not.toMatch(FORMULA)
    const row = Object.fromEntries((data[0] ?? []).map((head, i) => [head, data[1]?.[i]]))
    expect(row).toMatchObject({
      number: hostile,
      name: `'=cmd|"/c calc"!A1`,
      native_name: "'+李娜",
      former_names: `'${HOSTILE.join('; ')}`,
      email: "'@x.example",
      country: "'-1",
      office_number: `'=LSSC"`,
      renewed_on: "'=2; =3",
      region: "'\t=1",
      provisional_until: "'\r=1",
      state_since: "' =9",
      enrolled_on: "'=1+1",
    })
  })
})

test('for programs: one JSON object a line, each the whole record', async () => {
  const response = await ivy.get('/staff/find.ndjson')
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson')
  const lines = (await textOf(response))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatchObject({
    number: hostile,
    url: `${env.ORIGIN}/c/${hostile}`,
    officeNumber: '=LSSC"',
    record: { name: { display: '=cmd|"/c calc"!A1' } },
  })
})

describe('who takes it', () => {
  test('stands in the audit, with what was chosen and no name of a holder; for looking at the headers nothing does', async () => {
    const deeds = async () =>
      (
        await env.DB.prepare("SELECT actor, subject, detail FROM audit WHERE act = 'exported-records'").all<{
          actor: string
          subject: string
          detail: string
        }>()
      ).results
    const before = (await deeds()).length
    await textOf(await ivy.get('/staff/find.csv?q=minh&state=current'))
    const [deed, ...more] = (await deeds()).slice(before)
    expect(more).toEqual([])
    expect(deed).toMatchObject({ actor: ivy.name, subject: 'csv' })
    expect(JSON.parse(deed?.detail ?? '')).toMatchObject({ search: { named: true, state: 'current' } })
    expect(deed?.detail).not.toContain('minh')
  })

  test('is never a viewer', async () => {
    const vic = await signedIn('viewer')
    for (const path of ['/staff/find.csv', '/staff/find.ndjson']) {
      const response = await vic.get(path)
      expect(response.status).toBe(403)
      expect(await textOf(response)).not.toContain(hostile)
    }
  })
})

test('5,000 records are all there, each once', async () => {
  for (let i = 0; i < 5; i++) {
    await env.DB.prepare(
      `INSERT INTO credential (number, holder, office_number, record, certified_on, expires_on, current_version,
             standing, since, public_reason, successor, visibility, created_at) SELECT printf('ZZZZ-%04d-ZZZZ', value), c.holder, NULL, c.record,
         printf('2012-%02d-%02d', value % 12 + 1, value % 28 + 1), c.expires_on, 1, 'good', NULL, NULL, NULL, 'link', c.created_at
       FROM credential c, json_each(?1) WHERE c.number = ?2`,
    )
      .bind(JSON.stringify(Array.from({ length: 1000 }, (_, j) => i * 1000 + j)), hostile)
      .run()
  }
  const lines = (await textOf(await ivy.get('/staff/find.ndjson?year=2012'))).trimEnd().split('\n')
  const records = lines.map((line) => JSON.parse(line) as { number: string })
  expect(new Set(records.map(({ number }) => number)).size).toBe(5000)
  expect(lines).toHaveLength(5000)
  const bytes = await (await ivy.get('/staff/find.csv?year=2012')).arrayBuffer()
  const csv = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  expect(csv.match(/^ZZZZ-\d{4}-ZZZZ,/gm)).toHaveLength(5000)
  expect(csv.match(/\ufeff/g)).toHaveLength(1)
})
