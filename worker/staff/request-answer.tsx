/** The answer to a request: what is decided, on what grounds, and the letter that says so. */

import { Field, type FieldError, TextField, Tick } from '../pages/fields.tsx'
import { addressOf } from '../pages/pager.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { Outcome } from '../services/answer-request.ts'
import { Buttons } from './form.tsx'
import type { Frame } from './layout.tsx'
import type { ShownRequest } from './request.tsx'
import { StrikeTable, type Struck } from './request-hours.tsx'
import { Tabs } from './tabs.tsx'

export interface AnswerTyped {
  /** Not chosen yet: then there is nothing to fill in. */
  outcome?: Outcome | undefined
  number: string
  checked: string
  subject: string
  reply: string
  silent: boolean
  on: string
  struck: Struck
  torn: Struck
}

export interface AnswerFormProps {
  frame: Frame
  request: ShownRequest
  typed: AnswerTyped
  errors: FieldError[]
}

const outcomes: [outcome: Outcome, text: string][] = [
  ['accept', 'Accept'],
  ['ask', 'Ask for more'],
  ['decline', 'Decline'],
]

export function AnswerForm({ frame, request, typed, errors }: AnswerFormProps) {
  const { id } = request
  const { outcome, number } = typed
  return (
    <section id="answer">
      <h2>Answer</h2>
      <Tabs
        label="Kinds of answer"
        tabs={outcomes.map(([one, text]) => ({
          href: `${addressOf(`/staff/requests/${id}`, { answer: one, number })}#answer`,
          text,
          current: one === outcome,
        }))}
      />
      {outcome ? (
        <Filled frame={frame} request={request} typed={{ ...typed, outcome }} errors={errors} />
      ) : (
        <p class="soft">
          {number && (
            <>
              About record <span class="code">{number}</span>.{' '}
            </>
          )}
          Choose one: a reply is drafted then, for you to change. Nothing is sent by choosing.
        </p>
      )}
    </section>
  )
}

type FilledProps = Omit<AnswerFormProps, 'typed'> & { typed: AnswerTyped & { outcome: Outcome } }

function Filled({ frame, request, typed, errors }: FilledProps) {
  const { id, kind, contact, revision, body } = request
  const { outcome, number } = typed
  const renews = kind === 'hours' && outcome === 'accept'
  return (
    <SessionForm action={`/staff/requests/${id}`} token={frame.token} class="fields">
      <input type="hidden" name="act" value="answer" />
      <input type="hidden" name="outcome" value={outcome} />
      <input type="hidden" name="seen" value={String(revision)} />
      {renews && (
        <StrikeTable
          activities={body.activities ?? []}
          struck={typed.struck}
          torn={typed.torn}
          errors={errors}
        />
      )}
      <Field
        name="number"
        label="Record"
        hint={
          (kind === 'address' || kind === 'claim') && outcome === 'accept'
            ? 'The number of the one whose address changes. “Answer about it”, above, fills it in.'
            : renews
              ? 'The number of the one that is renewed. “Answer about it”, above, fills it in.'
              : 'If there is one: its number.'
        }
        value={number}
        errors={errors}
        required={outcome === 'accept' && (kind === 'address' || kind === 'claim' || kind === 'hours')}
      />
      {renews && (
        <Field
          name="on"
          label="Renewed on"
          type="date"
          hint="The day on which the hours were sent in."
          value={typed.on}
          errors={errors}
          required
        />
      )}
      <TextField
        name="checked"
        label="What you checked"
        hint={hintOfChecked(request, outcome)}
        value={typed.checked}
        errors={errors}
        rows={2}
        required={outcome === 'accept'}
      />
      <Field name="subject" label="Subject" value={typed.subject} errors={errors} wide />
      <TextField
        name="reply"
        label={
          contact ? (
            <>
              Reply to <bdi>{contact}</bdi>
            </>
          ) : (
            'Reply'
          )
        }
        hint="Change it as you like. It is sent as it stands here."
        value={typed.reply}
        errors={errors}
        rows={12}
      />
      <div class="wide" id="f-silent">
        <Tick
          name="silent"
          label={
            contact
              ? 'Send no letter: I have answered in another way'
              : 'No address was given: send no letter'
          }
          checked={typed.silent}
        />
      </div>
      <Buttons
        main={buttonOf(request, outcome)}
        {...(renews ? { more: [['add-up', 'Add up what counts']] } : {})}
      />
    </SessionForm>
  )
}

function hintOfChecked({ kind }: ShownRequest, outcome: Outcome): string {
  if (outcome === 'accept' && (kind === 'address' || kind === 'claim'))
    return 'The two facts that agreed. An e-mail address is none. For the office only.'
  if (outcome === 'accept' && kind === 'name') return 'Which document you saw, and when. For the office only.'
  return 'For the office only; it stays in the history.'
}

function buttonOf({ kind }: ShownRequest, outcome: Outcome): string {
  if (outcome === 'ask') return 'Ask, and wait for an answer'
  if (outcome === 'decline') return 'Decline'
  if (kind === 'address') return 'Accept and change the address'
  if (kind === 'claim') return 'Accept and put this address on file'
  return kind === 'hours' ? 'Accept and renew' : 'Accept: it is done'
}
