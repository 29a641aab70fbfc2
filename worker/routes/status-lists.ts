/** The signed status lists, made fresh when they are read. */
import { accepts } from 'hono/accepts'
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { publishNamed, publishProved } from '../services/publish.ts'

const JWT = 'application/vc+jwt'
const JSON_TYPES = ['application/vc', 'application/vc+ld+json', 'application/ld+json', 'application/json']

/** Two bits an entry: what our own verifiers read. */
export const standingList = handlers(serves('status'), async (c) => {
  const published = await publishNamed(c.var.desk, c.req.param('list') ?? '')
  if (!published) throw new Problem('not-found')
  return c.body(published.standingJwt, 200, { 'Content-Type': JWT })
})

/**
 * Withdrawn or not: what any verifier reads. JSON with a proof, which every wallet reads, unless a JWT is asked for; at
 * `….jwt` always the JWT, because caches pass over `Accept`.
 */
export const revocationList = handlers(serves('status'), async (c) => {
  c.header('Vary', 'Accept')
  const [, name = '', ending] = /^(.*?)(\.jwt)?$/.exec(c.req.param('list') ?? '') ?? []
  const header = { header: 'Accept' as const, supports: [...JSON_TYPES, JWT], default: 'application/vc' }
  const type = ending ? JWT : accepts(c, header)
  const list =
    type === JWT
      ? (await publishNamed(c.var.desk, name))?.revocationJwt
      : await publishProved(c.var.desk, name)
  if (!list) throw new Problem('not-found')
  return c.body(list, 200, { 'Content-Type': type })
})
