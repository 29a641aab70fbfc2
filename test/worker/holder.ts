// How the tests come to a holder's own page: by a session, with a browser's headers.
import { env } from 'cloudflare:workers'
import { askCode, beginHolding, makeHolderLink } from '../../worker/services/holder-access.ts'
import { holderOfNumber } from '../../worker/store/holder-access.ts'
import { makeDesk } from '../support/desk.ts'
import { type Visitor, visitor } from './console.ts'

/** The holder of this record, who has just come in. */
export async function holderOf(number: string): Promise<Visitor> {
  const holder = await holderOfNumber(env.DB, number)
  if (holder === null) throw new Error(`Nobody holds ${number}.`)
  return visitor('holder', 'my', await beginHolding(makeDesk(env), holder))
}

/** The path of a link that lets the holder of this record in. */
export async function linkFor(number: string): Promise<string> {
  const holder = (await holderOfNumber(env.DB, number)) ?? ''
  return new URL(await makeHolderLink(makeDesk(env), holder)).pathname
}

/** A code asked for by this record's number, as it stands in the letter; and where it is typed. */
export async function codeFor(number: string): Promise<{ path: string; code: string }> {
  const ask = await askCode(makeDesk(env), number)
  const letter = await env.DB.prepare(
    "SELECT body FROM outbox WHERE kind = 'my-code' ORDER BY id DESC",
  ).first<{
    body: string
  }>()
  return {
    path: `/my/code/${ask}`,
    code: /\b\d{4} \d{4}\b/.exec(JSON.parse(letter?.body ?? '""'))?.[0] ?? '',
  }
}
