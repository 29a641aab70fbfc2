/** Contact hours that somebody sent in: each activity, what it comes to, and whether it counts. */
import { type Activity, hoursOf, totalsOf, units } from '../../shared/contact-hours.ts'
import { BEGAN, rulesOn } from '../../shared/rules.ts'
import { type FieldError, idOf } from '../pages/fields.tsx'
import { Row, Table } from '../pages/table.tsx'
import { dayTold } from '../when.ts'

/** What does not count: the place of each activity, and why. */
export type Struck = ReadonlyMap<number, string>

export function HoursTable({ activities }: { activities: Activity[] }) {
  return (
    <section>
      <h2>Activities</h2>
      <Table heads={['Activity', 'Day', 'Sent as', 'Contact hours', 'Technology']}>
        {activities.map((one) => (
          <Row head={<bdi>{one.title}</bdi>} cells={cellsOf(one)} />
        ))}
      </Table>
      <Totals activities={activities} struck={new Map()} />
    </section>
  )
}

export interface StrikeTableProps {
  activities: Activity[]
  struck: Struck
  /** Those that count, and have a reason typed beside them. */
  torn: Struck
  errors: FieldError[]
}

/** The same, with a box to take away and a reason beside each. */
export function StrikeTable({ activities, struck, torn, errors }: StrikeTableProps) {
  return (
    <div class="wide" id={idOf('contactHours')}>
      <h3>Activities</h3>
      <Table heads={['Activity', 'Day', 'Sent as', 'Contact hours', 'Technology', 'Counts']}>
        {activities.map((one, at) => (
          <Row
            head={<bdi>{one.title}</bdi>}
            cells={[
              ...cellsOf(one),
              ['Counts', <Counts at={at} one={one} struck={struck} torn={torn} errors={errors} />],
            ]}
          />
        ))}
      </Table>
      <Totals activities={activities} struck={struck} />
    </div>
  )
}

function cellsOf(one: Activity): [string, string][] {
  return [
    ['Day', dayTold(one.on)],
    ['Sent as', `${one.amount} ${units[one.unit].one}${one.amount === 1 ? '' : 's'}, ${one.provider}`],
    ['Contact hours', String(hoursOf(one))],
    ['Technology', one.technology ? 'yes' : 'no'],
  ]
}

function Counts({
  at,
  one,
  struck,
  torn,
  errors,
}: { at: number; one: Activity } & Omit<StrikeTableProps, 'activities'>) {
  const name = `reason-${at}`
  const wrong = errors.find(({ field }) => field === name)
  return (
    <span class="hour-counts">
      <label class="tick">
        <input
          type="checkbox"
          name="counts"
          value={String(at)}
          checked={!struck.has(at)}
          aria-label={`Counts: ${one.title}`}
        />{' '}
        <span>Counts</span>
      </label>
      <input
        id={idOf(name)}
        name={name}
        value={struck.get(at) ?? torn.get(at) ?? ''}
        aria-label={`If it does not count, why: ${one.title}`}
        placeholder="If not, why"
        aria-invalid={wrong ? 'true' : undefined}
        autocomplete="off"
      />
      {wrong && <span class="wrong-said">{wrong.message}</span>}
    </span>
  )
}

function Totals({ activities, struck }: Pick<StrikeTableProps, 'activities' | 'struck'>) {
  const { hours, technology } = totalsOf(activities.filter((_, at) => !struck.has(at)))
  const rules = rulesOn(
    activities
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? BEGAN,
  )
  return (
    <p id={idOf('technologyHours')}>
      {struck.size > 0 ? 'What counts comes to ' : 'Together: '}
      <b>{hours}</b> contact hours, <b>{technology}</b> of them in technology.{' '}
      <span class="soft">
        A renewal takes {rules.renewalHours}, at least {rules.renewalTechnologyHours} in technology.
      </span>
    </p>
  )
}
