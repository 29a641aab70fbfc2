// Share links: as those see them to whom they were given, and as their holder makes and ends them.
import { HTML, type Made } from './routes.ask.ts'
import { myForm, myRecordPage, mySent } from './routes.my.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'
const NONE = `/s/${'0'.repeat(24)}`
const AGAIN = { 'retry-after': '30' }

const seen = (status: number, path: string | ((made: Made) => string), more: Partial<Case> = {}): Case => ({
  status,
  set: 'page',
  type: TYPE,
  ask: (made) => ({ path: typeof path === 'string' ? path : path(made), headers: HTML }),
  ...more,
})

const share = { label: 'Springfield Public Library', endsOn: '2026-12-31', fields: 'dates' }
const door = ({ number }: Made) => `/my/${number}/share`

export const shareTable: Record<string, Case[]> = {
  'GET /s/:secret': [
    seen(200, ({ share }) => share.path),
    seen(404, NONE),
    seen(410, ({ erasedShare }) => erasedShare.path),
    seen(503, NONE, { env: 'no-database', headers: AGAIN }),
  ],
  'GET /s/:secret/credential.jwt': [
    {
      status: 200,
      set: 'page',
      type: 'application/jwt',
      ask: ({ share }) => ({ path: `${share.path}/credential.jwt` }),
      headers: { 'content-disposition': 'attachment; filename="lssc-shared-record.jwt"' },
    },
    seen(404, `${NONE}/credential.jwt`),
    seen(503, `${NONE}/credential.jwt`, { env: 'no-database', headers: AGAIN }),
  ],
  'GET /my/:number/share': myRecordPage('/share'),
  'POST /my/:number/share': myForm(door, share, null, [
    {
      status: 200,
      says: 'a look',
      set: 'holder',
      type: TYPE,
      ask: (made) => mySent(made, door, { ...share, step: 'look' }),
    },
    { status: 422, set: 'holder', type: TYPE, ask: (made) => mySent(made, door, { label: '' }) },
  ]),
  'POST /my/:number/share/:id/end': myForm(
    ({ number, endingShare }) => `/my/${number}/share/${endingShare.id}/end`,
    {},
    '',
    [
      {
        status: 404,
        set: 'holder',
        type: TYPE,
        ask: (made) => mySent(made, ({ number }) => `/my/${number}/share/nobodys/end`, {}),
      },
    ],
  ).map((one) =>
    one.status === 303
      ? { ...one, headers: ({ number }: Made) => ({ location: `/my/${number}/share?done=ended` }) }
      : one,
  ),
}
