/** From what a page gives a badge to what there is to say about it. */
import { withAnswer } from '../shared/answer.ts'
import { type Comparison, compareEmail, compareNames } from '../shared/applicant.ts'
import type { Credential } from '../shared/credential.ts'
import { has } from '../shared/json.ts'
import { type Presented, readPresented } from '../shared/presented.ts'
import { type Verdict, verdictWithout } from '../shared/verdict.ts'
import { verify } from '../shared/verify.ts'
import { type IssuerTrust, Unreachable } from './trust.ts'

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
export function numberAsked(credential: string, token: string, origin: string): string | undefined {
  const presented = readPresented(token || credential, origin)
  return presented.kind === 'number' ? presented.number : undefined
}

/** Whatever happens, a badge settles within this many milliseconds. */
const AT_THE_LATEST = 8_000

/** Checks in this browser. Never throws: what cannot be asked is `unreachable`, which says nothing about anyone. */
export async function check(asked: Asked, trust: IssuerTrust): Promise<Settled> {
  const unreachable: Settled = { verdict: 'unreachable' }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Settled>((resolve) => {
    timer = setTimeout(resolve, AT_THE_LATEST, unreachable)
  })
  const found = await Promise.race([find(asked, trust).catch(() => unreachable), late])
  clearTimeout(timer) // a server's process would wait for it
  return { number: numberAsked(asked.credential, asked.token, trust.origin), ...found }
}

async function find(asked: Asked, trust: IssuerTrust): Promise<Settled> {
  // Old libraries have methods of their own on arrays and texts. By those anyone's record would seem to be broken.
  if (JSON.stringify(['aa'.replaceAll('a', 'b')]) !== '["bb"]') throw new Unreachable()
  const verdict = await verdictOf(readPresented(asked.token || asked.credential, trust.origin), trust)
  if (!verdict.credential) return { verdict }
  const { number, holder } = verdict.credential
  return { verdict, number, ...(await compare(holder, asked)) }
}

async function verdictOf(presented: Presented, trust: IssuerTrust): Promise<Verdict> {
  switch (presented.kind) {
    case 'unreadable':
      return verdictWithout('malformed', trust.now(), 'browser', presented.looksLike)
    case 'number':
      return checkNumber(presented.number, trust)
    case 'token':
      return checkToken(presented.token, trust)
  }
}

async function compare(holder: Credential['holder'], { name, email }: Asked): Promise<{ whose?: Whose }> {
  if (!name && !email) return {}
  const emailDiffers = (await compareEmail(holder.email, email)) === 'email-different'
  return { whose: { ...compareNames(holder, name), emailDiffers } }
}

async function checkNumber(number: string, trust: IssuerTrust): Promise<Verdict> {
  const [answer] = await Promise.all([trust.answer(number), greet(trust)])
  if (has(answer, 'state')) return verdictWithout(answer.state, trust.now(), 'browser')
  const verdict = await verify(answer.token, trust, 'browser')
  // A genuine credential, but not the one that was asked for, is no answer.
  if (verdict.credential && verdict.credential.number !== number) throw new Unreachable()
  return withAnswer(verdict, answer)
}

/** The token says whether it is in force; since when it is not, and what came after, the service is asked. */
async function checkToken(token: string, trust: IssuerTrust): Promise<Verdict> {
  await greet(trust)
  const verdict = await verify(token, trust, 'browser')
  if (!verdict.credential || !['revoked', 'suspended', 'superseded'].includes(verdict.state)) return verdict
  return withAnswer(verdict, await trust.answer(verdict.credential.number).catch(() => undefined))
}

/** Asks for the keys beforehand, which also tells what time it is. */
async function greet(trust: IssuerTrust): Promise<void> {
  await trust.publishedKeys().catch(() => {})
}
