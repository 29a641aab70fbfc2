// Every route × every status that it can give: how to get it, and which set of headers it then has.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { testNumber } from '../../shared/test-numbers.ts'
import graduates from '../fixtures/graduates.csv?raw'
import { makeAward } from '../support/award.ts'
import {
  type Ask,
  csv,
  event,
  form,
  HTML,
  json,
  large,
  type Made,
  NOBODY,
  person,
  typed,
  without,
} from './routes.ask.ts'
import { awardTable } from './routes.award.ts'
import { consoleTable } from './routes.console.ts'
import { controlTable } from './routes.control.ts'
import { findTable } from './routes.find.ts'
import type { Surface } from './routes.headers.ts'
import { importTable } from './routes.imports.ts'
import { mailTable } from './routes.mail.ts'
import { myTable } from './routes.my.ts'
import { myResumeTable } from './routes.my-resume.ts'
import { officeTable } from './routes.office.ts'
import { paperTable } from './routes.paper.ts'
import { askedFor, byAccept, portableTable } from './routes.portable.ts'
import { publicTable } from './routes.public.ts'
import { recordsTable } from './routes.records.ts'
import { removalTable } from './routes.removal.ts'
import { requestsTable } from './routes.requests.ts'
import { shareTable } from './routes.share.ts'
import { statusTable } from './routes.status.ts'

export interface Case {
  status: number
  says?: string
  set: Surface
  /** Null: no body. */
  type: string | null
  ask?: Ask | ((made: Made) => Ask)
  headers?: Record<string, unknown> | ((made: Made) => Record<string, unknown>)
  /** Something of the environment is another. */
  env?: 'no-database' | 'no-keys' | 'bug' | 'real-issuer' | 'built' | 'released' | 'nothing-built' | 'picture'
}

const page = (status: number, set: Surface, more: Partial<Case> = {}): Case => ({
  status,
  set,
  type: 'text/html; charset=UTF-8',
  ask: { headers: HTML },
  ...more,
})
const data = (status: number, set: Surface, more: Partial<Case> = {}): Case => ({
  status,
  set,
  type: 'application/json',
  ...more,
})
const AGAIN = { 'retry-after': '30' }
const problem = (status: number, set: Surface, more: Partial<Case> = {}): Case => ({
  status,
  set,
  type: 'application/problem+json',
  ...(status === 503
    ? { headers: AGAIN }
    : status === 401
      ? { headers: { 'www-authenticate': 'Bearer' } }
      : {}),
  ...more,
})
const keyless = (set: 'html' | 'json'): Case =>
  set === 'html' ? page(500, 'problem', { env: 'no-keys' }) : problem(500, 'strictest', { env: 'no-keys' })

const built = (path: string, set: Surface): Case[] => [
  { status: 200, set, type: 'text/css', ask: { path }, env: 'built' },
  problem(404, set, { ask: { path }, env: 'nothing-built' }),
]

