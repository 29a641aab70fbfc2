/** One letter: its exact text, what became of it, and what can be done about it. */
import type { Child } from 'hono/jsx'
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { may } from '../roles.ts'
import { timeTold } from '../when.ts'
import { type Frame, StaffLayout } from './layout.tsx'
import { meanings, states, titleOf } from './letter-words.ts'
import { Holder, type MailLine } from './mail.tsx'

export type Act = 'again' | 'came-back' | 'address' | 'set-aside'

export interface LetterPageProps {
  frame: Frame
  letter: MailLine & { onFile: string | null }
  /** What was sent or, before it is, what would be now; null for a letter that will not be. */
  text: { subject: string; body: string } | null
  /** What can be done in its state. */
  acts: Act[]
  typed?: Partial<Record<'address' | 'address-why' | 'came-back-why' | 'set-aside-why', string>>
  errors?: FieldError[]
}

const notices = {
  again: <p>It is due again, and goes out with the next round.</p>,
  'came-back': <p>Noted that it came back. The address is doubtful from now on.</p>,
  address: <p>The address is changed, and the letter is due again.</p>,
  'set-aside': <p>Set aside.</p>,
}

export function LetterPage({ frame, letter, text, acts, typed = {}, errors = [] }: LetterPageProps) {
  const does = frame.staff && may(frame.staff.role, 'issuer') ? acts : []
  return (
    <StaffLayout frame={frame} title={titleOf(letter)} trail={['/staff/mail', 'Mail']} notices={notices}>
      <Errors errors={errors} />
      <div class="columns">
        <section aria-label="The letter">
          <Facts letter={letter} />
          {text && <Text letter={letter} text={text} />}
        </section>
        {does.length > 0 && (
          <section aria-label="What can be done">
            {does.map((act) => (
              <Does act={act} frame={frame} letter={letter} typed={typed} errors={errors} />
            ))}
          </section>
        )}
      </div>
    </StaffLayout>
  )
}

function Facts({ letter }: Pick<LetterPageProps, 'letter'>) {
  const { state, address, onFile, recordedAt, settledAt, lastError, nextTryAt, tries } = letter
  const facts: [string, Child][] = [
    [
      'Status',
      <>
        <b>{states[state]}.</b> {meanings[state]}
      </>,
    ],
    ['Holder', <Holder letter={letter} />],
    ['To', address ? <bdi>{address}</bdi> : 'no address on file'],
    ['Written', timeTold(recordedAt)],
  ]
  if (settledAt) facts.push(['Since', timeTold(settledAt)])
  if (state === 'due' && tries > 0 && nextTryAt) facts.push(['Tried again', `after ${timeTold(nextTryAt)}`])
  if (lastError) facts.push(['Why', lastError])
  if (onFile && address && onFile !== address) facts.push(['On file now', <bdi>{onFile}</bdi>])
  return (
    <dl class="facts">
      {facts.map(([what, said]) => (
        <>
          <dt>{what}</dt>
          <dd>{said}</dd>
        </>
      ))}
    </dl>
  )
}

function Text({ letter, text }: { letter: MailLine; text: { subject: string; body: string } }) {
  return (
    <article class="letter" aria-label="Text of the letter">
      {letter.state === 'due' && <p class="soft">As it would be sent now</p>}
      <h2>
        <bdi>{text.subject}</bdi>
      </h2>
      <div class="letter-body" dir="auto">
        {text.body}
      </div>
    </article>
  )
}

interface DoesProps extends Required<Pick<LetterPageProps, 'frame' | 'letter' | 'typed' | 'errors'>> {
  act: Act
}

function Does({ act, frame, letter, typed, errors }: DoesProps) {
  const form = (title: string, button: string, fields?: Child, filled = false) => (
    <SessionForm action={`/staff/mail/${letter.id}`} token={frame.token} class="fields">
      <input type="hidden" name="act" value={act} />
      <h2>{title}</h2>
      {fields}
      <div class="do">
        <button type="submit" class={filled ? 'button filled' : 'button'}>
          {button}
        </button>
      </div>
    </SessionForm>
  )
  const why = (label: string, hint?: string) => {
    const name = `${act}-why` as keyof typeof typed
    return <Field name={name} label={label} hint={hint} value={typed[name]} errors={errors} required wide />
  }
  switch (act) {
    case 'again':
      return form(
        'Send it again',
        'Send again',
        letter.state === 'sent' ? (
          <p class="soft">As a new letter; this one stays as it is.</p>
        ) : (
          <p class="soft">To the address on file, with the record as it is by then.</p>
        ),
        letter.state === 'failed',
      )
    case 'address':
      return form(
        letter.onFile ? 'Correct the address' : 'Add an address',
        'Change the address, and send it again',
        <>
          <p class="soft">
            It changes for all mail about this record, and stands in its history.{' '}
            {letter.onFile ? 'Both addresses are told.' : 'The new address is told.'}
          </p>
          <Field
            name="address"
            label="New e-mail address"
            type="email"
            value={typed.address}
            errors={errors}
            required
            wide
          />
          {why('Who gave it, and how you checked that it is the holder’s')}
        </>,
        letter.state !== 'failed',
      )
    case 'came-back':
      return form('It came back', 'Note that it came back', why('What the returned mail says'))
    case 'set-aside':
      return form(
        'Set it aside',
        'Set it aside',
        why('Why it is not to be sent', 'For example: told by telephone.'),
      )
  }
}
