import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readSheet } from '../../worker/sheet/sheet.ts'
import { accepted, bytesOf, GOOD, sheetOf, TODAY, told } from './sheet-samples.ts'

const HEADER = Object.keys(GOOD)
const text = (...changes: Parameters<typeof sheetOf>) => new TextDecoder().decode(sheetOf(...changes))

function refused(bytes: Uint8Array): { code: string; refused: string } {
  const sheet = readSheet(bytes, TODAY)
  if (!('refused' in sheet)) throw new Error('It was read.')
  return sheet
}

describe('read', () => {
  test.for([
    ['with a byte order mark', (csv: string) => `\uFEFF${csv}`],
    ['with CRLF', (csv: string) => csv.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')],
    ['with LF', (csv: string) => csv.replaceAll('\r\n', '\n')],
    ['with CR', (csv: string) => csv.replaceAll('\r\n', '\r')],
    ['with a mixture of them', (csv: string) => csv.replace('\r\n', '\r').replace('\r\n', '\n')],
    ['with tabs', (csv: string) => csv.replaceAll(',', '\t')],
    ['with semicolons', (csv: string) => csv.replaceAll(',', ';')],
    ['with a last line end', (csv: string) => `${csv}\r\n`],
    [
      'with empty lines and rows',
      (csv: string) => csv.replace('\r\n', `\r\n\r\n${','.repeat(HEADER.length - 1)}\r\n`),
    ],
    ['with empty columns at the end', (csv: string) => `${csv.replaceAll('\r\n', ',,\r\n')},,`],
    [
      'with every cell quoted',
      (csv: string) => Papa.unparse(Papa.parse<string[]>(csv).data, { quotes: true }),
    ],
  ] as const)('%s', ([, damage]) => {
    const { rows } = accepted(bytesOf(damage(text({}, {}))))
    expect(rows.map(({ recordId, outcome }) => [recordId, outcome])).toEqual([
      ['R1', 'accept'],
      ['R2', 'accept'],
    ])
  })

  test('headers as people write them', () => {
    const csv = text({})
      .replace('display_name', 'Full Name')
      .replace('credential_no', 'Certificate Number')
      .replace('certified_on', 'certifiedOn')
      .replace('expires_on', 'Expiration date')
      .replace('email', 'E-mail Address')
      .replace('technology', 'Library Technology')
      .replace('reference-and-information-services', 'Reference & Information Services')
    const { rows, notes } = accepted(bytesOf(csv))
    expect(told(rows[0]!)).toEqual([])
    expect(notes).toEqual([])
    const wrong = accepted(bytesOf(csv.replace('2023-02-01', '2/1/23'))).rows[0]
    expect(wrong?.findings[0]?.message).toMatch(/^Row 2, certifiedOn: “2\/1\/23” has a year of two digits/)
  })

  test('rows are counted as a spreadsheet does, lines as a text editor does', () => {
    const { rows } = accepted(bytesOf(`\n${text({ region: 'a\nb' }, {})}`))
    expect(rows.map(({ line, row }) => [line, row])).toEqual([
      [3, 3],
      [5, 4],
    ])
  })

  test('a row that does not fit is rejected alone', () => {
    const [header, first, second] = text({}, {}).split('\r\n') as [string, string, string]
    const { rows } = accepted(bytesOf([header, `${first},more`, 'R9,short', second].join('\n')))
    expect(rows.map(({ outcome }) => outcome)).toEqual(['reject', 'reject', 'accept'])
    expect(told(rows[1]!)).toEqual(['reject row-ragged '])
  })
})

describe('not read at all', () => {
  const csv = text({})
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['file-empty', '', /empty/],
    ['file-empty', '\uFEFF \r\n', /empty/],
    ['file-empty', HEADER.join(','), /no rows/],
    ['file-not-csv', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /workbook/],
    ['file-utf16', Uint8Array.of(0xfe, 0xff, 0, 0x72), /UTF-16/],
    ['file-utf16', Uint8Array.from([...csv].flatMap((c) => [c.charCodeAt(0), 0])), /UTF-16/],
    ['file-nul', csv.replace('Pat', 'P\0t'), /^Line 2 holds a NUL/],
    ['file-not-utf8', Uint8Array.of(...bytesOf(`${csv}\r\n\n`), 0xe9), /^Line 4 is not UTF-8/],
    [
      'file-quote',
      csv.replace('Pat Example', '"Pat Example'),
      /^The quotation mark that opens on line 2 is never closed/,
    ],
    [
      'file-quote',
      csv.replace('Pat Example', '"Pat "P" Example"'),
      /^A quotation mark inside a quoted cell on line 2/,
    ],
    ['file-header', csv.replace('region', '__proto__'), /“__proto__”/],
    ['file-header', csv.replace('region', 'constructor'), /“constructor”/],
    ['file-column-missing', csv.replace('technology', 'tech'), /no column for technology/],
    ['file-column-missing', 'a,b\n1,2', /no column for display_name, certified_on/],
    ['file-column-twice', csv.replace('region', 'email address'), /“email” and “email address”/],
    [
      'file-column-twice',
      csv.replace('region', 'Collections').replace('former_names', 'collection-management'),
      /Collections/,
    ],
    [
      'file-column-twice',
      csv.replace('region', 'Extra').replace('native_name', 'extra'),
      /“extra” and “Extra”/,
    ],
    ['file-too-many-rows', `${csv}${'\nx'.repeat(5_000)}`, /more than 5000 rows/],
    ['file-cell-too-long', csv.replace('TX', 'x'.repeat(4_097)), /^Row 2, column “region”/],
    ['file-cell-too-long', csv.replace('TX', '李'.repeat(1_366)), /4 KB/],
    ['file-too-large', new Uint8Array(5_000_001), /5 MB/],
  ]
  test.for(cases.map(([code, file, sentence], i) => [code, i, file, sentence] as const))(
    '%s (%i)',
    ([code, , file, sentence]) => {
      const answer = refused(typeof file === 'string' ? bytesOf(file) : file)
      expect(answer).toEqual({ code, refused: expect.stringMatching(sentence) })
      // One sentence, with a way to mend it.
      expect(answer.refused).toMatch(/^[^.]+[:;].+\.$/)
    },
  )

  test('the limits themselves are within', () => {
    expect(accepted(bytesOf(csv.replace('TX', 'x'.repeat(4_096)))).counts.rows).toBe(1)
    expect(accepted(bytesOf(`${csv}${'\nx'.repeat(4_999)}`)).counts.rows).toBe(5_000)
  })
})

