// A holder's own routes: what every page and every form of them can answer.
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { type Ask, HTML, large, type Made, NOBODY } from './routes.ask.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

type Path = string | ((made: Made) => string)
type Fields = Record<string, string>

const pathOf = (path: Path, made: Made) => (typeof path === 'string' ? path : path(made))

/** A page of a holder's own: to the door without a session, 200 with one, 503 without a database. */
export function myPage(path: Path, more: Case[] = []): Case[] {
  const asked = (made: Made): Ask => ({ path: pathOf(path, made), headers: made.holder.cookie })
  return [
    { status: 200, set: 'holder', type: TYPE, ask: asked },
    {
      status: 303,
      says: 'to the door',
      set: 'holder',
      type: null,
      ask: (made) => ({ path: pathOf(path, made), headers: HTML }),
      // A page of a record tells the door its number.
      headers: { location: expect.stringMatching(/^\/my\/sign-in(\?number=[\w-]{14})?$/) },
    },
    {
      status: 503,
      set: 'holder',
      type: TYPE,
      ask: asked,
      env: 'no-database',
      headers: { 'retry-after': '30' },
    },
    ...more,
  ]
}

/** A page of a record: as `myPage`, and 404 for a record that is somebody else's or nobody's. */
export function myRecordPage(door: string, more: Case[] = []): Case[] {
  return myPage(({ number }) => `/my/${number}${door}`, [notTheirs(`/my/${NOBODY}${door}`), ...more])
}

function notTheirs(path: Path, ask?: Exclude<Case['ask'], undefined>): Case {
  return {
    status: 404,
    says: 'not theirs',
    set: 'holder',
    type: TYPE,
    ask: ask ?? ((made) => ({ path: pathOf(path, made), headers: made.holder.cookie })),
  }
}

