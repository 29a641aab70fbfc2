// What the tests of visibility stand on: a record of somebody's own, and her choice, sent as her page sends it.
import { env } from 'cloudflare:workers'
import type { Visibility } from '../../worker/store/credentials.ts'
import { makeDesk } from '../support/desk.ts'
import type { Visitor } from './console.ts'
import { issueOne } from './office.ts'

/** Of an address of its own, so that its holder has just this one record. */
export function issueHers() {
  return issueOne(makeDesk(env), {
    name: { display: 'Zenobia Quillfeather', given: 'Zenobia', family: 'Quillfeather', order: 'given-first' },
    email: `${crypto.randomUUID()}@example.org`,
  })
}

export function seenNow(number: string): Promise<Visibility | null> {
  return env.DB.prepare('SELECT visibility FROM credential WHERE number = ?1')
    .bind(number)
    .first<Visibility>('visibility')
}

/** As a page sends it that was opened just now. */
export async function choose(
  holder: Visitor,
  number: string,
  to: string,
  more: Record<string, string> = {},
): Promise<Response> {
  return holder.post(`/my/${number}/visibility`, { to, was: (await seenNow(number)) ?? '', ...more })
}
