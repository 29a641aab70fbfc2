/** A problem, drawn for people. */
import type { Context } from 'hono'
import { issuerOf } from '../desk.ts'
import type { House } from '../house.ts'
import { headersOf } from '../http/headers.ts'
import type { ProblemView } from '../http/problem.ts'
import { issuerOfPage } from '../pages/layout.tsx'
import { ProblemPage } from '../pages/problem.tsx'

export async function drawProblem(c: Context<House>, view: ProblemView): Promise<string> {
  c.header('Content-Security-Policy', headersOf('page')['Content-Security-Policy'])
  // The test number that is never answered is a test number here, too.
  const number = c.req.path.replace(/^\/c\//, '')
  return String(await (<ProblemPage issuer={issuerOfPage(issuerOf(c.env), { number })} {...view} />))
}
