/** The signed status lists, made fresh when they are read. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { publishNamed } from '../services/publish.ts'
import type { Published } from '../services/seal-lists.ts'

/** Two bits an entry: what our own verifiers read. */
export const standingList = sealed('standingJwt')

/** Withdrawn or not: what any verifier reads. */
export const revocationList = sealed('revocationJwt')

function sealed(which: keyof Published) {
  return handlers(serves('status'), async (c) => {
    const name = (c.req.param('list') ?? '').replace(/\.jwt$/, '')
    const published = await publishNamed(c.var.desk, name)
    if (!published) throw new Problem('not-found')
    return c.body(published[which], 200, { 'Content-Type': 'application/vc+jwt' })
  })
}
