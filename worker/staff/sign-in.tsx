/** The console's door. */
import { roles } from '../roles.ts'
import type { SignInLink } from '../services/sign-in.ts'
import { type Frame, StaffLayout } from './layout.tsx'

export interface SignInPageProps {
  frame: Frame
  /** The link that was opened, if it can still be used, and its secret. */
  link?: (SignInLink & { secret: string }) | undefined
  /** Is the door kept by Cloudflare Access? */
  access: boolean
  /** The address that Access vouches for, when it is not on the list of staff. */
  stranger?: string | undefined
  /** Where to go then: a path of the console. */
  next: string
}

export function SignInPage({ frame, link, access, stranger, next }: SignInPageProps) {
  return (
    <StaffLayout
      frame={frame}
      title="Sign in to the office"
      notices={{ 'signed-out': <p>You are signed out.</p> }}
    >
      {link ? (
        <form method="post" action="/staff/sign-in">
          <p>
            This link signs in <b>{link.name}</b> ({link.role}), once. {roles[link.role]}
          </p>
          <input type="hidden" name="link" value={link.secret} />
          <input type="hidden" name="next" value={next} />
          <div class="do">
            <button type="submit" class="button filled">
              Sign in as {link.name}
            </button>
          </div>
        </form>
      ) : access ? (
        <ByAccess stranger={stranger} />
      ) : (
        <ByLink demo={frame.issuer.demo} />
      )}
    </StaffLayout>
  )
}

function ByAccess({ stranger }: { stranger: string | undefined }) {
  return stranger ? (
    <p>
      Cloudflare Access knows you as <b>{stranger}</b>, but nobody with this address works in this office. An
      administrator can add you under “People”.
    </p>
  ) : (
    <p>
      The office is entered through Cloudflare Access, and this request did not come through it. Open the
      console at its usual address; if you see this page again, tell whoever runs the service.
    </p>
  )
}

function ByLink({ demo }: { demo: boolean }) {
  return (
    <>
      <p>Staff sign in with a link that works once. There are no passwords here.</p>
      {demo && (
        <p>
          This is a demonstration: <code>npm start</code> printed a link for each role when it started. Start
          it again for new ones; nothing is lost by it.
        </p>
      )}
      <p class="soft">Looking for a record? Anyone can check one at the front door, without an account.</p>
      <p>
        <a href="/">Go to the front door</a>
      </p>
    </>
  )
}
