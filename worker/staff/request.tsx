/** One request: what was asked, what to check, the records that it may be about, the answer, and what was done. */

import { Errors, type FieldError, TextField } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { RequestBody } from '../request-kinds.ts'
import { fieldsOf, requestKinds, tellRequestState } from '../request-kinds.ts'
import { may } from '../roles.ts'
import type { Lookalike } from '../services/find-person.ts'
import { timeTold } from '../when.ts'
import { type Frame, StaffLayout } from './layout.tsx'
import { AnswerForm, type AnswerTyped } from './request-answer.tsx'
import { HoursTable } from './request-hours.tsx'
import { Lookalikes } from './request-lookalikes.tsx'
import { toCheck } from './request-words.ts'
import { cameIn, type ListedRequest } from './requests.tsx'

export interface ShownRequest extends ListedRequest {
  body: RequestBody
  contact: string
  number: string | null
  ownPage: boolean
  revision: number
}

export interface ShownNote {
  actor: string
  recordedAt: string
  kind: 'note' | 'taken' | 'accepted' | 'asked' | 'declined' | 'reopened' | 'taken-back'
  said: string
}

export interface RequestPageProps {
  frame: Frame
  request: ShownRequest
  notes: ShownNote[]
  lookalikes: Lookalike[]
  now: Date
  typed: AnswerTyped
  /** A note that was typed and not kept. */
  note?: string | undefined
  errors?: FieldError[]
}

const proof =
  'the holder of the record, from her or his own page: signed in by the link of a letter, or by a code that was mailed to the address on file'

const notices = {
  taken: <p>It is in your hands now.</p>,
  noted: <p>Noted.</p>,
  reopened: <p>It is open again, and in your hands.</p>,
  accepted: <p>Accepted and done. The history below says what was sent.</p>,
  asked: <p>It waits for an answer now. The history below says what was sent.</p>,
  declined: <p>Declined. The history below says what was sent.</p>,
}

export function RequestPage(props: RequestPageProps) {
  const { frame, request, notes, lookalikes, now, typed, note, errors = [] } = props
  const { kind, id, state } = request
  const acts = frame.staff !== undefined && may(frame.staff.role, 'issuer')
  const isDecided = state === 'done' || state === 'declined'
  return (
    <StaffLayout
      frame={frame}
      title={`${requestKinds[kind].short}: request ${id}`}
      trail={['/staff/requests', 'Requests']}
      notices={notices}
    >
      <Errors errors={errors} />
      <dl class="facts">
        <dt>Status</dt>
        <dd>
          <b>{tellRequestState(request)}</b>
        </dd>
        <dt>Came in</dt>
        <dd>{cameIn(request.createdAt, now)}</dd>
        <dt>Sent by</dt>
        <dd>{request.ownPage ? proof : 'someone who is not known to be who they say'}</dd>
        <dt>In hand</dt>
        <dd>{request.assigned ?? 'nobody yet'}</dd>
      </dl>
      {acts && <InHand frame={frame} request={request} isDecided={isDecided} />}
      <div class="columns">
        <Asked request={request} />
        <section>
          <h2>What to check</h2>
          {request.ownPage && (
            <p class="aside">
              Done already: it came from the own page of record {request.number}, so whose record it is need
              not be found out. What is asked for needs its papers all the same.
            </p>
          )}
          <ol>
            {toCheck[kind].map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </section>
      </div>
      {request.body.activities && (isDecided || !acts || typed.outcome !== 'accept') && (
        <HoursTable activities={request.body.activities} />
      )}
      <Lookalikes
        {...{ request, lookalikes }}
        chosen={typed.number}
        outcome={typed.outcome}
        acts={acts && !isDecided}
      />
      {acts && !isDecided && <AnswerForm {...{ frame, request, typed, errors }} />}
      {isDecided && errors.length > 0 && typed.reply !== '' && (
        <section>
          <h2>What you wrote, and was not sent</h2>
          <p class="said-text">{typed.reply}</p>
        </section>
      )}
      <History notes={notes} />
      {acts && (
        <SessionForm action={`/staff/requests/${id}`} token={frame.token} class="fields">
          <input type="hidden" name="act" value="note" />
          <TextField
            name="note"
            label="Add a note"
            hint="For the office only. It cannot be changed later."
            value={note}
            errors={errors}
            rows={3}
          />
          <div class="do">
            <button type="submit" class="button">
              Add the note
            </button>
          </div>
        </SessionForm>
      )}
    </StaffLayout>
  )
}

function InHand({
  frame,
  request,
  isDecided,
}: Pick<RequestPageProps, 'frame' | 'request'> & { isDecided: boolean }) {
  const { id, revision, assigned, state } = request
  const isMine = assigned === frame.staff?.name
  if (isMine && state === 'open') return null
  const acts: [act: string, text: string][] = [
    ...(isDecided || isMine
      ? []
      : ([['take', assigned ? `Take it over from ${assigned}` : 'Take it']] as [string, string][])),
    ...(state === 'open' ? [] : ([['reopen', 'Open it again']] as [string, string][])),
  ]
  return (
    <SessionForm action={`/staff/requests/${id}`} token={frame.token} class="in-row">
      <input type="hidden" name="seen" value={String(revision)} />
      {acts.map(([act, text]) => (
        <button type="submit" class="button" name="act" value={act}>
          {text}
        </button>
      ))}
    </SessionForm>
  )
}

/** Links that somebody sent stay text: nothing of the office opens them by a slip. */
function Asked({ request }: Pick<RequestPageProps, 'request'>) {
  const { kind, body } = request
  return (
    <section>
      <h2>What was asked</h2>
      <p class="soft">“{requestKinds[kind].title}”</p>
      {Object.keys(body.fields).length === 0 && (
        <p>What was typed here is gone, with a record that was removed at its holder’s request.</p>
      )}
      <dl class="facts asked">
        {fieldsOf(kind)
          .filter(({ name }) => body.fields[name] !== undefined)
          .map(({ name, label, options }) => (
            <>
              <dt>{label}</dt>
              <dd>
                <bdi>{options?.find(([value]) => value === body.fields[name])?.[1] ?? body.fields[name]}</bdi>
              </dd>
            </>
          ))}
      </dl>
    </section>
  )
}

const titles: Record<ShownNote['kind'], string> = {
  note: 'noted',
  taken: 'took it over',
  accepted: 'accepted it',
  asked: 'asked for more',
  declined: 'declined it',
  reopened: 'opened it again',
  'taken-back': 'took it back',
}

function History({ notes }: Pick<RequestPageProps, 'notes'>) {
  return (
    <section>
      <h2>History and notes</h2>
      {notes.length === 0 && <p>Nothing yet.</p>}
      <ol class="history">
        {notes.map(({ actor, recordedAt, kind, said }) => (
          <li>
            <p>
              <b>{actor}</b> {titles[kind]} <span class="soft">{timeTold(recordedAt)}</span>
            </p>
            {said && <p class="said-text">{said}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
