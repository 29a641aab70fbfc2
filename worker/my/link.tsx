/** Where a holder ends every way in but a new one. */
import { Errors, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { type MyFrame, MyPage } from './layout.tsx'

export interface MyLinkProps {
  frame: MyFrame
  /** Where the new link goes; null where no address is on file. */
  address: string | null
  errors?: FieldError[]
}

export function MyLinkPage({ frame, address, errors = [] }: MyLinkProps) {
  return (
    <MyPage frame={frame} title="Lock others out of my page">
      <p class="lead">
        Whoever has the link “for you alone” of one of our letters can open these pages. If a letter went
        astray, or you left a machine signed in, make all of that worthless here.
      </p>
      <Errors errors={errors} />
      {address === null ? <NoAddress frame={frame} /> : <Replace frame={frame} address={address} />}
    </MyPage>
  )
}

function Replace({ frame, address }: { frame: MyFrame; address: string }) {
  const { numbers } = frame
  return (
    <>
      <h2>What happens</h2>
      <ul>
        <li>
          Every link “for you alone” in our earlier letters stops working, and every code that we mailed
          {numbers.length > 1 && <>, for all your records</>}.
        </li>
        <li>Whoever is signed in is signed out, on every device. So are you.</li>
        <li>
          A new link is mailed to <b dir="auto">{address}</b>. If that address isn’t yours any more, don’t
          press the button: <a href="/help/address">tell the office</a> first.
        </li>
        <li>
          The link of your record, which you give to others, stays as it is; so do your share links. That it
          was done is noted in the office’s journal.
        </li>
      </ul>
      <SessionForm action="/my/link" token={frame.token}>
        <div class="do">
          <button type="submit" class="button filled">
            Lock everyone out, and mail me a new link
          </button>
          <a class="button" href="/my">
            Leave it as it is
          </a>
        </div>
      </SessionForm>
    </>
  )
}

/** A new link would reach nobody. */
function NoAddress({ frame: { issuer } }: { frame: MyFrame }) {
  return (
    <p>
      No e-mail address is on file for you, so a new link would reach nobody, and you could not come back.{' '}
      <a href="/help/address">Tell the office which address works</a>, or call {issuer.phone}: with the new
      address all of this happens by itself.
    </p>
  )
}
