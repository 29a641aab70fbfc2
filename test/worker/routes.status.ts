// The status lists: what each address of them answers.
import { byAccept } from './routes.portable.ts'
import type { Case } from './routes.table.ts'

export const statusTable: Record<string, Case[]> = {
  'GET /status/:list': byAccept([
    ...sealed('/status/1', 'application/vc'),
    ...sealed('/status/1.jwt'),
    ...ofTests('/status/test-1', 'application/vc'),
    ...ofTests('/status/test-1.jwt'),
  ]),
  'GET /status/:list/standing.jwt': [
    ...sealed('/status/1/standing.jwt'),
    ...ofTests('/status/test-1/standing.jwt'),
  ],
}

function sealed(path: string, type = 'application/vc+jwt'): Case[] {
  return [
    { status: 200, set: 'status', type, ask: { path } },
    absent({ ask: { path: path.replace('1', '77') } }),
    absent({ status: 500, ask: { path }, env: 'bug' }),
    absent({ status: 503, ask: { path }, env: 'no-database', headers: { 'retry-after': '30' } }),
  ]
}

/** No table is asked for them. */
function ofTests(path: string, type = 'application/vc+jwt'): Case[] {
  const says = 'a test list'
  return [
    { status: 200, says, set: 'status', type, ask: { path }, env: 'no-database' },
    absent({ says, ask: { path: path.replace('1', '9') } }),
  ]
}

function absent(more: Partial<Case>): Case {
  return { status: 404, set: 'status', type: 'application/problem+json', ...more }
}
