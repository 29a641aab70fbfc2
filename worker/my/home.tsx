/** All records of one person, each with how it stands today. */
import { Icon } from '../pages/icons.tsx'
import { isPrivate } from '../record-state.ts'
import type { OwnRecord } from '../services/read-own.ts'
import { type MyFrame, MyPage } from './layout.tsx'
import { tellOwn } from './standing.ts'

export function MyHomePage({ frame, records }: { frame: MyFrame; records: OwnRecord[] }) {
  return (
    <MyPage frame={frame} title="My LSSC records">
      <p class="lead">These have your e-mail address on file. Each has pages of its own.</p>
      <ul class="mine-all">
        {records.map((own) => (
          <li class={own.telling.tone}>
            <RecordLine own={own} headline={tellOwn(own, frame.issuer.phone).headline} />
          </li>
        ))}
      </ul>
    </MyPage>
  )
}

function RecordLine({ own, headline }: { own: OwnRecord; headline: string }) {
  const { number, record, telling, visibility } = own
  return (
    <a href={`/my/${number}`}>
      <span class="name">
        <bdi>{record.name.display}</bdi>
      </span>
      <span class="stands">
        <Icon name={telling.icon} /> {headline}
      </span>
      <span class="soft">
        <span class="code">{number}</span>
        {isPrivate(visibility) && ' · private now'}
      </span>
    </a>
  )
}
