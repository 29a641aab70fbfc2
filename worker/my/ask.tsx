/** Asking the office for a change: what can be asked, what was asked, and what became of it. */

import { Errors, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { fieldsOf, isOwnKind, type OwnKind, ownKinds, requestKinds } from '../request-kinds.ts'
import { letterIn, type OwnRequest } from '../services/ask-own.ts'
import { dayTold, officeDay } from '../when.ts'
import { type MyFrame, MyPage } from './layout.tsx'

export interface AskPageProps {
  frame: MyFrame
  number: string
  requests: OwnRequest[]
  errors?: FieldError[]
}

export const askTitles: Record<OwnKind, [title: string, about: string]> = {
  correction: ['Something is wrong', 'A date, an area, a spelling: say what should stand there.'],
  name: [
    'My name has changed',
    'Keep your link with the new name, or get a new one that nothing joins to the old.',
  ],
  hours: ['Renew: send in contact hours', '32 hours in four years, at least four of them in technology.'],
  address: ['Another e-mail address', 'Where our letters go. Nobody but the office and you sees it.'],
}

const notices = {
  sent: <p>Sent. The office answers by mail, and here.</p>,
  'taken-back': <p>Taken back. The office does nothing more about it.</p>,
}

export function AskPage({ frame, number, requests, errors = [] }: AskPageProps) {
  const isOpen = (kind: OwnKind) =>
    requests.some((one) => one.kind === kind && (one.state === 'open' || one.state === 'waiting'))
  return (
    <MyPage frame={frame} title="Ask for a change" notices={notices}>
      <p class="lead">
        What your record says, only the office can change. It knows that a request from here comes from you,
        so there is nothing to type twice.
      </p>
      <Errors errors={errors} />
      <ul class="ruled kinds">
        {ownKinds.map((kind) => (
          <li>
            {isOpen(kind) ? (
              <b>{askTitles[kind][0]}</b>
            ) : (
              <a href={`/my/${number}/ask/${kind}`}>{askTitles[kind][0]}</a>
            )}
            <p class="soft">
              {isOpen(kind) ? 'The office has a request of this kind: see below.' : askTitles[kind][1]}
            </p>
          </li>
        ))}
      </ul>
      <h2>What you asked</h2>
      {requests.length === 0 && <p>Nothing from here yet.</p>}
      {requests.map((one) => (
        <Asked frame={frame} number={number} request={one} />
      ))}
      <p class="soft">
        Here stands what was sent from this page. What you sent at <a href="/help">the open form</a>, where
        anyone can write in your name, is answered by mail alone.
      </p>
    </MyPage>
  )
}

function Asked({ frame, number, request }: { frame: MyFrame; number: string; request: OwnRequest }) {
  const { id, kind, state, body, notes, createdAt, revision } = request
  const pending = state === 'open' || state === 'waiting'
  return (
    <article class="request" aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>
        {isOwnKind(kind) ? askTitles[kind][0] : requestKinds[kind].title}
        {': '}
        {stateOf(request)}
      </h3>
      <p class="soft">
        Sent on {dayTold(officeDay(createdAt))}, reference <span class="code">{id}</span>
      </p>
      <details>
        <summary>What you wrote</summary>
        <dl>
          {fieldsOf(kind)
            .filter(({ name }) => body.fields[name] !== undefined && name !== 'code')
            .map(({ name, label, options }) => (
              <>
                <dt>{label}</dt>
                <dd>
                  <bdi>
                    {options?.find(([value]) => value === body.fields[name])?.[1] ?? body.fields[name]}
                  </bdi>
                </dd>
              </>
            ))}
          {body.activities?.map(({ on, title, provider }) => (
            <>
              <dt>{dayTold(on)}</dt>
              <dd>
                <bdi>{title}</bdi>, <bdi>{provider}</bdi>
              </dd>
            </>
          ))}
        </dl>
      </details>
      {notes.map((note) => (
        <Answer note={note} />
      ))}
      {pending && (
        <SessionForm action={`/my/${number}/ask`} token={frame.token}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={String(revision)} />
          <div class="do">
            <button type="submit" class="button" aria-label={`Take request ${id} back`}>
              Take it back
            </button>
          </div>
        </SessionForm>
      )}
    </article>
  )
}

function Answer({ note: { kind, said, recordedAt } }: { note: OwnRequest['notes'][number] }) {
  const letter = letterIn(said)
  const on = dayTold(officeDay(recordedAt))
  if (kind === 'reopened') return <p>The office took it up again on {on}.</p>
  if (!letter) return <p>The office decided on {on}; no letter was sent.</p>
  return (
    <>
      <p>The office wrote on {on}:</p>
      <blockquote>
        <p class="said-text">
          <bdi>{letter.text}</bdi>
        </p>
      </blockquote>
    </>
  )
}

function stateOf({ state, decidedBy }: OwnRequest): string {
  switch (state) {
    case 'open':
      return 'the office has it'
    case 'waiting':
      return 'the office has a question; answer its letter'
    case 'done':
      return 'done'
    case 'declined':
      return decidedBy === 'holder' ? 'you took it back' : 'declined'
  }
}
