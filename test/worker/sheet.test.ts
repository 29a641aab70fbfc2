/** The office's sheets, as they come: every row ends as its label says, and for the reason that its label names. */
import { describe, expect, test } from 'vitest'
import { phaseOn } from '../../shared/term.ts'
import { readSheet, type Sheet, type SheetCode, type SheetRow } from '../../worker/sheet/sheet.ts'
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
import { accepted, sampleRows, TODAY } from './sheet-samples.ts'

function expectSums({ rows, counts }: Sheet): void {
  const { rows: all, ...outcomes } = counts
  expect(all).toBe(rows.length)
  for (const [outcome, count] of Object.entries(outcomes)) {
    expect(rows.filter((row) => row.outcome === outcome)).toHaveLength(count)
  }
  expect(outcomes.accept + outcomes.review + outcomes.reject).toBe(all)
}

describe('the 45 graduates', () => {
  const sheet = accepted(graduates)
  const samples = sampleRows(graduates)
  const paired = sheet.rows.map((row, i) => [row, samples[i]!] as const)

  test('44 are accepted; one waits, since its name tells a former one', () => {
    expect(sheet.counts).toEqual({ rows: 45, accept: 44, review: 1, reject: 0 })
    const [held] = sheet.rows.filter(({ outcome }) => outcome !== 'accept')
    expect(held).toMatchObject({
      recordId: 'G041',
      findings: [{ code: 'name-former', column: 'display_name' }],
    })
    expectSums(sheet)
  })

  test('columns that are not read are named', () => {
    expect(sheet.notes).toEqual(['These columns are not read: expected_status_2025_06_30, route, notes.'])
  })

  test('names are NFC and nothing else is done to them', () => {
    for (const [{ entry }, sample] of paired) {
      expect(entry?.record.name.display).toBe(sample.display_name?.normalize('NFC'))
      expect(entry?.record.name.order).toBe(sample.name_order)
    }
    const nfd = paired.find(([{ recordId }]) => recordId === 'G024')!
    expect(nfd[1].display_name).not.toBe(nfd[1].display_name?.normalize('NFC'))
  })

  test('the phase on June 30, 2025 is the one expected', () => {
    const phases: Record<string, string> = {
      current: 'active',
      'renewal-window': 'renewal-window',
      grace: 'grace',
      ended: 'expired',
    }
    for (const [{ recordId, entry }, sample] of paired) {
      const { record, history } = entry!
      const expected = sample.expected_status_2025_06_30!
      const told = record.provisionalUntil ? 'provisional' : history?.standing
      expect([recordId, told ?? phases[phaseOn(record.expiresOn, TODAY)]]).toEqual([recordId, expected])
    }
  })

  test('what became of an award', () => {
    const of = (id: string) => sheet.rows.find(({ recordId }) => recordId === id)?.entry
    expect(of('G019')).toMatchObject({ record: { provisionalUntil: '2027-07-20' } })
    expect(of('G020')?.history).toEqual({
      standing: 'revoked',
      since: '2024-11-05',
      reason: 'evidence withdrawn by course provider',
    })
    expect(of('G021')?.history).toEqual({
      standing: 'superseded',
      since: '2023-09-01',
      reason: 'name change',
      successor: 'LSSC-2022-0022',
    })
    expect(of('G001')).not.toHaveProperty('history')
  })

  test('a former name is known to the office, and not shown', () => {
    const entry = sheet.rows.find(({ recordId }) => recordId === 'G022')?.entry
    expect(entry?.formerNames).toEqual(['Keisha Monroe'])
    expect(JSON.stringify(entry?.record)).not.toContain('"Keisha Monroe"')
  })

  test('versions: of the whole row, or by each date', () => {
    const versions = (id: string) =>
      sheet.rows
        .find(({ recordId }) => recordId === id)
        ?.entry?.record.areas.map(({ statements }) => statements)
        .join(' ')
    expect(versions('G001')).toBe('2009 2009 2009 2009 2009 2009')
    // One course in December 2012, under the statements that she had begun with.
    expect(versions('G005')).toBe('2009 2009 2009 2009 2009 2009 2009')
    expect(versions('G002')).toBe('2009 2009 2009 2009 2012 2009')
    expect(versions('G007')).toBe('2012 2012 2012 2012 2012 2012')
  })

  test('evidence is spelled out', () => {
    const areas = sheet.rows.find(({ recordId }) => recordId === 'G007')?.entry?.record.areas
    expect(areas?.[1]).toEqual({
      set: 'communication-and-teamwork',
      pathway: 'course',
      statements: '2012',
      reference: 'INFOPEOPLE/comm+team',
      provider: 'Infopeople',
      title: 'Communication is More Than Words + All Work is Team Work',
      completedOn: '2020-04-30',
    })
  })

  test('renewals come oldest first', () => {
    expect(sheet.rows[0]?.entry?.record.renewedOn).toEqual(['2016-05-02', '2020-04-10', '2024-03-18'])
  })
})

