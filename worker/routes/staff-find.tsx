/** Finding records, and taking what was found away as a file. */

import type { Context } from 'hono'
import { dayOf } from '../../shared/dates.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { staffPage } from '../http/session.ts'
import { type ExportFormat, exportRecords } from '../services/export-records.ts'
import { find, readSearch, recordNamed } from '../services/find.ts'
import { FindPage } from '../staff/find.tsx'
import { frameOf } from '../staff/layout.tsx'
import { waitingApprovals } from '../store/proposals.ts'

export const findPage = handlers(serves('console'), staffPage('viewer'), async (c) => {
  const { desk } = c.var
  const search = readSearch(c.req.query())
  const number = await recordNamed(desk, search)
  if (number) return c.redirect(`/staff/records/${number}`, 303)
  const [found, waiting] = await Promise.all([find(desk, search), waitingApprovals(desk.db)])
  const { proposals, withdrawals } = waiting
  return c.html(
    <FindPage frame={frameOf(c)} search={search} found={found} waiting={proposals + withdrawals} />,
  )
})

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=UTF-8; header=present',
  ndjson: 'application/x-ndjson',
}

export const findCsv = handlers(serves('console'), staffPage('issuer'), (c) => file(c, 'csv'))
export const findNdjson = handlers(serves('console'), staffPage('issuer'), (c) => file(c, 'ndjson'))

async function file(c: Context<House>, format: ExportFormat): Promise<Response> {
  const { desk, actor } = c.var
  c.header('Content-Type', types[format])
  c.header('Content-Disposition', `attachment; filename="lssc-records-${dayOf(desk.now())}.${format}"`)
  // Who asks for the headers alone takes nothing away.
  if (c.req.method === 'HEAD') return c.body(null)
  return c.body(await exportRecords(desk, readSearch(c.req.query()), format, actor))
}
