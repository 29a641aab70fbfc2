/** Mail to holders: what is due, what went, and what did not arrive. */

import { Errors, type FieldError } from '../pages/fields.tsx'
import { addressOf, Pager } from '../pages/pager.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import { may } from '../roles.ts'
import { timeTold } from '../when.ts'
import { type Frame, StaffLayout } from './layout.tsx'
import { type LetterState, type Show, shows, states, titleOf } from './letter-words.ts'
import { Tabs } from './tabs.tsx'

export interface MailLine {
  id: number
  kind: string
  number: string
  name: string | null
  recordedAt: string
  state: LetterState
  address: string | null
  subject: string | null
  tries: number
  nextTryAt: string | null
  settledAt: string | null
  lastError: string | null
}

export interface MailPageProps {
  frame: Frame
  show: Show
  page: number
  letters: MailLine[]
  isLast: boolean
  counts: Partial<Record<LetterState, number>>
  /** Is there a mail service? */
  sends: boolean
  errors?: FieldError[]
}

export function MailPage(props: MailPageProps) {
  const { frame, show, page, letters, isLast, counts, sends, errors = [] } = props
  return (
    <StaffLayout
      frame={frame}
      title="Mail"
      notices={{
        'sent-due': (
          <p>
            Done. Today’s reminders are written, and what was due is {sends ? 'sent' : 'kept'}. What could not
            go out says why.
          </p>
        ),
      }}
    >
      <Errors errors={errors} />
      <p>
        {sends
          ? 'Letters to holders go out within five minutes, reminders on their day.'
          : 'There is no mail service here, so nothing is sent: each letter is kept as it would have gone out.'}{' '}
        <a href="/staff/renewals">Terms that end, and who was reminded</a>
      </p>
      {frame.staff && may(frame.staff.role, 'issuer') && (
        <SessionForm action="/staff/mail" token={frame.token} class="do">
          <button type="submit" class="button">
            Send what is due now
          </button>
        </SessionForm>
      )}
      <Shows show={show} counts={counts} />
      {letters.length === 0 ? <p>No letters here.</p> : <Letters letters={letters} />}
      <Pager path="/staff/mail" asked={{ show }} page={page} pages={isLast ? page : page + 1} />
    </StaffLayout>
  )
}

/** These need someone: how many there are is said. */
const counted: Show[] = ['due', 'failed', 'came-back', 'no-address']

function Shows({ show, counts }: Pick<MailPageProps, 'show' | 'counts'>) {
  return (
    <Tabs
      label="Which letters"
      tabs={Object.entries(shows).map(([name, [text, of]]) => {
        const count = of.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
        return {
          href: addressOf('/staff/mail', { show: name }),
          text: counted.includes(name as Show) ? `${text} (${count})` : text,
          current: name === show,
        }
      })}
    />
  )
}

function Letters({ letters }: Pick<MailPageProps, 'letters'>) {
  return (
    <Table heads={['Letter', 'Holder', 'To', 'Written', 'Status']}>
      {letters.map((letter) => (
        <Row
          head={<a href={`/staff/mail/${letter.id}`}>{titleOf(letter)}</a>}
          cells={[
            ['Holder', <Holder letter={letter} />],
            ['To', letter.address ? <bdi class="address">{letter.address}</bdi> : '—'],
            ['Written', timeTold(letter.recordedAt)],
            ['Status', <State letter={letter} />],
          ]}
        />
      ))}
    </Table>
  )
}

export function Holder({ letter: { name, number } }: { letter: Pick<MailLine, 'name' | 'number'> }) {
  if (!number) return 'about no record'
  return (
    <>
      <bdi>{name}</bdi>
      <br />
      <a class="code" href={`/staff/records/${number}`}>
        {number}
      </a>
    </>
  )
}

function State({ letter: { state, lastError, nextTryAt } }: { letter: MailLine }) {
  return (
    <>
      <b>{states[state]}</b>
      {state === 'due' && lastError && nextTryAt && <>, tried in vain, again after {timeTold(nextTryAt)}</>}
      {lastError && <span class="soft why">{lastError}</span>}
    </>
  )
}
