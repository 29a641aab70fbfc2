import { describe, expect, test } from 'vitest'
import { GOOD, rowWith, told } from './sheet-samples.ts'

test('the good row is good', () => {
  expect(told(rowWith({}))).toEqual([])
})

describe('dates', () => {
  test.for([
    ['02/01/2023', '2023-02-01', 'date-us'],
    ['2/1/2023', '2023-02-01', 'date-us'],
    ['31/01/2023', '2023-01-31', 'date-us'],
    ['1.2.2023', '2023-02-01', 'date-other-order'],
    ['2023/02/01', '2023-02-01', 'date-other-order'],
    ['2023-2-1', '2023-02-01', 'date-other-order'],
    ['20230201', '2023-02-01', 'date-other-order'],
    ['2023-02-01T00:00:00', '2023-02-01', 'date-other-order'],
    ['2023-02-01 00:00:00.000', '2023-02-01', 'date-other-order'],
    ['Feb 1, 2023', '2023-02-01', 'date-month-name'],
    ['February 1st 2023', '2023-02-01', 'date-month-name'],
    ['Sept. 1, 2023', '2023-09-01', 'date-month-name'],
    ['1 Feb 2023', '2023-02-01', 'date-month-name'],
    ['1-Feb-2023', '2023-02-01', 'date-month-name'],
  ] as const)('%s is proposed as %s', ([written, day, code]) => {
    const { findings, entry } = rowWith({ certified_on: written })
    expect(findings[0]).toMatchObject({ severity: 'review', code, column: 'certified_on' })
    expect(findings[0]?.message).toContain(day)
    expect(entry?.record.certifiedOn).toBe(day)
  })

  test.for([
    ['2/1/23', 'date-two-digit-year'],
    ['1-Feb-23', 'date-two-digit-year'],
    ['Feb 1, ’23', 'date-two-digit-year'],
    ['44958', 'date-serial'],
    ['44958.5', 'date-serial'],
    ['2023-02-29', 'date-impossible'],
    ['13/13/2023', 'date-impossible'],
    ['31.02.2023', 'date-impossible'],
    ['Feb 30, 2023', 'date-impossible'],
    ['Smarch 1, 2023', 'date-impossible'],
    ['2023', 'date-unreadable'],
    ['2023-02', 'date-unreadable'],
    ['spring 2023', 'date-unreadable'],
    ['0023-02-01', 'date-impossible'],
    ['9999-12-31', 'date-impossible'],
    ['#N/A', 'date-unreadable'],
    ['', 'date-missing'],
  ])('%s is refused', ([written, code]) => {
    const row = rowWith({ certified_on: written })
    expect(told(row)).toEqual([`reject ${code} certified_on`])
    expect(row.entry).toBeNull()
  })

  test('every date of a row is read in the same way', () => {
    expect(told(rowWith({ enrolled_on: '01/10/2020' }))).toEqual(['review date-us enrolled_on'])
    expect(told(rowWith({ expires_on: 'soon' }))).toEqual(['reject date-unreadable expires_on'])
    expect(told(rowWith({ renewed_on: '2/1/23' }))).toEqual(['reject date-two-digit-year renewed_on'])
    expect(told(rowWith({ technology: 'course:PROV-A/TEC@6/1/2021' }))).toEqual(['review date-us technology'])
    expect(told(rowWith({ status_event: 'revoked 11/05/2024' }))).toEqual(['review date-us status_event'])
    expect(told(rowWith({ enrolled_on: '' }))).toEqual([])
  })
})

