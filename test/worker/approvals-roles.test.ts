// Who may propose, and who may decide: by role, whatever form they send.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../worker/roles.ts'
import { propose } from '../../worker/services/propose.ts'
import { proposalById } from '../../worker/store/proposals.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'
import { act, anew, issueOne, textOf } from './office.ts'

const desk = makeDesk(env)
let id: string
let number: string
let visitors: Record<'viewer' | 'issuer' | 'approver', Visitor>

beforeAll(async () => {
  number = (await issueOne(desk)).number
  const typed = { numbers: number, what: 'suspend:appeal', publicNote: '', note: '' }
  id = (await propose(desk, typed, 'Someone Else', anew())).answer.id
  const [viewer, issuer, approver] = await Promise.all(
    (['viewer', 'issuer', 'approver'] as Role[]).map(signedIn),
  )
  visitors = { viewer, issuer, approver } as typeof visitors
})

test.for<['viewer' | 'issuer', string, Record<string, string>]>([
  ['viewer', '/staff/approvals/new', { what: 'suspend:appeal' }],
  ['viewer', '', { step: 'approve' }],
  ['viewer', '/take-back', {}],
  ['issuer', '', { step: 'approve' }],
  ['issuer', '', { step: 'decline', why: 'No.' }],
])('a %s is refused at %s %o', async ([role, path, fields]) => {
  const at = path.startsWith('/staff') ? path : `/staff/approvals/${id}${path}`
  const response = await visitors[role].post(at, { numbers: number, ...fields })
  expect(response.status).toBe(403)
  expect((await proposalById(env.DB, id))?.state).toBe('waiting')
})

test('an issuer sees who can decide it, and no button', async () => {
  const page = await textOf(await visitors.issuer.get(`/staff/approvals/${id}`))
  expect(page).toContain('Someone with the role “approver” can decide this.')
  expect(page).not.toContain('value="approve"')
})

test('an approver decides it', async () => {
  const response = await visitors.approver.post(`/staff/approvals/${id}`, { step: 'approve' })
  expect(response.headers.get('Location')).toBe(`/staff/approvals/${id}?done=approved`)
  expect((await proposalById(env.DB, id))?.state).toBe('done')
})

test('a withdrawal of a single record stands on the list, until it is final', async () => {
  const { number } = await issueOne(desk, { name: { display: 'Single Handed', order: 'given-first' } })
  await act(desk, number, { act: 'revoke', reason: 'holder-request' }, 'Ivy Folio')
  const list = () => visitors.viewer.get('/staff/approvals').then(textOf)
  expect(await list()).toContain(`/staff/records/${number}`)
  expect(await list()).toContain('Its holder asked for it.')
  await act(desk, number, { act: 'revoke', reason: 'holder-request' }, 'Ben Verso')
  expect(await list()).not.toContain(`/staff/records/${number}`)
})

test('every act of it stands in the audit', async () => {
  const { results } = await env.DB.prepare('SELECT actor, act FROM audit WHERE subject = ?1 ORDER BY id')
    .bind(id)
    .all()
  expect(results).toEqual([
    { actor: 'Someone Else', act: 'proposed-for-many' },
    { actor: visitors.approver.name, act: 'approved-for-many' },
  ])
})
