/** One area on the form of an award: how it was passed and when; everything else about it waits under “More”. */
import { asksFor, choicesFor } from '../../shared/catalogue/choices.ts'
import { type SetId, sets, statementVersions } from '../../shared/programme.ts'
import { aboutOf, Choice, Field, type FieldError, idOf, Labelled, TextField } from '../pages/fields.tsx'

export interface AreaProps {
  set: SetId
  typed: (field: string) => string
  errors: FieldError[]
}

const MORE = ['statements', 'hours', 'delivery', 'instructor', 'content', 'products']

export function Area({ set, typed, errors }: AreaProps) {
  const name = (field: string) => `areas.${set}.${field}`
  const of = (field: string) => ({ name: name(field), value: typed(name(field)), errors })
  const by = typed(name('by'))
  const isOpen = errors.some(({ field }) => MORE.some((one) => field === name(one)))
  return (
    <fieldset
      class={`area-form${by ? ' claimed' : ''}`}
      id={idOf(`areas.${set}`)}
      data-asks={by === '' ? undefined : asksFor(by)}
    >
      <legend>{sets[set].label}</legend>
      <PassedBy set={set} value={by} errors={errors} />
      <Field {...of('on')} label="Completed on" type="date" required={by !== ''} />
      <div class="fields wide told">
        <Field
          {...of('provider')}
          label="Who gave it"
          hint="Only where the list does not have it: the provider or college, spelled out for a stranger."
        />
        <Field
          {...of('title')}
          label="What it is called"
          hint="Only where the list does not have it: the course, or the degree or certificate, in full."
        />
      </div>
      <details class="wide" open={isOpen}>
        <summary>More about {sets[set].label}</summary>
        <div class="fields">
          <Choice
            {...of('statements')}
            label="Statements"
            none="those in force on that day"
            options={Object.keys(statementVersions).map((one) => [one, `as of ${one}`])}
            hint={
              <>
                The wording that the work was measured against. <span data-says={name('statements')} />
              </>
            }
          />
          <Field {...of('hours')} label="Contact hours" hint="If known." more={{ inputmode: 'decimal' }} />
          <Field
            {...of('delivery')}
            label="Delivery"
            hint="If known: online, in person …"
            more={{ list: 'deliveries' }}
          />
          <Field {...of('instructor')} label="Instructor" hint="If known, with credentials." />
          <Field
            {...of('content')}
            label="The course’s own page"
            type="url"
            hint="If there is one: https://…"
            wide
          />
          <TextField
            {...of('products')}
            label="The holder’s own work"
            hint="What the holder wants to show: one a line, a title and then its https address."
            rows={2}
          />
        </div>
      </details>
    </fieldset>
  )
}

function PassedBy({ set, value, errors }: { set: SetId; value: string; errors: FieldError[] }) {
  const name = `areas.${set}.by`
  const groups = choicesFor(set)
  const isListed = groups.some(({ choices }) => choices.some((one) => one.value === value))
  const isNeeded = sets[set].kind === 'required'
  return (
    <Labelled name={name} label="Passed by" errors={errors} required={isNeeded}>
      <select id={idOf(name)} name={name} {...aboutOf(name, undefined, errors)}>
        <option value="">{isNeeded ? 'Choose how it was passed' : 'not passed, or not counted'}</option>
        {value !== '' && !isListed && (
          <option value={value} selected>
            As it stands: {value.slice(value.indexOf(':') + 1)}
          </option>
        )}
        {groups.map(({ label, choices }) => (
          <optgroup label={label}>
            {choices.map((one) => (
              <option value={one.value} selected={one.value === value}>
                {one.text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  )
}
