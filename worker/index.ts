import { app } from './app.ts'
import type { Env } from './desk.ts'
import { hearDeliveries } from './services/hear-deliveries.ts'
import { openDesk } from './services/open-desk.ts'
import { makeRounds } from './services/rounds.ts'

export default {
  fetch: app.fetch,
  scheduled: (_event, env, context) => context.waitUntil(openDesk(env).then(makeRounds)),
  queue: async ({ messages }, env) => {
    const events = messages.map(({ body }) => body)
    await hearDeliveries(await openDesk(env), events)
  },
} satisfies ExportedHandler<Env>
