// What the routes are asked for, and how.
import { env } from 'cloudflare:workers'
import { makeNumber } from '../../shared/number.ts'
import type { Desk } from '../../worker/desk.ts'
import { askOwn } from '../../worker/services/ask-own.ts'
import { propose } from '../../worker/services/propose.ts'
import { askRemoval, proposeRemoval } from '../../worker/services/remove.ts'
import { takeRemovals } from '../../worker/services/replay-removals.ts'
import { insertKey } from '../../worker/store/api-keys.ts'
import graduates from '../fixtures/graduates.csv?raw'
import { makeAreas, makeAward } from '../support/award.ts'
import { makeDesk, NOW } from '../support/desk.ts'
import { people } from '../support/staff.ts'
import { signedIn } from './console.ts'
import { codeFor, holderOf, linkFor } from './holder.ts'
import { act, ada as adaKey, anew, ask, ben, issueOne, textOf } from './office.ts'

export type Ask = { path?: string; headers?: Record<string, string>; body?: string }

/** What there must be before anything can be asked for. */
export interface Made {
  number: string
  token: string
  erased: string
  /** One for which a withdrawal was proposed, and one that is withdrawn by the next word. */
  held: string
  /** One that can be renewed, and made full; and one that is on hold. */
  due: string
  onHold: string
  /** One whose removal someone of the office proposed, and one whose holder asked for it. */
  removing: string
  unwanted: string
  /** The list of removals, as it was taken away. */
  removals: string
  keyName: string
  importId: string
  /** Proposals for many records: someone else's, and the signed-in person's own. */
  proposal: string
  ownProposal: string
  /** The headers of a signed-in administrator's browser, and the token of its forms. */
  cookie: Record<string, string>
  formToken: string
  /** A key of theirs that they have not been shown yet. */
  apiKey: string
  /** The headers of the browser of the holder of `number`, and the token of its forms. */
  holder: { cookie: Record<string, string>; formToken: string }
  /** A request that she sent from there, and that is not decided. */
  ownRequest: string
  /** How that holder gets in: the path of a link, and a code. */
  holderLink: string
  holderCode: { path: string; code: string }
  /** The same of someone who is about to sign out. */
  leaving: { cookie: Record<string, string>; formToken: string }
  leavingHolder: Made['holder']
  /** And of someone who is about to replace their link. */
  replacingHolder: Made['holder']
}

export const NOBODY = makeNumber('N0B0DYHAS1T')

const DUE = {
  certifiedOn: '2023-01-15',
  provisionalUntil: '2027-01-15',
  areas: makeAreas('recognition').map((area) => ({ ...area, reference: 'DACC/AAS' })),
}

export async function makeThings(): Promise<Made> {
  const desk = makeDesk(env)
  const [{ number, token }, erased, held] = [await issueOne(desk), await issueOne(desk), await issueOne(desk)]
  await env.DB.prepare("UPDATE credential SET visibility = 'erased' WHERE number = ?1")
    .bind(erased.number)
    .run()
  await act(desk, held.number, { act: 'revoke', reason: 'issued-in-error' }, ben.name)
  const [due, onHold] = [await issueOne(desk, DUE), await issueOne(desk)]
  await act(desk, onHold.number, { act: 'suspend', reason: 'paperwork' })
  const [removing, unwanted] = [await issueOne(desk), await issueOne(desk)]
  await proposeRemoval(desk, removing.number, { actor: ben.name, note: 'asked' }, anew())
  await askRemoval(desk, unwanted.number, anew())
  const { id } = JSON.parse(
    await textOf(await ask('/api/v1/imports', { method: 'POST', ...csv(graduates.slice(0, 600)) })),
  )
  const ada = await signedIn('administrator')
  const [proposal, ownProposal] = [
    await proposeBy(desk, number, ben.name),
    await proposeBy(desk, number, ada.name),
  ]
  const vic = await signedIn('viewer')
  const [holder, leavingHolder] = [await holderOf(number), await holderOf(number)]
  const another = await issueOne(desk, { email: 'another@example.org' })
  const replacingHolder = await holderOf(another.number)
  const apiKey = 'r0utes00'
  const may = { scopes: ['read' as const], dailyCap: 1, lastDay: '2027-01-31' }
  const { email, name } = people.administrator
  await insertKey(env.DB, { id: apiKey, email, label: 'Routes', ...may, madeBy: name, madeAt: NOW }).run()
  const kid = desk.keys.set[0]?.kid ?? ''
  return {
    number,
    token,
    erased: erased.number,
    held: held.number,
    due: due.number,
    onHold: onHold.number,
    removing: removing.number,
    unwanted: unwanted.number,
    removals: (await takeRemovals(desk, ben.name)).removals,
    keyName: kid.split('#')[1] ?? '',
    importId: id,
    proposal,
    ownProposal,
    cookie: ada.headers,
    formToken: ada.token,
    apiKey,
    holder: { cookie: holder.headers, formToken: holder.token },
    ownRequest: await askOwnOf(number),
    holderLink: await linkFor(number),
    holderCode: await codeFor(number),
    leavingHolder: { cookie: leavingHolder.headers, formToken: leavingHolder.token },
    replacingHolder: { cookie: replacingHolder.headers, formToken: replacingHolder.token },
    leaving: { cookie: vic.headers, formToken: vic.token },
  }
}

/** What its holder asks of the office, and has not taken back. */
async function askOwnOf(number: string): Promise<string> {
  const typed = (name: string) => (name === 'wrong' ? 'The region.' : '')
  const hers = { number, record: makeAward() }
  return (await askOwn(makeDesk(env), hers, { kind: 'correction', typed }, anew())).answer.id
}

async function proposeBy(desk: Desk, numbers: string, actor: string): Promise<string> {
  const typed = { numbers, what: 'suspend:paperwork', publicNote: '', note: '' }
  return (await propose(desk, typed, actor, anew())).answer.id
}

export const HTML = { Accept: 'text/html' }
export const person = { Authorization: `Bearer ${adaKey.key}` }
export const form = (body: string): Ask => ({
  headers: { ...HTML, 'Content-Type': 'application/x-www-form-urlencoded' },
  body,
})
export const csv = (body: string): Ask => ({ headers: { ...person, 'Content-Type': 'text/csv' }, body })
export const json = (body: unknown): Ask => ({
  headers: { ...person, 'Content-Type': 'application/json', 'Idempotency-Key': anew().key },
  body: JSON.stringify(body),
})
export const without = ({ headers, ...rest }: Ask, name: string): Ask => ({
  ...rest,
  headers: Object.fromEntries(Object.entries(headers ?? {}).filter(([one]) => one !== name)),
})
export const typed = (asked: Ask, type: string): Ask => ({
  ...asked,
  headers: { ...asked.headers, 'Content-Type': type },
})
export const large = (kilobytes: number) => 'x'.repeat(kilobytes * 1024)
export const event = (made: Made, body: unknown, number = made.number): Ask => ({
  ...json(body),
  path: `/api/v1/credentials/${number}/events`,
})
