// The portable forms of a record: every route, and what it answers of each kind of record.
import { testNumber } from '../../shared/test-numbers.ts'
import { HTML, type Made, NOBODY } from './routes.ask.ts'
import { myRecordPage } from './routes.my.ts'
import type { Case } from './routes.table.ts'

const AGAIN = { 'retry-after': '30' }

/** What answers by `Accept` says so, whatever it answers. */
export function byAccept(cases: Case[]): Case[] {
  return cases.map((one) => ({
    ...one,
    headers: (made: Made) => ({
      ...(typeof one.headers === 'function' ? one.headers(made) : one.headers),
      vary: 'Accept',
    }),
  }))
}

const as = (type: string, path: (made: Made) => string) => (made: Made) => ({
  path: path(made),
  headers: { Accept: type },
})

/** A record at its own address, for who asks for JSON or a token. */
export const askedFor: Case[] = [
  ...['application/vc', 'application/ld+json', 'application/json', 'application/vc+jwt', 'text/plain'].map(
    (type): Case => ({
      status: 200,
      set: 'open',
      type,
      says: type,
      ask: as(type, ({ number }) => `/c/${number}`),
    }),
  ),
  ...absences('', 'application/json'),
]

function absences(ending: string, type: string): Case[] {
  const absent = (status: number, says: string, path: (made: Made) => string): Case => ({
    status,
    says,
    set: 'open',
    type: 'application/problem+json',
    ask: as(type, (made) => path(made) + ending),
  })
  return [
    absent(404, 'not found', () => `/c/${NOBODY}`),
    absent(404, 'mistyped', () => '/c/0123-4567-89AB'),
    absent(403, 'withheld', () => `/c/${testNumber('withheld')}`),
    absent(410, 'erased', ({ erased }) => `/c/${erased}`),
  ]
}

function form(ending: string, type: string, more: Case[] = []): Case[] {
  const path = ({ number }: Made) => `/c/${number}/${ending}`
  const name = ending.replace(/^(?:credential|badge)\./, '.').replace(/^qr/, '-qr')
  return [
    {
      status: 200,
      set: 'open',
      type,
      ask: (made) => ({ path: path(made) }),
      headers: ({ number }) => ({ 'content-disposition': `attachment; filename="lssc-${number}${name}"` }),
      ...(ending === 'badge.png' ? { env: 'picture' as const } : {}),
    },
    ...absences(`/${ending}`, '*/*'),
    // A person who follows a link to a file is told on a page.
    {
      status: 403,
      says: 'withheld, in a browser',
      set: 'openProblem',
      type: 'text/html; charset=UTF-8',
      ask: { path: `/c/${testNumber('withheld')}/${ending}`, headers: HTML },
    },
    {
      status: 503,
      set: 'open',
      type: 'application/problem+json',
      ask: (made) => ({ path: path(made) }),
      env: 'no-database',
      headers: AGAIN,
    },
    ...more,
  ]
}

export const portableTable: Record<string, Case[]> = {
  'GET /c/:number/credential.jwt': form('credential.jwt', 'text/plain'),
  'GET /c/:number/credential.json': form('credential.json', 'application/vc', [
    {
      status: 404,
      says: 'a test that has a token only',
      set: 'open',
      type: 'application/problem+json',
      ask: { path: `/c/${testNumber('key-compromised')}/credential.json` },
    },
  ]),
  'GET /c/:number/badge.png': form('badge.png', 'image/png', [
    {
      status: 503,
      says: 'not built',
      set: 'open',
      type: 'application/problem+json',
      ask: ({ number }) => ({ path: `/c/${number}/badge.png` }),
      env: 'nothing-built',
      headers: AGAIN,
    },
  ]),
  'GET /c/:number/badge.svg': form('badge.svg', 'image/svg+xml'),
  'GET /c/:number/qr.svg': form('qr.svg', 'image/svg+xml'),
  'GET /c/:number/qr.png': form('qr.png', 'image/png'),
  'GET /my/:number/files': myRecordPage('/files'),
  'GET /my/:number/files/:file': [
    ...myRecordPage('/files/credential.json').map((one) =>
      one.status === 200
        ? {
            ...one,
            type: 'application/vc',
            headers: ({ number }: Made) => ({
              'content-disposition': `attachment; filename="lssc-${number}.json"`,
            }),
          }
        : one,
    ),
    ...myRecordPage('/files/nothing')
      .slice(0, 1)
      .map((one) => ({ ...one, status: 404, says: 'no such file' })),
  ],
}