describe('rows against each other', () => {
  const outcomes = (...changes: Parameters<typeof sheetOf>) =>
    accepted(sheetOf(...changes)).rows.map((row) =>
      row.outcome === 'accept' ? 'accept' : told(row).join(', '),
    )

  test('the later of two with one number, or one id, is rejected', () => {
    expect(outcomes({}, { credential_no: 'LSSC-2023-0001' })).toEqual([
      'accept',
      'reject number-twice credential_no',
    ])
    expect(outcomes({}, { credential_no: 'lssc-2O23-0001' })).toEqual([
      'accept',
      'reject number-twice credential_no, review number-lookalike credential_no',
    ])
    expect(outcomes({}, { record_id: 'r1' })).toEqual(['accept', 'reject record-id-twice record_id'])
    expect(outcomes({ record_id: '' }, { record_id: '' })).toEqual(['accept', 'accept'])
  })

  test('one address for two people is looked at; for an award and its successor it is ordinary', () => {
    const email = 'same@example.org'
    expect(outcomes({ email }, { email: 'Same@Example.org' })).toEqual([
      'accept',
      'review email-shared email',
    ])
    const status_event = 'superseded 2024-01-01 by LSSC-2023-0002'
    expect(outcomes({ email, status_event }, { email })).toEqual(['accept', 'accept'])
  })

  const by = (number: number) => ({
    status_event: `superseded 2024-01-01 by LSSC-2023-000${number} (name change)`,
  })

  test('a chain of successors is accepted in any order', () => {
    expect(outcomes(by(2), by(3), {})).toEqual(['accept', 'accept', 'accept'])
    expect(outcomes({}, by(1), by(2))).toEqual(['accept', 'accept', 'accept'])
  })

  test('a successor that is missing, itself, or in a circle', () => {
    expect(outcomes(by(9))).toEqual(['reject successor-missing status_event'])
    expect(outcomes(by(1))).toEqual(['reject successor-is-itself status_event'])
    expect(outcomes(by(2), by(1))).toEqual([
      'reject successor-loop status_event',
      'reject successor-loop status_event',
    ])
    expect(outcomes(by(2), by(3), by(2))).toEqual([
      'reject successor-rejected status_event',
      'reject successor-loop status_event',
      'reject successor-loop status_event',
    ])
  })

  test('a second row with the successor’s number does not stand for it', () => {
    expect(outcomes(by(2), {}, { credential_no: 'LSSC-2023-0002' })).toEqual([
      'accept',
      'accept',
      'reject number-twice credential_no',
    ])
  })

  test('a successor that is not issued holds back what it replaced', () => {
    expect(outcomes(by(2), by(3), { technology: '' })).toEqual([
      'reject successor-rejected status_event',
      'reject successor-rejected status_event',
      'reject required-set-missing technology',
    ])
    expect(outcomes(by(2), { email: '' })).toEqual([
      'review successor-in-review status_event',
      'review email-missing email',
    ])
  })
})

describe('of any input', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...Object.values(GOOD),
      '',
      '2/1/23',
      '=1+1',
      '"',
      'superseded 2024-01-01 by LSSC-2023-0001',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )

  test('any cells: never a throw, counts that add up, nothing issued that is rejected', () => {
    const rows = fc.array(fc.array(cell, { minLength: HEADER.length, maxLength: HEADER.length }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(rows, (data) => {
        const sheet = readSheet(bytesOf(Papa.unparse([HEADER, ...data])), TODAY)
        if ('refused' in sheet) return
        const { rows: all, accept, review, reject } = sheet.counts
        expect(accept + review + reject).toBe(all)
        for (const { outcome, entry, findings } of sheet.rows) {
          expect(entry === null).toBe(outcome === 'reject')
          expect(findings.length === 0).toBe(outcome === 'accept')
        }
      }),
      { numRuns: 100 },
    )
  })

  test('any bytes: read or refused with a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refused(bytes).refused).toMatch(/\.$/)
      }),
    )
  })

  test('names come through as they are, whatever the script', () => {
    const names = [
      '李娜 (Li Na)',
      'مُحَمَّد',
      'नेहा',
      'محمد\u200Cرضا',
      '𠮷野 花',
      'Kahoʻokuōkalani',
      'Wil"helm"',
      'O’Brien-Ñúñez',
    ]
    const changes = names.map((display_name) => ({ display_name, given_names: '', family_names: '' }))
    const { rows } = accepted(sheetOf(...changes))
    expect(rows.map(({ entry }) => entry?.record.name.display)).toEqual(names)
  })
})
