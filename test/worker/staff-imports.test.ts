// Sheets that come through the console's form: read as labelled, or refused in a sentence; and given back.
import { env } from 'cloudflare:workers'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTable } from '../../worker/sheet/file.ts'
import graduates from '../fixtures/graduates.csv?bytes'
import malformed from '../fixtures/graduates_malformed.csv?bytes'
import aliasHeaders from '../fixtures/malformed_alias_headers.csv?bytes'
import crOnly from '../fixtures/malformed_cr_only.csv?bytes'
import empty from '../fixtures/malformed_empty.csv?bytes'
import labels from '../fixtures/malformed_labels.json'
import nulByte from '../fixtures/malformed_nul_byte.csv?bytes'
import semicolon from '../fixtures/malformed_semicolon.csv?bytes'
import utf16leBom from '../fixtures/malformed_utf16le_bom.csv?bytes'
import windows1252 from '../fixtures/malformed_windows_1252.csv?bytes'
import { signedIn, type Visitor } from './console.ts'
import { deedsOf, officeNumber, ownSheet, path, progressOf, rowsOf, upload, uploaded } from './imports.ts'
import { textOf } from './office.ts'
import { bytesOf } from './sheet-samples.ts'

let ivy: Visitor
let vic: Visitor
beforeAll(async () => {
  ivy = await signedIn('issuer')
  vic = await signedIn('viewer')
})

const imports = () => env.DB.prepare('SELECT COUNT(*) AS n FROM import').first<number>('n')
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a malformed sheet ends as labelled', () => {
  test('row by row', async () => {
    const id = await uploaded(ivy, malformed)
    const { data } = Papa.parse<{ record_id: string; x_expected: string }>(text(malformed), {
      header: true,
      skipEmptyLines: true,
    })
    const expected = data.map(({ record_id, x_expected }) => [record_id, x_expected])
    const place = Object.keys(data[0] ?? {}).indexOf('record_id')
    const found = (await rowsOf(id)).map(({ cells, outcome }) => [cells[place], outcome])
    expect(found).toEqual(expected)
    const page = await textOf(await ivy.get(`${path}/${id}`))
    for (const [outcome, word] of [
      ['accept', 'accepted'],
      ['review', 'in review'],
      ['reject', 'rejected'],
    ])
      expect(page).toContain(`<b>${expected.filter(([, one]) => one === outcome).length}</b> ${word}`)
  })

  test.for([
    ['alias_headers.csv', aliasHeaders],
    ['cr_only.csv', crOnly],
  ] as const)('%s is accepted', async ([name, bytes]) => {
    expect(labels[name]).toBe('accept')
    expect(await progressOf(await uploaded(ivy, bytes))).toMatchObject({ accept: 6, review: 0, reject: 0 })
  })

  test('semicolon.csv: rows that hold semicolons are rejected', async () => {
    const rows = await rowsOf(await uploaded(ivy, semicolon))
    const ids = (outcome: string) => rows.filter((row) => row.outcome === outcome).map((row) => row.cells[0])
    expect(ids('accept')).toEqual(labels['semicolon.csv'].accept)
    expect(ids('reject')).toEqual(labels['semicolon.csv'].reject)
  })

  test.for([
    ['empty.csv', empty, 'not empty'],
    ['nul_byte.csv', nulByte, 'Save as: CSV UTF-8'],
    ['utf16le_bom.csv', utf16leBom, 'UTF-16 (“Unicode text”): in the spreadsheet choose “Save as: CSV UTF-8'],
    ['windows_1252.csv', windows1252, 'Windows-1252): in the spreadsheet choose “Save as: CSV UTF-8'],
  ] as const)('%s is refused in a sentence, and nothing of it is kept', async ([name, bytes, sentence]) => {
    expect(labels[name]).toMatch(/^reject-file/)
    const before = await imports()
    const response = await upload(ivy, bytes)
    expect(response.status).toBe(422)
    const page = await textOf(response)
    expect(page).toContain(sentence)
    expect(page).toContain('href="#f-sheet"')
    expect(await imports()).toBe(before)
  })

  test.for([
    ['a byte order mark', '\uFEFF', ','],
    ['tabs', '', '\t'],
  ] as const)('with %s a sheet is read', async ([, mark, separator]) => {
    const { data } = Papa.parse<string[]>(text(ownSheet({}, {})))
    const file = bytesOf(mark + Papa.unparse(data, { delimiter: separator }))
    expect(await progressOf(await uploaded(ivy, file))).toMatchObject({ accept: 2, reject: 0 })
  })

  test('one row too many, or no file at all, is said', async () => {
    const { data } = Papa.parse<string[]>(text(ownSheet({})))
    const large = Papa.unparse([data[0] ?? [], ...Array.from({ length: 5001 }, () => data[1] ?? [])])
    expect(await textOf(await upload(ivy, bytesOf(large)))).toContain('more than 5000 rows')
    expect(await textOf(await ivy.post(path, {}))).toContain('Choose a file')
  })
})

