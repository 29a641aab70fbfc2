// The routes on which people ask the office.
import { asked } from '../support/requests.ts'
import { form, HTML, large, typed } from './routes.ask.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

const page = (status: number, more: Partial<Case> = {}): Case => ({
  status,
  set: 'page',
  type: TYPE,
  ask: { headers: HTML },
  ...more,
})

const misuse = String(new URLSearchParams(asked.misuse))
const AGAIN = { 'retry-after': '30' }

export const requestsTable: Record<string, Case[]> = {
  'GET /help': [page(200)],
  'GET /help/:kind': [
    page(200, { ask: { path: '/help/hours', headers: HTML } }),
    page(404, { ask: { path: '/help/toString', headers: HTML } }),
  ],
  'POST /help/:kind': [
    page(200, { ask: { path: '/help/misuse', ...form(misuse) } }),
    page(200, { says: 'adds up', ask: { path: '/help/hours', ...form('step=add-up') } }),
    page(400, { ask: { path: '/help/misuse', ...typed(form('q'), 'multipart/form-data; boundary=x') } }),
    page(403, {
      ask: {
        path: '/help/misuse',
        headers: { ...form('').headers, 'Sec-Fetch-Site': 'cross-site' },
        body: misuse,
      },
    }),
    page(404, { ask: { path: '/help/toString', ...form(misuse) } }),
    page(413, { ask: { path: '/help/misuse', ...form(large(33)) } }),
    page(422, { ask: { path: '/help/misuse', ...form('') } }),
    page(503, { ask: { path: '/help/misuse', ...form(misuse) }, env: 'no-database', headers: AGAIN }),
  ],
  'GET /help.css': [
    { status: 200, set: 'asset', type: 'text/css', ask: { path: '/help.css' }, env: 'built' },
    {
      status: 404,
      set: 'asset',
      type: 'application/problem+json',
      ask: { path: '/help.css' },
      env: 'nothing-built',
    },
  ],
}
