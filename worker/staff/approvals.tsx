/** What waits for a second person, and what became of what waited. */
import { Row, Table } from '../pages/table.tsx'
import { proposedActs } from '../services/propose.ts'
import {
  type Approvals,
  type NamedRemoval,
  type PendingWithdrawal,
  type Proposal,
  tellReason,
} from '../services/read-approvals.ts'
import { timeTold } from '../when.ts'
import { type Frame, StaffLayout } from './layout.tsx'
import { askedBy } from './record-removal.tsx'

export interface ApprovalsPageProps extends Approvals {
  frame: Frame
}

export function ApprovalsPage({ frame, open, closed, withdrawals, removals }: ApprovalsPageProps) {
  return (
    <StaffLayout frame={frame} title="Approvals">
      <p>What one person proposed, and a second one, an approver, has to look at.</p>
      <h2>Withdrawals of single records</h2>
      {withdrawals.length === 0 ? <p>None waits.</p> : <Withdrawals withdrawals={withdrawals} />}
      {removals.length > 0 && (
        <>
          <h2>Removals at a holder’s request</h2>
          <Removals removals={removals} />
        </>
      )}
      <h2>Proposals for many records</h2>
      {open.length === 0 ? <p>None waits.</p> : <Proposals proposals={open} />}
      {closed.length > 0 && (
        <>
          <h2>Lately decided</h2>
          <Proposals proposals={closed} />
        </>
      )}
    </StaffLayout>
  )
}

function Proposals({ proposals }: { proposals: Proposal[] }) {
  return (
    <Table heads={['Proposal', 'Why', 'Proposed', 'Status']}>
      {proposals.map((one) => (
        <Row
          head={<a href={`/staff/approvals/${one.id}`}>{tellProposal(one)}</a>}
          cells={[
            ['Why', tellReason(one.reason) || one.note || ''],
            ['Proposed', `${one.proposer}, ${timeTold(one.proposedAt)}`],
            ['Status', tellState(one)],
          ]}
        />
      ))}
    </Table>
  )
}

function Withdrawals({ withdrawals }: { withdrawals: PendingWithdrawal[] }) {
  return (
    <Table heads={['Name', 'Record', 'Why', 'Proposed']}>
      {withdrawals.map(({ number, name, reason, proposer, proposedAt }) => (
        <Row
          head={
            <a href={`/staff/records/${number}`}>
              <bdi>{name}</bdi>
            </a>
          }
          cells={[
            ['Record', <span class="code">{number}</span>],
            ['Why', tellReason(reason)],
            ['Proposed', `${proposer}, ${timeTold(proposedAt)}`],
          ]}
        />
      ))}
    </Table>
  )
}

function Removals({ removals }: { removals: NamedRemoval[] }) {
  return (
    <Table heads={['Name', 'Record', 'Asked for', 'Carried out']}>
      {removals.map((one) => (
        <Row
          head={
            <a href={`/staff/records/${one.number}`}>
              <bdi>{one.name}</bdi>
            </a>
          }
          cells={[
            ['Record', <span class="code">{one.number}</span>],
            ['Asked for', `${askedBy(one)}, ${timeTold(one.askedAt)}`],
            ['Carried out', one.dueAt ? timeTold(one.dueAt) : 'when a second person agrees'],
          ]}
        />
      ))}
    </Table>
  )
}

/** "Withdraw 12 records" */
export function tellProposal({ act, records }: Proposal): string {
  return `${proposedActs[act].text}: ${records === 1 ? '1 record' : `${records} records`}`
}

export function tellState({ state, decider, open }: Proposal): string {
  switch (state) {
    case 'waiting':
      return 'Waits for a second person'
    case 'approved':
      return `Approved by ${decider}; ${open} still to do`
    case 'done':
      return `Approved by ${decider}, and carried out`
    case 'declined':
      return `Declined by ${decider}`
    case 'taken-back':
      return `Taken back by ${decider}`
  }
}
