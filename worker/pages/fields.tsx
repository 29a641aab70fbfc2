/** The fields of forms, the console's and the public ones: each with its label, its hint and what is wrong with it. */
import type { Child } from 'hono/jsx'

/** One field's trouble, by its name; `''` is about the form as a whole. */
export interface FieldError {
  field: string
  message: string
  /** Perhaps right: to be looked into, and no error. */
  mild?: boolean
}

/** Everything that is wrong, at the top, each with a link to its field. */
export function Errors({ errors, title = 'Nothing was done yet' }: { errors: FieldError[]; title?: string }) {
  if (errors.length === 0) return null
  return (
    <div class="errors stop" role="alert" tabindex={-1} id="errors">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field ? <a href={`#${idOf(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

export function idOf(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`
}

export interface FieldProps {
  name: string
  label: Child
  value?: string | undefined
  hint?: Child | undefined
  errors?: FieldError[] | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'number' | 'search'
  required?: boolean | undefined
  /** Attributes of the input itself: autocomplete, inputmode, list, min, step. */
  more?: Record<string, string | number | boolean>
  /** As wide as the form, beside none. */
  wide?: boolean | undefined
}

export function Field({ name, label, value, hint, errors, type, required, more, wide }: FieldProps) {
  const about = aboutOf(name, hint, errors)
  return (
    <Labelled {...{ name, label, hint, errors, required, wide }}>
      <input
        id={idOf(name)}
        name={name}
        type={type ?? 'text'}
        value={value}
        required={required}
        autocomplete="off"
        {...about}
        {...more}
      />
    </Labelled>
  )
}

export interface TextFieldProps extends Omit<FieldProps, 'type'> {
  rows?: number
}

export function TextField({ name, label, value, hint, errors, required, rows = 4, more }: TextFieldProps) {
  return (
    <Labelled {...{ name, label, hint, errors, required }} wide>
      <textarea
        id={idOf(name)}
        name={name}
        rows={rows}
        required={required}
        {...aboutOf(name, hint, errors)}
        {...more}
      >
        {value ?? ''}
      </textarea>
    </Labelled>
  )
}

export interface ChoiceProps extends Omit<FieldProps, 'type'> {
  options: [value: string, text: string][]
  /** What stands first and chooses nothing. */
  none?: string
}

export function Choice({ name, label, value, hint, errors, required, options, none, wide }: ChoiceProps) {
  return (
    <Labelled {...{ name, label, hint, errors, required, wide }}>
      <select id={idOf(name)} name={name} required={required} {...aboutOf(name, hint, errors)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** A box to tick. */
export function Tick({
  name,
  label,
  value = 'yes',
  checked,
}: {
  name: string
  label: Child
  value?: string
  checked?: boolean
}) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={checked} /> <span>{label}</span>
    </label>
  )
}

export interface RadiosProps {
  name: string
  legend: Child
  value: string
  errors?: FieldError[]
  options: [value: string, label: string, hint: string][]
}

/** One of a few, each with what it means. */
export function Radios({ name, legend, value, errors = [], options }: RadiosProps) {
  const own = errors.filter(({ field }) => field === name)
  const id = idOf(name)
  return (
    <fieldset class={`wide radios${own.length > 0 ? ' wrong stop' : ''}`} id={id} tabindex={-1}>
      <legend>{legend}</legend>
      {own.length > 0 && <p class="wrong-said">{own.map(({ message }) => message).join(' ')}</p>}
      {options.map(([option, label, hint]) => (
        <div>
          <label class="tick">
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              aria-describedby={`${id}-${option}`}
            />
            <b>{label}</b>
          </label>
          <p class="soft" id={`${id}-${option}`}>
            {hint}
          </p>
        </div>
      ))}
    </fieldset>
  )
}

interface LabelledProps extends Pick<FieldProps, 'name' | 'label' | 'hint' | 'errors' | 'required' | 'wide'> {
  children?: Child
}

/** What every field has around it: its label, its hint, and what is the matter with it. */
export function Labelled({ name, label, hint, errors = [], required, wide, children }: LabelledProps) {
  const own = errors.filter(({ field }) => field === name)
  return (
    <div class={`labelled${wide ? ' wide' : ''}${toneOf(own)}`}>
      <label for={idOf(name)}>
        {label}
        {required && <span class="soft"> (needed)</span>}
      </label>
      {hint !== undefined && (
        <p class="soft" id={`${idOf(name)}-hint`}>
          {hint}
        </p>
      )}
      {own.length > 0 && (
        <p class="wrong-said" id={`${idOf(name)}-wrong`}>
          {own.map(({ message }) => message).join(' ')}
        </p>
      )}
      {children}
    </div>
  )
}

function toneOf(own: FieldError[]): string {
  if (own.length === 0) return ''
  return own.every(({ mild }) => mild) ? ' caution' : ' wrong stop'
}

export function aboutOf(name: string, hint: Child, errors: FieldError[] = []) {
  const own = errors.filter(({ field }) => field === name)
  const isWrong = own.some(({ mild }) => !mild)
  const ids = [hint !== undefined && `${idOf(name)}-hint`, own.length > 0 && `${idOf(name)}-wrong`].filter(
    (id) => id !== false,
  )
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  }
}
