// The routes of requests: asking the office, and the office's own pages of what was asked.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { asked } from '../support/requests.ts'
import { form, HTML, large, type Made, typed } from './routes.ask.ts'
import { consoleMissing, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

const page = (status: number, more: Partial<Case> = {}): Case => ({
  status,
  set: 'page',
  type: TYPE,
  ask: { headers: HTML },
  ...more,
})

const console = (status: number, says: string, ask: Case['ask'], more: Partial<Case> = {}): Case => ({
  status,
  says,
  set: 'console',
  type: TYPE,
  ...(ask ? { ask } : {}),
  ...more,
})

const misuse = String(new URLSearchParams(asked.misuse))
const AGAIN = { 'retry-after': '30' }

/** One that is there for the table. */
const ID = 'TABL-2345'
const path = `/staff/requests/${ID}`

/** Puts it there; call it before the routes are asked. */
export async function makeRequest(): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO request (id, kind, body, digest, contact, created_at) VALUES (?1, 'misuse', ?2, '', '', '2026-11-20T12:00:00.000Z')`,
  )
    .bind(ID, JSON.stringify({ fields: asked.misuse }))
    .run()
}

const note = { act: 'note', note: 'Seen.' }
const act = (made: Made, fields: Record<string, string> = note, without: string[] = []) =>
  sent(made, path, fields, without)

export const requestsTable: Record<string, Case[]> = {
  'GET /help': [page(200)],
  'GET /help/:kind': [
    page(200, { ask: { path: '/help/hours', headers: HTML } }),
    page(404, { ask: { path: '/help/toString', headers: HTML } }),
  ],
  'POST /help/:kind': [
    page(200, { ask: { path: '/help/misuse', ...form(misuse) } }),
    page(200, { says: 'adds up', ask: { path: '/help/hours', ...form('step=add-up') } }),
    page(400, { ask: { path: '/help/misuse', ...typed(form('q'), 'multipart/form-data; boundary=x') } }),
    page(403, {
      ask: {
        path: '/help/misuse',
        headers: { ...form('').headers, 'Sec-Fetch-Site': 'cross-site' },
        body: misuse,
      },
    }),
    page(404, { ask: { path: '/help/toString', ...form(misuse) } }),
    page(413, { ask: { path: '/help/misuse', ...form(large(33)) } }),
    page(422, { ask: { path: '/help/misuse', ...form('') } }),
    page(503, { ask: { path: '/help/misuse', ...form(misuse) }, env: 'no-database', headers: AGAIN }),
  ],
  'GET /staff/requests': consolePage('/staff/requests'),
  'GET /staff/requests/:id': consolePage(path, [consoleMissing('/staff/requests/nowhere')]),
  'POST /staff/requests/:id': [
    console(401, 'no session', (made) => act(made, note, ['Cookie'])),
    console(403, 'no origin', (made) => act(made, note, ['Origin'])),
    console(403, 'another session', (made) => act(made, { ...note, token: 'x' })),
    console(413, 'too large', (made) => ({ ...act(made), body: large(65) })),
    console(503, 'no database', (made) => act(made), { env: 'no-database', headers: AGAIN }),
    console(303, 'noted', (made) => act(made), {
      type: null,
      headers: { location: expect.stringMatching(`^${path}\\?done=noted$`) },
    }),
    console(404, 'no such request', (made) => sent(made, '/staff/requests/nowhere', note)),
    console(409, 'decided on what is no longer so', (made) => act(made, { act: 'take', seen: '7' })),
    console(422, 'an empty note', (made) => act(made, { act: 'note' })),
  ],
  'GET /help.css': [
    { status: 200, set: 'asset', type: 'text/css', ask: { path: '/help.css' }, env: 'built' },
    {
      status: 404,
      set: 'asset',
      type: 'application/problem+json',
      ask: { path: '/help.css' },
      env: 'nothing-built',
    },
  ],
}
