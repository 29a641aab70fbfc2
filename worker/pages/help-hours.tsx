/** Contact hours for a renewal: a group of fields for each activity, and what they come to. */
import { units } from '../../shared/contact-hours.ts'
import type { HoursCounted } from '../services/count-hours.ts'
import { Choice, Field, type FieldError } from './fields.tsx'

export interface HoursDrawn extends HoursCounted {
  /** The address of the form. */
  action?: string
}

export interface HoursFieldsProps extends HoursDrawn {
  typed: (name: string) => string
  errors: FieldError[]
}

const unitOptions = Object.entries(units).map(([unit, { label }]): [string, string] => [unit, label])

export function HoursFields({
  typed,
  errors,
  rows,
  totals,
  rules,
  more,
  action = '/help/hours',
}: HoursFieldsProps) {
  return (
    <>
      <h2>What you did</h2>
      <p>
        An hour is 60 minutes, and an activity counts from one hour on. A day at a conference counts six
        hours, a semester credit 15, a quarter credit ten.
      </p>
      <input type="hidden" name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, row) => (
        <Activity row={row} typed={typed} errors={errors} />
      ))}
      <Totals totals={totals} rules={rules} />
      <div class="do">
        <button type="submit" class="button" name="step" value="add-up" formaction={`${action}#totals`}>
          Add it up
        </button>
        {more && (
          <button
            type="submit"
            class="button"
            name="step"
            value="more"
            formaction={`${action}#f-date-${rows}`}
          >
            Room for more
          </button>
        )}
      </div>
    </>
  )
}

function Activity({ row, typed, errors }: { row: number } & Pick<HoursFieldsProps, 'typed' | 'errors'>) {
  const of = (name: string, label: string) => ({
    name: `${name}-${row}`,
    label,
    value: typed(`${name}-${row}`),
    errors,
  })
  return (
    <fieldset class="activity">
      <legend>Activity {row + 1}</legend>
      <Field {...of('date', 'Day, or last day')} type="date" />
      <Field {...of('title', 'What it was')} wide />
      <Field {...of('provider', 'Who offered it')} wide />
      <Field {...of('amount', 'How much')} more={{ inputmode: 'decimal' }} />
      <Choice {...of('unit', 'Counted in')} value={typed(`unit-${row}`) || 'hour'} options={unitOptions} />
      <label class="tick wide">
        <input
          type="checkbox"
          id={`f-technology-${row}`}
          name={`technology-${row}`}
          value="yes"
          checked={typed(`technology-${row}`) !== ''}
        />{' '}
        <span>It was in technology</span>
      </label>
    </fieldset>
  )
}

function Totals({ totals, rules }: Pick<HoursDrawn, 'totals' | 'rules'>) {
  const { renewalHours, renewalTechnologyHours } = rules
  return (
    <p class="totals" id="totals">
      What is complete so far: <b>{totals.hours}</b> of {renewalHours} contact hours,{' '}
      <b>{totals.technology}</b> of {renewalTechnologyHours} in technology.
    </p>
  )
}
