/** A problem, drawn for people. */
import type { Context } from 'hono'
import { issuerOf } from '../desk.ts'
import type { House } from '../house.ts'
import { headersOf } from '../http/headers.ts'
import type { ProblemView } from '../http/problem.ts'
import { myFrame } from '../my/layout.tsx'
import { MyProblemPage } from '../my/problem.tsx'
import { issuerOfPage } from '../pages/layout.tsx'
import { ProblemPage } from '../pages/problem.tsx'
import { asLastRead } from '../services/read-profile.ts'
import { type Frame, frameOf } from '../staff/layout.tsx'
import { StaffProblemPage } from '../staff/problem.tsx'

export async function drawProblem(c: Context<House>, { type, ...view }: ProblemView): Promise<string> {
  c.header('Content-Security-Policy', headersOf('page')['Content-Security-Policy'])
  if (/^\/staff(\/|$)/.test(c.req.path)) return drawStaffProblem(c, { type, ...view })
  if (/^\/my(\/|$)/.test(c.req.path)) return drawMyProblem(c, { type, ...view })
  const issuer = asLastRead(issuerOf(c.env))
  // The test number that is never answered is a test number here, too.
  const number = c.req.path.replace(/^\/c\//, '')
  return String(await (<ProblemPage issuer={issuerOfPage(issuer, { number })} {...view} />))
}

/** In the console, what was typed comes back with the problem wherever sending it again can help. */
async function drawStaffProblem(c: Context<House>, view: ProblemView): Promise<string> {
  const { session, form, token } = c.var
  const frame: Frame = { ...frameOf(c), issuer: asLastRead(issuerOf(c.env)) }
  const again = view.type === 'session-ended' || view.type === 'form-of-another-session'
  return String(
    await (
      <StaffProblemPage
        frame={frame}
        {...view}
        resend={
          again && form ? { action: c.req.path, fields: form.fields, token: session ? token : '' } : undefined
        }
      />
    ),
  )
}

/** So it does on a holder's own pages, in their look. */
async function drawMyProblem(c: Context<House>, view: ProblemView): Promise<string> {
  const { holding, form } = c.var
  const frame = { ...myFrame(c), issuer: asLastRead(issuerOf(c.env)) }
  const again = view.type === 'session-ended' || view.type === 'form-of-another-session'
  return String(
    await (
      <MyProblemPage
        frame={frame}
        {...view}
        resend={
          again && form
            ? { action: c.req.path, fields: form.fields, token: holding ? frame.token : '' }
            : undefined
        }
      />
    ),
  )
}
