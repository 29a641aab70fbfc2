// The routes of the office's mail, for the table of every route.
import { consoleForm, consoleMissing, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

const refused = (status: number, says: string, fields: Record<string, string>): Case => ({
  status,
  says,
  set: 'console',
  type: TYPE,
  ask: (made) => sent(made, '/staff/mail/1', fields),
})

export const mailTable: Record<string, Case[]> = {
  'GET /staff/mail': consolePage('/staff/mail'),
  'POST /staff/mail': consoleForm('/staff/mail', {}, '/staff/mail?done=sent-due'),
  'GET /staff/renewals': consolePage('/staff/renewals'),
  'GET /staff/mail/:id': consolePage('/staff/mail/1', [
    consoleMissing('/staff/mail/999999'),
    consoleMissing('/staff/mail/0'),
    consoleMissing('/staff/mail/one'),
  ]),
  // By now the forms above have sent it, or kept it.
  'POST /staff/mail/:id': consoleForm('/staff/mail/1', { act: 'again' }, '/staff/mail/1?done=again', [
    refused(400, 'nothing that can be done', { act: 'burn' }),
    refused(409, 'due again already', { act: 'came-back', 'came-back-why': 'x' }),
    {
      status: 404,
      set: 'console',
      type: TYPE,
      ask: (made) => sent(made, '/staff/mail/999999', { act: 'again' }),
    },
    refused(422, 'no reason', { act: 'set-aside' }),
  ]),
}
