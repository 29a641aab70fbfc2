/** From what a page gives a badge to what there is to say about it. */
import { withAnswer } from '../shared/answer.ts'
import { type Comparison, compareEmail, compareNames } from '../shared/applicant.ts'
import type { Credential } from '../shared/credential.ts'
import { readPresented } from '../shared/presented.ts'
import { type Verdict, verdictWithout } from '../shared/verdict.ts'
import { verify } from '../shared/verify.ts'
import { issuer } from './issuer.ts'
import { trust, Unreachable } from './trust.ts'

export interface Asked {
  /** A link to a record, or its number. */
  credential: string
  /** A whole VC-JWT; where both are given, the token is what is checked. */
  token: string
  /** Of the applicant, where the page wants to know whose record it is. Compared here, and sent nowhere. */
  name: string
  email: string
}

export interface Settled {
  verdict: Verdict | 'unreachable'
  /** The number that was asked for, or that the checked credential carries. */
  number?: string
  whose?: Whose
}

/** Beside the verdict, and never part of it. */
export interface Whose extends Pick<Comparison, 'result' | 'record' | 'application'> {
  /** The record carries another address. */
  emailDiffers: boolean
}

/** The number that a page asks about, where it named one that can be read. */
export function numberAsked(credential: string, token: string): string | undefined {
  const presented = readPresented(token || credential, issuer.origin)
  return presented.kind === 'number' ? presented.number : undefined
}

/** Whatever happens, a badge settles within this many milliseconds. */
const AT_THE_LATEST = 8_000

/** Checks in this browser. Never throws: what cannot be asked is `unreachable`, which says nothing about anyone. */
export async function check(asked: Asked): Promise<Settled> {
  const presented = readPresented(asked.token || asked.credential, issuer.origin)
  switch (presented.kind) {
    case 'unreadable':
      return { verdict: verdictWithout('malformed', trust.now(), 'browser', presented.looksLike) }
    case 'number':
      return { number: presented.number, ...(await settle(checkNumber(presented.number), asked)) }
    case 'token':
      return settle(checkToken(presented.token), asked)
  }
}

async function settle(checking: Promise<Verdict>, asked: Asked): Promise<Settled> {
  const late = new Promise<'unreachable'>((resolve) => setTimeout(resolve, AT_THE_LATEST, 'unreachable'))
  const verdict = await Promise.race([checking.catch(() => 'unreachable' as const), late])
  if (verdict === 'unreachable' || !verdict.credential) return { verdict }
  const { number, holder } = verdict.credential
  return { verdict, number, ...(await compare(holder, asked)) }
}

async function compare(holder: Credential['holder'], { name, email }: Asked): Promise<{ whose?: Whose }> {
  if (!name && !email) return {}
  const emailDiffers = (await compareEmail(holder.email, email)) === 'email-different'
  return { whose: { ...compareNames(holder, name), emailDiffers } }
}

async function checkNumber(number: string): Promise<Verdict> {
  const [answer] = await Promise.all([trust.answer(number), greet()])
  if ('state' in answer) return verdictWithout(answer.state, trust.now(), 'browser')
  const verdict = await verify(answer.token, trust, 'browser')
  // A genuine credential, but not the one that was asked for, is no answer.
  if (verdict.credential && verdict.credential.number !== number) throw new Unreachable()
  return withAnswer(verdict, answer)
}

/** The token says whether it is in force; since when it is not, and what came after, the service is asked. */
async function checkToken(token: string): Promise<Verdict> {
  await greet()
  const verdict = await verify(token, trust, 'browser')
  if (!verdict.credential || !['revoked', 'suspended', 'superseded'].includes(verdict.state)) return verdict
  return withAnswer(verdict, await trust.answer(verdict.credential.number).catch(() => undefined))
}

/** Asks for the keys beforehand, which also tells what time it is. */
async function greet(): Promise<void> {
  await trust.publishedKeys().catch(() => {})
}