/** Which finding of ours is about the matter that the sample's label names. */
const MATTERS: Record<string, SheetCode | null> = {
  ok_control: null,
  'too_few_electives:2': 'too-few-electives',
  name_empty: 'name-empty',
  name_last_comma_first: 'name-last-first',
  name_has_title_and_postnominals: 'name-title',
  name_replacement_char: 'name-garbled',
  name_zero_width: 'name-invisible',
  name_html: 'name-html',
  name_entity: 'name-entity',
  name_formula_plus: 'name-formula',
  name_tab_and_newline: 'name-spaces',
  name_emoji: 'name-symbol',
  name_two_people: 'name-two-people',
  name_formerly_inside_display: 'name-former',
  name_plain_apostrophe: null,
  date_us_format: 'date-us',
  date_two_digit_year: 'date-two-digit-year',
  date_excel_serial: 'date-serial',
  date_text_month: 'date-month-name',
  date_future: 'certified-in-future',
  certified_before_enrolled: 'certified-before-enrolled',
  over_four_years: 'over-time-limit',
  expiry_before_certified: 'expiry-before-certified',
  renewal_outside_window: 'renewal-outside-window',
  portfolio_after_route_withdrawn: 'pathway-closed',
  evidence_date_missing: 'evidence-date-missing',
  course_for_another_set: 'course-of-another-set',
  half_of_a_two_course_bundle: 'course-is-part',
  recognition_award_not_in_agreement: 'award-not-in-agreement',
  recognition_gap_set_not_closed: 'set-not-covered',
  credential_no_duplicate_of_M001: 'number-twice',
  credential_no_lookalike_O_for_0: 'number-lookalike',
  record_id_duplicate: 'record-id-twice',
  email_missing: 'email-missing',
  email_two: 'email-two',
  country_name_not_code: 'country-name',
  version_unknown: 'version-unknown',
  supersedes_itself: 'successor-is-itself',
  // Its other half is not among the samples.
  supersession_loop_b: 'successor-missing',
  ok_short_surname: null,
  ok_ten_sets: null,
  ok_renewed_on_last_day_of_grace: null,
  set_named_by_alias_in_cell_header_only: null,
}
/** Beside the matter itself: the sample's name was replaced, and its family name was not. */
const ALSO = ['name-parts-differ', 'enrolled-in-future']

describe('the malformed rows', () => {
  const sheet = accepted(malformed)
  const headers = Object.keys(sampleRows(malformed)[0]!)

  test.for(sampleRows(malformed).map((sample, i) => [sample.x_error!, sample, sheet.rows[i]!] as const))(
    '%s',
    ([matter, sample, row]) => {
      expect(matter in MATTERS).toBe(true)
      expect(row).toMatchObject({ recordId: sample.record_id, outcome: sample.x_expected })
      const [main] = row.findings
      expect(main?.code ?? null).toBe(MATTERS[matter])
      const others = row.findings.map(({ code }) => code).filter((code) => code !== main?.code)
      expect(others.filter((code) => !ALSO.includes(code))).toEqual([])
      for (const finding of row.findings) expectNamed(finding, row, headers)
      expect(row.entry === null).toBe(sample.x_expected === 'reject')
    },
  )

  test('all 43, and the counts add up', () => {
    expect(sheet.counts.rows).toBe(43)
    expectSums(sheet)
  })

  test('a row below a cell of two lines keeps both its numbers', () => {
    const after = sheet.rows.find(({ recordId }) => recordId === 'M023')
    expect(after).toMatchObject({ line: 15, row: 13 })
  })
})

/** Every message says where, what is the matter, and how to mend it. */
function expectNamed(
  { message, column }: SheetRow['findings'][number],
  { row }: SheetRow,
  headers: string[],
) {
  expect(message.startsWith(`Row ${row}, ${column}: `)).toBe(true)
  expect([...headers, 'the columns of the sets']).toContain(column)
  expect(message).toMatch(/: .+: .+\.$/s)
}

describe('the malformed files', () => {
  const six = accepted(graduates).rows.slice(0, 6)

  test.for([
    ['alias_headers.csv', aliasHeaders],
    ['cr_only.csv', crOnly],
  ] as const)('%s gives the same six entries', ([name, bytes]) => {
    expect(labels[name]).toBe('accept')
    expect(accepted(bytes).rows).toEqual(six)
  })

  test.for([
    ['empty.csv', empty, 'file-empty', /empty/],
    ['nul_byte.csv', nulByte, 'file-nul', /^Line 2 .*NUL/],
    ['utf16le_bom.csv', utf16leBom, 'file-utf16', /CSV UTF-8/],
    ['windows_1252.csv', windows1252, 'file-not-utf8', /^Line 4 .*CSV UTF-8/],
  ] as const)('%s is not read at all', ([name, bytes, code, sentence]) => {
    expect(labels[name]).toMatch(/^reject-file/)
    expect(readSheet(bytes, TODAY)).toEqual({ code, refused: expect.stringMatching(sentence) })
  })

  test('semicolon.csv: rows whose cells hold semicolons do not fit, the others do', () => {
    const { rows } = accepted(semicolon)
    const outcomes = Object.fromEntries(rows.map(({ outcome }, i) => [six[i]!.recordId, outcome]))
    const { accept, reject } = labels['semicolon.csv']
    const expected = [...accept.map((id) => [id, 'accept']), ...reject.map((id) => [id, 'reject'])]
    expect(outcomes).toEqual(Object.fromEntries(expected))
    const entries = rows.filter(({ outcome }) => outcome === 'accept').map(({ entry }) => entry)
    expect(entries).toEqual([six[1]?.entry, six[4]?.entry, six[5]?.entry])
    expect(rows[0]?.findings).toMatchObject([{ code: 'row-ragged', column: '' }])
    expect(rows[0]?.findings[0]?.message).toBe(
      'Row 2: It has 33 cells where the header has 30: put a cell that holds “;” in quotation marks, or add what is missing.',
    )
  })
})
