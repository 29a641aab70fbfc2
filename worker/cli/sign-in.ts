/**
 * npm run sign-in -- --name "Ada Quill" --email ada@office.example --role administrator --why "Access is down"
 *
 * Makes a link that lets one person into the console once, within an hour, and the secret that makes it work: what
 * whoever deploys the service does for its first administrator, and while Cloudflare Access is down. It is audited.
 */
import { createHash, randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { isRole, type Person, roles } from '../roles.ts'
import type { SignInLink } from '../services/sign-in.ts'

/** @returns the link, and what the secret SIGN_IN_LINKS must hold for it */
export function makeLink(
  origin: string,
  person: Person,
  why: string,
  hours: number,
): { url: string; entry: SignInLink } {
  const secret = randomBytes(32).toString('base64url')
  const entry = {
    ...person,
    sha256: createHash('sha256').update(secret).digest('base64url'),
    until: new Date(Date.now() + hours * 3_600_000).toISOString(),
    why,
  }
  return { url: `${origin}/staff/sign-in?link=${secret}`, entry }
}

if (import.meta.main) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { name: text, email: text, role: text, why: text, origin: text },
  })
  const { name, email, role, why, origin = process.env.ORIGIN } = values
  if (!name || !email || !role || !isRole(role) || !why || !origin) {
    console.error(
      'Say who, and why: npm run sign-in -- --name "Ada Quill" --email ada@office.example ' +
        `--role ${Object.keys(roles).join('|')} --why "Access is down" --origin https://YOUR-ISSUER`,
    )
    process.exit(1)
  }
  const { url, entry } = makeLink(origin.replace(/\/$/, ''), { name, email, role }, why, 1)
  console.log(`1. Make the link work, for an hour (it takes the place of earlier ones):

   echo '${JSON.stringify([entry])}' | npx wrangler secret put SIGN_IN_LINKS

2. Open it once:

   ${url}
`)
}
