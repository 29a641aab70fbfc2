// How the tests come to the service: as anyone, as staff, and past HTTP to the services themselves.
import { env, exports } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { AwardRecord } from '../../shared/record.ts'
import type { Desk } from '../../worker/desk.ts'
import { type Amendment, amend } from '../../worker/services/amend.ts'
import { issue } from '../../worker/services/issue.ts'
import type { RequestKey } from '../../worker/services/once.ts'
import { type StandingAct, withdraw } from '../../worker/services/withdraw.ts'
import { tokenOf } from '../../worker/store/credentials.ts'
import { makeAward } from '../support/award.ts'
import { NOW } from '../support/desk.ts'
import { staff } from '../support/staff.ts'

export const [ada, ben] = staff

// Behind HTTP it is the same time as at the tests' own desks; and a machine that is busy is no failure.
vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) })
vi.setConfig({ testTimeout: 60_000 })

let asked = 0

/** A request that nobody has made before. */
export function anew(): RequestKey {
  asked += 1
  return { scope: 'test', key: `request-${asked}`, bodyDigest: 'a body' }
}

/** Anyone's request. */
export function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(new URL(path, env.ORIGIN), { redirect: 'manual', ...init }))
}

/** Its text, whatever its type: workerd warns when `text()` is asked of what is none. */
export async function textOf(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer())
}

/** JSON from one of the staff; `headers` may take any of it back. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return ask(path, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${ada.key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': anew().key,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** What one of the staff asks to be done to a record, over HTTP. */
export async function asks(number: string, event: object, { key }: { key: string } = ada) {
  const response = await post(`/api/v1/credentials/${number}/events`, event, {
    Authorization: `Bearer ${key}`,
  })
  return {
    status: response.status,
    ...(await response.json<{ standing?: string; pending?: string; detail?: string }>()),
  }
}

/** Issues past HTTP, and tells what was stored. */
export async function issueOne(desk: Desk, changes: Partial<AwardRecord> = {}) {
  const { answer } = await issue(desk, { record: makeAward(changes) }, ada.name, anew())
  return { ...answer, token: (await tokenOf(desk.db, answer.number, 1)) as string }
}

/** One of the staff acts on a record's standing. */
export function act(desk: Desk, number: string, act: StandingAct, actor: string = ada.name) {
  return withdraw(desk, number, act, actor, anew())
}

/** Both of them withdraw a record. */
export async function revoke(desk: Desk, number: string): Promise<void> {
  await act(desk, number, { act: 'revoke', reason: 'issued-in-error' }, ada.name)
  await act(desk, number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)
}

export async function change(desk: Desk, number: string, amendment: Amendment) {
  const { answer } = await amend(desk, number, amendment, ada.name, anew())
  return { ...answer, token: (await tokenOf(desk.db, number, answer.version)) as string }
}

/** What was refused, and why; and that nothing was issued meanwhile. */
export async function refused(
  sent: Promise<Response>,
): Promise<{ status: number; type: string; fields: string[] }> {
  const credentials = () => env.DB.prepare('SELECT COUNT(*) AS n FROM credential').first<number>('n')
  const before = await credentials()
  const response = await sent
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const { type, status, errors } = await response.json<{
    type: string
    status: number
    errors?: { field: string; message: string }[]
  }>()
  expect(status).toBe(response.status)
  expect(await credentials()).toBe(before)
  return {
    status,
    type: type.replace('urn:lssc:problem:', ''),
    fields: (errors ?? []).map(({ field }) => field),
  }
}
