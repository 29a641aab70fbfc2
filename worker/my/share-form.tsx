/** The form that makes a share link: for whom, until when, and what it shows. */
import { areas, type SetId } from '../../shared/areas.ts'
import { type ShareField, shareFields } from '../../shared/view.ts'
import { Field, type FieldError, Tick } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { MyFrame } from './layout.tsx'
import { fieldWords } from './share-words.ts'

/** As it was typed. */
export interface ShareTyped {
  label: string
  endsOn: string
  fields: string[]
  areas: string[]
}

export interface ShareFormProps {
  frame: MyFrame
  typed: ShareTyped
  errors: FieldError[]
  /** The areas of the record, in its order. */
  held: SetId[]
  hasProducts: boolean
  days: { first: string; last: string }
}

export function ShareForm({ frame, typed, errors, held, hasProducts, days }: ShareFormProps) {
  const optional = shareFields.filter((field) => field !== 'products' || hasProducts)
  return (
    <section aria-labelledby="make">
      <h2 id="make">Make a link</h2>
      <SessionForm action={`/my/${frame.number}/share`} token={frame.token} class="share-form">
        <Field
          name="label"
          label="For whom it is"
          hint="“Springfield Public Library, cataloger”. Only you see this."
          value={typed.label}
          errors={errors}
          more={{ maxlength: 80 }}
          required
        />
        <Field
          name="endsOn"
          label="Last day"
          type="date"
          hint="It works to the end of this day. A year from now at most."
          value={typed.endsOn}
          errors={errors}
          more={{ min: days.first, max: days.last }}
          required
        />
        <fieldset>
          <legend>What it shows</legend>
          <p>
            Always: your name, every area that you passed, the day you earned the certification, its last day,
            and whether it is in force.
          </p>
          {optional.map((field) => (
            <FieldTick field={field} checked={typed.fields.includes(field)} />
          ))}
        </fieldset>
        <details open={typed.areas.length > 0}>
          <summary>Put some areas first</summary>
          <fieldset>
            <legend>Areas that stand first, if you like</legend>
            <p class="soft">
              Those that the ad asks about, for example. All the others are shown after them.
            </p>
            {inOrder(held, typed.areas).map((set) => (
              <Tick name="areas" value={set} checked={typed.areas.includes(set)} label={areas[set].label} />
            ))}
          </fieldset>
        </details>
        <div class="do">
          <button type="submit" class="button filled">
            Make the link
          </button>
          <button type="submit" class="button" name="step" value="look">
            See first what they will see
          </button>
        </div>
      </SessionForm>
    </section>
  )
}

/** Those of the ad first, and in its order: a form is sent in the order in which it is drawn, and so they are shown. */
function inOrder(held: SetId[], first: string[]): SetId[] {
  const place = (set: SetId) => (first.includes(set) ? first.indexOf(set) : first.length)
  return held.toSorted((a, b) => place(a) - place(b))
}

function FieldTick({ field, checked }: { field: ShareField; checked: boolean }) {
  const { label, hint } = fieldWords[field]
  return (
    <Tick
      name="fields"
      value={field}
      checked={checked}
      label={
        <>
          <b>{label}</b> <span class="soft">{hint}</span>
        </>
      }
    />
  )
}
