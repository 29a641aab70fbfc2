/** Verifies what a server sends: always a verdict, unless there is nothing to verify. */
import type { MiddlewareHandler } from 'hono'
import { compareEmail, compareNames } from '../../shared/applicant.ts'
import { areasNamed, relatedAreas } from '../../shared/job.ts'
import type { AnyVerdict } from '../../shared/verify-view.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { atMost, contentType, plainJson, valid } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { verificationRequest } from '../schemas.ts'
import { verifyFile, verifyPresented } from '../services/verify.ts'

const MAX_BODY = 64 * 1024
const BARE = [
  'text/plain',
  'application/vc+jwt',
  'application/jwt',
  'application/vc',
  'application/vc+ld+json',
  'application/ld+json',
  'image/png',
  'image/svg+xml',
]

/** JSON with a credential in it, and what to compare it with. */
export const verification = handlers(
  serves('public-api'),
  atMost(MAX_BODY),
  bareFile(),
  plainJson(),
  valid('json', verificationRequest),
  async (c) => {
    const { credential, applicant, job } = c.req.valid('json')
    if (credential.trim() === '') throw new Problem('nothing-to-verify')
    const verdict = await verifyPresented(c.var.desk, credential)
    return c.json({
      verdict,
      ...(applicant ? { applicant: await whose(verdict, applicant) } : {}),
      ...(job ? { related: related(verdict, job) } : {}),
    })
  },
)

/** A browser asks before it sends JSON to another site. */
export const mayVerify = handlers(serves('public-api'), (c) => {
  c.header('Access-Control-Allow-Methods', 'POST')
  c.header('Access-Control-Allow-Headers', 'Content-Type')
  c.header('Access-Control-Max-Age', '86400')
  return c.body(null, 204)
})

/** The bare bytes of a token, number or link, of JSON, or of a picture that carries one, without JSON around them. */
function bareFile(): MiddlewareHandler<House> {
  return async function bareFile(c, next) {
    const type = contentType(c.req)
    if (type === 'application/json') return next()
    if (!BARE.includes(type))
      throw new Problem('unsupported-type', { detail: `Send application/json or ${BARE.join(', ')}.` })
    const file = new Uint8Array(await c.req.arrayBuffer())
    if (new TextDecoder().decode(file).trim() === '') throw new Problem('nothing-to-verify')
    return c.json({ verdict: await verifyFile(c.var.desk, file) })
  }
}

/** Compared here because the caller's own request asks; kept nowhere. */
async function whose(
  { credential }: AnyVerdict,
  { name, email }: { name?: string | undefined; email?: string | undefined },
) {
  if (!credential) return { name: 'not-compared', email: 'not-compared' }
  return {
    name: name ? compareNames(credential.holder, name).result : 'not-compared',
    email: email ? await compareEmail(credential.holder.email, email) : 'not-compared',
  }
}

/** Only areas that the person has: one that the job names and the person lacks is not listed. */
function related(
  { credential }: AnyVerdict,
  { areas, ad }: { areas?: string[] | undefined; ad?: string | undefined },
) {
  const held = new Set(credential?.areas.map(({ set }) => set))
  const named = areasNamed((areas ?? []).join(',')).map((set) => ({ set, phrases: [] as string[] }))
  const found = relatedAreas(ad ?? '')
  const all = [...found, ...named.filter(({ set }) => !found.some((one) => one.set === set))]
  return all.filter(({ set }) => held.has(set))
}
