/** Sheets for tests: the samples as plain records, and small sheets made by hand. */
import Papa from 'papaparse'
import { readSheet, type Sheet, type SheetRow } from '../../worker/sheet/sheet.ts'

export type Sample = Record<string, string>

/** The rows of a sample file by the names of its columns, as they stand. */
export function sampleRows(bytes: Uint8Array): Sample[] {
  return Papa.parse<Sample>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data
}

export const TODAY = '2025-06-30'

/** A row that is accepted. */
export const GOOD: Sample = {
  record_id: 'R1',
  credential_no: 'LSSC-2023-0001',
  display_name: 'Pat Example',
  given_names: 'Pat',
  family_names: 'Example',
  name_order: 'given-first',
  native_name: '',
  former_names: '',
  email: 'pat@example.org',
  region: 'TX',
  country: 'US',
  enrolled_on: '2020-01-10',
  certified_on: '2023-02-01',
  expires_on: '2027-02-01',
  renewed_on: '',
  status_event: '',
  competency_version: '2012',
  'foundations-of-library-services': 'course:PROV-A/FLS@2020-06-01',
  'communication-and-teamwork': 'course:PROV-A/CAT@2020-12-01',
  technology: 'course:PROV-A/TEC@2021-06-01',
  'access-services': 'course:PROV-A/ACC@2021-12-01',
  'cataloging-and-classification': 'course:PROV-B/CAT@2022-06-01',
  'reference-and-information-services': 'course:PROV-B/REF@2023-01-15',
}

/** The bytes of a sheet with these rows, each the good one with something changed; ids and numbers count up. */
export function sheetOf(...changes: Partial<Sample>[]): Uint8Array {
  const rows = changes.map((change, i) => ({
    ...GOOD,
    record_id: `R${i + 1}`,
    credential_no: `LSSC-2023-${String(i + 1).padStart(4, '0')}`,
    email: `r${i + 1}@example.org`,
    ...change,
  }))
  return bytesOf(Papa.unparse(rows))
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** @throws when the file is refused */
export function accepted(bytes: Uint8Array): Sheet {
  const sheet = readSheet(bytes, TODAY)
  if ('refused' in sheet) throw new Error(sheet.refused)
  return sheet
}

export function rowWith(change: Partial<Sample>): SheetRow {
  return accepted(sheetOf(change)).rows[0]!
}

/** `reject date-missing certified_on`, for each finding. */
export function told({ findings }: SheetRow): string[] {
  return findings.map(({ severity, code, column }) => `${severity} ${code} ${column}`)
}
