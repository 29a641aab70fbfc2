/** One proposal: who, why, the records as they are now, what outsiders will see, and the second person's word. */

import { Errors, type FieldError, TextField } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import { may } from '../roles.ts'
import { proposedActs } from '../services/propose.ts'
import { type ProposedLine, type ReadProposal, tellReason } from '../services/read-approvals.ts'
import { dayTold, timeTold } from '../when.ts'
import { tellProposal, tellState } from './approvals.tsx'
import { Buttons } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'
import { Preview } from './preview.tsx'
import { StateOfRecord } from './record-state.tsx'

export interface ProposalPageProps extends ReadProposal {
  frame: Frame
  typed?: { why: string }
  errors?: FieldError[]
}

const notices = {
  proposed: <p>Proposed. Nothing has changed yet: a second person, an approver, has to look at it.</p>,
  approved: <p>Approved. What was done to each record stands below.</p>,
  declined: <p>Declined. Nothing was changed.</p>,
  'taken-back': <p>Taken back. Nothing was changed.</p>,
}

export function ProposalPage({ frame, proposal, lines, look, typed, errors = [] }: ProposalPageProps) {
  return (
    <StaffLayout
      frame={frame}
      title={tellProposal(proposal)}
      trail={['/staff/approvals', 'Approvals']}
      notices={notices}
    >
      <Errors errors={errors} />
      <Facts proposal={proposal} />
      <h2>The records, as they are now</h2>
      <Records proposal={proposal} lines={lines} looked={look?.number} />
      {look && (
        <>
          <h2 id="look">What outsiders will see</h2>
          {look.private && <p class="aside">Its page is private: outsiders are told only that.</p>}
          <Preview
            verdict={look.verdict}
            issuer={frame.issuer}
            said={`The page of ${look.number}, once this is approved. It is not so yet.`}
          />
        </>
      )}
      <Decision {...{ frame, proposal, errors }} lines={lines} why={typed?.why ?? ''} />
    </StaffLayout>
  )
}

function Facts({ proposal }: Pick<ReadProposal, 'proposal'>) {
  const { reason, publicNote, note, proposer, proposedAt, decidedAt, why, act } = proposal
  return (
    <dl class="facts">
      <dt>Status</dt>
      <dd>
        {tellState(proposal)}
        {decidedAt && `, ${timeTold(decidedAt)}`}
      </dd>
      {why && (
        <>
          <dt>Why it was declined</dt>
          <dd>{why}</dd>
        </>
      )}
      <dt>Proposed by</dt>
      <dd>
        {proposer}, {timeTold(proposedAt)}
      </dd>
      {reason && (
        <>
          <dt>Reason</dt>
          <dd>{tellReason(reason)}</dd>
        </>
      )}
      {act !== 'reinstate' && (
        <>
          <dt>Public note</dt>
          <dd>{publicNote ?? 'None: no reason is published.'}</dd>
        </>
      )}
      {note && (
        <>
          <dt>For the second person</dt>
          <dd>{note}</dd>
        </>
      )}
    </dl>
  )
}

interface DecisionProps {
  frame: Frame
  proposal: ReadProposal['proposal']
  lines: ProposedLine[]
  errors: FieldError[]
  why: string
}

/** What the person who looks at it can do; or who can. */
function Decision({ frame, proposal, lines, errors, why }: DecisionProps) {
  const { id, state, proposer, open } = proposal
  const { staff, token } = frame
  if (!staff || (state !== 'waiting' && state !== 'approved')) return null
  if (staff.name === proposer) {
    return (
      <>
        <p>A second person, an approver, has to decide this.</p>
        {state === 'waiting' && (
          <SessionForm action={`/staff/approvals/${id}/take-back`} token={token}>
            <Buttons main="Take it back" />
          </SessionForm>
        )}
      </>
    )
  }
  if (!may(staff.role, 'approver')) return <p>Someone with the role “approver” can decide this.</p>
  if (state === 'approved') {
    return (
      <SessionForm action={`/staff/approvals/${id}`} token={token}>
        <p>
          It was approved, and broke off. Of {open === 1 ? '1 record' : `${open} records`} nothing came yet.
        </p>
        <Buttons main="Go on with it" step="approve" />
      </SessionForm>
    )
  }
  const changed = lines.filter((line) => line.changed).length
  return (
    <SessionForm action={`/staff/approvals/${id}`} token={token} class="fields">
      {changed > 0 && (
        <p class="aside">
          {changed === 1 ? '1 record has' : `${changed} records have`} changed since this was proposed:
          nothing will be done to {changed === 1 ? 'it' : 'them'}.
        </p>
      )}
      {proposal.act === 'revoke' && <p>A withdrawal cannot be undone, by anyone.</p>}
      <TextField name="why" label="If you decline: why" value={why} errors={errors} rows={2} />
      <Buttons
        main={`Approve: ${proposedActs[proposal.act].text.toLowerCase()}`}
        step="approve"
        more={[['decline', 'Decline']]}
      />
    </SessionForm>
  )
}

function Records({
  proposal,
  lines,
  looked,
}: Pick<ReadProposal, 'proposal' | 'lines'> & { looked?: string | undefined }) {
  const isWaiting = proposal.state === 'waiting'
  return (
    <Table heads={['Name', 'Number', 'Status today', 'Last day', isWaiting ? 'Preview' : 'What came of it']}>
      {lines.map((line) => (
        <Row
          head={<bdi>{line.name.display}</bdi>}
          cells={[
            [
              'Number',
              <a class="code" href={`/staff/records/${line.number}`}>
                {line.number}
              </a>,
            ],
            ['Status today', <StateOfRecord {...line} />],
            ['Last day', dayTold(line.expiresOn)],
            isWaiting
              ? ['Preview', <Look {...line} id={proposal.id} isShown={line.number === looked} />]
              : ['What came of it', outcomeOf(proposal.state, line)],
          ]}
        />
      ))}
    </Table>
  )
}

function Look({ id, number, changed, isShown }: ProposedLine & { id: string; isShown: boolean }) {
  if (changed) return <span>Changed since: nothing will be done</span>
  if (isShown) return <a href="#look">Shown below</a>
  return (
    <a href={`/staff/approvals/${id}?look=${number}#look`} aria-label={`Preview ${number}`}>
      Preview
    </a>
  )
}

function outcomeOf(state: ReadProposal['proposal']['state'], { outcome, why }: ProposedLine): string {
  if (outcome === 'done') return 'Done'
  if (outcome === 'not-done') return `Not done. ${why ?? ''}`
  return state === 'approved' ? 'Still to do' : 'Nothing: it was not approved'
}
