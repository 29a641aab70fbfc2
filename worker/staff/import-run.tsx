/** Issuing what was accepted: the button, how far it is, and the second person where one is needed. */

import { SessionForm } from '../pages/session-form.tsx'
import { may } from '../roles.ts'
import type { ImportFacts, Progress } from '../services/import.ts'
import { ALONE, needsApproval, notSecond } from '../services/import-approval.ts'
import { timeTold } from '../when.ts'
import { Buttons } from './form.tsx'
import { records, rowsOf, tellCount } from './import-words.tsx'
import type { Frame } from './layout.tsx'

export interface RunPanelProps {
  frame: Frame
  facts: ImportFacts
  progress: Progress
}

export function RunPanel({ frame, facts, progress }: RunPanelProps) {
  const { issued, waiting } = progress
  const mayRun = waiting > 0 && (facts.approvedBy !== null || !needsApproval(progress))
  return (
    <section class="run" id="run" aria-labelledby="run-title">
      <h2 id="run-title">Issue</h2>
      {waiting === 0 && issued === 0 && (
        <p>No row is accepted yet. Mend or decide those below; what is accepted then is issued from here.</p>
      )}
      {(issued > 0 || mayRun) && <HowFar progress={progress} />}
      {waiting === 0 && issued > 0 && <Report progress={progress} />}
      {mayRun && <Run frame={frame} facts={facts} progress={progress} />}
      {waiting > 0 && !mayRun && <Second frame={frame} facts={facts} progress={progress} />}
    </section>
  )
}

function HowFar({ progress: { issued, waiting } }: { progress: Progress }) {
  return (
    <p>
      <label for="run-progress" id="run-said">
        {tellCount(issued)} of {records(issued + waiting)} issued
      </label>
      <progress id="run-progress" max={issued + waiting} value={issued}>
        {issued} of {issued + waiting}
      </progress>
    </p>
  )
}

function Run({ frame, facts, progress }: RunPanelProps) {
  const { issued, waiting, undecided } = progress
  return (
    <>
      {issued === 0 && (
        <p>
          Each accepted row becomes a signed record with a number and a page of its own. That cannot be
          undone, only corrected or withdrawn.{' '}
          {undecided > 0 &&
            `The ${undecided === 1 ? 'row' : `${tellCount(undecided)} rows`} in review can be issued later.`}
        </p>
      )}
      {facts.approvedBy && (
        <p class="soft">
          Approved by {facts.approvedBy}
          {facts.approvedAt && `, ${timeTold(facts.approvedAt)}`}.
        </p>
      )}
      <SessionForm action={`/staff/imports/${facts.id}/run`} token={frame.token} id="run-form">
        <input type="hidden" name="begins" value="yes" />
        <Buttons
          main={issued === 0 ? `Issue ${records(waiting)}` : `Go on: issue ${tellCount(waiting)} more`}
        />
      </SessionForm>
    </>
  )
}

/** What became of every row. */
function Report({ progress }: { progress: Progress }) {
  const { issued, undecided, leftOut, reject } = progress
  const parts: [number, string][] = [
    [issued, 'issued'],
    [leftOut, 'left out'],
    [reject, 'rejected'],
    [undecided, 'waiting for a decision'],
  ]
  const said = parts.map(([count, word]) => `${tellCount(count)} ${word}`).join(', ')
  const rows = rowsOf(progress)
  return (
    <p id="run-report">
      {said}: {tellCount(rows)} {rows === 1 ? 'row' : 'rows'} in all.
    </p>
  )
}

function Second({ frame, facts, progress }: RunPanelProps) {
  const { id, askedBy, askedAt, revision } = facts
  const { staff } = frame
  const asks = `To issue more than ${tellCount(ALONE)} records from one sheet takes two people.`
  const refused = staff ? notSecond(facts, staff.name) : null
  return (
    <>
      <p>
        {asks} {records(progress.waiting)} would be issued.{' '}
        {askedBy
          ? `${askedBy} asked for a second person${askedAt ? `, ${timeTold(askedAt)}` : ''}.`
          : 'Someone with the role “approver”, who did not upload the sheet, approves it here. Mend and decide first: a change after the approval ends it.'}
      </p>
      {!askedBy && (
        <SessionForm action={`/staff/imports/${id}`} token={frame.token}>
          <input type="hidden" name="act" value="ask" />
          <Buttons main="Ask for approval" />
        </SessionForm>
      )}
      {staff && may(staff.role, 'approver') && refused === null && (
        <SessionForm action={`/staff/imports/${id}`} token={frame.token}>
          <input type="hidden" name="act" value="approve" />
          <input type="hidden" name="revision" value={revision} />
          <Buttons main={`Approve issuing ${records(progress.waiting)}`} />
        </SessionForm>
      )}
      {refused && <p class="soft">{refused}</p>}
    </>
  )
}
