/** The holder's own page: each of their records, and what can be done with it. */
import type { HolderName } from '../../shared/record.ts'
import { type MyFrame, MyPage } from './layout.tsx'

export interface MyRecord {
  number: string
  name: HolderName
}

export function MyHomePage({ frame, records }: { frame: MyFrame; records: MyRecord[] }) {
  return (
    <MyPage frame={frame} title="My LSSC records">
      <ul class="ruled">
        {records.map(({ number, name }) => (
          <li>
            <a href={`/my/${number}`}>{number}</a> <bdi>{name.display}</bdi>
          </li>
        ))}
      </ul>
    </MyPage>
  )
}

export function MyRecordPage({ frame, record: { name, number } }: { frame: MyFrame; record: MyRecord }) {
  return (
    <MyPage frame={frame} title="My LSSC record">
      <p>
        <bdi>{name.display}</bdi>, {number}
      </p>
    </MyPage>
  )
}
