import { app } from './app.ts'
import { deskOf, type Env } from './desk.ts'
import { warmLists } from './services/publish.ts'

export default {
  fetch: app.fetch,
  scheduled: (_event, env, context) => context.waitUntil(warmLists(deskOf(env))),
} satisfies ExportedHandler<Env>
