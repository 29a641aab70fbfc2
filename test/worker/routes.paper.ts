// The certificate on paper among the routes.
import { testNumber } from '../../shared/test-numbers.ts'
import { HTML, NOBODY } from './routes.ask.ts'
import type { Case } from './routes.table.ts'

const path = (number: string) => `/c/${number}/lssc-certificate.pdf`
const problem = { set: 'strictest', type: 'application/problem+json' } as const
const page = { set: 'problem', type: 'text/html; charset=UTF-8' } as const
const AGAIN = { 'retry-after': '30' }

export const paperTable: Record<string, Case[]> = {
  'GET /c/:number/lssc-certificate.pdf': [
    {
      status: 200,
      set: 'strictest',
      type: 'application/pdf',
      ask: ({ number }) => ({ path: path(number) }),
      headers: { 'content-disposition': 'attachment; filename="lssc-certificate.pdf"' },
    },
    { status: 404, ...problem, ask: { path: path(NOBODY) } },
    { status: 404, ...page, ask: { path: path('hello'), headers: HTML } },
    { status: 409, ...problem, ask: ({ onHold }) => ({ path: path(onHold) }) },
    { status: 409, ...page, ask: ({ onHold }) => ({ path: path(onHold), headers: HTML }) },
    { status: 410, ...problem, ask: ({ erased }) => ({ path: path(erased) }) },
    {
      status: 503,
      ...problem,
      says: 'a test',
      ask: { path: path(testNumber('unreachable')) },
      headers: AGAIN,
    },
    { status: 503, ...problem, ask: { path: path(NOBODY) }, env: 'no-database', headers: AGAIN },
    { status: 500, ...page, ask: { path: path(NOBODY), headers: HTML }, env: 'bug' },
  ],
}
