/** Who did what, to what, when and why: one list, which nobody can change. */
import type { Child } from 'hono/jsx'
import { isNumber } from '../../shared/number.ts'
import { tellAct } from '../acts.ts'
import { Choice, Errors, Field, type FieldError } from '../pages/fields.tsx'
import { Pager } from '../pages/pager.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import { may } from '../roles.ts'
import { timeTold, ZONE } from '../when.ts'
import { Filter } from './filter.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface AuditEntry {
  at: string
  actor: string
  act: string
  subject: string
  why: string | null
  detail: string
  origin: 'audit' | 'event'
}

export interface AuditAsked {
  actor: string
  act: string
  subject: string
  from: string
  to: string
}

export interface AuditPageProps {
  frame: Frame
  asked: AuditAsked
  entries: AuditEntry[]
  total: number
  page: number
  pages: number
  names: { actors: string[]; acts: string[] }
  /** Is the console entered through Cloudflare Access? Then a link is the way around it. */
  access: boolean
  errors?: FieldError[]
}

export function AuditPage(props: AuditPageProps) {
  const { frame, asked, entries, total, page, pages, access, errors = [] } = props
  return (
    <StaffLayout frame={frame} title="Audit">
      <Errors errors={errors} title="Nothing was looked for yet" />
      <p class="soft">
        Everything that was done here is written down with it, and the tables take nothing back. Times are of{' '}
        {ZONE.replace('America/', '').replace('_', ' ')}.
      </p>
      <AuditFilter {...props} />
      <div class="audit-said">
        <p role="status">
          {total === 1 ? 'One entry' : `${total.toLocaleString('en-US')} entries`}
          {isNarrowed(asked) && ' match'}
          {pages > 1 && `, page ${page} of ${pages}`}
        </p>
        {total > 0 && frame.staff && may(frame.staff.role, 'approver') && (
          <SessionForm action="/staff/audit/export" token={frame.token}>
            {Object.entries(asked).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit" class="button quiet-button">
              Take these away as CSV
            </button>
          </SessionForm>
        )}
      </div>
      {entries.length > 0 && (
        <Table heads={['When', 'Who', 'What', 'To what', 'Why']}>
          {entries.map((entry) => (
            <Entry entry={entry} access={access} />
          ))}
        </Table>
      )}
      <Pager path="/staff/audit" asked={{ ...asked }} page={page} pages={pages} />
    </StaffLayout>
  )
}

function AuditFilter({ asked, names, errors = [] }: AuditPageProps) {
  const options = (values: string[], tell: (value: string) => string = String): [string, string][] =>
    values.map((value) => [value, tell(value)])
  return (
    <Filter path="/staff/audit" button="Look" narrowed={isNarrowed(asked)}>
      <Choice name="actor" label="Who" value={asked.actor} none="Anyone" options={options(names.actors)} />
      <Choice
        name="act"
        label="What"
        value={asked.act}
        none="Anything"
        options={options(names.acts, tellAct)}
      />
      <Field
        name="subject"
        label="To what"
        type="search"
        value={asked.subject}
        more={{ placeholder: 'Code or address' }}
      />
      <Field name="from" label="From" type="date" value={asked.from} errors={errors} />
      <Field name="to" label="To" type="date" value={asked.to} errors={errors} />
    </Filter>
  )
}

function isNarrowed(asked: AuditAsked): boolean {
  return Object.values(asked).some((value) => value !== '')
}

function Entry({ entry, access }: { entry: AuditEntry; access: boolean }) {
  const isAround = access && entry.act === 'signed-in-by-link'
  return (
    <Row
      {...(isAround ? { class: 'stands-out caution' } : {})}
      head={timeTold(entry.at)}
      cells={[
        ['Who', <bdi>{entry.actor}</bdi>],
        [
          'What',
          <>
            {tellAct(entry.act)}
            {isAround && <b> · past Cloudflare Access</b>}
            <Detail detail={entry.detail} />
          </>,
        ],
        ['To what', <Subject subject={entry.subject} />],
        ['Why', entry.origin === 'event' ? (entry.why ?? '').replaceAll('-', ' ') : (entry.why ?? '')],
      ]}
    />
  )
}

function Subject({ subject }: { subject: string }) {
  const href = pathOf(subject)
  const shown = <bdi class={isNumber(subject) ? 'code' : undefined}>{shortened(subject)}</bdi>
  return href ? <a href={href}>{shown}</a> : shown
}

/** Where the console shows it. */
function pathOf(subject: string): string | null {
  if (isNumber(subject)) return `/staff/records/${subject}`
  if (subject === 'office') return '/staff/office'
  if (/^request\/[\w-]+$/.test(subject)) return `/staff/requests/${subject.slice('request/'.length)}`
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject)) return `/staff/approvals/${subject}`
  if (/^[\w-]{43}$/.test(subject)) return `/staff/imports/${subject}`
  if (/^[0-9a-z]{8}$/.test(subject)) return '/staff/keys'
  return /^[^\s@/]+@[^\s@/]+$/.test(subject) ? '/staff/people' : null
}

function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text
}

/** What the entry says besides: what stood before and after, or one fact after the other. */
function Detail({ detail }: { detail: string }) {
  const lines = linesOf(JSON.parse(detail))
  if (lines.length === 0) return null
  return (
    <ul class="detail soft">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

export function linesOf(detail: Record<string, unknown>): Child[] {
  const { before, after, from, to, ...rest } = detail
  const [old, now] = isFacts(before) && isFacts(after) ? [before, after] : [from, to]
  const moved =
    isFacts(old) && isFacts(now)
      ? Object.keys(now)
          .filter((name) => told(old[name]) !== told(now[name]))
          .map((name) => `${name}: ${quoted(old[name])} → ${quoted(now[name])}`)
      : Object.entries({ from, to, before, after })
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => `${name}: ${told(value)}`)
  const others = Object.entries(rest)
    .filter(([, value]) => value !== '' && value !== null)
    .map(([name, value]) => `${inWords(name)}: ${told(value)}`)
  return [...moved, ...others].map(shortenedLine)
}

/** `dailyCap` as a person says it. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function isFacts(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function quoted(value: unknown): string {
  const text = told(value)
  return text === '' ? 'nothing' : `“${text}”`
}

function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
}

function shortenedLine(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
