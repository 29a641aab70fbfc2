/** What hono carries through a request here: bindings, the desk, and who asks. */
import { createFactory } from 'hono/factory'
import type { Desk, Env } from './desk.ts'
import type { Form } from './http/form.ts'
import type { Person } from './roles.ts'
import type { Holding } from './services/holder-access.ts'
import type { SignedIn } from './services/sign-in.ts'
import type { OpenKey } from './services/use-key.ts'
import type { Current } from './store/credentials.ts'

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
    /** Set by `staffForm` and `holderForm`. */
    form: Form
    /** Set by `holderPage` and `holderForm`, as is the token. */
    holding: Holding
    /** The record that the address names, where it names one. */
    held: Current
  }
}

/** Middleware and a handler for one URL, typed as they follow each other. `app.ts` says for which URL. */
export const handlers = createFactory<House>().createHandlers
