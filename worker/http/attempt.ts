/** An act that a form asks for: done, or the form again with what is wrong, and everything that was typed. */
import type { Context } from 'hono'
import type { House } from '../house.ts'
import { Problem, type ProblemType, problems, retryAfter } from './problem.ts'

export interface Refused {
  /** Absent where it was not thrown. */
  type?: ProblemType
  /** A problem without fields is about the form as a whole: its field is `''`. */
  errors: { field: string; message: string }[]
}

/** The back button brings an old form back; what was changed in it since is another act. */
const SENT =
  'This form was sent before, with something else in it. Look at what that did; to do this as well, send it again.'

/**
 * @param act does it, and answers with where to go then
 * @param again draws the form again
 * @throws what is not a Problem
 */
export async function attempt(
  c: Context<House>,
  act: () => Promise<Response>,
  again: (refused: Refused) => Parameters<Context['html']>[0] | Promise<Parameters<Context['html']>[0]>,
): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [status, title] = problems[error.type]
    const { errors, detail } = error.extra
    const wait = retryAfter[error.type]
    if (wait) c.header('Retry-After', wait)
    const whole = [{ field: '', message: detail ?? (error.type === 'key-reused' ? SENT : `${title}.`) }]
    return c.html(
      await again({ type: error.type, errors: errors && errors.length > 0 ? errors : whole }),
      status,
    )
  }
}
