// The office's own routes: profile, keys, audit, catalogue.
import { env } from 'cloudflare:workers'
import { consoleForm, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'
const refused = (status: number, ask: Case['ask']): Case => ({
  status,
  set: 'console',
  type: TYPE,
  ...(ask ? { ask } : {}),
})

const profile = {
  seen: '0',
  name: env.ISSUER_NAME,
  short: env.ISSUER_SHORT,
  phone: env.ISSUER_PHONE,
  email: env.ISSUER_EMAIL,
  url: env.ISSUER_URL,
  hours: 'Mondays',
  linkedFrom: '',
}
const key = {
  label: 'Course system',
  email: 'ada@office.example',
  scopes: 'read',
  lastDay: '2027-01-31',
  dailyCap: '5',
}

export const officeTable: Record<string, Case[]> = {
  'GET /staff/office': consolePage('/staff/office'),
  'POST /staff/office': consoleForm('/staff/office', profile, '/staff/office?done=saved', [
    refused(409, (made) => sent(made, '/staff/office', { ...profile, hours: 'Tuesdays' })),
    refused(422, (made) => sent(made, '/staff/office', { ...profile, seen: '1', email: '' })),
  ]),
  'GET /staff/keys': consolePage('/staff/keys'),
  'POST /staff/keys': consoleForm('/staff/keys', key, '/staff/keys?done=made', [
    refused(422, (made) => sent(made, '/staff/keys', {})),
  ]),
  'POST /staff/keys/:id/show': consoleForm(({ apiKey }) => `/staff/keys/${apiKey}/show`, {}, null, [
    refused(404, (made) => sent(made, '/staff/keys/00000000/show', {})),
    refused(409, (made) => sent(made, `/staff/keys/${made.apiKey}/show`, {})),
  ]),
  'POST /staff/keys/:id/revoke': consoleForm(
    ({ apiKey }) => `/staff/keys/${apiKey}/revoke`,
    {},
    '/staff/keys?done=revoked',
    [refused(404, (made) => sent(made, '/staff/keys/00000000/revoke', {}))],
  ),
  'GET /staff/audit': consolePage('/staff/audit', [
    refused(422, ({ cookie }) => ({ path: '/staff/audit?from=x', headers: cookie })),
  ]),
  'POST /staff/audit/export': [
    ...consoleForm('/staff/audit/export', { from: '2026-11-01' }, null).filter(
      ({ status }) => status !== 200,
    ),
    {
      status: 200,
      set: 'console',
      type: 'text/csv; charset=UTF-8',
      ask: (made) => sent(made, '/staff/audit/export', { from: '2026-11-01' }),
      headers: { 'content-disposition': 'attachment; filename="audit-2026-11-22.csv"' },
    },
    refused(422, (made) => sent(made, '/staff/audit/export', { from: 'x' })),
  ],
  'GET /staff/catalogue': consolePage('/staff/catalogue'),
}
