/** Is the service in order? 200 only when keys, database and status lists are. */
import { handlers } from '../house.ts'
import { checkHealth } from '../services/check-health.ts'

export const healthz = handlers(async (c) => {
  const health = await checkHealth(c.var.desk)
  return c.json(health, health.ok ? 200 : 503)
})
