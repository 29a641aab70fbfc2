// The database cannot be reached: what was signed still verifies, and nothing is green that could not be asked.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import { app } from '../../worker/app.ts'
import { verifyPresented } from '../../worker/services/verify.ts'
import { trustOf } from '../../worker/trust.ts'
import { makeAward } from '../support/award.ts'
import { makeDesk, NOW, unreachable } from '../support/desk.ts'
import { act, ada, ask, issueOne } from './office.ts'

const desk = makeDesk(env)
const cut = { ...desk, db: unreachable }

vi.spyOn(console, 'error').mockImplementation(() => {}) // what fails is logged; here it is meant to

let number = ''
let token = ''

beforeAll(async () => {
  ;({ number, token } = await issueOne(desk))
})

function askCut(path: string, init?: RequestInit): Promise<Response> {
  return Promise.resolve(app.request(path, init, { ...env, DB: unreachable }))
}

function verifyAt(minutes: number): Promise<AnyVerdict> {
  const at = makeDesk(env, new Date(new Date(NOW).getTime() + minutes * 60_000))
  return verifyPresented({ ...at, db: unreachable }, token)
}

const notChecked = (reason: string) => ({ check: 'not-withdrawn', result: 'not-checked', reason })

describe('a token', () => {
  test('before any list was read: its status is unavailable', async () => {
    const verdict = await verifyPresented(cut, token)
    expect(verdict.state).toBe('status-unavailable')
    expect(verdict.checks).toContainEqual(notChecked('list-unreachable'))
    expect(verdict.checks).toContainEqual({
      check: 'on-file',
      result: 'not-checked',
      reason: 'register-unreachable',
    })
    expect(verdict.credential?.number).toBe(number)
  })

  test('after a list was read: as of then, for a day, and never green', async () => {
    await trustOf(desk).standing(`${env.ORIGIN}/status/1`)
    for (const [minutes, state] of [
      [0, 'as-of'],
      [1, 'as-of'],
      [14, 'as-of'],
      [16, 'as-of'],
      [24 * 60 - 1, 'as-of'],
      [24 * 60 + 1, 'status-unavailable'],
    ] as const) {
      const verdict = await verifyAt(minutes)
      expect(verdict.state, `${minutes} minutes`).toBe(state)
      if (state === 'as-of') expect(verdict.statusAsOf).toBe(NOW)
    }
  })

  test('that was withdrawn when the list was last read is withdrawn', async () => {
    const held = await issueOne(desk)
    await act(desk, held.number, { act: 'suspend', reason: 'paperwork' })
    await trustOf(desk).standing(`${env.ORIGIN}/status/1`)
    expect((await verifyPresented(cut, held.token)).state).toBe('suspended')
  })

  test('that we did not sign is refused as ever', async () => {
    const forged = `${token.slice(0, -4)}AAAA`
    expect((await verifyPresented(cut, forged)).state).toBe('bad-signature')
  })

  test('over HTTP is answered with a verdict', async () => {
    const sent = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: token }
    const response = await askCut('/api/v1/verifications', sent)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ verdict: { state: 'as-of' } })
  })
})

describe('what needs the records', () => {
  test.for([
    ['GET', `/api/v1/credentials?numbers=0123-4567-89AB`],
    ['GET', `/api/v1/credentials/0123-4567-89AB`],
    ['GET', '/status/1'],
    ['GET', '/status/1/standing.jwt'],
    ['POST', '/api/v1/verifications'],
    ['POST', '/api/v1/credentials'],
    ['POST', '/api/v1/credentials/0123-4567-89AB/events'],
  ] as const)('%s %s: 503, and when to come again', async ([method, path]) => {
    const body = path.endsWith('verifications')
      ? { credential: number }
      : path.endsWith('events')
        ? { act: 'reinstate' }
        : { record: makeAward() }
    const headers = {
      Authorization: `Bearer ${ada.key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'x',
    }
    const init = method === 'POST' ? { method, headers, body: JSON.stringify(body) } : {}
    const response = await askCut(path, init)
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('30')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ type: 'urn:lssc:problem:database-unavailable', status: 503 })
    expect(text).not.toMatch(/D1|Network|lost/)
  })

  test('the rest is served: keys, programme, home', async () => {
    for (const path of ['/.well-known/jwks.json', '/.well-known/did.json', '/api/v1/programme', '/']) {
      expect((await askCut(path)).status, path).toBe(200)
    }
  })

  test('its health is bad, and says what', async () => {
    const response = await askCut('/healthz')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ ok: false, keys: true, database: false, statusList: false })
    expect(await (await ask('/healthz')).json()).toEqual({
      ok: true,
      keys: true,
      database: true,
      statusList: true,
    })
  })
})
