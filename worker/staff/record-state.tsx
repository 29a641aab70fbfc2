/** How a record stands, in words beside a shape: the words alone would do. */
import type { Icon as IconName, Tone } from '../../shared/telling.ts'
import { Icon } from '../pages/icons.tsx'
import { type RecordState, recordStates } from '../record-state.ts'
import { dayTold } from '../when.ts'

const looks: Record<RecordState, [Tone, IconName]> = {
  current: ['current', 'yes'],
  'renewal-window': ['current', 'yes'],
  provisional: ['current', 'yes'],
  grace: ['caution', 'ended'],
  ended: ['caution', 'ended'],
  suspended: ['quiet', 'hold'],
  revoked: ['stop', 'out'],
  superseded: ['quiet', 'ended'],
  erased: ['quiet', 'lock'],
}

export interface StateOfRecordProps {
  state: RecordState
  since?: string | null
  /** Outsiders see only that it is private. */
  private?: boolean
}

export function StateOfRecord({ state, since, private: hidden }: StateOfRecordProps) {
  const [tone, icon] = looks[state]
  return (
    <span class="states">
      <span class={`state ${tone}`}>
        <Icon name={icon} /> {recordStates[state]}
      </span>
      {since && <span class="soft since">since {dayTold(since)}</span>}
      {hidden && (
        <span class="state quiet">
          <Icon name="lock" /> Private
        </span>
      )}
    </span>
  )
}