/** A form as a page of a holder's own sends it. */
export function mySent(made: Made, path: Path, fields: Fields, without: string[] = []): Ask {
  const headers: Record<string, string> = {
    ...made.holder.cookie,
    Origin: env.ORIGIN,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  for (const name of without) delete headers[name]
  const all = { token: made.holder.formToken, request: crypto.randomUUID(), ...fields }
  return { path: pathOf(path, made), headers, body: String(new URLSearchParams(all)) }
}

/**
 * A form of a holder's own: done (303 to `to`), or refused: no session, another site, another session, too large, and
 * no database.
 * @param to null where the answer is a page
 */
export function myForm(path: Path, fields: Fields, to: unknown, more: Case[] = []): Case[] {
  const refusal = (status: number, says: string, ask: Case['ask']): Case => ({
    status,
    says,
    set: 'holder',
    type: TYPE,
    ...(ask ? { ask } : {}),
  })
  return [
    refusal(401, 'no session', (made) => mySent(made, path, fields, ['Cookie'])),
    refusal(403, 'no origin', (made) => mySent(made, path, fields, ['Origin'])),
    refusal(403, 'another session', (made) => mySent(made, path, { ...fields, token: 'x' })),
    refusal(413, 'too large', (made) => ({ ...mySent(made, path, fields), body: large(256) })),
    {
      ...refusal(503, 'no database', (made) => mySent(made, path, fields)),
      env: 'no-database',
      headers: { 'retry-after': '30' },
    },
    to === null
      ? { status: 200, set: 'holder', type: TYPE, ask: (made) => mySent(made, path, fields) }
      : {
          status: 303,
          set: 'holder',
          type: null,
          ask: (made) => mySent(made, path, fields),
          headers: { location: to },
        },
    ...more,
  ]
}

/** A form of the door, which anyone may send; what else it answers is in `my-access.test.ts`. */
const doorForm = (path: string, fields: Fields, good: Case[]): Case[] => [
  { status: 403, set: 'holder', type: TYPE, ask: (made) => mySent(made, path, fields, ['Cookie', 'Origin']) },
  { status: 413, set: 'holder', type: TYPE, ask: { path, headers: HTML, body: large(8) } },
  {
    status: 503,
    set: 'holder',
    type: TYPE,
    ask: (made) => mySent(made, path, fields, ['Cookie']),
    env: 'no-database',
    headers: { 'retry-after': '30' },
  },
  ...good,
]

const letIn = (ask: Case['ask']): Case => ({
  status: 303,
  set: 'holder',
  type: null,
  ...(ask ? { ask } : {}),
  headers: {
    location: '/my',
    'set-cookie': expect.stringMatching(/^my=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
  },
})

/** A form that ends the session of its sender, who is one that nobody else needs. */
function leaves(path: string, who: 'leavingHolder' | 'replacingHolder', to: string): Case[] {
  return myForm(path, {}, '').map((one) =>
    one.status === 303
      ? {
          ...one,
          ask: (made: Made) => mySent({ ...made, holder: made[who] }, path, {}),
          headers: { location: to, 'clear-site-data': '"cache"', 'set-cookie': 'my=; Max-Age=0; Path=/' },
        }
      : one,
  )
}

const aLink = '/my/open/a-link-that-nobody-has'

export const myTable: Record<string, Case[]> = {
  'GET /my': myPage('/my'),
  'GET /my/sign-in': [{ status: 200, set: 'holder', type: TYPE, ask: { headers: HTML } }],
  'POST /my/sign-in': doorForm('/my/sign-in', { number: NOBODY }, [
    {
      status: 422,
      set: 'holder',
      type: TYPE,
      ask: (made) => mySent(made, '/my/sign-in', { number: 'LSSC-2013-0002' }, ['Cookie']),
    },
    {
      status: 303,
      set: 'holder',
      type: null,
      ask: (made) => mySent(made, '/my/sign-in', { number: NOBODY }, ['Cookie']),
      headers: { location: expect.stringMatching(/^\/my\/code\/[\w-]{22}$/) },
    },
  ]),
  'GET /my/code/:ask': [
    { status: 200, set: 'holder', type: TYPE, ask: { path: '/my/code/x', headers: HTML } },
  ],
  'POST /my/code/:ask': doorForm('/my/code/x', { code: '12345678' }, [
    {
      status: 422,
      set: 'holder',
      type: TYPE,
      ask: (made) => mySent(made, '/my/code/x', { code: '12345678' }, ['Cookie']),
    },
    letIn((made) => mySent(made, made.holderCode.path, { code: made.holderCode.code }, ['Cookie'])),
  ]),
  'GET /my/open/:secret': [
    { status: 401, set: 'holder', type: TYPE, ask: { path: aLink, headers: HTML } },
    { status: 200, set: 'holder', type: TYPE, ask: (made) => ({ path: made.holderLink, headers: HTML }) },
  ],
  'POST /my/open/:secret': [
    { status: 401, set: 'holder', type: TYPE, ask: (made) => mySent(made, aLink, {}, ['Cookie']) },
    ...doorForm(aLink, {}, [letIn((made) => mySent(made, made.holderLink, {}, ['Cookie']))]),
  ],
  'GET /my/sign-out': [{ status: 303, set: 'holder', type: null, headers: { location: '/my' } }],
  'POST /my/sign-out': leaves('/my/sign-out', 'leavingHolder', '/my/sign-in?done=signed-out'),
  'GET /my/link': myPage('/my/link'),
  'POST /my/link': leaves('/my/link', 'replacingHolder', '/my/sign-in?done=link-replaced'),
  'GET /my/:number': myRecordPage(''),
  'POST /my/:number': myForm(
    ({ number }) => `/my/${number}`,
    { act: 'told' },
    expect.stringMatching(/^\/my\/[\w-]{14}\?done=told$/),
    [
      {
        status: 400,
        set: 'holder',
        type: TYPE,
        ask: (made) => mySent(made, `/my/${made.number}`, { act: 'x' }),
      },
      notTheirs(`/my/${NOBODY}`, (made) => mySent(made, `/my/${NOBODY}`, { act: 'told' })),
    ],
  ),
}
