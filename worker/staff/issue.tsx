/** Issuing one award: the form, the page as outsiders would see it, and what a form says that has done its work. */
import type { Verdict } from '../../shared/verdict.ts'
import { Errors, Field, type FieldError } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { Answers, Considered } from '../services/consider.ts'
import { AwardFields, type AwardFieldsProps, atFields, inList, Missing } from './award-form.tsx'
import { Look, Looked } from './award-look.tsx'
import { Buttons, Kept } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'
import { Preview } from './preview.tsx'

export interface IssuePageProps extends Omit<AwardFieldsProps, 'errors'> {
  frame: Frame
  /** Which award the form is for: however often it is sent, it issues one. */
  draft: string
  /** Absent before anything was sent. */
  considered?: Considered
  answers?: Answers
  errors?: FieldError[]
  /** Was it only to be checked? */
  checked?: boolean
}

const NO_ANSWERS: Answers = { looked: [], others: [], note: '' }

export function IssuePage(props: IssuePageProps) {
  const { frame, draft, considered, answers = NO_ANSWERS, errors = [], checked, ...form } = props
  const { doubts = [], lookalikes = [] } = considered ?? {}
  const isClear = checked && errors.length === 0
  return (
    <StaffLayout
      frame={frame}
      title="Issue an award"
      head={<script type="module" src="/browser/award-form.js" />}
    >
      <p>
        One award, for one person. Nothing is signed before you have seen the page as outsiders will see it.
      </p>
      <Errors errors={inList(errors)} title={checked ? 'What is still missing' : 'Nothing was issued yet'} />
      {isClear && (
        <div class="notice" role="status">
          <p>Nothing is missing. Look at the preview next.</p>
        </div>
      )}
      <SessionForm action="/staff/issue" token={frame.token} id="award">
        <input type="hidden" name="draft" value={draft} />
        <Look {...{ doubts, lookalikes, answers, errors }} />
        <AwardFields {...form} errors={atFields(errors, doubts)} />
        <fieldset>
          <legend>For the office alone</legend>
          <Field
            name="officeNumber"
            label="The office’s own number"
            value={form.typed('officeNumber')}
            errors={errors}
            hint="If the office counts its awards: LSSC-2026-0042. It is never public."
          />
        </fieldset>
        <Missing />
        <Buttons
          main="Preview"
          step="preview"
          more={[['check', 'Check what is missing']]}
          cancel={['/staff', 'Leave']}
        />
      </SessionForm>
    </StaffLayout>
  )
}

export interface IssuePreviewProps {
  frame: Frame
  verdict: Verdict
  /** Everything that was typed. */
  fields: [name: string, value: string][]
  considered: Considered
  answers: Answers
}

export function IssuePreviewPage({ frame, verdict, fields, considered, answers }: IssuePreviewProps) {
  const { email, name } = considered.record ?? {}
  return (
    <StaffLayout frame={frame} title="Issue this award?" trail={['/staff/issue', 'Issue an award']}>
      <p>
        Read it as someone would who has never heard of it: the name letter by letter, the dates, the areas.
      </p>
      <Preview
        verdict={verdict}
        issuer={frame.issuer}
        said="Nothing is issued yet. This is what outsiders would see; the number is drawn when it is issued."
      />
      <Looked {...considered} answers={answers} />
      <p>
        {email ? (
          <>
            Once it is issued, the link is sent to <b>{email}</b>.
          </>
        ) : (
          <>
            There is no address, so <bdi>{name?.display}</bdi> is told by you.
          </>
        )}
      </p>
      <SessionForm action="/staff/issue" token={frame.token}>
        <Kept fields={fields} />
        <Buttons main="Issue" step="issue" more={[['edit', 'Go back and change something']]} />
      </SessionForm>
    </StaffLayout>
  )
}

/** A form that has issued its award, sent once more: by the back button, or from another tab. */
export function IssuedAlreadyPage({ frame, number }: { frame: Frame; number: string }) {
  return (
    <StaffLayout frame={frame} title="This form has issued its award already">
      <p>
        It issued <span class="code">{number}</span>, and nothing a second time. What has changed in the form
        since then is not in that record: correct it there.
      </p>
      <p class="do">
        <a class="button filled" href={`/staff/records/${number}`}>
          Open the record
        </a>
        <a class="button" href="/staff/issue">
          Issue another award
        </a>
      </p>
    </StaffLayout>
  )
}
