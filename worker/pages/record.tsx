/** The catalog card: one telling of one verdict. The credential page and the result of /verify both show it. */
import type { Child } from 'hono/jsx'
import type { SetId } from '../../shared/areas.ts'
import type { Credential } from '../../shared/credential.ts'
import type { Issuer } from '../../shared/issuer.ts'
import { type Telling, tellTime } from '../../shared/telling.ts'
import type { ShownState } from '../../shared/verdict.ts'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import { isView, type View } from '../../shared/view.ts'
import { en } from '../../shared/words/en.ts'
import { ZONE } from '../when.ts'
import { Areas } from './areas.tsx'
import { type Action, Actions, Box, Tag } from './box.tsx'
import { Emblem, Icon } from './icons.tsx'

export interface RecordCardProps {
  telling: Telling<Credential | View>
  verdict: AnyVerdict
  issuer: Issuer
  /** The code and the address of this record, where it has a page. */
  number?: string
  url?: string
  /** What was typed, to be mended in the box. */
  q?: string | undefined
  /** Within another page: its own name there, so that two cards on one page are told apart. Nothing on it leads away. */
  within?: string
  /** Areas that the holder of a shared record put first. */
  first?: readonly SetId[] | undefined
}

/** States in which typing a code is the next step. */
const BOXED: ShownState[] = [
  'not-found',
  'malformed',
  'bad-signature',
  'unknown-key',
  'key-compromised',
  'not-on-file',
  'unreachable',
]

/** There is no such record: the code itself may be mistyped. */
export const UNKNOWN: ShownState[] = ['not-found', 'malformed']

export function RecordCard({ telling, verdict, issuer, number, url, q, within, first }: RecordCardProps) {
  const { state, tone, icon, record } = telling
  const known = !UNKNOWN.includes(state)
  const aside = state === 'valid' ? null : <Tag icon={icon} text={`LSSC: ${telling.pill}`} />
  const own = ownUrl(telling)
  const verdictId = within ? `${within}-verdict` : 'verdict'
  return (
    <article class={`record ${tone}`} data-state={state} aria-labelledby={verdictId}>
      <header class="verdict">
        <Icon name={icon} />
        {within ? <h2 id={verdictId}>{telling.headline}</h2> : <h1 id={verdictId}>{telling.headline}</h1>}
      </header>
      {(telling.body || telling.next) && (
        <div class="said">
          {telling.body && <p>{telling.body}</p>}
          {telling.next && <p class="next">{telling.next}</p>}
        </div>
      )}
      {record && (
        <>
          <div class="who">
            <Emblem />
            <Name holder={record.credential.holder} aside={aside} />
            <p class="soft">{en.notThisPerson}</p>
            <ul class="dates">
              {record.dates.split(' · ').map((date) => (
                <li>{date}</li>
              ))}
            </ul>
            <p class="soft">{en.inShort(telling.facts)}</p>
          </div>
          <Areas
            record={record}
            aside={aside}
            id={within ? `${within}-areas` : 'areas'}
            issuer={issuer.short}
            first={first}
          />
        </>
      )}
      {BOXED.includes(state) && !within && <Box q={q} hint={state !== 'malformed'} />}
      {!within && <Actions actions={actionsOf(telling, verdict, issuer, url)} />}
      <Stamp
        verdict={verdict}
        number={record?.credential.number ?? (known ? number : undefined)}
        url={own ?? (known ? url : undefined)}
        plain={within !== undefined}
      />
    </article>
  )
}

/** Both forms where there are two, each in isolation from the text around it; the family name said, not guessed. */
function Name({ holder, aside }: { holder: Credential['holder']; aside: Child }) {
  const { native, family, former, order } = holder
  const latin = native ? withoutNative(holder.display, native) : ''
  return (
    <>
      <p class="name">
        <bdi>{native ?? holder.display}</bdi> {!latin && aside}
      </p>
      {latin && (
        <p class="latin">
          <bdi>{latin}</bdi> {aside}
        </p>
      )}
      {family && (latin || order === 'family-first') && <Aside label={en.labels.familyName} name={family} />}
      {former?.map((name) => (
        <Aside label={en.labels.formerName} name={name} />
      ))}
    </>
  )
}

function Aside({ label, name }: { label: string; name: string }) {
  return (
    <p class="soft">
      {label}: <bdi>{name}</bdi>
    </p>
  )
}

/** `李娜 (Li Na)` without `李娜` is `Li Na`. */
function withoutNative(display: string, native: string): string {
  const rest = display.replace(native, '').trim()
  return /^\(.*\)$/su.test(rest) ? rest.slice(1, -1) : rest
}

/** The address of the record's own page; a view has none that opens. */
function ownUrl({ record }: Telling<Credential | View>): string | undefined {
  return record && !isView(record.credential) ? record.credential.url : undefined
}

/** @param url of the page itself; without one there is nothing to load again */
function actionsOf(
  telling: Telling<Credential | View>,
  verdict: AnyVerdict,
  issuer: Issuer,
  url?: string,
): Action[] {
  const { labels } = en
  const confirm: Action = { href: issuer.url, text: en.confirmOn(issuer.short) }
  const again: Action[] = url ? [{ href: url, text: labels.checkAgain }] : []
  const own = ownUrl(telling)
  const open: Action[] = !url && own ? [{ href: own, text: labels.openRecord }] : []
  const successor = verdict.circumstances?.successor
  switch (telling.state) {
    case 'status-unavailable':
      return [...again.map(({ href }) => ({ href, text: labels.tryAgain })), ...open, confirm]
    case 'as-of':
    case 'suspended':
    case 'not-yet-valid':
      return [...again, ...open, confirm]
    case 'superseded':
      return [...(successor ? [{ href: successor, text: labels.current }] : open), confirm]
    case 'valid':
    case 'expired':
    case 'revoked':
      return [...open, confirm, ...again]
    case 'withheld':
      return again
    default:
      return []
  }
}

/** The date stamp: which record, what was read when, and where to look again. */
function Stamp({
  verdict,
  number,
  url,
  plain,
}: {
  verdict: AnyVerdict
  number?: string | undefined
  url?: string | undefined
  /** The address is not there yet, or is not to be left for. */
  plain: boolean
}) {
  const time = (instant: string) => tellTime(instant, en.lang, ZONE)
  const asOf = verdict.statusAsOf && time(verdict.statusAsOf)
  return (
    <footer class="stamp">
      {number && <p class="code">{number}</p>}
      <p>{en.stamp(verdict.state, time(verdict.checkedAt), asOf)}</p>
      {url && <p>{plain ? url : <a href={url}>{url}</a>}</p>}
      {url && (
        <p class="paper">This paper is not the check. Type the address above to see how it stands today.</p>
      )}
    </footer>
  )
}
