/** Proposing one act for many records. */

import { Choice, Errors, type FieldError, TextField } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { FoundLine } from '../services/find.ts'
import type { TypedProposal } from '../services/propose.ts'
import { holdReasons, withdrawalReasons } from '../services/reasons.ts'
import { Results } from './find.tsx'
import { Buttons } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface ProposePageProps {
  frame: Frame
  typed: TypedProposal
  /** The records that were chosen, as they are now. */
  lines: FoundLine[]
  errors?: FieldError[]
}

/** Act and reason in one choice, so that no reason can stand beside the wrong act. */
const options: [value: string, text: string][] = [
  ...Object.entries(holdReasons).map(([code, text]): [string, string] => [
    `suspend:${code}`,
    `Put on hold: ${text}`,
  ]),
  ['reinstate', 'Take off hold'],
  ...Object.entries(withdrawalReasons).map(([code, text]): [string, string] => [
    `revoke:${code}`,
    `Withdraw: ${text}`,
  ]),
]

export function ProposePage({ frame, typed, lines, errors = [] }: ProposePageProps) {
  return (
    <StaffLayout
      frame={frame}
      title="Hold or withdraw many records"
      trail={['/staff/find', 'Find']}
      door="/staff/find"
    >
      <Errors errors={errors} />
      <p>
        This makes a proposal: nothing changes until a second person approves it. A withdrawal is final then;
        a hold can be ended.
      </p>
      <SessionForm action="/staff/approvals/new" token={frame.token} class="fields">
        <Choice
          name="what"
          label="What to do, and why"
          value={typed.what}
          none="Choose"
          options={options}
          errors={errors}
          required
          wide
        />
        <TextField
          name="publicNote"
          label="Public note"
          hint="Everyone who checks one of these records will read it. Leave it empty, and no reason is published."
          value={typed.publicNote}
          errors={errors}
          rows={2}
        />
        <TextField
          name="note"
          label="For the second person"
          hint="What they should know or check. It stays in the office."
          value={typed.note}
          errors={errors}
          rows={2}
        />
        <TextField
          name="numbers"
          label="Numbers of the records"
          hint="One a line, at most 100. Add numbers from another search here, or take some away."
          value={typed.numbers}
          errors={errors}
          rows={Math.min(12, Math.max(4, lines.length + 1))}
          required
        />
        <Buttons main="Propose it" cancel={['/staff/find', 'Cancel']} />
      </SessionForm>
      {lines.length > 0 && (
        <>
          <h2>These records, as they are now</h2>
          <Results lines={lines} />
        </>
      )}
    </StaffLayout>
  )
}
