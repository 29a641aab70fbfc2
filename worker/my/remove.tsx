/** A holder has their record removed: what happens, what stays, that it is final; and how to take it back in time. */
import type { Standing } from '../../shared/status-list.ts'
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { dayTold, officeDay, timeTold } from '../when.ts'
import { type MyFrame, MyPage } from './layout.tsx'

export interface RemovePageProps {
  frame: MyFrame
  number: string
  standing: Standing
  /** Answered as if there were none. */
  asUnknown: boolean
  /** When it would be carried out. */
  due: Date
  /** Why it cannot be asked for now, in a sentence. */
  why: string | null
  typed?: string
  errors?: FieldError[]
}

export function RemovePage(props: RemovePageProps) {
  const { frame, number, why, typed, errors = [] } = props
  return (
    <MyPage
      frame={frame}
      title="Remove my record"
      notices={{ kept: <p>Your record stays. Nothing was removed.</p> }}
    >
      <Errors errors={errors} />
      <p class="lead">
        We can forget your record for good. That cannot be undone, so please read this page first.
      </p>
      <div class="aside">
        <h2>Is it enough that nobody sees it?</h2>
        <p>
          <a href={`/my/${number}/visibility`}>Make it private instead.</a> Nobody can open it then, and you
          can show it again whenever you like.
        </p>
      </div>
      <Happens {...props} />
      <Stays {...props} />
      {why ? (
        <p>
          <b>This can’t be done now.</b> {why} Questions? Call {phoneOf(frame)}.
        </p>
      ) : (
        <SessionForm action={`/my/${number}/remove`} token={frame.token}>
          <input type="hidden" name="act" value="ask" />
          <Field
            name="code"
            label="To go on, type the code of this record"
            hint={`It is ${number}.`}
            value={typed}
            errors={errors}
            more={{ autocapitalize: 'characters', autocomplete: 'off', spellcheck: false }}
          />
          <div class="do">
            <button type="submit" class="button filled">
              Remove my record
            </button>
            <a class="button" href={`/my/${number}`}>
              Keep it
            </a>
          </div>
        </SessionForm>
      )}
    </MyPage>
  )
}

function Happens({ frame, number, due, asUnknown }: RemovePageProps) {
  const others = frame.numbers.filter((one) => one !== number)
  return (
    <>
      <h2>What happens</h2>
      <ul>
        <li>
          <b>At once</b> your page becomes private, and a letter goes to your address on file.
        </li>
        <li>
          <b>On {dayTold(officeDay(due))}</b> we delete your name, your address, your areas, our letters, and
          everything else that says whose record it was. An earlier record that this one took the place of
          goes with it. We wait these three days because somebody else may have got into this page: until
          then, you can take it back here, or by calling {phoneOf(frame)}.
        </li>
        <li>
          <b>From then on</b>{' '}
          {asUnknown
            ? 'your link goes on saying that there is no such record.'
            : 'your link says “This record was removed at its holder’s request”, and that this is no mark against you.'}{' '}
          We can no longer tell anyone that you were certified, and cannot bring the record back.
        </li>
        {others.length > 0 && <li>Your other record ({others.join(', ')}) stays as it is.</li>}
      </ul>
    </>
  )
}

function Stays({ standing }: RemovePageProps) {
  return (
    <>
      <h2>What stays</h2>
      <ul>
        <li>
          Paper, files and pictures that you gave to others: we cannot reach them. Whoever checks such a file
          reads{' '}
          {standing === 'revoked'
            ? '“withdrawn”, as now.'
            : 'that it was removed or replaced, and never that it was withdrawn.'}
        </li>
        <li>
          The number, and the days on which something happened, without a name. They keep our register whole,
          which proves that nobody tampered with it. Nobody can tell from it whose record it was.
        </li>
        <li>
          Copies of our whole database, kept for a time to repair damage. If one of them is ever used, your
          record is removed from it again.
        </li>
      </ul>
    </>
  )
}

export interface RemovalWaitsProps {
  frame: MyFrame
  number: string
  /** Null where it is the office that carries it out. */
  dueAt: string | null
  /** Why it can neither be carried out nor taken back now. */
  why: string | null
}

/** What a holder sees while it waits. */
export function RemovalWaitsPage({ frame, number, dueAt, why }: RemovalWaitsProps) {
  if (why) return <RemovalRests frame={frame} why={why} />
  return (
    <MyPage
      frame={frame}
      title="Your record is about to be removed"
      notices={{
        asked: <p>We have your wish. Your page is private now, and a letter is on its way to you.</p>,
      }}
    >
      {dueAt ? (
        <p class="lead">
          It will be removed on {timeTold(dueAt)}. Until then it is private, and you can take this back.
        </p>
      ) : (
        <p class="lead">
          The office removes it, as you asked there. Until then it is private, and you can take this back.
        </p>
      )}
      <p>Was it not you who asked for this? Then keep it, and call {phoneOf(frame)}.</p>
      <SessionForm action={`/my/${number}/remove`} token={frame.token}>
        <input type="hidden" name="act" value="keep" />
        <div class="do">
          <button type="submit" class="button filled">
            Keep my record
          </button>
        </div>
      </SessionForm>
    </MyPage>
  )
}

function RemovalRests({ frame, why }: { frame: MyFrame; why: string }) {
  return (
    <MyPage frame={frame} title="Your record’s removal rests">
      <p class="lead">{why} Until then it stays private, and is not removed.</p>
      <p>Questions? Call {phoneOf(frame)}.</p>
    </MyPage>
  )
}

/** A number that is read aloud is not broken over two lines. */
function phoneOf({ issuer }: MyFrame): string {
  return issuer.phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
}
