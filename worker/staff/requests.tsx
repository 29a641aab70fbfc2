/** What holders and readers have asked, those that need someone first. */

import { Choice } from '../pages/fields.tsx'
import { Pager } from '../pages/pager.tsx'
import { Row, Table } from '../pages/table.tsx'
import {
  type RequestKind,
  type RequestState,
  requestKinds,
  requestStates,
  tellRequestState,
} from '../request-kinds.ts'
import { dayTold, officeDay } from '../when.ts'
import { Filter } from './filter.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface ListedRequest {
  id: string
  kind: RequestKind
  state: RequestState
  body: { fields: Record<string, string> }
  createdAt: string
  assigned: string | null
  decidedBy: string | null
  ownPage: boolean
}

export interface RequestsPageProps {
  frame: Frame
  requests: ListedRequest[]
  filter: { kind?: RequestKind | undefined; state?: RequestState | undefined }
  /** Counted from 1. */
  page: number
  pages: number
  total: number
  now: Date
}

const kindOptions = Object.entries(requestKinds).map(([kind, { short }]): [string, string] => [kind, short])

export function RequestsPage({ frame, requests, filter, page, pages, total, now }: RequestsPageProps) {
  return (
    <StaffLayout frame={frame} title="Requests">
      <p class="soft">
        People ask at <a href="/help">{frame.issuer.origin}/help</a>. Whoever asks there is not known to be
        who they say: see what to check on each request.
      </p>
      <Filter path="/staff/requests" button="Show" narrowed={Boolean(filter.kind || filter.state)}>
        <Choice name="kind" label="Kind" value={filter.kind} options={kindOptions} none="Every kind" />
        <Choice
          name="state"
          label="Status"
          value={filter.state}
          options={Object.entries(requestStates)}
          none="Every status"
        />
      </Filter>
      {total > 0 && (
        <p role="status">
          {total} {total === 1 ? 'request' : 'requests'}
          {pages > 1 && `, page ${page} of ${pages}`}
        </p>
      )}
      {requests.length === 0 ? (
        <p>{filter.kind || filter.state ? 'No request is like that.' : 'Nobody has asked anything yet.'}</p>
      ) : (
        <Table heads={['Request', 'From', 'Came in', 'Status', 'In hand']}>
          {requests.map((one) => (
            <Row
              class={one.state === 'open' ? 'open-request' : 'moved-request'}
              head={
                <>
                  <a href={`/staff/requests/${one.id}`}>{requestKinds[one.kind].short}</a>{' '}
                  <span class="code soft">{one.id}</span>
                </>
              }
              cells={[
                ['From', <From {...one} />],
                ['Came in', cameIn(one.createdAt, now)],
                ['Status', tellRequestState(one)],
                ['In hand', one.assigned ?? 'nobody yet'],
              ]}
            />
          ))}
        </Table>
      )}
      <Pager path="/staff/requests" asked={filter} page={page} pages={pages} />
    </StaffLayout>
  )
}

function From({ body, ownPage }: ListedRequest) {
  return (
    <>
      <bdi>{body.fields.who ?? 'no name'}</bdi>
      {ownPage && <span class="soft"> from their own page</span>}
    </>
  )
}

/** "November 20, 2026, 2 days ago" */
export function cameIn(at: string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - new Date(at).getTime()) / 86_400_000))
  const ago = days === 0 ? 'within the last day' : days === 1 ? '1 day ago' : `${days} days ago`
  return `${dayTold(officeDay(at))}, ${ago}`
}
