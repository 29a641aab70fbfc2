/** The list of removals: taken away, and done again on a database that was restored from before. */
import { handlers } from '../house.ts'
import { staffOnly } from '../http/access.ts'
import { serves } from '../http/headers.ts'
import { atMost, plainJson, valid } from '../http/input.ts'
import { removalsList } from '../schemas.ts'
import { MAX_LIST, replayRemovals, takeRemovals } from '../services/replay-removals.ts'

export const removalsTaken = handlers(serves('staff-api'), staffOnly('removals'), async (c) =>
  c.json(await takeRemovals(c.var.desk, c.var.actor)),
)

export const removalsReplayed = handlers(
  serves('staff-api'),
  staffOnly('removals'),
  atMost(MAX_LIST),
  plainJson(),
  valid('json', removalsList),
  async (c) => c.json(await replayRemovals(c.var.desk, c.req.valid('json').removals, c.var.actor)),
)
