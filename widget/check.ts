/** From what a page gives a badge to what there is to say about it. */
import { withAnswer } from '../shared/answer.ts'
import { type Comparison, compareEmail, compareNames } from '../shared/applicant.ts'
import type { Credential } from '../shared/credential.ts'
import { has } from '../shared/json.ts'
import { type Presented, readPresented } from '../shared/presented.ts'
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
  number?: string | undefined
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
  const unreachable: Settled = { verdict: 'unreachable' }
  const late = new Promise<Settled>((resolve) => setTimeout(resolve, AT_THE_LATEST, unreachable))
  const found = Promise.race([find(asked).catch(() => unreachable), late])
  return { number: numberAsked(asked.credential, asked.token), ...(await found) }
}

async function find(asked: Asked): Promise<Settled> {
  // Old libraries have methods of their own on arrays and texts. By those anyone's record would seem to be broken.
  if (JSON.stringify(['aa'.replaceAll('a', 'b')]) !== '["bb"]') throw new Unreachable()
  const verdict = await verdictOf(readPresented(asked.token || asked.credential, issuer.origin))
  if (!verdict.credential) return { verdict }
  const { number, holder } = verdict.credential
  return { verdict, number, ...(await compare(holder, asked)) }
}

async function verdictOf(presented: Presented): Promise<Verdict> {
  switch (presented.kind) {
    case 'unreadable':
      return verdictWithout('malformed', trust.now(), 'browser', presented.looksLike)
    case 'number':
      return checkNumber(presented.number)
    case 'token':
      return checkToken(presented.token)
  }
}

async function compare(holder: Credential['holder'], { name, email }: Asked): Promise<{ whose?: Whose }> {
  if (!name && !email) return {}
  const emailDiffers = (await compareEmail(holder.email, email)) === 'email-different'
  return { whose: { ...compareNames(holder, name), emailDiffers } }
}

async function checkNumber(number: string): Promise<Verdict> {
  const [answer] = await Promise.all([trust.answer(number), greet()])
  if (has(answer, 'state')) return verdictWithout(answer.state, trust.now(), 'browser')
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
