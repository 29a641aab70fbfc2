/** What an employer sees: the real card, the real badge, and the sentence about a name, before anyone else reads them. */
import type { Comparison } from '../../shared/applicant.ts'
import { variants } from '../../shared/embed.ts'
import type { HolderName } from '../../shared/record.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { en } from '../../shared/words/en.ts'
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { isPrivate } from '../record-state.ts'
import type { OwnRecord } from '../services/read-own.ts'
import { AsSeen } from './as-seen.tsx'
import { HowItStands } from './how-it-stands.tsx'
import { type MyFrame, MyPage } from './layout.tsx'
import { Part } from './part.tsx'

export interface EmployerPageProps {
  frame: MyFrame
  own: OwnRecord
  url: string
  /** As the record's own page tells it today, to anyone. */
  verdict: Verdict
  /** A name that was tried, and what came of it. */
  tried?: Comparison
  errors?: FieldError[]
}

export function EmployerPage(props: EmployerPageProps) {
  const { frame, own, verdict, url, tried } = props
  const { number } = own
  return (
    <MyPage frame={frame} title="What an employer sees" head={<EmployerHead />}>
      <p class="lead">
        Just what others get, today. Looking at it here tells nobody anything, and changes nothing.
      </p>
      <HowItStands own={own} issuer={frame.issuer} />
      <Part id="page" title="The page that your link opens">
        <AsSeen id="seen" verdict={verdict} issuer={frame.issuer} url={url} />
        <p class="soft">
          Below it, the page explains what LSSC is, what was checked, and what it does not prove.
        </p>
      </Part>
      <TryName {...props} />
      <Part id="badge" title="The badge on a job board">
        <p>
          Some boards show it beside an application, in one of three sizes. It is the real one, checked by
          your browser{tried ? ', with the name that you tried' : ''}.
        </p>
        {variants.map((variant) => (
          <div class="stage">
            <lssc-badge
              credential={url}
              variant={variant}
              applicant-name={tried?.application || undefined}
              eager
            >
              <a href={url}>LSSC record {number}</a>
            </lssc-badge>
          </div>
        ))}
      </Part>
      <Part id="paper" title="On paper">
        <p>
          <a href={`/my/${number}/files`}>Your one-page PDF</a> carries your name, your areas, the code and
          the address, and no word on how the record stands: paper cannot know. Its reader is asked to type
          the address.
        </p>
      </Part>
      <NotShown name={own.record.name} />
    </MyPage>
  )
}

function TryName({ frame, own, tried, errors = [] }: EmployerPageProps) {
  return (
    <Part id="name" title="A name as you write it in applications">
      <p>
        Job boards can compare the name on an application with <bdi>{own.record.name.display}</bdi>. No name
        is ever a ground to reject, and the sentence says so. Try yours; it is kept nowhere.
      </p>
      {tried && (
        <div class="notice" role="status">
          {isPrivate(own.visibility) && (
            <p>While your page is private, nobody is told anything. Otherwise the reader gets:</p>
          )}
          <blockquote>
            <p>
              <Whose tried={tried} />
            </p>
          </blockquote>
          {tried.result === 'different' && (
            <p>
              If you use this name now, you can <a href={`/my/${own.number}/ask`}>ask for a change of name</a>
              .
            </p>
          )}
        </div>
      )}
      <SessionForm action={`${frame.path}#name`} token={frame.token}>
        <Errors errors={errors} />
        <Field
          name="name"
          label="Name on an application"
          value={tried?.application}
          errors={errors}
          more={{ maxlength: 400, dir: 'auto' }}
        />
        <div class="do">
          <button type="submit" class="button">
            Compare
          </button>
        </div>
      </SessionForm>
    </Part>
  )
}

/** Stand for the two names until the sentence is there: a name may be part of the other, or of any word of it. */
const RECORD = '\uE000'
const APPLICATION = '\uE001'

/** The sentence that a reader gets, each name in isolation from the text around it. */
function Whose({ tried }: { tried: Comparison }) {
  const names: Record<string, string> = { [RECORD]: tried.record, [APPLICATION]: tried.application }
  const sentence = en.whose[tried.result]({ ...tried, record: RECORD, application: APPLICATION })
  return (
    <>
      {sentence.split(/([\uE000\uE001])/).map((part) => {
        const name = names[part]
        return name === undefined ? part : <bdi>{name}</bdi>
      })}
    </>
  )
}

function NotShown({ name }: { name: HolderName }) {
  return (
    <Part id="not-shown" title="What is not shown">
      <ul>
        <li>
          Your e-mail address. Files of your record carry only a scrambled form of it, by which a job board
          can tell whether an address that it already has is the same.
        </li>
        <li>Where you live, and everything else that you have told the office.</li>
        <li>
          {name.former
            ? 'Earlier names, but for those that you chose to show: they stand under your name.'
            : 'Earlier names. They are shown only where you choose it.'}
        </li>
        <li>Why a record is on hold; and, once that is over, that it ever was.</li>
        <li>Who else has opened your link.</li>
        <li>Grades, scores or ranks: there are none.</li>
      </ul>
    </Part>
  )
}

/** The badge is loaded for the previews alone. */
function EmployerHead() {
  return (
    <>
      <link rel="stylesheet" href="/my-resume.css" />
      <script type="module" src="/widget/v1/lssc-badge.js" />
    </>
  )
}
