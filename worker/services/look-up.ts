/** Looks numbers up: what a verifier needs to check each, or why there is nothing to check. */
import { type Answer, withAnswer } from '../../shared/answer.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { type Circumstances, type Verdict, verdictWithout } from '../../shared/verdict.ts'
import { type Trust, verify } from '../../shared/verify.ts'
import type { Desk } from '../desk.ts'
import { type Held, heldByNumbers } from '../store/credentials.ts'

/** One answer a number, in the order asked. */
export async function lookUp(desk: Desk, numbers: string[]): Promise<Answer[]> {
  const held = new Map((await heldByNumbers(desk.db, numbers)).map((one) => [one.number, one]))
  return numbers.map((number) => answer(desk, number, held.get(number)))
}

/** The verdict about a number, as its page and the API tell it. */
export async function judgeNumber(desk: Desk, number: string, trust: Trust): Promise<Verdict> {
  const [found] = await lookUp(desk, [number])
  return judge(desk, found ?? { number, state: 'not-found' }, trust)
}

/** The verdict about what a look-up found. */
export async function judge(desk: Desk, found: Answer, trust: Trust): Promise<Verdict> {
  if ('state' in found) return verdictWithout(found.state, desk.now(), 'server')
  return withAnswer(await verify(found.token, trust, 'server'), found)
}

/** A record whose holder chose to be "as if unknown" is answered exactly as one that is. */
function answer(desk: Desk, number: string, held: Held | undefined): Answer {
  if (!held || held.visibility === 'unknown') return { number, state: 'not-found' }
  if (held.visibility === 'erased' || held.visibility === 'withheld')
    return { number, state: held.visibility }
  const circumstances = circumstancesOf(desk, held)
  return { number, token: held.token, ...(circumstances ? { circumstances } : {}) }
}

function circumstancesOf(desk: Desk, held: Held): Circumstances | undefined {
  if (held.standing === 'good') return undefined
  return {
    state: held.standing,
    ...(held.since ? { since: held.since } : {}),
    ...(held.publicReason ? { reason: held.publicReason } : {}),
    ...(held.successor ? { successor: recordUrl(desk.issuer.origin, held.successor) } : {}),
  }
}
