/** The door of a holder's own page: by a code that is mailed, or by the link of a letter. No script, no password. */
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { type MyFrame, MyPage } from './layout.tsx'

export interface SignInProps {
  frame: MyFrame
  typed?: string
  errors?: FieldError[]
}

export function MySignInPage({ frame, typed, errors = [] }: SignInProps) {
  return (
    <MyPage
      frame={frame}
      title="Open my LSSC page"
      notices={{
        'signed-out': <p>You are signed out.</p>,
        'link-replaced': <p>Your links are ended. The new one is in the mail that we just sent you.</p>,
      }}
    >
      <p class="lead">
        For people who hold the certification: your resume line, paper and files, links for applications, and
        who can see your record.
      </p>
      <Errors errors={errors} />
      <form method="post" action="/my/sign-in" novalidate>
        <Field
          name="number"
          label="Code of your record"
          hint="Twelve letters and digits, as on your certificate and at the end of your link. The link itself will do, too."
          value={typed}
          errors={errors}
          more={{ autocapitalize: 'characters', spellcheck: false }}
        />
        <div class="do">
          <button type="submit" class="button filled">
            Mail me a code
          </button>
        </div>
      </form>
      <h2>Other ways in</h2>
      <ul>
        <li>The link in any letter from us opens this page, too.</li>
        <li>
          Your address on file no longer works: <a href="/help/address">ask the office</a>.
        </li>
        <li>
          You were certified before this site existed, or have only an older number:{' '}
          <a href="/help/claim">ask the office to find you</a>.
        </li>
      </ul>
    </MyPage>
  )
}

export interface CodeProps {
  frame: MyFrame
  /** Which asking it answers. */
  ask: string
  /** From the link in the letter. */
  code?: string
  errors?: FieldError[]
}

/** The same whatever was asked for: it does not tell whether there is such a record, or an address for it. */
export function MyCodePage({ frame, ask, code, errors = [] }: CodeProps) {
  return (
    <MyPage frame={frame} title={code ? 'Open my LSSC page' : 'Type the code from your mail'}>
      <Errors errors={errors} title="That did not open the page" />
      {!code && (
        <>
          <p class="lead">
            If that record has an e-mail address on file, a code is on its way to it. It works for 30 minutes,
            here.
          </p>
          {frame.issuer.demo && (
            <p class="soft">
              A demonstration mails nothing: the office finds the letter under <a href="/staff/mail">Mail</a>.
            </p>
          )}
        </>
      )}
      <form method="post" action={`/my/code/${ask}`} novalidate>
        <Field
          name="code"
          label="Code"
          hint="Eight digits."
          value={code}
          errors={errors}
          more={{ inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 12 }}
        />
        <div class="do">
          <button type="submit" class="button filled">
            Open my page
          </button>
        </div>
      </form>
      <h2>No mail?</h2>
      <p>
        Look among unwanted mail, and check the code of your record. Mails go only to the address that the
        office has on file. <a href="/my/sign-in">Ask again</a>, or{' '}
        <a href="/help/address">tell the office</a> if that address no longer works.
      </p>
    </MyPage>
  )
}

/** Looking at a link uses nothing up: mail programs open what they are sent. */
export function MyOpenPage({ frame, secret }: { frame: MyFrame; secret: string }) {
  return (
    <MyPage frame={frame} title="Open my LSSC page">
      <p class="lead">
        This link opens the pages of one holder. It is for her or him alone: don’t pass it on.
      </p>
      <form method="post" action={`/my/open/${secret}`}>
        <div class="do">
          <button type="submit" class="button filled">
            Open my page
          </button>
        </div>
      </form>
      <p class="soft">
        Want to show your certification to someone? Give them the link of your record, not this one.
      </p>
    </MyPage>
  )
}
