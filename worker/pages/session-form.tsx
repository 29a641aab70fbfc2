/** Forms within a session: each carries the session's token and says which sending of it this is. */
import type { Child } from 'hono/jsx'

export interface SessionFormProps {
  action: string
  /** Of the session; empty where there is none. */
  token: string
  /** For files. */
  multipart?: boolean
  class?: string
  id?: string
  children?: Child
}

export function SessionForm({ action, token, multipart, id, children, class: name }: SessionFormProps) {
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

export function FormToken({ token }: { token: string }) {
  return <input type="hidden" name="token" value={token} />
}

/** A form as it was sent. */
export interface Resent {
  action: string
  fields: [name: string, value: string][]
  /** Empty where there is no session. */
  token: string
}

/** What was typed, to be sent again. Without a token, the session that it needs is begun in another tab first. */
export function Resend({ action, fields, token, signIn }: Resent & { signIn: string }) {
  return (
    <>
      {token === '' && (
        <p>
          <a href={signIn} target="_blank" rel="noreferrer">
            Sign in (opens a new tab)
          </a>
        </p>
      )}
      <SessionForm action={action} token={token}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="do">
          <button type="submit" class="button filled">
            Send it again
          </button>
        </div>
      </SessionForm>
    </>
  )
}
