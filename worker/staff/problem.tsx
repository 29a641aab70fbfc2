/** A request of the console that could not be served: what to do now, and what was typed, if sending it again helps. */
import type { ProblemType } from '../http/problem.ts'
import { Resend, type Resent } from '../pages/session-form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface StaffProblemPageProps {
  frame: Frame
  type: ProblemType
  status: number
  title: string
  detail?: string | undefined
  /** The form as it was sent. */
  resend?: Resent | undefined
}

export function StaffProblemPage({ frame, type, status, title, detail, resend }: StaffProblemPageProps) {
  return (
    <StaffLayout frame={frame} title={title}>
      {detail && <p>{detail}</p>}
      <p>{wordsFor(type, status, frame.staff?.name)}</p>
      {resend && <Resend {...resend} signIn="/staff/sign-in" />}
      {!resend && (
        <p>
          <a href="/staff">Go to Today</a>
        </p>
      )}
      <p class="soft">Status {status}</p>
    </StaffLayout>
  )
}

function wordsFor(type: ProblemType, status: number, name: string | undefined): string {
  switch (type) {
    case 'session-ended':
      return 'A session ends an hour after its last page, and after eight hours. What you filled in is kept on this page: sign in, come back here, and send it again. A chosen file has to be chosen again.'
    case 'form-of-another-session':
      return `Nothing was done yet. It would be done by ${name ?? 'you'}: send it again if that is right.`
    case 'other-site':
      return 'Nothing was done. If you came here from a form of ours, load that page again and send it once more.'
    case 'not-allowed':
      return 'Nothing was done. Someone with that role can do it, and an administrator can change yours.'
    case 'changed-meanwhile':
      return 'Nothing was done.'
    case 'conflict':
    case 'key-reused':
      return 'Nothing was done. Someone else, or you in another tab, was quicker: open the record again and look at what it says now.'
    default:
      if (status === 404) return 'The address may be cut off, or what was there has moved.'
      return status >= 500
        ? 'The fault is ours. It is safe to try again in a minute: what was done already is not done twice.'
        : 'Nothing was done.'
  }
}