describe('a sheet that is uploaded', () => {
  test('is audited, listed, and known when it comes again', async () => {
    const sheet = ownSheet({}, { certified_on: '' })
    const id = await uploaded(ivy, sheet)
    expect(await deedsOf(id)).toEqual([
      { actor: ivy.name, act: 'uploaded-import', why: null, detail: { rows: 2 } },
    ])
    expect(await textOf(await ivy.get(path))).toMatch(/>1 to issue<\/a>, <a [^>]+show=rejected">1 rejected</)
    const again = await upload(ivy, sheet)
    expect(again.headers.get('Location')).toBe(`${path}/${id}?done=known`)
    expect(await deedsOf(id)).toHaveLength(1)
  })

  test('is nobody’s to see or send who may not issue', async () => {
    const sheet = ownSheet({})
    expect((await upload(vic, sheet)).status).toBe(403)
    const id = await uploaded(ivy, sheet)
    const [row] = await rowsOf(id)
    const pages = ['', '/sheet.csv', '/report.csv', `/rows/${row?.line}`].map((end) => `${path}/${id}${end}`)
    for (const page of [path, '/staff/sheet-template.csv', ...pages]) {
      expect((await vic.get(page)).status, page).toBe(403)
    }
    for (const form of [`${path}/${id}`, `${path}/${id}/run`, `${path}/${id}/rows/${row?.line}`]) {
      expect((await vic.post(form, { act: 'leave-out', version: '0' })).status, form).toBe(403)
    }
    expect((await progressOf(id)).waiting).toBe(1)
  })

  test('whose session ended on the way is kept nowhere, and the file has to be chosen again', async () => {
    const before = await imports()
    const response = await upload({ ...ivy, headers: { Accept: 'text/html' } }, ownSheet({}))
    expect(response.status).toBe(401)
    expect(await textOf(response)).toContain('A chosen file has to be chosen again.')
    expect(await imports()).toBe(before)
  })

  test('lists fifty rows a page, and only those that are asked for', async () => {
    const changes = Array.from({ length: 60 }, (_, i) => (i % 6 === 0 ? { certified_on: '' } : {}))
    const id = await uploaded(ivy, ownSheet(...changes))
    const listed = async (query: string) =>
      [...(await textOf(await ivy.get(`${path}/${id}?${query}`))).matchAll(/<tr role="row" id="row-/g)].length
    expect([await listed(''), await listed('page=2'), await listed('page=3')]).toEqual([50, 10, 0])
    expect([await listed('show=rejected'), await listed('show=ready')]).toEqual([10, 50])
    expect(await listed('show=nonsense&page=-1')).toBe(50)
  })
})

describe('a sheet that is given back', () => {
  const given = async (address: string) => {
    const response = await ivy.get(address)
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/)
    return new Uint8Array(await response.arrayBuffer())
  }

  test('has its own columns and what is wrong, and is read again as it was', async () => {
    const id = await uploaded(ivy, graduates)
    const file = await given(`${path}/${id}/sheet.csv`)
    const [back, first] = [readTable(file), readTable(graduates)]
    if ('refused' in back || 'refused' in first) throw new Error('refused')
    expect(back.columns.map(({ header }) => header)).toEqual([
      ...first.columns.map(({ header }) => header),
      'what is wrong',
    ])
    expect(back.rows.map(({ cells }) => cells.slice(0, -1))).toEqual(first.rows.map(({ cells }) => cells))
    expect(back.rows.filter(({ cells }) => cells.at(-1) !== '').map(({ cells }) => cells[0])).toEqual([
      'G041',
    ])
    const again = await uploaded(ivy, file)
    expect((await progressOf(again)).review).toBe(1)
    const third = text(await given(`${path}/${again}/sheet.csv`))
    expect(third.match(/what is wrong/g)).toHaveLength(1)
  })

  test('runs nothing in a spreadsheet, and comes back without what guards it', async () => {
    const names = ['=HYPERLINK("http://evil.example")', '+1', '@SUM(A1)', '-2+3']
    const id = await uploaded(ivy, ownSheet(...names.map((name) => ({ display_name: name }))))
    const file = await given(`${path}/${id}/sheet.csv`)
    const cells = Papa.parse<string[]>(text(file)).data.slice(1).flat()
    expect(cells.filter((one) => /^[=+@\t\r]|^-./.test(one))).toEqual([])
    const again = await rowsOf(await uploaded(ivy, file))
    const place = Object.keys(
      Papa.parse<object>(text(file).slice(1), { header: true }).data[0] ?? {},
    ).indexOf('display_name')
    expect(again.map((row) => row.cells[place])).toEqual(names)
  })

  test('only with what is open, brings along what replaced it', async () => {
    const sheet = ownSheet(
      {
        status_event: `superseded 2023-09-01 by ${officeNumber(2, 999)}`,
        email: 'two@a.example, b@a.example',
      },
      { credential_no: officeNumber(2, 999) },
      {},
    )
    const id = await uploaded(ivy, sheet)
    const open = readTable(await given(`${path}/${id}/sheet.csv?which=open`))
    if ('refused' in open) throw new Error(open.refused)
    expect(open.rows).toHaveLength(2)
  })

  test('empty, has every column that is read', async () => {
    const file = text(await given('/staff/sheet-template.csv'))
    const row = Papa.unparse([
      file
        .trim()
        .split(',')
        .map(() => ''),
    ])
    const table = readTable(bytesOf(`${file}${row.replace(',', 'x,')}`))
    expect(table).toMatchObject({ notes: [] })
  })
})