describe('evidence', () => {
  test.for([
    ['course:PROV-A/ACC', 'evidence-date-missing'],
    ['course:PROV-A/ACC@', 'evidence-date-missing'],
    ['course:@2021-12-01', 'evidence-reference-missing'],
    ['yes', 'evidence-unreadable'],
    ['2021-12-01', 'evidence-unreadable'],
    ['course:<b>@2021-12-01', 'evidence-unreadable'],
    ['exam:PROV-A/ACC@2021-12-01', 'pathway-unknown'],
    ['course:PROV-A/ACC@2021-12-01;course:PROV-A/ACC@2022-12-01', 'evidence-two'],
    ['course:PROV-A/ACC@2023-02-02', 'certified-before-completed'],
  ])('%s: %s', ([cell, code]) => {
    expect(told(rowWith({ 'access-services': cell }))).toEqual([`reject ${code} access-services`])
  })

  test('case and spaces do not matter; the catalogue’s spelling is kept', () => {
    const row = rowWith({ 'access-services': ' Course : prov-a/acc @ 2021-12-01 ' })
    expect(told(row)).toEqual([])
    expect(row.entry?.record.areas[3]).toMatchObject({ reference: 'PROV-A/ACC', title: 'Access services' })
  })

  test('a set that is not given is missing', () => {
    expect(told(rowWith({ technology: '' }))).toEqual(['reject required-set-missing technology'])
    expect(told(rowWith({ technology: '-' }))).toEqual(['reject required-set-missing technology'])
  })
})

describe('what became of an award', () => {
  test.for<[string, unknown]>([
    [
      'revoked 2024-11-05 (evidence withdrawn (see letter))',
      { standing: 'revoked', since: '2024-11-05', reason: 'evidence withdrawn (see letter)' },
    ],
    ['Revoked on 2024-11-05', { standing: 'revoked', since: '2024-11-05' }],
    ['suspended 2024-02-01 (fee)', { standing: 'suspended', since: '2024-02-01', reason: 'fee' }],
    ['active', undefined],
    ['renewal-window', undefined],
  ])('%s', ([cell, history]) => {
    const row = rowWith({ status_event: cell })
    expect(told(row)).toEqual([])
    expect(row.entry?.history).toEqual(history)
  })

  test.for([
    ['revoked', 'status-unreadable'],
    ['cancelled 2024-01-01', 'status-unreadable'],
    ['revoked 2024-11-05; reinstated 2024-12-01', 'status-unreadable'],
    ['revoked soon', 'date-unreadable'],
    ['superseded 2024-01-01', 'status-without-successor'],
    ['revoked 2025-07-01 (tomorrow)', 'status-in-future'],
    ['revoked 2023-01-31', 'status-before-certified'],
    ['provisional', 'status-unreadable'],
  ])('%s: %s', ([cell, code]) => {
    const row = rowWith({ status_event: cell })
    expect(told(row)).toEqual([`reject ${code} status_event`])
    expect(row.entry).toBeNull()
  })

  test('provisional, for graduates of recognized colleges', () => {
    const college = Object.fromEntries(
      Object.entries(GOOD)
        .filter(([, cell]) => cell.startsWith('course:'))
        .map(([set]) => [set, 'recognition:DVC/CertAch@2021-05-14']),
    )
    const row = rowWith({
      ...college,
      status_event: 'provisional until 1820 hours are shown (limit 2027-02-01)',
    })
    expect(told(row)).toEqual([])
    expect(row.entry?.record.provisionalUntil).toBe('2027-02-01')
    expect(told(rowWith({ status_event: 'provisional until 2027-02-01' }))).toEqual([
      'review provisional-without-recognition status_event',
    ])
  })
})

describe('contact', () => {
  test.for([
    ['', 'review email-missing'],
    ['none', 'review email-unreadable'],
    ['pat@example', 'review email-unreadable'],
    ['Pat <pat@example.org>', 'review email-unreadable'],
    ['pat@example.org; pat2@example.org', 'review email-two'],
    ['pat@example.org, pat2@example.org', 'review email-two'],
    ['pat@example.org\r\nBcc: all@example.org', 'reject email-header'],
    ['pat@example.org%0ABcc:x', 'reject email-header'],
    ['pat@exam\u202Eple.org', 'reject email-header'],
  ])('%j: %s', ([email, said]) => {
    const row = rowWith({ email })
    expect(told(row)).toEqual([`${said} email`])
    expect(row.entry?.record.email).toBeUndefined()
  })

  test.for([
    ['United States', 'US', ['review country-name country']],
    ['U.S.A.', 'US', ['review country-name country']],
    ['UK', 'GB', ['review country-name country']],
    ['Canada', 'CA', ['review country-name country']],
    ['ca', 'CA', []],
    ['', undefined, []],
    ['Atlantis', undefined, ['review country-unknown country']],
    ['__proto__', undefined, ['review country-unknown country']],
    ['XX', undefined, ['review country-unknown country']],
  ] as const)('country %s', ([country, code, said]) => {
    const row = rowWith({ country })
    expect(told(row)).toEqual(said)
    expect(row.entry?.record.country).toBe(code)
  })
})

