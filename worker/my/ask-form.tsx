/** One request to the office, from the page of a holder's own: only what is not known already. */
import { Errors, Field, type FieldError, Radios, TextField } from '../pages/fields.tsx'
import { HelpHead } from '../pages/help.tsx'
import { type HoursDrawn, HoursFields } from '../pages/help-hours.tsx'
import { helpWords } from '../pages/help-words.ts'
import { SessionForm } from '../pages/session-form.tsx'
import { type OwnKind, ownFieldsOf, type RequestField } from '../request-kinds.ts'
import { askTitles } from './ask.tsx'
import { type MyFrame, MyPage } from './layout.tsx'

export interface AskFormPageProps {
  frame: MyFrame
  number: string
  kind: OwnKind
  /** As it stands on the record. */
  name: string
  /** The address on file; answers go there. */
  email?: string | undefined
  typed: (name: string) => string
  errors?: FieldError[]
  /** For contact hours: how many rows, and what they come to. */
  hours?: HoursDrawn | undefined
}

export function AskFormPage(props: AskFormPageProps) {
  const { frame, number, kind, name, email, typed, errors = [], hours } = props
  const action = `/my/${number}/ask/${kind}`
  return (
    <MyPage frame={frame} title={askTitles[kind][0]} head={<HelpHead />}>
      <p>
        <a href={`/my/${number}/ask`}>Ask for a change</a>
      </p>
      <Errors errors={errors} title="Nothing was sent yet" />
      <SessionForm action={action} token={frame.token} class="ask">
        <p>
          About the record of <bdi>{name}</bdi>, <span class="code">{number}</span>.
          {kind !== 'address' && email && (
            <>
              {' '}
              The answer goes to <bdi class="address">{email}</bdi>.
            </>
          )}
        </p>
        {hours && <HoursFields typed={typed} errors={errors} {...hours} action={action} />}
        {ownFieldsOf(kind, email !== undefined).map((field) => (
          <Asked field={field} value={typed(field.name)} errors={errors} />
        ))}
        <div class="do">
          <button type="submit" class="button filled" name="step" value="send">
            Send to {frame.issuer.short}
          </button>
        </div>
      </SessionForm>
      <h2>What happens next</h2>
      <ol>
        {helpWords[kind].next.map((step) => (
          <li>{step.replaceAll('{issuer}', frame.issuer.short)}</li>
        ))}
      </ol>
    </MyPage>
  )
}

/** What each way of a new name shows, and to whom. */
const ways: [value: string, label: string, hint: string][] = [
  [
    'same',
    'Keep my link and code, with my new name',
    'Whoever opens your link sees the new name. Who saw the page before can tell that it changed, and files in the old name read as replaced and lead to the new one. There is nothing for you to hand out anew.',
  ],
  [
    'new',
    'A new link and a new code',
    'Your new name gets a record of its own, and the old one becomes private: nothing that anyone can see joins the two, and files in the old name read as replaced, not by what. Wherever you gave the old link, give the new one; until then readers there find “private”.',
  ],
]

function Asked({ field, value, errors }: { field: RequestField; value: string; errors: FieldError[] }) {
  const { name, label, hint, needed, long, type, autocomplete } = field
  const said = { name, label, hint, value, errors, required: needed }
  if (name === 'how')
    return <Radios name={name} legend={label} value={value} errors={errors} options={ways} />
  if (long) return <TextField {...said} rows={5} />
  return <Field {...said} {...(type ? { type } : {})} {...(autocomplete ? { more: { autocomplete } } : {})} />
}
