/** Who issues, as the office last wrote it: read once a minute at most, and never in the way of a page. */
import type { Issuer } from '../../shared/issuer.ts'
import type { Desk } from '../desk.ts'
import { newestProfile, type Profile, type ProfileVersion } from '../store/profile.ts'

const KEPT = 60_000
/** After a database that could not be asked. */
const AGAIN = 10_000

/** What this isolate read last; a profile of null is the one that the deployment configures. */
let last: { profile: ProfileVersion | null; until: number } | undefined
/** Has this isolate ever been told whether the office wrote anything? */
let isTold = false

/** The issuer with what the office wrote; where that cannot be read, with what was read last. It never throws. */
export async function readIssuer({ db, issuer, now }: Desk): Promise<Issuer> {
  const at = now().getTime()
  if (!last || at >= last.until) {
    const read = await newestProfile(db).catch(() => undefined)
    isTold ||= read !== undefined
    keep(read ?? null, at + (read === undefined ? AGAIN : KEPT))
  }
  return asLastRead(issuer)
}

/** Until then the issuer is the deployment's, for pages that cannot wait; nothing is signed in its name. */
export function isIssuerKnown(): boolean {
  return isTold
}

/** What was just written holds here at once, and elsewhere within a minute. */
export function keepProfile(profile: ProfileVersion, now: Date): void {
  keep(profile, now.getTime() + KEPT)
}

/** A slow answer, or none, never takes the place of a newer version. */
function keep(profile: ProfileVersion | null, until: number): void {
  const known = last?.profile ?? null
  last = { profile: (profile?.version ?? 0) < (known?.version ?? 0) ? known : profile, until }
}

/** An issuer as the deployment configures it, with what was last read of the office's own words; asks nobody. */
export function asLastRead(issuer: Issuer): Issuer {
  return last?.profile ? issuerWith(issuer, last.profile) : issuer
}

export function issuerWith(
  { origin, demo }: Pick<Issuer, 'origin' | 'demo'>,
  { name, short, phone, email, hours, url, linkedFrom }: Profile,
): Issuer {
  return {
    origin,
    demo,
    name,
    short,
    phone,
    email,
    url,
    ...(hours ? { hours } : {}),
    ...(linkedFrom ? { linkedFrom } : {}),
  }
}

/** An issuer as the profile that it would be. */
export function profileOf({ name, short, phone, email, hours, url, linkedFrom }: Issuer | Profile): Profile {
  return { name, short, phone, email, hours: hours ?? '', url, linkedFrom: linkedFrom ?? '' }
}
