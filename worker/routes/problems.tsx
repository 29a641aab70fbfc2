/** A problem, drawn for people. */
import type { Context } from 'hono'
import { issuerOf } from '../desk.ts'
import type { House } from '../house.ts'
import { headersOf } from '../http/headers.ts'
import type { ProblemView } from '../http/problem.ts'
import { ProblemPage } from '../pages/problem.tsx'

export async function drawProblem(c: Context<House>, view: ProblemView): Promise<string> {
  c.header('Content-Security-Policy', headersOf('page')['Content-Security-Policy'])
  return String(await (<ProblemPage issuer={issuerOf(c.env)} {...view} />))
}
