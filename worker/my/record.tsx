/** The overview of one record: how it stands today, what to give to others, and a door to everything else. */
import { recordUrl } from '../../shared/issuer.ts'
import { Emblem, Icon } from '../pages/icons.tsx'
import { isPrivate } from '../record-state.ts'
import type { OwnRecord } from '../services/read-own.ts'
import { dayTold, officeDay } from '../when.ts'
import { type Door, doors, rareDoors } from './doors.ts'
import { Ways } from './how-it-stands.tsx'
import { type MyFrame, MyPage } from './layout.tsx'
import { tellOthers, tellOwn } from './standing.ts'
import { WhoSees } from './who-sees.tsx'

export interface MyRecordPageProps {
  frame: MyFrame
  own: OwnRecord
  /** Has it been read who sees what? */
  dismissed: boolean
  /** Its removal was asked for; without a day where the office decides it. */
  removal: { dueAt: string | null } | null
}

export function MyRecordPage({ frame, own, dismissed, removal }: MyRecordPageProps) {
  const { number, visibility } = own
  return (
    <MyPage
      frame={frame}
      title="My LSSC record"
      head={<script type="module" src="/browser/copy-number.js" />}
      notices={{ told: <p>Thank you. It stays on this page, folded up, as “Who sees what”.</p> }}
    >
      {removal && <Leaving number={number} dueAt={removal.dueAt} />}
      <Standing own={own} frame={frame} />
      <WhoSees frame={frame} number={number} visibility={visibility} dismissed={dismissed} />
      <h2>What you can do</h2>
      <ul class="cards">
        {doors.map((door) => (
          <Card door={door} number={number} />
        ))}
      </ul>
      <ul class="rare">
        {rareDoors.map(({ path, text, says }) => (
          <li>
            <a href={`/my/${number}${path}`}>{text}</a> <span class="soft">{says}</span>
          </li>
        ))}
      </ul>
    </MyPage>
  )
}

/** Above all else: whoever did not ask for it has three days to notice. */
function Leaving({ number, dueAt }: { number: string; dueAt: string | null }) {
  return (
    <aside class="aside" aria-labelledby="leaving">
      <h2 id="leaving">This record is about to be removed</h2>
      <p>
        {dueAt
          ? `That was asked for here, and will be done on ${dayTold(officeDay(dueAt))}.`
          : 'The office was asked to.'}{' '}
        Until then it is private, and you can take it back.
      </p>
      <p class="do">
        <a class="button" href={`/my/${number}/remove`}>
          See when, or keep it
        </a>
      </p>
    </aside>
  )
}

function Standing({ own, frame: { issuer } }: Pick<MyRecordPageProps, 'own' | 'frame'>) {
  const { record, number, telling, visibility } = own
  const { headline, says, ways } = tellOwn(own, issuer.phone)
  const hidden = isPrivate(visibility)
  return (
    <article class={`record own ${telling.tone}`} aria-labelledby="stands">
      <header class="verdict">
        <Icon name={telling.icon} />
        <h2 id="stands">{headline}</h2>
      </header>
      <div class="who">
        <Emblem />
        <p class="name">
          <bdi>{record.name.display}</bdi>
        </p>
        <p>Library Support Staff Certification (LSSC)</p>
        {telling.record && <p class="soft">{telling.record.dates}</p>}
      </div>
      {says.map((one) => (
        <p>{one}</p>
      ))}
      <Ways ways={ways} />
      {telling.state !== 'superseded' && <Give number={number} url={recordUrl(issuer.origin, number)} />}
      <p class={hidden ? 'own-seen private' : 'own-seen soft'}>
        {hidden && <Icon name="lock" />}
        <span>{tellOthers(visibility, telling)}</span>
      </p>
    </article>
  )
}

/** What to give to others, and nothing else on these pages is. */
function Give({ number, url }: { number: string; url: string }) {
  return (
    <dl class="own-give">
      <dt>Link for anyone</dt>
      <dd>
        <span class="code" data-copy="the link">
          {url}
        </span>
      </dd>
      <dt>Code</dt>
      <dd>
        <span class="code" data-copy="the code">
          {number}
        </span>
      </dd>
    </dl>
  )
}

function Card({ door: { path, text, says }, number }: { door: Door; number: string }) {
  return (
    <li>
      <a href={`/my/${number}${path}`}>
        <b>{text}</b> <span>{says}</span>
      </a>
    </li>
  )
}
