/** The door of a holder's own page: by a code that is mailed, or by the link of a letter. No script, no password. */
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { type MyFrame, MyPage } from './layout.tsx'

export interface SignInProps {
  frame: MyFrame
  typed?: string
  errors?: FieldError[]
  /** What was typed is this number of the office's, from before this site. */
  older?: string | undefined
}

export function MySignInPage({ frame, typed, errors = [], older }: SignInProps) {
  return (
    <MyPage
      frame={frame}
      title="Open my LSSC page"
      notices={{
        'signed-out': <p>You are signed out.</p>,
        ended: (
          <p>
            You were signed out: that happens after half an hour without a page, and after two hours in any
            case. Nothing that you had saved is lost.
          </p>
        ),
        'link-replaced': (
          <p>
            Done. The old links open nothing any more, and everyone is signed out. The new link is in the mail
            that we are sending you now.
          </p>
        ),
      }}
    >
      <p class="lead">
        For people who hold the certification: your resume line, paper and files, links for applications, and
        who can see your record.
      </p>
      <Errors errors={errors} />
      {older && <OlderNumber number={older} />}
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
            Mail me a sign-in code
          </button>
        </div>
      </form>
      <h2>Other ways in</h2>
      <ul>
        <li>The link “for you alone” in a letter from us opens your page without a sign-in code.</li>
        <li>
          Your e-mail address on file no longer works, or you never gave one:{' '}
          <a href="/help/address">tell the office which one does</a>. Once it is sure that the record is
          yours, it sends a link there.
        </li>
        <li>
          You were certified before this site existed, or have only an older number:{' '}
          <a href="/help/claim">ask the office to find you</a>.
        </li>
        <li>
          Only want to know whether a record is in force? <a href="/verify">Check it</a>; that takes no code
          from a mail.
        </li>
      </ul>
    </MyPage>
  )
}

/** Everyone who was certified before has one of these, and no way to know what became of it. */
function OlderNumber({ number }: { number: string }) {
  return (
    <div class="aside">
      <h2>Your old number still helps</h2>
      <p>
        Numbers like <span class="code">{number}</span> come from the time before this site. Each record has a
        new code of twelve letters and digits now; it was mailed to the address that the office had. If you
        don’t have it, the office looks for you by the old number and tells you.
      </p>
      <p class="do">
        <a class="button" href={`/help/claim?code=${encodeURIComponent(number)}`}>
          Ask the office to find me
        </a>
      </p>
    </div>
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
    <MyPage frame={frame} title={code ? 'Open my LSSC page' : 'Type the eight digits from your mail'}>
      <Errors errors={errors} title="That did not open the page" />
      {!code && (
        <>
          <p class="lead">
            If that record has an e-mail address on file, a sign-in code is on its way there: eight digits. It
            works for 30 minutes, here.
          </p>
          {frame.issuer.demo && <WhereMailIs />}
        </>
      )}
      <form method="post" action={`/my/code/${ask}`} novalidate>
        <Field
          name="code"
          label="Sign-in code"
          hint="Eight digits, from the mail."
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
      <h2>{errors.length > 0 ? 'If it still does not work' : 'No mail?'}</h2>
      <ul>
        <li>
          <a href="/my/sign-in">Ask for another code</a>, and type it on the page that comes then. Up to five
          are sent in an hour, and twenty in a day.
        </li>
        <li>
          Look among unwanted mail, and check the code of your record: the mail goes only to the address that
          the office has on file for it.
        </li>
        <li>
          That address no longer works? <a href="/help/address">Tell the office which one does</a>.
        </li>
      </ul>
    </MyPage>
  )
}

/** In a demonstration nobody has a mailbox. */
function WhereMailIs() {
  return (
    <div class="aside">
      <h2>In this demonstration nothing is mailed</h2>
      <p>
        The graduates’ addresses are made up (g001@example.org and so on). The letter is kept for the office
        instead: sign in to its console by one of the links that <span class="code">npm start</span> printed,
        open <a href="/staff/mail">Mail</a>, and read the newest “Code for the holder’s own page”.
      </p>
    </div>
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
