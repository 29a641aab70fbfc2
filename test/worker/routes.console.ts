// The console's routes: what every page and every form of it can answer.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { type Ask, HTML, large, type Made } from './routes.ask.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

type Path = string | ((made: Made) => string)
type Fields = Record<string, string>

const pathOf = (path: Path, made: Made) => (typeof path === 'string' ? path : path(made))

/** A page of the console: to the door without a session, 200 with one, 503 without a database. */
export function consolePage(path: Path, more: Case[] = []): Case[] {
  const asked = (made: Made): Ask => ({ path: pathOf(path, made), headers: made.cookie })
  return [
    { status: 200, set: 'console', type: TYPE, ask: asked },
    {
      status: 303,
      says: 'to the door',
      set: 'console',
      type: null,
      ask: (made) => ({ path: pathOf(path, made), headers: HTML }),
      headers: (made) => ({ location: `/staff/sign-in?next=${encodeURIComponent(pathOf(path, made))}` }),
    },
    {
      status: 503,
      set: 'console',
      type: TYPE,
      ask: asked,
      env: 'no-database',
      headers: { 'retry-after': '30' },
    },
    ...more,
  ]
}

/** A page of the console that is not there: 404 for who is signed in. */
export function consoleMissing(path: string): Case {
  return { status: 404, set: 'console', type: TYPE, ask: ({ cookie }) => ({ path, headers: cookie }) }
}

/** A form as a page of the console sends it. */
export function sent(made: Made, path: Path, fields: Fields, without: string[] = []): Ask {
  const headers: Record<string, string> = {
    ...made.cookie,
    Origin: env.ORIGIN,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  for (const name of without) delete headers[name]
  const all = { token: made.formToken, request: crypto.randomUUID(), ...fields }
  return { path: pathOf(path, made), headers, body: String(new URLSearchParams(all)) }
}

/**
 * A form of the console: done (303 to `to`), or refused: no session, another site, another session, too large, and
 * no database.
 * @param to null where the answer is a page
 */
export function consoleForm(path: Path, fields: Fields, to: unknown, more: Case[] = []): Case[] {
  const refusal = (status: number, says: string, ask: Case['ask']): Case => ({
    status,
    says,
    set: 'console',
    type: TYPE,
    ...(ask ? { ask } : {}),
  })
  return [
    refusal(401, 'no session', (made) => sent(made, path, fields, ['Cookie'])),
    refusal(403, 'no origin', (made) => sent(made, path, fields, ['Origin'])),
    refusal(403, 'another session', (made) => sent(made, path, { ...fields, token: 'x' })),
    refusal(413, 'too large', (made) => ({ ...sent(made, path, fields), body: large(7 * 1024) })),
    {
      ...refusal(503, 'no database', (made) => sent(made, path, fields)),
      env: 'no-database',
      headers: { 'retry-after': '30' },
    },
    to === null
      ? { status: 200, set: 'console', type: TYPE, ask: (made) => sent(made, path, fields) }
      : {
          status: 303,
          set: 'console',
          type: null,
          ask: (made) => sent(made, path, fields),
          headers: { location: to },
        },
    ...more,
  ]
}

export const consoleTable: Record<string, Case[]> = {
  'GET /staff': consolePage('/staff'),
  'GET /staff/sign-in': [{ status: 200, set: 'console', type: TYPE, ask: { headers: HTML } }],
  'POST /staff/sign-in': [
    {
      status: 401,
      says: 'a link that does not work',
      set: 'console',
      type: TYPE,
      ask: (made) => sent(made, '/staff/sign-in', { link: 'none' }, ['Cookie']),
    },
    {
      status: 403,
      set: 'console',
      type: TYPE,
      ask: (made) => sent(made, '/staff/sign-in', { link: 'none' }, ['Origin']),
    },
    {
      status: 303,
      set: 'console',
      type: null,
      ask: (made) => sent(made, '/staff/sign-in', { link: 'viewer-99' }, ['Cookie']),
      headers: {
        location: '/staff',
        'set-cookie': expect.stringMatching(/^staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
      },
    },
  ],
  'POST /staff/sign-out': [
    {
      status: 401,
      set: 'console',
      type: TYPE,
      ask: (made) => sent(made, '/staff/sign-out', {}, ['Cookie']),
    },
    {
      status: 403,
      set: 'console',
      type: TYPE,
      ask: (made) => sent(made, '/staff/sign-out', { token: 'x' }),
    },
    {
      status: 303,
      set: 'console',
      type: null,
      ask: ({ leaving }) => sent({ ...leaving } as Made, '/staff/sign-out', {}),
      headers: {
        location: '/staff/sign-in?done=signed-out',
        'clear-site-data': '"cache", "cookies", "storage"',
      },
    },
  ],
  'GET /staff/people': consolePage('/staff/people'),
  'POST /staff/people': consoleForm(
    '/staff/people',
    { act: 'add', name: 'Nia Page', email: 'nia@office.example', role: 'viewer' },
    '/staff/people?done=added',
    [
      {
        status: 422,
        set: 'console',
        type: TYPE,
        ask: (made) => sent(made, '/staff/people', { act: 'add' }),
      },
    ],
  ),
}
