/** All records of one person, each with how it stands today. */
import type { HolderName } from '../../shared/record.ts'
import type { Telling } from '../../shared/telling.ts'
import { Icon } from '../pages/icons.tsx'
import { type MyFrame, MyPage } from './layout.tsx'
import type { OwnStanding } from './standing.ts'

export interface MyRecord {
  number: string
  name: HolderName
  telling: Telling
  standing: OwnStanding
  isPrivate: boolean
}

export function MyHomePage({ frame, records }: { frame: MyFrame; records: MyRecord[] }) {
  return (
    <MyPage frame={frame} title="My LSSC records">
      <p class="lead">These have your e-mail address on file. Each has pages of its own.</p>
      <ul class="mine-all">
        {records.map((record) => (
          <li class={record.telling.tone}>
            <RecordLine {...record} />
          </li>
        ))}
      </ul>
    </MyPage>
  )
}

function RecordLine({ number, name, telling, standing, isPrivate }: MyRecord) {
  return (
    <a href={`/my/${number}`}>
      <span class="name">
        <bdi>{name.display}</bdi>
      </span>
      <span class="stands">
        <Icon name={telling.icon} /> {standing.headline}
      </span>
      <span class="soft">
        <span class="code">{number}</span>
        {isPrivate && ' · private now'}
      </span>
    </a>
  )
}