export const table: Record<string, Case[]> = {
  ...awardTable,
  ...paperTable,
  ...controlTable,
  'GET /': [page(200, 'publicPage'), keyless('html')],
  'GET /c/:number': byAccept([
    page(200, 'page', { ask: ({ number }) => ({ path: `/c/${number}`, headers: HTML }) }),
    {
      status: 308,
      set: 'page',
      type: null,
      ask: ({ number }) => ({ path: `/c/${number.toLowerCase()}` }),
      headers: ({ number }) => ({ location: `${env.ORIGIN}/c/${number}` }),
    },
    page(404, 'page', { says: 'unknown', ask: { path: `/c/${NOBODY}`, headers: HTML } }),
    page(404, 'page', { says: 'no number', ask: { path: '/c/0123-4567-89AB', headers: HTML } }),
    page(200, 'page', { says: 'a test', ask: { path: `/c/${testNumber('valid')}`, headers: HTML } }),
    page(503, 'page', {
      says: 'a test',
      ask: { path: `/c/${testNumber('unreachable')}`, headers: HTML },
      headers: AGAIN,
    }),
    page(410, 'page', { ask: ({ erased }) => ({ path: `/c/${erased}`, headers: HTML }) }),
    page(503, 'page', { ask: { path: `/c/${NOBODY}`, headers: HTML }, env: 'no-database', headers: AGAIN }),
    problem(503, 'page', { ask: { path: `/c/${NOBODY}` }, env: 'no-database' }),
    page(500, 'page', { ask: { path: `/c/${NOBODY}`, headers: HTML }, env: 'bug' }),
    ...askedFor,
  ]),
  'GET /verify': [
    page(200, 'publicPage'),
    page(200, 'publicPage', { says: 'what it seems to be', ask: { path: '/verify?q=hello', headers: HTML } }),
    {
      status: 303,
      set: 'publicPage',
      type: null,
      ask: { path: `/verify?q=${NOBODY}` },
      headers: { location: `${env.ORIGIN}/c/${NOBODY}` },
    },
  ],
  'POST /verify': [
    {
      status: 303,
      says: 'a share link',
      set: 'page',
      type: null,
      ask: ({ share }) => form(`q=${env.ORIGIN}${share.path}`),
      headers: ({ share }) => ({ location: `${env.ORIGIN}${share.path}` }),
    },
    page(200, 'page', { says: 'a token', ask: ({ token }) => form(`q=${token}`) }),
    page(200, 'page', { says: 'nothing', ask: form('') }),
    page(400, 'page', { says: 'no form', ask: typed(form('q'), 'multipart/form-data; boundary=x') }),
    {
      status: 303,
      set: 'page',
      type: null,
      ask: form(`q=${NOBODY}`),
      headers: { location: `${env.ORIGIN}/c/${NOBODY}` },
    },
    page(413, 'page', { ask: form(large(65)) }),
  ],
  'GET /demo': [page(200, 'page'), page(404, 'page', { env: 'real-issuer' })],
  'GET /docs': [
    page(200, 'publicPage', { env: 'released' }),
    page(503, 'publicPage', { says: 'not built', env: 'nothing-built', headers: AGAIN }),
  ],
  'GET /docs/states': [page(200, 'publicPage')],
  'GET /docs/job-ad': [page(200, 'publicPage')],
  'POST /docs/job-ad': [
    page(200, 'page', { ask: form('ad=copy+cataloging') }),
    page(400, 'page', { says: 'no form', ask: typed(form('ad'), 'multipart/form-data; boundary=x') }),
    page(413, 'page', { ask: form(large(65)) }),
  ],
  'GET /api/v1/credentials': [
    data(200, 'open', { ask: ({ number }) => ({ path: `/api/v1/credentials?numbers=${number}` }) }),
    problem(413, 'open', { ask: { path: `/api/v1/credentials?numbers=${Array(101).fill(NOBODY)}` } }),
    problem(422, 'open'),
    problem(503, 'open', { ask: { path: `/api/v1/credentials?numbers=${NOBODY}` }, env: 'no-database' }),
    keyless('json'),
  ],
  'GET /api/v1/credentials/:number': [
    data(200, 'open', { ask: ({ number }) => ({ path: `/api/v1/credentials/${number}` }) }),
    problem(404, 'open', { ask: { path: `/api/v1/credentials/${NOBODY}`, headers: HTML } }),
    problem(503, 'open', { env: 'no-database' }),
  ],
  'POST /api/v1/verifications': [
    data(200, 'open', { says: 'JSON', ask: ({ token }) => json({ credential: token }) }),
    data(200, 'open', { says: 'bare', ask: ({ token }) => typed({ body: token }, 'text/plain') }),
    problem(400, 'open', { ask: typed({ body: ' ' }, 'text/plain') }),
    problem(413, 'open', { ask: typed({ body: large(65) }, 'text/plain') }),
    problem(415, 'open', { ask: typed({ body: 'x' }, 'image/gif') }),
    problem(422, 'open', { ask: json({}) }),
    problem(503, 'open', { ask: json({ credential: NOBODY }), env: 'no-database' }),
  ],
  'OPTIONS /api/v1/verifications': [
    {
      status: 204,
      set: 'open',
      type: null,
      headers: {
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'Content-Type',
        'access-control-max-age': '86400',
      },
    },
  ],
  'GET /api/v1/programme': [data(200, 'reference')],
  'POST /api/v1/credentials': [
    problem(401, 'strictest', { ask: without(json({}), 'Authorization') }),
    data(201, 'strictest', {
      ask: json({ record: makeAward(), officeNumber: 'LSSC-2024-0001' }),
      headers: { location: expect.stringMatching(`^${env.ORIGIN}/c/[0-9A-Z-]{14}$`) },
    }),
    problem(400, 'strictest', {
      says: 'no key',
      ask: without(json({ record: makeAward() }), 'Idempotency-Key'),
    }),
    problem(400, 'strictest', { says: 'no JSON', ask: { ...json({}), body: '{' } }),
    problem(409, 'strictest', { ask: json({ record: makeAward(), officeNumber: 'LSSC-2024-0001' }) }),
    problem(413, 'strictest', { ask: json(large(33)) }),
    problem(415, 'strictest', { ask: typed(json({}), 'text/plain') }),
    problem(422, 'strictest', { ask: json({}) }),
    problem(503, 'strictest', { ask: json({ record: makeAward() }), env: 'no-database' }),
  ],
  'POST /api/v1/credentials/:number/events': [
    problem(401, 'strictest', { ask: without(json({}), 'Authorization') }),
    data(200, 'strictest', { ask: (made) => event(made, { act: 'suspend', reason: 'paperwork' }) }),
    data(202, 'strictest', { ask: (made) => event(made, { act: 'revoke', reason: 'issued-in-error' }) }),
    problem(400, 'strictest', {
      ask: (made) => without(event(made, { act: 'reinstate' }), 'Idempotency-Key'),
    }),
    problem(404, 'strictest', { ask: (made) => event(made, { act: 'reinstate' }, NOBODY) }),
    problem(409, 'strictest', { ask: (made) => event(made, { act: 'complete' }, made.held) }),
    problem(413, 'strictest', { ask: (made) => event(made, large(33)) }),
    problem(415, 'strictest', { ask: (made) => typed(event(made, {}), 'text/plain') }),
    problem(422, 'strictest', { ask: (made) => event(made, {}) }),
    problem(503, 'strictest', { ask: (made) => event(made, { act: 'reinstate' }), env: 'no-database' }),
  ],
  'POST /api/v1/imports': [
    problem(401, 'strictest', { ask: without(csv('a'), 'Authorization') }),
    data(201, 'strictest', { ask: csv(graduates.slice(0, 600)) }),
    problem(413, 'strictest', { ask: csv(large(6 * 1024 + 1)) }),
    problem(415, 'strictest', { ask: typed(csv('a'), 'application/vnd.ms-excel') }),
    problem(422, 'strictest', { ask: csv('') }),
    problem(503, 'strictest', { ask: csv(graduates.slice(0, 600)), env: 'no-database' }),
  ],
  'GET /api/v1/imports/:id': [
    problem(401, 'strictest'),
    data(200, 'strictest', {
      ask: ({ importId }) => ({ path: `/api/v1/imports/${importId}`, headers: person }),
    }),
    problem(404, 'strictest', { ask: { path: '/api/v1/imports/nowhere', headers: person } }),
    problem(503, 'strictest', { ask: { headers: person }, env: 'no-database' }),
  ],
  'POST /api/v1/imports/:id': [
    problem(401, 'strictest'),
    data(200, 'strictest', {
      ask: ({ importId }) => ({ path: `/api/v1/imports/${importId}`, headers: person }),
    }),
    problem(404, 'strictest', { ask: { path: '/api/v1/imports/nowhere', headers: person } }),
    problem(503, 'strictest', { ask: { headers: person }, env: 'no-database' }),
  ],
  'GET /.well-known/jwks.json': [data(200, 'keys', { type: 'application/jwk-set+json' }), keyless('json')],
  'GET /.well-known/did.json': [data(200, 'keys', { type: 'application/did+json' })],
  'GET /test/jwks.json': [data(200, 'keys', { type: 'application/jwk-set+json' }), keyless('json')],
  'GET /test/did.json': [data(200, 'keys', { type: 'application/did+json' })],
  'GET /keys/:name': [
    data(200, 'keys', { type: 'application/jwk+json', ask: ({ keyName }) => ({ path: `/keys/${keyName}` }) }),
    problem(404, 'keys'),
  ],
  'GET /widget/v1/:file': built('/widget/v1/lssc-badge.js', 'evergreen'),
  'GET /widget/:version/:file': built('/widget/0.1.0/lssc-badge.js', 'pinned'),
  'GET /browser/:file': built('/browser/copy.js', 'asset'),
  'GET /site.css': built('/site.css', 'asset'),
  'GET /demo-board.css': built('/demo-board.css', 'asset'),
  'GET /docs.css': built('/docs.css', 'asset'),
  'GET /forms.css': built('/forms.css', 'asset'),
  'GET /my.css': built('/my.css', 'asset'),
  'GET /my-resume.css': built('/my-resume.css', 'asset'),
  'GET /staff.css': built('/staff.css', 'asset'),
  'GET /staff-pages.css': built('/staff-pages.css', 'asset'),
  ...consoleTable,
  ...recordsTable,
  ...requestsTable,
  ...findTable,
  ...mailTable,
  ...importTable,
  ...officeTable,
  ...myTable,
  ...portableTable,
  ...statusTable,
  ...removalTable,
  ...publicTable,
  ...myResumeTable,
  ...shareTable,
  'GET /healthz': [data(200, 'strictest'), data(503, 'strictest', { env: 'no-database' }), keyless('json')],
}
