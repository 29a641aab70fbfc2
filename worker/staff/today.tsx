/** Where a working day begins: what needs someone, how the service is, and the numbers at a glance. */
import type { Child } from 'hono/jsx'
import { Icon } from '../pages/icons.tsx'
import { type RecordState, recordStates } from '../record-state.ts'
import { may } from '../roles.ts'
import type { Today } from '../services/survey-today.ts'
import { timeTold } from '../when.ts'
import { YearChart } from './chart.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

/** So many a phone can show. */
const YEARS = 10

export interface TodayPageProps {
  frame: Frame
  today: Today
  now: Date
}

export function TodayPage({ frame, today, now }: TodayPageProps) {
  const waiting = waitingOf(today).filter(({ count }) => count > 0)
  const imports = frame.staff !== undefined && may(frame.staff.role, 'issuer')
  const mayOpen = (href: string) => imports || !href.startsWith('/staff/imports')
  return (
    <StaffLayout frame={frame} title="Today">
      {!today.health.ok && <Unwell health={today.health} />}
      <h2>What needs someone</h2>
      {waiting.length === 0 ? (
        <p>Nothing waits for anyone.</p>
      ) : (
        <ul class="waiting">
          {waiting.map(({ count, href, text, more }) => (
            <li>
              <span class="count">{count}</span> {mayOpen(href) ? <a href={href}>{text}</a> : text}
              {more && <p class="soft waiting-more">{more}</p>}
            </li>
          ))}
        </ul>
      )}
      <div class="columns">
        <section>
          <h2>All records</h2>
          <States states={today.states} />
        </section>
        <section>
          <h2>Renewals ahead</h2>
          <Renewals {...today.renewals} />
        </section>
      </div>
      <Years years={today.years} now={now} />
      {today.health.ok && (
        <p class="soft health">
          <Icon name="yes" /> The service works: its keys, database and status lists are in order.
        </p>
      )}
    </StaffLayout>
  )
}

interface Waiting {
  count: number
  href: string
  text: string
  more?: Child
}

/** The most pressing first. */
function waitingOf({ requests, approvals, rows, mail, provisional, linkSignIns }: Today): Waiting[] {
  const { proposals, withdrawals, removals, imports } = approvals
  const oldest = requests.oldest && `The oldest came in ${timeTold(requests.oldest)}.`
  return [
    {
      count: linkSignIns,
      href: '/staff/audit?act=signed-in-by-link',
      text: plural(linkSignIns, 'sign-in by link this week', 'sign-ins by link this week'),
      more: 'Cloudflare Access usually lets people in: see whether you know why it did not.',
    },
    {
      count: withdrawals,
      href: '/staff/approvals',
      text: plural(
        withdrawals,
        'withdrawal waits for a second person',
        'withdrawals wait for a second person',
      ),
      more: 'The record is on hold until then.',
    },
    {
      count: removals,
      href: '/staff/approvals',
      text: plural(removals, 'removal waits for a second person', 'removals wait for a second person'),
      more: 'The record is private until then.',
    },
    {
      count: proposals,
      href: '/staff/approvals',
      text: plural(
        proposals,
        'proposal for several records waits for a second person',
        'proposals for several records wait for a second person',
      ),
    },
    {
      count: imports,
      href: '/staff/imports',
      text: plural(imports, 'import waits for a second person', 'imports wait for a second person'),
    },
    {
      count: requests.count,
      href: '/staff/requests',
      text: plural(requests.count, 'open request', 'open requests'),
      ...(oldest ? { more: oldest } : {}),
    },
    {
      count: rows.review.rows,
      href: sheetOf(rows.review, 'undecided'),
      text: plural(
        rows.review.rows,
        'imported row waits for a decision',
        'imported rows wait for a decision',
      ),
    },
    {
      count: rows.ready.rows,
      href: sheetOf(rows.ready, 'ready'),
      text: plural(
        rows.ready.rows,
        'imported row is accepted and not issued yet',
        'imported rows are accepted and not issued yet',
      ),
      more: 'The sheet has a button that issues what was accepted.',
    },
    {
      count: mail.failed + mail.cameBack,
      href: mail.failed > 0 ? '/staff/mail?show=failed' : '/staff/mail?show=came-back',
      text: plural(mail.failed + mail.cameBack, 'letter did not arrive', 'letters did not arrive'),
      more: `${mail.failed} failed, ${mail.cameBack} came back.`,
    },
    {
      count: mail.noAddress,
      href: '/staff/mail?show=no-address',
      text: plural(mail.noAddress, 'letter has no address', 'letters have no address'),
    },
    {
      count: provisional,
      href: '/staff/find?state=provisional',
      text: plural(
        provisional,
        'provisional award must soon show its library work',
        'provisional awards must soon show their library work',
      ),
      more: 'Within three months, or overdue.',
    },
  ]
}

/** Straight to these rows, where they are all in one sheet. */
function sheetOf({ only }: Today['rows']['ready'], show: 'undecided' | 'ready'): string {
  return only === null ? '/staff/imports' : `/staff/imports/${only}?show=${show}`
}

function Renewals({ grace, soon, year }: Today['renewals']) {
  return (
    <dl class="facts numbers">
      <dt>In grace now</dt>
      <dd>
        <a href="/staff/renewals?show=grace">{grace}</a>
      </dd>
      <dt>End within three months</dt>
      <dd>
        <a href="/staff/renewals?show=soon">{soon}</a>
      </dd>
      <dt>End within twelve months</dt>
      <dd>
        <a href="/staff/renewals?show=year">{year}</a>
      </dd>
    </dl>
  )
}

function States({ states }: { states: Today['states'] }) {
  const shown = (Object.keys(recordStates) as RecordState[]).filter((state) => states[state])
  if (shown.length === 0) return <p>There are no records yet.</p>
  return (
    <dl class="facts numbers">
      {shown.map((state) => (
        <>
          <dt>{recordStates[state]}</dt>
          <dd>
            <a href={`/staff/find?state=${state}`}>{states[state]}</a>
          </dd>
        </>
      ))}
    </dl>
  )
}

function Years({ years, now }: { years: Today['years']; now: Date }) {
  const first = years[0]?.year
  const last = now.getUTCFullYear()
  if (first === undefined) return null
  const of = (what: 'awards' | 'renewals') => (year: number) =>
    years.find((one) => one.year === year)?.[what] ?? 0
  return (
    <YearChart
      title={`Awards of the last ${YEARS} years`}
      from={Math.max(first, last - YEARS + 1)}
      to={last}
      series={[
        { label: 'certified', of: of('awards') },
        { label: 'renewed', of: of('renewals') },
      ]}
    />
  )
}

function Unwell({ health }: { health: Today['health'] }) {
  const wrong = [
    !health.keys && 'the signing keys',
    !health.database && 'the database',
    !health.statusList && 'the status lists',
  ].filter(Boolean)
  return (
    <div class="aside stop" role="alert">
      <h2>Something is wrong with {wrong.join(' and ')}</h2>
      <p>
        Readers are told what could not be checked, and nothing false. Tell whoever runs the service:{' '}
        <a href="/healthz">its own report</a>.
      </p>
    </div>
  )
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}
