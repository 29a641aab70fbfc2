/** Takes the records of a search away as a file, piece by piece, and writes down who took what. */
import { recordUrl } from '../../shared/issuer.ts'
import type { Desk } from '../desk.ts'
import { recordStates } from '../record-state.ts'
import { csvOf } from '../sheet/csv.ts'
import { appendDeed } from '../store/audit.ts'
import { type FoundRecord, recordsAfter } from '../store/find.ts'
import { boundsToday, type Search, wantedOf } from './find.ts'

export type ExportFormat = 'csv' | 'ndjson'

/** Records of one piece: some 2 kB each. */
const PIECE = 500

/** The columns of the spreadsheet, in their order. */
const columns: [head: string, cell: (one: FoundRecord, origin: string) => string | null | undefined][] = [
  ['number', ({ number }) => number],
  ['link', ({ number }, origin) => recordUrl(origin, number)],
  ['office_number', ({ officeNumber }) => officeNumber],
  ['name', ({ record }) => record.name.display],
  ['native_name', ({ record }) => record.name.native],
  ['former_names', ({ record }) => record.name.former?.join('; ')],
  ['email', ({ record }) => record.email],
  ['region', ({ record }) => record.region],
  ['country', ({ record }) => record.country],
  ['state', ({ state }) => recordStates[state]],
  ['state_since', ({ since }) => since],
  ['visibility', ({ visibility }) => visibility],
  ['enrolled_on', ({ record }) => record.enrolledOn],
  ['certified_on', ({ record }) => record.certifiedOn],
  ['expires_on', ({ record }) => record.expiresOn],
  ['renewed_on', ({ record }) => record.renewedOn.join('; ')],
  ['provisional_until', ({ record }) => record.provisionalUntil],
  ['areas', ({ record }) => record.areas.map(({ set }) => set).join('; ')],
]

const writers: Record<ExportFormat, (records: FoundRecord[], isFirst: boolean, origin: string) => string> = {
  csv: (records, isFirst, origin) => {
    const rows = records.map((one) => columns.map(([, cell]) => cell(one, origin) ?? ''))
    if (isFirst) return csvOf([columns.map(([head]) => head), ...rows])
    // Only the file as a whole begins with the byte order mark.
    return rows.length === 0 ? '' : csvOf(rows).replace(/^\ufeff/, '')
  },
  ndjson: (records, _, origin) =>
    records
      .map(
        ({ number, ...rest }) => `${JSON.stringify({ number, url: recordUrl(origin, number), ...rest })}\n`,
      )
      .join(''),
}

/** Everything that a search finds, newest awards first; the deed is on file before the first byte leaves. */
export async function exportRecords(
  desk: Desk,
  search: Search,
  format: ExportFormat,
  actor: string,
): Promise<ReadableStream<Uint8Array>> {
  const { db } = desk
  const { page: _, q, ...filters } = search
  // What was typed is a name or an address, mostly: the audit is kept for ever, and whoever is in it may not be.
  const asked = { ...filters, named: q !== '' }
  const deed = { actor, act: 'exported-records', subject: format, detail: { search: asked } }
  await appendDeed(db, deed, desk.now().toISOString()).run()
  const [bounds, wanted] = [boundsToday(desk), wantedOf(search)]
  const encoder = new TextEncoder()
  let last: FoundRecord | null = null
  return new ReadableStream({
    async pull(controller) {
      const records: FoundRecord[] = await recordsAfter(db, bounds, wanted, last, PIECE)
      const text = writers[format](records, last === null, desk.issuer.origin)
      if (text !== '') controller.enqueue(encoder.encode(text))
      last = records.at(-1) ?? last
      if (records.length < PIECE) controller.close()
    },
  })
}
