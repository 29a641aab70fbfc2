// What the Worker is given under test, whatever stands in a developer's .dev.vars: the variables of
// wrangler.toml, and secrets with new keys for every run, worth nothing anywhere else.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { unstable_readConfig } from 'wrangler'
import { makeKeyRing } from '../../worker/cli/key-ring.ts'
import type { Person } from '../../worker/roles.ts'
import { people, staff } from './staff.ts'

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false' // no look-up of where this machine is
process.env.WRANGLER_SEND_METRICS ??= 'false'

export const wranglerConfig = fileURLToPath(new URL('../../wrangler.toml', import.meta.url))

export const variables = unstable_readConfig({ config: wranglerConfig }).vars as Record<string, string>

const ring = await makeKeyRing(new Date('2020-01-01')) // before any day that a test plays
const staffKeys = staff.map(({ name, key }) => ({
  name,
  sha256: createHash('sha256').update(key).digest('base64url'),
}))

/** Sign-in links for the tests in browsers: `/staff/sign-in?link=ROLE-N`, each of which works once. */
const links = Object.values<Person>(people).flatMap((person) =>
  Array.from({ length: 100 }, (_, i) => ({
    ...person,
    sha256: createHash('sha256').update(`${person.role}-${i}`).digest('base64url'),
    until: '2099-01-01T00:00:00.000Z',
    why: 'A test',
  })),
)

export const secrets: Record<string, string> = {
  KEY_RING: JSON.stringify(ring),
  STAFF_KEYS: JSON.stringify(staffKeys),
  SIGN_IN_LINKS: JSON.stringify(links),
}
