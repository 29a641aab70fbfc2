import { app } from './app.ts'
import { deskOf, type Env } from './desk.ts'
import { makeRounds } from './services/rounds.ts'

export default {
  fetch: app.fetch,
  scheduled: (_event, env, context) => context.waitUntil(makeRounds(deskOf(env))),
} satisfies ExportedHandler<Env>
