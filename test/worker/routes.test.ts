// Every route, with every status that it can give: the whole set of headers, and what kind of body.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/desk.ts'
import badge from '../../worker/pages/badge.png?bytes'
import { unreachable } from '../support/desk.ts'
import { type Made, makeThings } from './routes.ask.ts'
import { sets } from './routes.headers.ts'
import { makeRequest } from './routes.requests.ts'
import { type Case, table } from './routes.table.ts'

vi.spyOn(console, 'error').mockImplementation(() => {}) // the faults here are meant

let made: Made

beforeAll(async () => {
  made = await makeThings()
  await makeRequest()
})

function given({ env: broken }: Case): Env {
  switch (broken) {
    case 'no-database':
      return { ...env, DB: unreachable }
    case 'no-keys':
      return { ...env, KEY_RING: '' }
    case 'bug':
      return { ...env, DB: {} as D1Database }
    case 'real-issuer':
      return { ...env, ISSUER_DEMO: 'no' }
    case 'built': // what `npm run build` would have made
      return withAssets(new Response('built', { headers: { 'Content-Type': 'text/css' } }))
    case 'released':
      return withAssets(Response.json({ version: '0.1.0', 'lssc-badge.js': 'sha384-x' }))
    case 'picture':
      return withAssets(new Response(badge))
    case 'nothing-built':
      return withAssets(new Response(null, { status: 404 }))
    default:
      return env
  }
}

function withAssets(found: Response): Env {
  return { ...env, ASSETS: { fetch: async () => found } } as unknown as Env
}

async function answered(route: string, one: Case): Promise<Response> {
  const [method, pattern] = route.split(' ') as [string, string]
  const { path = pattern, ...init } = typeof one.ask === 'function' ? one.ask(made) : (one.ask ?? {})
  return app.request(path, { method, ...init }, given(one))
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length'))
}

const cases = Object.entries(table).flatMap(([route, cases]) => cases.map((one) => ({ route, ...one })))

describe('each route × status', () => {
  test.for(cases)('$route $status $says', async (one) => {
    const response = await answered(one.route, one)
    const text = new TextDecoder().decode(await response.arrayBuffer())
    expect(response.status, text).toBe(one.status)
    const more = typeof one.headers === 'function' ? one.headers(made) : one.headers
    const type = one.type === null ? {} : { 'content-type': one.type }
    const cache: { 'cache-control'?: string } = one.status >= 400 ? { 'cache-control': 'no-store' } : {}
    expect(headersOf(response)).toEqual({ ...sets[one.set], ...cache, ...type, ...more })
    expect(text).not.toMatch(/D1_[A-Z]{4}|SQLITE|KEY_RING|node_modules|\.tsx?:\d|at async/)
    if (one.type === 'application/problem+json') {
      expect(JSON.parse(text)).toMatchObject({ status: one.status, title: expect.any(String) })
    }
  })

  const reads = cases.filter(({ route, status }) => route.startsWith('GET ') && status < 400)
  test.for(reads)('HEAD as $route $status: the same headers, and no body', async (one) => {
    const got = await answered(one.route, one)
    const head = await answered(one.route.replace('GET ', 'HEAD '), one)
    expect([head.status, headersOf(head)]).toEqual([got.status, headersOf(got)])
    expect((await head.arrayBuffer()).byteLength).toBe(0)
  })
})

const routes = [
  ...new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
]

describe('the table', () => {
  test('has every route of the service, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(routes.sort())
  })

  test('has a good answer of each, and each error that its kind can give', () => {
    for (const [route, cases] of Object.entries(table)) {
      const statuses = cases.map(({ status }) => status)
      expect(
        statuses.some((status) => status < 400),
        route,
      ).toBe(true)
      if (route.startsWith('POST /api')) expect(statuses, route).toContain(503)
      if (cases.some(({ status }) => status === 401)) expect(statuses[0], route).toBe(401)
    }
  })
})

describe('anything else', () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']

  test('a method that an address does not have: 405, and which ones it has', async () => {
    for (const path of new Set(routes.map((route) => route.split(' ')[1] as string))) {
      const own = routes
        .filter((route) => route.endsWith(` ${path}`))
        .map((route) => route.split(' ')[0] as string)
      const allowed = own.includes('GET') ? ['HEAD', ...own] : own
      for (const method of methods.filter((one) => !allowed.includes(one))) {
        const response = await app.request(path, { method }, env)
        expect(response.status, `${method} ${path}`).toBe(405)
        expect(headersOf(response)).toEqual({
          ...sets.strictest,
          'content-type': 'application/problem+json',
          allow: expect.any(String),
        })
        expect(response.headers.get('Allow')?.split(', ').sort()).toEqual([...allowed].sort())
      }
    }
  })

  const nowhere = [
    '/nowhere',
    '/api/v1',
    '/api/v1/nowhere',
    '/api/v2/credentials',
    '//evil.example',
    '/c',
    '/c/0123-4567-89AB/../../admin',
    '/c/%2e%2e/admin',
    '/status',
    '/.env',
    '/wp-admin/x.css',
    '/constructor',
    '/%00',
  ]

  test.for(nowhere)('%s: 404, as a problem or as a page', async (path) => {
    const problem = await app.request(path, {}, env)
    expect([problem.status, headersOf(problem)]).toEqual([
      404,
      { ...sets.strictest, 'content-type': 'application/problem+json' },
    ])
    const page = await app.request(path, { headers: { Accept: 'text/html,*/*;q=0.8' } }, env)
    const isApi = path.startsWith('/api/')
    expect([page.status, headersOf(page)]).toEqual([
      404,
      isApi
        ? { ...sets.strictest, 'content-type': 'application/problem+json' }
        : { ...sets.problem, 'content-type': 'text/html; charset=UTF-8' },
    ])
  })

  test('what the request claims to be changes nothing: no cookie, no credentials, no other host', async () => {
    const headers = {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      Origin: 'null',
      Cookie: 'a=b',
    }
    const claimed = { ...headers, Range: 'bytes=0-0', 'Accept-Language': 'xx' }
    for (const path of [
      '/',
      `/c/${made.number}`,
      `/api/v1/credentials/${made.number}`,
      '/.well-known/did.json',
      '/status/1',
    ]) {
      const [plain, other] = [
        await app.request(path, {}, env),
        await app.request(path, { headers: claimed }, env),
      ]
      const text = async (response: Response) => new TextDecoder().decode(await response.arrayBuffer())
      expect([other.status, headersOf(other), await text(other)]).toEqual([
        plain.status,
        headersOf(plain),
        await text(plain),
      ])
      for (const name of ['set-cookie', 'access-control-allow-credentials', 'server', 'x-powered-by']) {
        expect(plain.headers.has(name)).toBe(false)
      }
    }
  })
})
