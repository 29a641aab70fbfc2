// The routes of the pages that are for everyone: what the certification is, for people and for programs; oEmbed.
import { env } from 'cloudflare:workers'
import { testNumber } from '../../shared/test-numbers.ts'
import { HTML, NOBODY } from './routes.ask.ts'
import type { Case } from './routes.table.ts'

const page = (status: number, path: string, more: Partial<Case> = {}): Case => ({
  status,
  set: 'explainer',
  type: 'text/html; charset=UTF-8',
  ask: { path, headers: HTML },
  ...more,
})

/** The JSON that a page's own address has for a program: no cache may keep it for a reader. */
const negotiated = (path: string, type: string): Case => ({
  status: 200,
  says: type,
  set: 'explainer',
  type,
  ask: { path, headers: { Accept: `${type}, */*;q=0.1` } },
  headers: { 'cache-control': 'no-store', 'access-control-allow-origin': '*' },
})

const linked = (path: string): Case => ({
  status: 200,
  set: 'reference',
  type: 'application/ld+json',
  ask: { path },
})

const PROBLEM = 'application/problem+json'
const problem = (status: number, set: Case['set'], more: Partial<Case>): Case => ({
  status,
  set,
  type: PROBLEM,
  ...more,
})

const picture = (path: string): Case[] => [
  { status: 200, set: 'reference', type: 'text/css', ask: { path }, env: 'built' },
  problem(404, 'reference', { ask: { path }, env: 'nothing-built' }),
]

const card = (number: string, more = '') => ({
  path: `/oembed?url=${encodeURIComponent(`${env.ORIGIN}/c/${number}`)}${more}`,
})

const AREA = '/achievements/lssc/sets/technology'

export const publicTable: Record<string, Case[]> = {
  'GET /achievements/lssc': [
    page(200, '/achievements/lssc'),
    negotiated('/achievements/lssc', 'application/ld+json'),
    negotiated('/achievements/lssc', 'application/json'),
  ],
  'GET /achievements/lssc.json': [linked('/achievements/lssc.json')],
  'GET /achievements/lssc/sets/:set': [
    page(200, AREA),
    negotiated(AREA, 'application/ld+json'),
    page(404, '/achievements/lssc/sets/gardening'),
    problem(404, 'explainer', { ask: { path: '/achievements/lssc/sets/toString' } }),
  ],
  'GET /achievements/lssc/sets/:set/area.json': [
    linked(`${AREA}/area.json`),
    problem(404, 'reference', { ask: { path: '/achievements/lssc/sets/gardening/area.json' } }),
  ],
  'GET /achievements/lssc/image.png': picture('/achievements/lssc/image.png'),
  'GET /achievements/lssc/share.png': picture('/achievements/lssc/share.png'),
  'GET /robots.txt': [{ status: 200, set: 'reference', type: 'text/plain; charset=UTF-8' }],
  'GET /sitemap.xml': [{ status: 200, set: 'reference', type: 'application/xml; charset=UTF-8' }],
  'GET /oembed': [
    problem(401, 'open', { says: 'private', ask: ({ withheld }) => card(withheld), headers: {} }),
    { status: 200, set: 'open', type: 'application/json', ask: ({ number }) => card(number) },
    problem(400, 'open', { says: 'no address', ask: { path: '/oembed' } }),
    problem(404, 'open', { says: 'unknown', ask: { ...card(NOBODY), headers: HTML } }),
    problem(404, 'open', { says: 'removed', ask: ({ erased }) => card(erased) }),
    problem(501, 'open', { ask: ({ number }) => card(number, '&format=xml') }),
    problem(503, 'open', { ask: card(NOBODY), env: 'no-database', headers: { 'retry-after': '30' } }),
    problem(503, 'open', {
      says: 'a test',
      ask: card(testNumber('unreachable')),
      headers: { 'retry-after': '30' },
    }),
  ],
}
