/** Verifies whatever someone presents: a number, a link, a token, or a thing that we can only name. */
import { withAnswer } from '../../shared/answer.ts'
import { looksLike } from '../../shared/looks-like.ts'
import { readPresented } from '../../shared/presented.ts'
import { type Verdict, verdictWithout } from '../../shared/verdict.ts'
import { verify } from '../../shared/verify.ts'
import type { Desk } from '../desk.ts'
import { trustOf } from '../trust.ts'
import { judgeNumber, lookUp } from './look-up.ts'

/** @returns always a verdict: a bad credential is an answer */
export async function verifyPresented(desk: Desk, input: string): Promise<Verdict> {
  const presented = readPresented(input, desk.issuer.origin)
  const trust = trustOf(desk)
  switch (presented.kind) {
    case 'unreadable':
      return verdictWithout('malformed', desk.now(), 'server', looksLike(input, presented.looksLike))
    case 'number':
      return judgeNumber(desk, presented.number, trust)
    case 'token': {
      const verdict = await verify(presented.token, trust, 'server')
      return withWhatWeKnow(desk, verdict)
    }
  }
}

/** A token held already still verifies, also of a private record; since when and why is told where it may be. */
async function withWhatWeKnow(desk: Desk, verdict: Verdict): Promise<Verdict> {
  if (!verdict.credential) return verdict
  try {
    const [found] = await lookUp(desk, [verdict.credential.number])
    return withAnswer(verdict, found)
  } catch (error) {
    console.error(error)
    return verdict
  }
}
