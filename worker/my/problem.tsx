/** A request of a holder's that could not be served: what to do now, and what was typed, if sending it again helps. */
import type { Child } from 'hono/jsx'
import type { ProblemType } from '../http/problem.ts'
import { Resend, type Resent } from '../pages/session-form.tsx'
import { type MyFrame, MyPage } from './layout.tsx'

export interface MyProblemPageProps {
  frame: MyFrame
  type: ProblemType
  status: number
  title: string
  detail?: string | undefined
  /** The form as it was sent. */
  resend?: Resent | undefined
}

export function MyProblemPage({ frame, type, status, title, detail, resend }: MyProblemPageProps) {
  if (type === 'link-spent') return <DeadLinkPage frame={frame} status={status} />
  return (
    <MyPage frame={frame} title={title}>
      {detail && <p>{detail}</p>}
      <p>{wordsFor(type, status, frame)}</p>
      {resend ? (
        <Resend {...resend} signIn="/my/sign-in" />
      ) : (
        <p>
          <a href={frame.token ? '/my' : '/my/sign-in'}>
            {frame.token ? 'Go to my page' : 'Open my LSSC page'}
          </a>
        </p>
      )}
      <p class="soft">Status {status}</p>
    </MyPage>
  )
}

/** The link of a letter that lets nobody in any more, or never did: both are answered alike. */
function DeadLinkPage({ frame, status }: { frame: MyFrame; status: number }) {
  return (
    <MyPage frame={frame} title="This link no longer opens your page">
      <p class="lead">Your certification is unaffected, and so is the link that you give to others.</p>
      <p>
        A link of a letter ends when you replace it, when another e-mail address comes on file or your record
        gets a new number, and when nobody has used it for two years. Or it was cut off on the way: then open
        it from the mail itself.
      </p>
      <h2>How to come in now</h2>
      <ul>
        <li>Look for the newest letter from us: its link works.</li>
        <li>
          <a href="/my/sign-in">Ask for a code</a>: it is mailed at once to the address on file.
        </li>
        <li>
          That address no longer works? <a href="/help/address">Tell the office which one does</a>.
        </li>
      </ul>
      <p class="soft">Status {status}</p>
    </MyPage>
  )
}

function wordsFor(type: ProblemType, status: number, { numbers, path }: MyFrame): Child {
  switch (type) {
    case 'session-ended':
      return path === '/my/link'
        ? 'If you have just replaced your link, that is why: everyone was signed out. The new link is in your mail.'
        : 'You are signed out after half an hour without a page, and after two hours in any case. What you filled in is kept on this page: sign in, come back here, and send it again.'
    case 'form-of-another-session':
      return `Nothing was done yet. You are signed in for ${numbers.join(' and ')}: send it again if that is right.`
    case 'other-site':
      return 'Nothing was done. If you came here from a form of ours, load that page again and send it once more.'
    case 'not-found':
      return numbers.length > 0
        ? `You are signed in for ${numbers.join(' and ')}. What you asked for is not among these pages: the address may be cut off, or that record has another e-mail address on file. For that one, sign out and ask for its own code.`
        : 'The address may be cut off, or what was there has moved.'
    case 'conflict':
    case 'key-reused':
    case 'changed-meanwhile':
      return 'Nothing was done. Open the page again and look at what it says now.'
    default:
      return status >= 500
        ? 'The fault is ours. It is safe to try again in a minute: what was done already is not done twice.'
        : 'Nothing was done.'
  }
}
