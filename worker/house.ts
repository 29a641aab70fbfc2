/** What hono carries through a request here: bindings, the desk, and who asks. */
import { createFactory } from 'hono/factory'
import type { Desk, Env } from './desk.ts'

export interface House {
  Bindings: Env
  Variables: {
    desk: Desk
    /** Set by `staffOnly`. */
    actor: string
  }
}

/** Middleware and a handler for one URL, typed as they follow each other. `app.ts` says for which URL. */
export const handlers = createFactory<House>().createHandlers
