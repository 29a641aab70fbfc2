// A mail service under test, and what the table says of the letters.
import { env } from 'cloudflare:workers'
import type { Outgoing, Post } from '../../worker/post.ts'
import { makeDesk, type TestDesk } from '../support/desk.ts'

export const AT = '2026-11-22T15:00:00.000Z'

/** A mail service that does as it is told. */
export function mailbox(does: (letter: Outgoing) => Promise<void> | void = () => {}) {
  const got: Outgoing[] = []
  const post: Post = async (letter) => {
    await does(letter)
    got.push(letter)
    return { messageId: `message-${crypto.randomUUID()}` }
  }
  return { got, post }
}

export function deskWith(post: Post | null, at = AT): TestDesk {
  return Object.assign(makeDesk(env, at), { post })
}

export function refusal(code: string) {
  return () => {
    throw Object.assign(new Error('the service says no'), { code })
  }
}

interface Row {
  id: number
  kind: string
  state: string
  tries: number
  address: string | null
  subject: string | null
  lastError: string | null
  sentAt: string | null
}

export async function lettersOf(number: string): Promise<Row[]> {
  const found = await env.DB.prepare(
    `SELECT id, kind, state, tries, address, subject, last_error AS lastError, sent_at AS sentAt
     FROM outbox WHERE number = ?1 ORDER BY id`,
  )
    .bind(number)
    .all<Row>()
  return found.results
}

/** Nothing of what went before is due any more. */
export async function nothingDue(): Promise<void> {
  await env.DB.prepare("UPDATE outbox SET state = 'dropped' WHERE state = 'due'").run()
}
