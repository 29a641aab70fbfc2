// The routes by which one award is issued or corrected by hand.
import { expect } from 'vitest'
import { fieldsOf } from '../../shared/award-form.ts'
import { makeAward } from '../support/award.ts'
import { stranger } from '../support/award-form.ts'
import { consoleForm, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const award = {
  draft: 'a-draft-of-the-route-table',
  ...fieldsOf(makeAward(stranger('Zora Quillfeather'))),
}
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
}
