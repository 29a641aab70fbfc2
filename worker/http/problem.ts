/**
 * Problem documents (RFC 9457): what a request that cannot be served is answered with. A bad credential is not a
 * problem but a verdict, and a bug is neither.
 */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { wantsPage } from './wants-page.ts'

/** Every problem there is: its status and its title. The keys are stable and public. */
export const problems = {
  'nothing-to-verify': [400, 'There is nothing here to verify'],
  'bad-request': [400, 'This request cannot be read'],
  'bad-idempotency-key': [400, 'An Idempotency-Key of 1 to 255 printable characters is needed'],
  'access-denied': [401, 'A staff key is needed'],
  'session-ended': [401, 'Your session has ended, and nothing was done'],
  'link-spent': [401, 'This link no longer works'],
  'not-allowed': [403, 'Your role does not allow this'],
  'key-not-allowed': [403, 'This key does not allow this'],
  'other-site': [403, 'This form was not sent from a page of ours'],
  'form-of-another-session': [403, 'This form was filled in during an earlier session'],
  'private-record': [403, 'This record is private at the moment'],
  'not-found': [404, 'There is nothing at this address'],
  'no-such-record': [404, 'There is no record with this number'],
  'no-such-form': [404, 'This record does not have this form'],
  'no-such-import': [404, 'There is no import with this id'],
  'method-not-allowed': [405, 'This cannot be done at this address'],
  conflict: [409, 'The record is not in a state in which this can be done'],
  'changed-meanwhile': [409, 'This record has changed since you opened it'],
  'already-issued': [409, 'This office number already has a record'],
  'needs-second-person': [409, 'This needs a second person first'],
  'erased-record': [410, 'This record was removed'],
  'too-large': [413, 'This is too large'],
  'unsupported-type': [415, 'This kind of content is not accepted here'],
  'invalid-input': [422, 'Some of the input cannot be used'],
  'not-eligible': [422, 'This record does not earn the certification'],
  'key-reused': [422, 'This Idempotency-Key was used with another request'],
  'unreadable-file': [422, 'This file cannot be read'],
  'too-many-requests': [429, 'More came in today than the office can read'],
  'cap-reached': [429, 'This key has reached its daily cap'],
  'internal-error': [500, 'Something went wrong on our side'],
  'not-built': [503, 'The badge of this deployment has not been built yet'],
  'database-unavailable': [503, 'The records cannot be reached right now'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>

export type ProblemType = keyof typeof problems

/** After how many seconds it may be worth to try again. */
export const retryAfter: Partial<Record<ProblemType, string>> = {
  'too-many-requests': '3600',
  'not-built': '30',
  'database-unavailable': '30',
}

export interface ProblemDetail {
  /** One sentence: what is the matter here, and how to mend it. */
  detail?: string
  /** For input: each field (or row and column) with its own sentence. */
  errors?: Wrong[]
}

/** What is wrong with one field, and how to mend it; `''` is the input as a whole. */
export interface Wrong {
  field: string
  message: string
}

/** Thrown anywhere in the Worker, answered in one place (`answerProblem`). */
export class Problem extends Error {
  readonly type: ProblemType
  readonly extra: ProblemDetail

  constructor(type: ProblemType, extra: ProblemDetail = {}, options?: ErrorOptions) {
    super(problems[type][1], options)
    this.type = type
    this.extra = extra
  }
}

/**
 * Refuses input, saying at once everything that is wrong with it.
 * @param found a check that found nothing is false or null
 * @throws Problem `invalid-input`, unless no check found anything
 */
export function refuse(found: (Wrong | false | null)[]): void {
  const errors = found.filter((one) => one !== false && one !== null)
  if (errors.length > 0) throw new Problem('invalid-input', { errors })
}

export interface ProblemView {
  type: ProblemType
  status: ContentfulStatusCode
  title: string
  detail?: string
}

/**
 * Answers anything thrown: a Problem as itself, a database that cannot be reached as 503, all else as 500
 * without its message. A browser gets a page, everyone else `application/problem+json`.
 * @param page draws the problem for people
 */
export function answerProblem(
  error: unknown,
  c: Context,
  page: (view: ProblemView) => string | Promise<string>,
): Response | Promise<Response> {
  const problem = asProblem(error)
  const [status, title] = problems[problem.type]
  c.header('Cache-Control', 'no-store')
  const wait = retryAfter[problem.type]
  if (wait) c.header('Retry-After', wait)
  if (problem.type === 'access-denied') c.header('WWW-Authenticate', 'Bearer')
  if (wantsPage(c.req)) {
    const { detail } = problem.extra
    return Promise.resolve(page({ type: problem.type, status, title, ...(detail ? { detail } : {}) })).then(
      (html) => c.html(html, status),
    )
  }
  const body = { type: `urn:lssc:problem:${problem.type}`, title, status, ...problem.extra }
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  console.error(error)
  return new Problem(isUnreachable(error) ? 'database-unavailable' : 'internal-error')
}

/** D1 tells only in words: what SQLite refused is a bug of ours, all else is a database that cannot be reached. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /^D1_ERROR|D1 DB|Network connection lost/.test(error.message) && !error.message.includes('SQLITE_')
}
