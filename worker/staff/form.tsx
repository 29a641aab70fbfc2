/** Forms of the console: every one carries its session's token and says which sending of it this is. */
import type { Child } from 'hono/jsx'

export function FormToken({ token }: { token: string }) {
  return <input type="hidden" name="token" value={token} />
}

export interface StaffFormProps {
  action: string
  token: string
  /** For files. */
  multipart?: boolean
  class?: string
  id?: string
  children?: Child
}

export function StaffForm({ action, token, multipart, id, children, class: name }: StaffFormProps) {
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      class={name}
      id={id}
      novalidate
    >
      <FormToken token={token} />
      <input type="hidden" name="request" value={crypto.randomUUID()} />
      {children}
    </form>
  )
}

/** Everything that was typed, carried along unseen to the next page; which button was pressed is not. */
export function Kept({ fields }: { fields: [name: string, value: string][] }) {
  return (
    <>
      {fields
        .filter(([name]) => name !== 'step')
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  )
}

export interface ButtonsProps {
  /** The likely next step. */
  main: string
  /** What the main button sends: `step=…`. */
  step?: string
  more?: [step: string, text: string][]
  cancel?: [href: string, text: string]
}

export function Buttons({ main, step, more = [], cancel }: ButtonsProps) {
  return (
    <div class="do">
      <button type="submit" class="button filled" name={step ? 'step' : undefined} value={step}>
        {main}
      </button>
      {more.map(([value, text]) => (
        <button type="submit" class="button" name="step" value={value}>
          {text}
        </button>
      ))}
      {cancel && (
        <a class="button" href={cancel[0]}>
          {cancel[1]}
        </a>
      )}
    </div>
  )
}
