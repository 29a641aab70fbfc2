/** The form of an award, readable from top to bottom: whose it is, since when, and the areas. */
import { sentenceOf } from '../../shared/award-form.ts'
import type { Finding } from '../../shared/finding.ts'
import { nameOrders } from '../../shared/name-form.ts'
import { sets } from '../../shared/programme.ts'
import { rulesOn } from '../../shared/rules.ts'
import { Choice, Field, type FieldError, idOf, TextField } from '../pages/fields.tsx'
import { Area } from './award-area.tsx'

export interface AwardFieldsProps {
  /** What stands in a field. */
  typed: (field: string) => string
  errors: FieldError[]
  /** Codes and names of countries. */
  countries: [code: string, name: string][]
  today: string
}

/** Errors as a list shows them, away from their fields. */
export function inList(errors: FieldError[]): FieldError[] {
  return errors.map(({ field, message }) => ({ field, message: sentenceOf({ field, message }) }))
}

/** Errors as the fields show them: what is wrong, and mildly what is to be looked into. */
export function atFields(wrong: FieldError[], doubts: Finding[]): FieldError[] {
  return [...wrong, ...doubts.map(({ field, message }) => ({ field, message, mild: true }))]
}

export function AwardFields(props: AwardFieldsProps) {
  return (
    <>
      <Person {...props} />
      <Dates {...props} />
      <Areas {...props} />
    </>
  )
}

function Person({ typed, errors, countries }: AwardFieldsProps) {
  const of = (name: string) => ({ name, value: typed(name), errors })
  return (
    <fieldset>
      <legend>The person</legend>
      <Field
        {...of('name.display')}
        label="Name"
        hint="As its holder writes it, every letter and mark. This is what outsiders read."
        required
        wide
      />
      <Choice
        {...of('name.order')}
        label="Order of the name"
        none="Choose"
        options={Object.entries(nameOrders)}
        required
      />
      <Field
        {...of('name.given')}
        label="Given names"
        hint="The part of the name that it is; empty if you don’t know."
      />
      <Field
        {...of('name.family')}
        label="Family names"
        hint="Marked on the page, so that readers know how to address its holder."
      />
      <Field
        {...of('name.native')}
        label="In the holder’s own script"
        hint="Where the name above is a Latin form of it: 김민준."
      />
      <TextField
        {...of('name.former')}
        label="Former names to be shown"
        hint="Only those that the holder has asked us to show; one a line. Otherwise leave it empty, whatever you know."
        rows={2}
      />
      <Field
        {...of('email')}
        label="E-mail address"
        type="email"
        hint="The holder’s own: the link is sent there. Outsiders never see it."
      />
      <Field {...of('region')} label="State or region" hint="“TX” or “Texas”." />
      <Choice {...of('country')} label="Country" none="not known" options={countries} />
    </fieldset>
  )
}

function Dates({ typed, errors, today }: AwardFieldsProps) {
  const of = (name: string) => ({ name, value: typed(name), errors, type: 'date' as const })
  const { validYears, provisionalYears } = rulesOn(today)
  return (
    <fieldset>
      <legend>The dates</legend>
      <Field {...of('enrolledOn')} label="Enrolled on" hint="If known: with it, the page shows the effort." />
      <Field {...of('certifiedOn')} label="Certified on" hint="The day of the award." required />
      <Field
        {...of('expiresOn')}
        label="Last day"
        hint={
          <>
            Leave it empty: a term is {validYears} years. <span data-says="expiresOn" />
          </>
        }
      />
      <Field
        {...of('provisionalUntil')}
        label="Provisional until"
        hint={`Only for graduates of recognized colleges who have still to show a year of library work: by when, at most ${provisionalYears} years after the award.`}
      />
      <TextField
        {...{ ...of('renewedOn'), type: undefined }}
        label="Renewed on"
        hint="Only for an award of earlier years: the day of each renewal, as YYYY-MM-DD, one a line."
        rows={2}
      />
    </fieldset>
  )
}

function Areas(props: AwardFieldsProps) {
  const all = Object.values(sets)
  const { electives } = rulesOn(props.today)
  return (
    <>
      <fieldset>
        <legend>The three areas that every holder has</legend>
        <p class="soft">
          The program calls an area a competency set. Each is passed by an approved course, a portfolio, or a
          recognized college program.
        </p>
        {all
          .filter(({ kind }) => kind === 'required')
          .map(({ id }) => (
            <Area set={id} {...props} />
          ))}
      </fieldset>
      <fieldset id={idOf('areas')} tabindex={-1}>
        <legend>The areas this person chose</legend>
        <p class="soft">At least {electives} of these seven. Leave the others as they are.</p>
        {all
          .filter(({ kind }) => kind === 'elective')
          .map(({ id }) => (
            <Area set={id} {...props} />
          ))}
      </fieldset>
      <datalist id="deliveries">
        {['online', 'in person', 'online and in person', 'self-paced'].map((one) => (
          <option value={one} />
        ))}
      </datalist>
    </>
  )
}

/** What is still missing, while someone types: only a script can say it, so without one this is not shown. */
export function Missing() {
  return (
    <section class="missing aside" id="missing" aria-labelledby="missing-title" hidden>
      <h2 id="missing-title">What is missing</h2>
      <p role="status" id="missing-count" />
      <ul id="missing-list" />
    </section>
  )
}
