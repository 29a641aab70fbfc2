/** The overview of one record: how it stands today, what to give to others, and a door to everything else. */
import { recordUrl } from '../../shared/issuer.ts'
import { Emblem, Icon } from '../pages/icons.tsx'
import { type Door, doors, rareDoors } from './doors.ts'
import type { MyRecord } from './home.tsx'
import { type MyFrame, MyPage } from './layout.tsx'
import { WhoSees, type WhoSeesProps } from './who-sees.tsx'

export interface MyRecordPageProps extends Pick<WhoSeesProps, 'visibility' | 'dismissed'> {
  frame: MyFrame
  record: MyRecord
  /** What others read. */
  others: string
}

export function MyRecordPage({ frame, record, others, ...told }: MyRecordPageProps) {
  const { number } = record
  return (
    <MyPage
      frame={frame}
      title="My LSSC record"
      head={<script type="module" src="/browser/copy-number.js" />}
      notices={{ told: <p>Thank you. It stays on this page, folded up, as “Who sees what”.</p> }}
    >
      <Standing record={record} others={others} url={recordUrl(frame.issuer.origin, number)} />
      <WhoSees frame={frame} number={number} {...told} />
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

interface StandingProps {
  record: MyRecord
  others: string
  url: string
}

function Standing({ record, others, url }: StandingProps) {
  const { name, number, telling, standing, isPrivate } = record
  return (
    <article class={`record own ${telling.tone}`} aria-labelledby="stands">
      <header class="verdict">
        <Icon name={telling.icon} />
        <h2 id="stands">{standing.headline}</h2>
      </header>
      <div class="who">
        <Emblem />
        <p class="name">
          <bdi>{name.display}</bdi>
        </p>
        <p>Library Support Staff Certification (LSSC)</p>
        {telling.record && <p class="soft">{telling.record.dates}</p>}
      </div>
      {standing.says.map((one) => (
        <p>{one}</p>
      ))}
      {standing.ways.length > 0 && (
        <div class="do">
          {standing.ways.map(({ text, href }, i) => (
            <a class={i === 0 ? 'button filled' : 'button'} href={href}>
              {text}
            </a>
          ))}
        </div>
      )}
      {telling.state !== 'superseded' && <Give number={number} url={url} />}
      <p class={isPrivate ? 'own-seen private' : 'own-seen soft'}>
        {isPrivate && <Icon name="lock" />}
        <span>{others}</span>
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
