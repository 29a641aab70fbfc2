// How the tests make share links, and open them as those do to whom they were given.
import { env } from 'cloudflare:workers'
import type { ShareField } from '../../shared/view.ts'
import { makeShare, type ShareAsked, secretFor } from '../../worker/services/share.ts'
import { makeDesk } from '../support/desk.ts'
import { anew, ask, textOf } from './office.ts'

const desk = makeDesk(env)

export const asked: ShareAsked = {
  label: 'Springfield Public Library',
  endsOn: '2026-12-31',
  fields: ['dates', 'evidence', 'products'] satisfies ShareField[],
  areas: [],
}

/** A new link to a record: its secret, which is kept nowhere, and its public id. */
export async function shareOf(number: string, changes: Partial<ShareAsked> = {}, at = desk) {
  const secret = await secretFor('a session', number, crypto.randomUUID())
  const { answer } = await makeShare(at, number, { ...asked, ...changes }, secret, anew())
  return { secret, id: answer.id, path: `/s/${secret}` }
}

/** What a browser says when someone opens a page. */
export const OPENING = { Accept: 'text/html', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }

/** The page as a browser opens it. */
export async function opened(path: string, headers: Record<string, string> = OPENING, method = 'GET') {
  const response = await ask(path, { headers, method })
  return {
    status: response.status,
    headers: response.headers,
    text: await textOf(response),
  }
}

/** The state that the page tells. */
export async function stateAt(path: string): Promise<string> {
  const { text } = await opened(path)
  return /data-state="([a-z-]+)"/.exec(text)?.[1] ?? 'no card'
}

/** The signed copy of what is shown. */
export async function tokenAt(path: string): Promise<string> {
  return textOf(await ask(`${path}/credential.jwt`))
}

export async function countOf(id: string): Promise<number | null> {
  return env.DB.prepare('SELECT opened FROM share WHERE id = ?1').bind(id).first<number>('opened')
}
