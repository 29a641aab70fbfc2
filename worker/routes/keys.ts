/** Every public key ever used, in each of the forms that verifiers ask for. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'

export const jwks = handlers(serves('keys'), (c) =>
  c.body(JSON.stringify(c.var.desk.keys.jwks()), 200, { 'Content-Type': 'application/jwk-set+json' }),
)

export const didDocument = handlers(serves('keys'), (c) =>
  c.body(JSON.stringify(c.var.desk.keys.didDocument()), 200, { 'Content-Type': 'application/did+json' }),
)

/** The test issuer's: in documents of their own, so that no one takes them for the issuer's. */
export const testJwks = handlers(serves('keys'), async (c) =>
  c.body(JSON.stringify((await c.var.desk.testKeys()).published.jwks()), 200, {
    'Content-Type': 'application/jwk-set+json',
  }),
)

export const testDidDocument = handlers(serves('keys'), async (c) =>
  c.body(JSON.stringify((await c.var.desk.testKeys()).published.didDocument()), 200, {
    'Content-Type': 'application/did+json',
  }),
)

export const bareKey = handlers(serves('keys'), (c) => {
  const jwk = c.var.desk.keys.publicJwk(c.req.param('name') ?? '')
  if (!jwk) throw new Problem('not-found')
  return c.body(JSON.stringify(jwk), 200, { 'Content-Type': 'application/jwk+json' })
})
