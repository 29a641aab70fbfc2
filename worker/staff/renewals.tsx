/** Terms that end: whose, when, and whether they were reminded. */
import type { Day } from '../../shared/dates.ts'
import type { Ending } from '../letters/reminders.ts'
import { addressOf, Pager } from '../pages/pager.tsx'
import { Row, Table } from '../pages/table.tsx'
import { dayTold, timeTold } from '../when.ts'
import { type Frame, StaffLayout } from './layout.tsx'
import { titleOf } from './letter-words.ts'
import { Tabs } from './tabs.tsx'

export interface EndingLine {
  number: string
  name: string
  email: string | null
  expiresOn: Day
  reminded: string | null
  remindedAt: string | null
}

export interface RenewalsPageProps {
  frame: Frame
  show: Ending
  page: number
  terms: EndingLine[]
  isLast: boolean
  counts: Record<Ending, number>
}

export const endingNames: Record<Ending, string> = {
  grace: 'Ended, can be renewed',
  soon: 'End within three months',
  year: 'End within twelve months',
}

export function RenewalsPage({ frame, show, page, terms, isLast, counts }: RenewalsPageProps) {
  return (
    <StaffLayout frame={frame} title="Terms that end" trail={['/staff/mail', 'Mail']} door="/staff/mail">
      <p>
        Holders are reminded when renewal opens, three months before the last day, when it is over, and in the
        last month of grace: each time once, and only while the record is in good standing.
      </p>
      <Tabs
        label="Which terms"
        tabs={Object.entries(endingNames).map(([name, text]) => ({
          href: addressOf('/staff/renewals', { show: name }),
          text: `${text} (${counts[name as Ending]})`,
          current: name === show,
        }))}
      />
      {terms.length === 0 ? (
        <p>None.</p>
      ) : (
        <Table heads={['Holder', 'Record', 'Last day', 'Newest reminder']}>
          {terms.map((term) => (
            <Row
              head={<bdi>{term.name}</bdi>}
              cells={[
                [
                  'Record',
                  <a class="code" href={`/staff/records/${term.number}`}>
                    {term.number}
                  </a>,
                ],
                ['Last day', dayTold(term.expiresOn)],
                ['Newest reminder', reminded(term)],
              ]}
            />
          ))}
        </Table>
      )}
      <Pager path="/staff/renewals" asked={{ show }} page={page} pages={isLast ? page : page + 1} />
    </StaffLayout>
  )
}

function reminded({ email, reminded: kind, remindedAt }: EndingLine): string {
  if (kind && remindedAt)
    return `${titleOf({ kind, subject: null }).replace('Reminder: ', '')}, ${timeTold(remindedAt)}`
  return email ? 'none yet' : 'none: no address on file'
}
