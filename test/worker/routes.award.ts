// The routes by which one award is issued or corrected by hand.
import { expect } from 'vitest'
import { fieldsOf } from '../../shared/award-form.ts'
import { makeAward } from '../support/award.ts'
import { stranger } from '../support/award-form.ts'
import { type Made, NOBODY } from './routes.ask.ts'
import { consoleForm, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const award = {
  draft: 'a-draft-of-the-route-table',
  ...fieldsOf(makeAward(stranger('Zora Quillfeather'))),
}
const correct = ({ number }: Made) => `/staff/records/${number}/correct`
// The record is the first of all, and so is its event.
const correction = { ...fieldsOf(makeAward()), draft: award.draft, seen: '1', note: 'moved', region: 'TX' }

const refusal = (status: number, says: string, path: Parameters<typeof sent>[1], fields: object): Case => ({
  status,
  says,
  set: 'console',
  type: 'text/html; charset=UTF-8',
  ask: (made) => sent(made, path, fields as Record<string, string>),
})

export const awardTable: Record<string, Case[]> = {
  'GET /staff/issue': consolePage('/staff/issue'),
  'POST /staff/issue': consoleForm(
    '/staff/issue',
    { ...award, step: 'issue' },
    expect.stringMatching(/^\/staff\/records\/[\w-]{14}\?done=issued$/),
    [
      refusal(200, 'a preview', '/staff/issue', {
        ...award,
        draft: 'a-draft-of-someone-else',
        step: 'preview',
        'name.display': 'Ottoline Brackenbury',
        email: 'o@example.net',
      }),
      refusal(400, 'no draft', '/staff/issue', { ...award, draft: '' }),
      refusal(409, 'a draft that was used', '/staff/issue', { ...award, region: 'TX', step: 'issue' }),
      refusal(422, 'nothing filled in', '/staff/issue', { draft: 'a-draft-that-is-empty', step: 'preview' }),
    ],
  ),
  'GET /staff/records/:number/correct': consolePage(correct, [
    {
      status: 404,
      set: 'console',
      type: 'text/html; charset=UTF-8',
      ask: ({ cookie }) => ({ path: `/staff/records/${NOBODY}/correct`, headers: cookie }),
    },
  ]),
  'POST /staff/records/:number/correct': consoleForm(correct, { ...correction, step: 'check' }, null, [
    refusal(404, 'no such record', `/staff/records/${NOBODY}/correct`, correction),
    refusal(409, 'changed meanwhile', correct, { ...correction, seen: '0', step: 'preview' }),
    refusal(422, 'no reason', correct, { ...correction, note: '', step: 'preview' }),
  ]),
}
