/** Looks numbers up: what a verifier needs to check each, or why there is nothing to check. */
import { type Answer, type Unanswered, withAnswer } from '../../shared/answer.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { isTestNumber } from '../../shared/number.ts'
import { type Circumstances, type State, type Verdict, verdictWithout } from '../../shared/verdict.ts'
import { type Trust, verify } from '../../shared/verify.ts'
import type { Desk } from '../desk.ts'
import { Problem } from '../http/problem.ts'
import { type Held, heldByNumbers } from '../store/credentials.ts'
import { issueTest } from './issue-test.ts'

/** What is known about a number; nothing only about the test number that is never answered. */
export type Found = Answer | Unanswered

/** One answer a number, in the order asked. */
export async function lookUp(desk: Desk, numbers: string[]): Promise<Found[]> {
  const [tests, real] = await Promise.all([
    lookUpTests(desk, numbers.filter(isTestNumber)),
    lookUpReal(
      desk,
      numbers.filter((number) => !isTestNumber(number)),
    ),
  ])
  return numbers.map((number) => tests.get(number) ?? answer(desk, number, real.get(number)))
}

/** Each is signed once, however often it is asked for. */
async function lookUpTests(desk: Desk, numbers: string[]): Promise<Map<string, Found>> {
  const answers = [...new Set(numbers)].map((number) => issueTest(desk, number))
  return new Map((await Promise.all(answers)).map((one) => [one.number, one]))
}

async function lookUpReal(desk: Desk, numbers: string[]): Promise<Map<string, Held>> {
  if (numbers.length === 0) return new Map()
  return new Map((await heldByNumbers(desk.db, numbers)).map((one) => [one.number, one]))
}

/** The verdict about a number, as its page and the API tell it. */
export async function judgeNumber(desk: Desk, number: string, trust: Trust): Promise<Verdict> {
  const [found] = await lookUp(desk, [number])
  return judge(desk, found ?? { number, state: 'not-found' }, trust)
}

/**
 * The verdict about a record as its holder is told it: the same as others get, or would get if it were not private.
 * @returns null for one that is not on file, or removed
 */
export async function judgeOwn(desk: Desk, number: string, trust: Trust): Promise<Verdict | null> {
  const [held] = await heldByNumbers(desk.db, [number])
  if (!held || held.visibility === 'erased') return null
  return judge(desk, answer(desk, number, { ...held, visibility: 'link' }), trust)
}

/**
 * The verdict about a number as its own page tells it.
 * @returns with it, whether its holder chose to be listed
 */
export async function judgeForPage(
  desk: Desk,
  number: string,
  trust: Trust,
): Promise<{ verdict: Verdict; listed: boolean }> {
  if (isTestNumber(number)) return { verdict: await judgeNumber(desk, number, trust), listed: false }
  const held = (await lookUpReal(desk, [number])).get(number)
  const verdict = await judge(desk, answer(desk, number, held), trust)
  return { verdict, listed: held?.visibility === 'listed' }
}

/**
 * The verdict about what a look-up found.
 * @throws Problem `database-unavailable` for the test number that is never answered: no verdict would be true of it
 */
export async function judge(desk: Desk, found: Found, trust: Trust): Promise<Verdict> {
  if (!found.state && !found.token)
    throw new Problem('database-unavailable', {
      detail: 'This test number is always answered so; the records themselves can be reached.',
    })
  const verdict = found.state
    ? verdictWithout(found.state, desk.now(), 'server')
    : withAnswer(await verify(found.token, trust, 'server'), found)
  return isTestNumber(found.number) ? { ...verdict, test: true } : verdict
}

/**
 * Of what shows nothing, no copy is given out.
 * @throws Problem `no-such-record` (as for one that is answered as if unknown), `private-record`, `erased-record`
 */
export function refuseUnseen(state?: State): void {
  switch (state) {
    case 'not-found':
      throw new Problem('no-such-record')
    case 'withheld':
      throw new Problem('private-record', {
        detail:
          'People who hold a certificate can make it private at any time, for any reason: no copy is given out here. Ask the person, in your own words, for theirs.',
      })
    case 'erased':
      throw new Problem('erased-record', {
        detail: 'It was removed at its holder’s request, and no copy of it is kept to give out.',
      })
    default:
  }
}

/** A record whose holder chose to be "as if unknown" is answered exactly as one that is. */
export function answer(desk: Desk, number: string, held: Held | undefined): Answer {
  if (!held || held.visibility === 'unknown') return { number, state: 'not-found' }
  if (held.visibility === 'erased' || held.visibility === 'withheld')
    return { number, state: held.visibility }
  if (held.token === null) throw new Error(`The record ${number} has no token.`)
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
