// The routes of imports in the console.
import { expect } from 'vitest'
import type { Made } from './routes.ask.ts'
import { large } from './routes.ask.ts'
import { consoleForm, consoleMissing, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'
const of =
  (end = '') =>
  ({ importId }: Made) =>
    `/staff/imports/${importId}${end}`

/** A file of the console: as its page, but for its type and its name. */
function consoleFile(path: Parameters<typeof consolePage>[0], name: string, more: Case[] = []): Case[] {
  return consolePage(path, more).map((one) =>
    one.status === 200
      ? {
          ...one,
          type: 'text/csv; charset=utf-8',
          headers: { 'content-disposition': `attachment; filename="${name}"` },
        }
      : one,
  )
}

/** A refusal of a form that the page itself says. */
function refused(
  status: number,
  says: string,
  path: Parameters<typeof sent>[1],
  fields: Record<string, string>,
) {
  return { status, says, set: 'console', type: TYPE, ask: (made: Made) => sent(made, path, fields) } as const
}

/** An upload may be larger than any other form. */
const uploads = consoleForm('/staff/imports', {}, null)
  .filter(({ status }) => status !== 200 && status !== 413)
  .concat(
    {
      ...refused(413, 'too large', '/staff/imports', {}),
      ask: (made) => ({ ...sent(made, '/staff/imports', {}), body: large(6 * 1024 + 1) }),
    },
    refused(422, 'no file', '/staff/imports', {}),
    {
      status: 303,
      set: 'console',
      type: null,
      ask: (made) => {
        const body = [
          ['token', '', made.formToken],
          ['request', '', 'r'],
          ['sheet', '; filename="a.csv"', SHEET],
        ].map(
          ([name, more, value]) => `Content-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}`,
        )
        const asked = sent(made, '/staff/imports', {})
        return {
          ...asked,
          headers: { ...asked.headers, 'Content-Type': 'multipart/form-data; boundary=edge' },
          body: `${body.map((part) => `--edge\r\n${part}\r\n`).join('')}--edge--\r\n`,
        }
      },
      headers: { location: expect.stringMatching(/^\/staff\/imports\/[\w-]{43}\?done=(uploaded|known)$/) },
    },
  )

const SHEET =
  'name,certified_on,expires_on,foundations-of-library-services,communication-and-teamwork,technology\nA,,,,,'

const script = { status: 200, says: 'to a script', set: 'console', type: 'application/json' } as const

export const importTable: Record<string, Case[]> = {
  'GET /staff/imports': consolePage('/staff/imports'),
  'POST /staff/imports': uploads,
  'GET /staff/sheet-template.csv': consoleFile('/staff/sheet-template.csv', 'lssc-sheet.csv'),
  'GET /staff/imports/:id': consolePage(of(), [consoleMissing('/staff/imports/nowhere')]),
  'POST /staff/imports/:id': consoleForm(
    of(),
    { act: 'ask' },
    expect.stringMatching(/^\/staff\/imports\/[\w-]{43}\?done=asked$/),
    [
      refused(400, 'nothing', of(), {}),
      refused(409, 'changed since', of(), { act: 'approve', revision: '77' }),
    ],
  ),
  'POST /staff/imports/:id/run': consoleForm(
    of('/run'),
    {},
    expect.stringMatching(/^\/staff\/imports\/[\w-]{43}\?done=ran#run$/),
    [
      {
        ...script,
        ask: (made) => {
          const asked = sent(made, of('/run'), {})
          return { ...asked, headers: { ...asked.headers, Accept: 'application/json' } }
        },
      },
      refused(404, 'nowhere', '/staff/imports/nowhere/run', {}),
    ],
  ),
  'GET /staff/imports/:id/sheet.csv': consoleFile(of('/sheet.csv'), 'sheet-all.csv', [
    consoleMissing('/staff/imports/nowhere/sheet.csv'),
  ]),
  'GET /staff/imports/:id/report.csv': consoleFile(of('/report.csv'), 'import-report.csv', [
    consoleMissing('/staff/imports/nowhere/report.csv'),
  ]),
  'GET /staff/imports/:id/rows/:line': consolePage(of('/rows/2'), [
    consoleMissing('/staff/imports/nowhere/rows/2'),
  ]),
  'POST /staff/imports/:id/rows/:line': [
    ...consoleForm(of('/rows/2'), { act: 'edit', version: '0', 'cell-9': 'ME' }, expect.any(String)).map(
      (one) =>
        one.status === 413
          ? {
              ...one,
              ask: (made: Made) => ({ ...sent(made, of('/rows/2'), {}), body: large(401) }),
            }
          : one,
    ),
    refused(400, 'nothing', of('/rows/2'), {}),
    refused(404, 'nowhere', '/staff/imports/nowhere/rows/2', { act: 'take-back', version: '0' }),
    refused(409, 'changed since', of('/rows/2'), { act: 'leave-out', version: '77' }),
    refused(422, 'nothing new', of('/rows/2'), { act: 'edit', version: '1' }),
  ],
}
