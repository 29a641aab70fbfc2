// What holders decide about their own records: every status of every route.
import { expect } from 'vitest'
import { HTML } from './routes.ask.ts'
import { myForm, myRecordPage } from './routes.my.ts'
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
  'GET /my/:number/links': myRecordPage('/links'),
  'POST /my/:number/links': myForm(({ number }) => `/my/${number}/links`, { step: 'look' }, null),
  'GET /my/:number/visibility': myRecordPage('/visibility'),
  'POST /my/:number/visibility': myForm(
    ({ number }) => `/my/${number}/visibility`,
    { to: 'link', was: 'link' },
    expect.stringMatching(/^\/my\/[\w-]+\/visibility\?done=same$/),
  ),
}
