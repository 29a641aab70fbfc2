/** Correcting a record: the form it was issued by, filled; why; what changes; and the page as it would then be. */
import type { Change } from '../../shared/record-changes.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { Errors, type FieldError, TextField } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import type { Answers, Considered } from '../services/consider.ts'
import { AwardFields, type AwardFieldsProps, atFields, inList, Missing } from './award-form.tsx'
import { Look, Looked } from './award-look.tsx'
import { Buttons, Kept } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'
import { Preview } from './preview.tsx'

export interface CorrectPageProps extends Omit<AwardFieldsProps, 'errors'> {
  frame: Frame
  number: string
  /** As the record has it now. */
  name: string
  draft: string
  /** The newest event when this form was drawn: nothing is done if another has come since. */
  seen: number
  considered?: Considered
  answers?: Answers
  errors?: FieldError[]
  checked?: boolean
  /** What someone else did meanwhile, and what this form would now change. */
  meanwhile?: { said: string; changes: Change[] }
}

const NO_ANSWERS: Answers = { looked: [], others: [], note: '' }

export function CorrectPage(props: CorrectPageProps) {
  const { frame, number, name, draft, seen, considered, answers = NO_ANSWERS, meanwhile, ...form } = props
  const { errors = [], checked } = props
  const { doubts = [], lookalikes = [] } = considered ?? {}
  const action = `/staff/records/${number}/correct`
  return (
    <StaffLayout
      frame={frame}
      title="Correct a record"
      trail={[`/staff/records/${number}`, number]}
      door="/staff/find"
      head={<script type="module" src="/browser/award-form.js" />}
    >
      <p>
        The record of <bdi>{name}</bdi>, <span class="code">{number}</span>. A correction makes a new version
        at the same link; copies of the old one then say that there is a newer.
      </p>
      {meanwhile && <Meanwhile {...meanwhile} action={action} />}
      <Errors
        errors={inList(errors)}
        title={checked ? 'What is still missing' : 'Nothing was corrected yet'}
      />
      {checked && errors.length === 0 && (
        <div class="notice" role="status">
          <p>Nothing is missing. Look at the preview next.</p>
        </div>
      )}
      <SessionForm action={action} token={frame.token} id="award">
        <input type="hidden" name="draft" value={draft} />
        <input type="hidden" name="seen" value={String(seen)} />
        <Look {...{ doubts, lookalikes, answers, errors }} />
        <AwardFields {...form} errors={atFields(errors, doubts)} />
        <fieldset>
          <legend>Why</legend>
          <TextField
            name="note"
            label="Why it is corrected"
            value={form.typed('note')}
            errors={errors}
            hint="A sentence for whoever asks later; it stays in the office."
            rows={2}
            required
          />
        </fieldset>
        <Missing />
        <Buttons
          main="Preview"
          step="preview"
          more={[['check', 'Check what is missing']]}
          cancel={[`/staff/records/${number}`, 'Leave it as it is']}
        />
      </SessionForm>
    </StaffLayout>
  )
}

function Meanwhile({ said, changes, action }: { said: string; changes: Change[]; action: string }) {
  return (
    <section class="aside caution" role="alert" aria-labelledby="meanwhile-title">
      <h2 id="meanwhile-title">This record has changed since you opened it</h2>
      <p>{said} Nothing was done.</p>
      <p>
        Your form is kept below. From here on it is compared with the record as it is now
        {changes.length > 0 ? ', and would change this:' : ', and would change nothing any more.'}
      </p>
      <Changes changes={changes} />
      <p>
        <a href={action}>Begin again from the record as it is now</a>
      </p>
    </section>
  )
}

function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null
  return (
    <div class="changes">
      <Table heads={['What', 'Now', 'Then']}>
        {changes.map(({ what, before, after }) => (
          <Row
            head={what}
            cells={[
              ['Now', before === undefined ? <span class="soft">nothing</span> : <bdi>{before}</bdi>],
              [
                'Then',
                after === undefined ? (
                  <span class="soft">nothing</span>
                ) : (
                  <b>
                    <bdi>{after}</bdi>
                  </b>
                ),
              ],
            ]}
          />
        ))}
      </Table>
    </div>
  )
}

export interface CorrectPreviewProps {
  frame: Frame
  number: string
  changes: Change[]
  why: string
  verdict: Verdict
  fields: [name: string, value: string][]
  considered: Considered
  answers: Answers
}

export function CorrectPreviewPage(props: CorrectPreviewProps) {
  const { frame, number, changes, why, verdict, fields, considered, answers } = props
  const action = `/staff/records/${number}/correct`
  return (
    <StaffLayout
      frame={frame}
      title="Correct this record?"
      trail={[`/staff/records/${number}`, number]}
      door="/staff/find"
    >
      <h2>What changes</h2>
      <Changes changes={changes} />
      <p>Why: {why}</p>
      <Looked {...considered} answers={answers} />
      <h2>The page as it would be</h2>
      <Preview
        verdict={verdict}
        issuer={frame.issuer}
        said="Nothing is corrected yet. This is what outsiders would see."
      />
      <SessionForm action={action} token={frame.token}>
        <Kept fields={fields} />
        <Buttons main="Correct" step="correct" more={[['edit', 'Go back and change something']]} />
      </SessionForm>
    </StaffLayout>
  )
}

/** A record that cannot be corrected as it stands. */
export function NotNowPage({ frame, number, standing }: { frame: Frame; number: string; standing: string }) {
  return (
    <StaffLayout
      frame={frame}
      title="This record cannot be corrected now"
      trail={[`/staff/records/${number}`, number]}
      door="/staff/find"
    >
      <p>
        It is {standing === 'suspended' ? 'on hold' : standing === 'revoked' ? 'withdrawn' : 'replaced'}, and
        only a record in good standing can be corrected.
        {standing === 'suspended' ? ' Take it off hold first.' : ''}
      </p>
      <p class="do">
        <a class="button filled" href={`/staff/records/${number}`}>
          Open the record
        </a>
      </p>
    </StaffLayout>
  )
}
