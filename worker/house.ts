/** What hono carries through a request here: bindings, the desk, and who asks. */
import { createFactory } from 'hono/factory'
import type { Desk, Env } from './desk.ts'
import type { Form } from './http/form.ts'
import type { Person } from './roles.ts'
import type { SignedIn } from './services/sign-in.ts'
import type { OpenKey } from './services/use-key.ts'

export interface House {
  Bindings: Env
  Variables: {
    desk: Desk
    /** The name of who asks. Set by `staffOnly`, `staffPage` and `staffForm`. */
    actor: string
    /** The key of a program, set by `staffOnly`; absent for a key of the deployment, which may everything. */
    key?: OpenKey
    /** Set by `staffPage` and `staffForm`, as are the session and the token that its forms carry. */
    staff: Person
    session: SignedIn
    token: string
    /** Set by `staffForm`. */
    form: Form
  }
}

/** Middleware and a handler for one URL, typed as they follow each other. `app.ts` says for which URL. */
export const handlers = createFactory<House>().createHandlers
