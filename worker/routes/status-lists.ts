/** The signed status lists, made fresh when they are read. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { type Published, publish } from '../services/publish.ts'

/** Two bits an entry: what our own verifiers read. */
export const standingList = sealed('standingJwt')

/** Withdrawn or not: what any verifier reads. */
export const revocationList = sealed('revocationJwt')

function sealed(which: keyof Published) {
  return handlers(serves('status'), async (c) => {
    const list = /^[1-9]\d{0,8}(?=$|\.jwt$)/.exec(c.req.param('list') ?? '')?.[0]
    const published = list && (await publish(c.var.desk, Number(list)))
    if (!published) throw new Problem('not-found')
    return c.body(published[which], 200, { 'Content-Type': 'application/vc+jwt' })
  })
}
