import { app } from './app.ts'
import { deskOf, type Env } from './desk.ts'
import { hearDeliveries } from './services/hear-deliveries.ts'
import { makeRounds } from './services/rounds.ts'

export default {
  fetch: app.fetch,
  scheduled: (_event, env, context) => context.waitUntil(makeRounds(deskOf(env))),
  queue: async ({ messages }, env) => {
    const events = messages.map(({ body }) => body)
    await hearDeliveries(deskOf(env), events)
  },
} satisfies ExportedHandler<Env>