describe('the holder’s name', () => {
  test('is brought to NFC, trimmed, and kept', () => {
    const row = rowWith({
      display_name: ' Zoe\u0308 Example ',
      given_names: 'Zoe\u0308',
      former_names: 'Zoe Sample; Zoe Test',
    })
    expect(told(row)).toEqual([])
    expect(row.entry?.record.name).toEqual({
      display: 'Zoë Example',
      given: 'Zoë',
      family: 'Example',
      order: 'given-first',
    })
    expect(row.entry?.formerNames).toEqual(['Zoe Sample', 'Zoe Test'])
  })

  test('a reading that is approved is what the entry holds', () => {
    const row = rowWith({ display_name: 'Pat\tExample\nJr.' })
    expect(told(row)).toEqual(['review name-spaces display_name'])
    expect(row.entry?.record.name.display).toBe('Pat Example Jr.')
  })

  test('every part is looked at', () => {
    expect(told(rowWith({ former_names: '<b>Sample' }))).toEqual(['reject name-html former_names'])
    expect(told(rowWith({ native_name: 'Пат\u200B' }))).toEqual(['review name-invisible native_name'])
  })

  test('parts that are someone else’s are noticed', () => {
    expect(told(rowWith({ family_names: 'Sample' }))).toEqual(['review name-parts-differ family_names'])
  })

  test.for([
    ['', { display_name: 'Nguyen Kim', given_names: 'Kim', family_names: 'Nguyen' }, 'family-first'],
    ['', { display_name: 'Suharti', given_names: 'Suharti', family_names: '' }, 'mononym'],
    ['western', {}, 'given-first'],
  ] as const)('order %j is read from the parts', ([name_order, parts, order]) => {
    const row = rowWith({ ...parts, name_order })
    expect(told(row)).toEqual(['review name-order name_order'])
    expect(row.entry?.record.name.order).toBe(order)
  })

  test('a mononym has no family name', () => {
    expect(told(rowWith({ name_order: 'mononym' }))).toEqual(['review name-order name_order'])
  })
})

describe('certificate numbers', () => {
  test.for([
    ['LSSC-2O23-0001', 'LSSC-2023-0001', ['review number-lookalike credential_no']],
    ['LSSC-2023-OO0l', 'LSSC-2023-0001', ['review number-lookalike credential_no']],
    ['LSSC–2023–0001', 'LSSC-2023-0001', ['review number-lookalike credential_no']],
    ['lssc-2023-0001', 'LSSC-2023-0001', []],
    ['OIL-2023-0001', 'OIL-2023-0001', []],
    ['', undefined, ['review number-missing credential_no']],
  ] as const)('%s', ([written, number, said]) => {
    const row = rowWith({ credential_no: written })
    expect(told(row)).toEqual(said)
    expect(row.entry?.officeNumber).toBe(number)
  })

  test('what cannot be one is refused', () => {
    expect(told(rowWith({ credential_no: 'LSSC\u202E-1' }))).toEqual([
      'reject number-unreadable credential_no',
    ])
  })
})

test('other cells are one line of plain text', () => {
  expect(rowWith({ region: 'Nova\nScotia ' }).entry?.record.region).toBe('Nova Scotia')
  expect(told(rowWith({ region: 'TX\u202E' }))).toEqual(['reject cell-control region'])
  expect(told(rowWith({ record_id: 'R\u0007' }))).toEqual(['reject cell-control record_id'])
})

test('several matters are told at once, the rejections first', () => {
  const row = rowWith({ email: '', country: 'United States', expires_on: '2022-02-01', technology: '' })
  expect(told(row)).toEqual([
    'reject required-set-missing technology',
    'reject expiry-before-certified expires_on',
    'review email-missing email',
    'review country-name country',
  ])
})
