import { app } from './app.ts'
import type { Env } from './desk.ts'
import { openDesk } from './services/open-desk.ts'
import { warmLists } from './services/publish.ts'

export default {
  fetch: app.fetch,
  scheduled: (_event, env, context) => context.waitUntil(openDesk(env).then(warmLists)),
} satisfies ExportedHandler<Env>
