// How the tests come as programs: with keys that an administrator makes and their person is shown.
import { env } from 'cloudflare:workers'
import type { Role } from '../../worker/roles.ts'
import { makeAward } from '../support/award.ts'
import { people } from '../support/staff.ts'
import { signedIn, type Visitor } from './console.ts'
import { anew, ask, textOf } from './office.ts'

let made = 0
/** What a form asks for; each under another label. */
export const asked = (changes: Record<string, string> = {}) => {
  made += 1
  return {
    label: `Program ${made}`,
    email: people.administrator.email,
    scopes: 'issue',
    lastDay: '2027-01-31',
    dailyCap: '100',
    ...changes,
  }
}
/** Sends a form whose `scopes` are several: "issue,withdraw". */
export function make(fields: Record<string, string>, by: Visitor): Promise<Response> {
  const body = new URLSearchParams({ token: by.token, request: crypto.randomUUID(), ...fields })
  body.delete('scopes')
  for (const scope of fields.scopes?.split(',') ?? []) if (scope) body.append('scopes', scope)
  return ask('/staff/keys', { method: 'POST', headers: { ...by.headers, Origin: env.ORIGIN }, body })
}
export const idOf = (label: string) =>
  env.DB.prepare('SELECT id FROM api_key WHERE label = ?1').bind(label).first<string>('id')
export const secretIn = async (response: Response) =>
  /lssc_live_[0-9a-z]{8}_[\w-]{43}/.exec(await textOf(response))?.[0]

/** A key that its person has been shown. */
export async function keyOf(role: Role, changes: Record<string, string> = {}) {
  const person = await signedIn(role)
  const fields = asked({ email: people[role].email, ...changes })
  await make(fields, await signedIn('administrator'))
  const id = (await idOf(fields.label)) as string
  const key = (await secretIn(await person.post(`/staff/keys/${id}/show`, {}))) as string
  return { id, key, label: fields.label, person }
}
export const issues = (key: string) =>
  ask('/api/v1/credentials', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': anew().key,
    },
    body: JSON.stringify({ record: makeAward() }),
  })
export const deeds = async (act: string) =>
  (
    await env.DB.prepare('SELECT actor, subject, detail FROM audit WHERE act = ?1 ORDER BY id')
      .bind(act)
      .all()
  ).results
