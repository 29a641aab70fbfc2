/** The form of one kind of request, with just the fields that it needs. */
import type { Issuer } from '../../shared/issuer.ts'
import { fieldsOf, type RequestField, type RequestKind, requestKinds } from '../request-kinds.ts'
import { Choice, Errors, Field, type FieldError, TextField } from './fields.tsx'
import { HelpHead } from './help.tsx'
import { type HoursDrawn, HoursFields } from './help-hours.tsx'
import { helpWords } from './help-words.ts'
import { Layout } from './layout.tsx'

export interface HelpFormPageProps {
  issuer: Issuer
  kind: RequestKind
  /** What was typed, or what is known from the link that led here. */
  typed: (name: string) => string
  errors?: FieldError[]
  /** For contact hours: how many rows, and what they come to. */
  hours?: HoursDrawn | undefined
}

export function HelpFormPage({ issuer, kind, typed, errors = [], hours }: HelpFormPageProps) {
  const { title } = requestKinds[kind]
  return (
    <Layout title={title} issuer={issuer} noindex head={<HelpHead />}>
      <p class="trail">
        <a href="/help">Ask the certification office</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{helpWords[kind].lead}</p>
      <Errors errors={errors} title="Nothing was sent yet" />
      <form class="ask" method="post" action={`/help/${kind}`} novalidate>
        {hours && <HoursFields typed={typed} errors={errors} {...hours} />}
        {hours && <h2>About you</h2>}
        {fieldsOf(kind).map((field) => (
          <Asked field={field} value={typed(field.name)} errors={errors} />
        ))}
        <p class="soft">
          This form doesn’t prove who you are: the office checks before it changes anything. It keeps what you
          type here and nothing else: no cookie, and not your computer’s address.
        </p>
        <div class="do">
          <button type="submit" class="button filled" name="step" value="send">
            Send to {issuer.short}
          </button>
        </div>
      </form>
    </Layout>
  )
}

function Asked({ field, value, errors }: { field: RequestField; value: string; errors: FieldError[] }) {
  const { name, label, hint, needed, long, type, autocomplete, options } = field
  const said = { name, label, hint, value, errors, required: needed }
  if (options) return <Choice {...said} options={options} none="Choose" />
  if (long) return <TextField {...said} rows={5} />
  return <Field {...said} {...(type ? { type } : {})} {...(autocomplete ? { more: { autocomplete } } : {})} />
}
