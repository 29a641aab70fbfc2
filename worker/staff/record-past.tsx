/** What happened to a record: its versions, its history, its letters, and the records that it is linked with. */
import type { Child } from 'hono/jsx'
import { type Change, changesBetween } from '../../shared/record-changes.ts'
import { Row, Table } from '../pages/table.tsx'
import type { OpenFile } from '../services/open-file.ts'
import { dayTold, timeTold } from '../when.ts'
import { states, titleOf } from './letter-words.ts'
import { tellDetails, tellHappening } from './record-words.ts'

/** Newest first: what was done last is what people look for. */
export function History({ file }: { file: OpenFile }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol class="timeline" reversed>
        {file.events.toReversed().map((event) => (
          <li>
            <p>
              <b>{tellHappening(event)}</b>, {dayTold(event.effectiveOn)}
            </p>
            {tellDetails(event).map((line) => (
              <p>{line}</p>
            ))}
            <p class="soft">
              {event.actor}, written down {timeTold(event.recordedAt)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const COPIES: Record<OpenFile['standing'], string> = {
  good: 'the current one',
  suspended: 'on hold',
  revoked: 'withdrawn',
  superseded: 'replaced',
}

export function Versions({ file }: { file: OpenFile }) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <p class="soft">
        Every change signs a new version under the same number. Who kept a copy of an older one is told that
        it was replaced.
      </p>
      <Table heads={['Version', 'Begins', 'Signed', 'A copy of it reads', 'What changed']}>
        {file.versions.map((version, i) => (
          <Row
            head={version.version}
            cells={[
              ['Begins', timeTold(version.validFrom)],
              ['Signed', timeTold(version.signedAt)],
              ['A copy of it reads', COPIES[version.standing]],
              ['What changed', changed(file.versions[i - 1], version)],
            ]}
          />
        ))}
      </Table>
    </section>
  )
}

type Version = OpenFile['versions'][number]

function changed(before: Version | undefined, { facts }: Version): Child {
  if (!before) return 'The first one.'
  if (!before.facts || !facts) return 'This can no longer be read.'
  const changes = changesBetween(before.facts, facts)
  if (changes.length === 0) return 'Nothing that outsiders can read.'
  return <Changes changes={changes} />
}

/** One line a change: what, before, after. */
export function Changes({ changes }: { changes: Change[] }) {
  return (
    <ul class="changes">
      {changes.map(({ what, before, after }) => (
        <li>
          {what}: <bdi>{before ?? 'none'}</bdi> → <bdi>{after ?? 'none'}</bdi>
        </li>
      ))}
    </ul>
  )
}

export function Deliveries({ file }: { file: OpenFile }) {
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">Letters to the holder</h2>
      {file.letters.length === 0 ? (
        <p>None was written.</p>
      ) : (
        <Table heads={['Letter', 'Written', 'To', 'Status']}>
          {file.letters.map(({ id, kind, subject, address, recordedAt, sentAt, state, error }) => (
            <Row
              head={<a href={`/staff/mail/${id}`}>{titleOf({ kind, subject })}</a>}
              cells={[
                ['Written', timeTold(recordedAt)],
                ['To', address ?? file.record.email ?? 'no address on file'],
                [
                  'Status',
                  <>
                    {sentAt && state === 'sent' ? `Sent ${timeTold(sentAt)}` : states[state]}
                    {error && <span class="soft"> ({error})</span>}
                  </>,
                ],
              ]}
            />
          ))}
        </Table>
      )}
    </section>
  )
}

/** Links that only the office has; a holder may not want anyone else to know of them. */
export function Links({ file }: { file: OpenFile }) {
  const links = linksOf(file)
  if (links.length === 0) return null
  return (
    <section aria-labelledby="links">
      <h2 id="links">Other records</h2>
      <p class="soft">Seen by the office alone, unless it says “public”.</p>
      <ul class="ruled links">
        {links.map(({ number, says }) => (
          <li>
            <a class="code" href={`/staff/records/${number}`}>
              {number}
            </a>
            <span>{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function linksOf({ events, successor, replaces, relatives }: OpenFile): { number: string; says: Child }[] {
  const renamed = events.flatMap(({ detail }) => [
    ...(typeof detail.renamedTo === 'string'
      ? [{ number: detail.renamedTo, says: 'replaced this one, in the holder’s new name' }]
      : []),
    ...(typeof detail.renamedFrom === 'string'
      ? [{ number: detail.renamedFrom, says: 'the record before this one, in the earlier name' }]
      : []),
  ])
  const told = [
    ...renamed,
    ...(successor ? [{ number: successor, says: 'replaced this one (public: its page says so)' }] : []),
    ...replaces.map((number) => ({ number, says: 'was replaced by this one (public: its page says so)' })),
  ]
  const others = relatives
    .filter(({ number }) => !told.some((one) => one.number === number))
    .map(({ number, name, officeNumber }) => ({
      number,
      says: (
        <>
          seems to be of the same person: <bdi>{name}</bdi>
          {officeNumber && `, office number ${officeNumber}`}
        </>
      ),
    }))
  return [...told, ...others]
}
