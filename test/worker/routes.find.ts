// Find, its files, and what needs two people.
import { expect } from 'vitest'
import type { Made } from './routes.ask.ts'
import { consoleForm, consoleMissing, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

const found = (
  status: number,
  says: string,
  path: (made: Made) => string,
  more: Partial<Case> = {},
): Case => ({
  status,
  says,
  set: 'console',
  type: TYPE,
  ask: (made) => ({ path: path(made), headers: made.cookie }),
  ...more,
})

/** A file: as a page, but for its type and its name. */
function file(path: string, type: string): Case[] {
  const [, ...rest] = consolePage(path)
  const name = path.replace('/staff/find', 'lssc-records-2026-11-22')
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return [found(200, 'the file', () => path, { type, headers }), ...rest]
}

/** A form whose fields depend on what there is: `done` is its 303. */
function formOf(path: Parameters<typeof consoleForm>[0], done: Case, more: Case[] = []): Case[] {
  return [...consoleForm(path, {}, '').slice(0, -1), done, ...more]
}

function done(
  path: (made: Made) => string,
  fields: (made: Made) => Record<string, string>,
  to: Case['headers'],
): Case {
  return {
    status: 303,
    set: 'console',
    type: null,
    ask: (made) => sent(made, path, fields(made)),
    ...(to ? { headers: to } : {}),
  }
}

const one = ({ proposal }: Made) => `/staff/approvals/${proposal}`
const takeBack = ({ ownProposal }: Made) => `/staff/approvals/${ownProposal}/take-back`
const NO_ID = '/staff/approvals/00000000-0000-0000-0000-000000000000'

export const findTable: Record<string, Case[]> = {
  'GET /staff/find': consolePage('/staff/find', [
    found(303, 'to the record', ({ number }) => `/staff/find?q=${number}`, {
      type: null,
      headers: ({ number }) => ({ location: `/staff/records/${number}` }),
    }),
  ]),
  'GET /staff/find.csv': file('/staff/find.csv', 'text/csv; charset=UTF-8; header=present'),
  'GET /staff/find.ndjson': file('/staff/find.ndjson', 'application/x-ndjson'),
  'GET /staff/approvals': consolePage('/staff/approvals'),
  'GET /staff/approvals/new': consolePage('/staff/approvals/new'),
  'POST /staff/approvals/new': formOf(
    '/staff/approvals/new',
    done(
      () => '/staff/approvals/new',
      ({ number }) => ({ numbers: number, what: 'revoke:not-eligible' }),
      { location: expect.stringMatching(/^\/staff\/approvals\/[0-9a-f-]{36}\?done=proposed$/) },
    ),
    [
      {
        status: 422,
        set: 'console',
        type: TYPE,
        ask: (made) => sent(made, '/staff/approvals/new', { numbers: 'x' }),
      },
    ],
  ),
  'GET /staff/approvals/:id': consolePage(one, [consoleMissing('/staff/approvals/x'), consoleMissing(NO_ID)]),
  'POST /staff/approvals/:id': formOf(
    one,
    done(
      one,
      () => ({ step: 'approve' }),
      (made) => ({ location: `${one(made)}?done=approved` }),
    ),
    [
      { status: 404, set: 'console', type: TYPE, ask: (made) => sent(made, NO_ID, { step: 'approve' }) },
      {
        status: 409,
        set: 'console',
        type: TYPE,
        ask: (made) => sent(made, one, { step: 'decline', why: 'No.' }),
      },
      { status: 422, set: 'console', type: TYPE, ask: (made) => sent(made, one, { step: 'decline' }) },
    ],
  ),
  'POST /staff/approvals/:id/take-back': formOf(
    takeBack,
    done(
      takeBack,
      () => ({}),
      ({ ownProposal }) => ({
        location: `/staff/approvals/${ownProposal}?done=taken-back`,
      }),
    ),
    [
      {
        status: 409,
        set: 'console',
        type: TYPE,
        ask: (made) => sent(made, (made) => `${one(made)}/take-back`, {}),
      },
    ],
  ),
}
