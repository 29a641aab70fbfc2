/** What the service answers about a number: the token it has on file and what no signature carries, or why not. */
import { isDay } from './dates.ts'
import { has, isObject, type Json } from './json.ts'
import { type Circumstances, type State, type Verdict, verdictWithout, withCircumstances } from './verdict.ts'

/** Why there is no token to look at. */
export const absences = ['not-found', 'withheld', 'erased'] as const satisfies State[]
export type Absence = (typeof absences)[number]

export type Answer =
  | { number: string; token: string; state?: never; circumstances?: Circumstances }
  | { number: string; token?: never; state: Absence; circumstances?: never }

/** Nothing is said about a number, as when its record cannot be reached: `readAnswer` makes nothing of it. */
export type Unanswered = { number: string; token?: never; state?: never; circumstances?: never }

/**
 * Reads the answer of `GET /api/v1/credentials?numbers=…` for one number. It is not signed: the token in it is.
 * @returns null when the service did not answer about this number in a form we know
 */
export function readAnswer(body: unknown, number: string): Answer | null {
  if (!isObject(body) || !Array.isArray(body.credentials)) return null
  const item = body.credentials.find((one) => isObject(one) && one.number === number)
  if (!isObject(item)) return null
  const absence = absences.find((state) => state === item.state)
  if (absence) return { number, state: absence }
  if (typeof item.token !== 'string') return null
  const circumstances = readCircumstances(item.circumstances)
  return { number, token: item.token, ...(circumstances ? { circumstances } : {}) }
}

function readCircumstances(value: Json | undefined): Circumstances | undefined {
  if (!isObject(value)) return undefined
  const state = (['revoked', 'suspended', 'superseded'] as const).find((one) => one === value.state)
  if (!state) return undefined
  const { since, reason, successor } = value
  return {
    state,
    ...(typeof since === 'string' && isDay(since) ? { since } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof successor === 'string' && /^https?:/.test(successor) ? { successor } : {}),
  }
}

/**
 * Adds to a verdict what the service knows about its record, where the signed status says the same. An older version
 * of a record that still stands was replaced by the newer one at the same address.
 */
export function withAnswer<C extends { url: string }>(
  verdict: Verdict<C>,
  answer: Answer | Unanswered | undefined,
): Verdict<C> {
  if (!answer) return verdict
  // Of what was removed, a copy says no more than the service itself.
  if (answer.state === 'erased' && verdict.state === 'superseded')
    return verdictWithout('erased', new Date(verdict.checkedAt), verdict.by)
  if (!has(answer, 'token')) return verdict
  const { state, credential } = verdict
  const replacedHere = state === 'superseded' && credential && !answer.circumstances
  return withCircumstances(
    verdict,
    replacedHere ? { state: 'superseded', successor: credential.url } : answer.circumstances,
  )
}
