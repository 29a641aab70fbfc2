// What holders decide about their own records: every status of every route.
import { expect } from 'vitest'
import { HTML, type Made } from './routes.ask.ts'
import { myForm, myRecordPage, mySent } from './routes.my.ts'
import type { Case } from './routes.table.ts'

export const controlTable: Record<string, Case[]> = {
  'GET /directory': [
    { status: 200, set: 'publicPage', type: 'text/html; charset=UTF-8', ask: { headers: HTML } },
    {
      status: 503,
      set: 'publicPage',
      type: 'text/html; charset=UTF-8',
      ask: { headers: HTML },
      env: 'no-database',
      headers: { 'retry-after': '30' },
    },
  ],
  'GET /my/:number/ask': myRecordPage('/ask'),
  'POST /my/:number/ask': myForm(
    ({ number }) => `/my/${number}/ask`,
    { id: 'nobody’s', seen: '0' },
    expect.any(String),
  ).map((one) =>
    one.status === 303
      ? {
          ...one,
          ask: (made: Made) => mySent(made, `/my/${made.number}/ask`, { id: made.ownRequest, seen: '0' }),
          headers: { location: expect.stringMatching(/\?done=taken-back$/) },
        }
      : one,
  ),
  'GET /my/:number/ask/:kind': myRecordPage('/ask/correction', [
    {
      status: 404,
      says: 'no kind',
      set: 'holder',
      type: 'text/html; charset=UTF-8',
      ask: (made) => ({ path: `/my/${made.number}/ask/claim`, headers: made.holder.cookie }),
    },
  ]),
  'POST /my/:number/ask/:kind': myForm(
    ({ number }) => `/my/${number}/ask/address`,
    { reach: 'new@example.org' },
    expect.stringMatching(/\?done=sent$/),
  ),
  'GET /my/:number/links': myRecordPage('/links'),
  'POST /my/:number/links': myForm(({ number }) => `/my/${number}/links`, { step: 'look' }, null),
  'GET /my/:number/visibility': myRecordPage('/visibility'),
  'POST /my/:number/visibility': myForm(
    ({ number }) => `/my/${number}/visibility`,
    { to: 'link', was: 'link' },
    expect.stringMatching(/^\/my\/[\w-]+\/visibility\?done=same$/),
  ),
}
