/** The desk of one request, with what has to be asked for first. */
import { type Desk, deskOf, type Env } from '../desk.ts'
import { fixOrigin } from './fix-origin.ts'
import { isIssuerKnown, readIssuer } from './read-profile.ts'

/** @throws Error when the data belong to another origin; nothing when the data cannot be reached */
export async function openDesk(env: Env): Promise<Desk> {
  const desk = deskOf(env)
  const [issuer] = await Promise.all([readIssuer(desk), fixOrigin(desk)])
  return { ...desk, issuer, ...(isIssuerKnown() ? {} : { issuerUnknown: true as const }) }
}
