// How the tests ask something of the office, and decide it.
import { env } from 'cloudflare:workers'
import type { RequestKind } from '../../worker/request-kinds.ts'
import { askOffice } from '../../worker/services/ask-office.ts'
import { readRequest } from '../../worker/services/read-request.ts'
import { makeDesk } from '../support/desk.ts'
import { signedIn, type Visitor } from './console.ts'

export const desk = makeDesk(env)
export const ivy = await signedIn('issuer')
export const bea = await signedIn('approver')

/** Asks as somebody would, and tells the reference. */
export function asks(kind: RequestKind, typed: Record<string, string>): Promise<string> {
  const body = readRequest(desk, kind, (name) => typed[name] ?? '')
  return askOffice(desk, kind, { ...body, fields: { ...body.fields, phone: crypto.randomUUID() } })
}

export const answer = (fields: Record<string, string>) => ({
  act: 'answer',
  seen: '0',
  checked: 'A course and a year.',
  subject: 'Your request',
  reply: 'Dear Darlene,\n\nit is done.',
  ...fields,
})

export const decide = (who: Visitor, id: string, fields: Record<string, string>) =>
  who.post(`/staff/requests/${id}`, answer(fields))

export async function rows<T>(sql: string, ...values: string[]): Promise<T[]> {
  return (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results
}

export const letters = (id: string) =>
  rows<{ kind: string; address: string; number: string; subject: string; body: string }>(
    `SELECT kind, address, number, subject, body ->> '$' AS body FROM outbox
     WHERE body LIKE ?1 OR subject LIKE ?1 ORDER BY id`,
    `%${id}%`,
  )

export const deeds = (id: string) =>
  rows<{ act: string; actor: string; detail: string }>(
    'SELECT act, actor, detail FROM audit WHERE subject = ?1 ORDER BY id',
    `request/${id}`,
  )
