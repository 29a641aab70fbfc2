/** The office's profile. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { changeProfile } from '../services/change-profile.ts'
import { differencesFromBadge } from '../services/read-pin.ts'
import { issuerWith, profileOf } from '../services/read-profile.ts'
import { frameOf } from '../staff/layout.tsx'
import { OfficePage } from '../staff/office.tsx'
import { type Profile, profileVersions } from '../store/profile.ts'

const MAX_FORM = 4 * 1024
const MAX_VERSIONS = 10

export const office = handlers(serves('console'), staffPage('viewer'), async (c) =>
  c.html(<OfficePage {...(await viewOf(c))} />),
)

export const officePosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('administrator'),
  async (c) => {
    const { desk, actor, form } = c.var
    const typed: Profile = {
      name: form.get('name'),
      short: form.get('short'),
      phone: form.get('phone'),
      email: form.get('email'),
      hours: form.get('hours'),
      url: form.get('url'),
      linkedFrom: form.get('linkedFrom'),
    }
    return attempt(
      c,
      async () => {
        const request = await formKey(form, actor, c.req.path)
        await changeProfile(desk, { ...typed, seen: Number(form.get('seen')) }, actor, request)
        return c.redirect('/staff/office?done=saved', 303)
      },
      async ({ errors }) => <OfficePage {...(await viewOf(c))} typed={typed} errors={errors} />,
    )
  },
)

/** Whoever decides about the profile sees what stands in the database, and not what was read a minute ago. */
async function viewOf(c: Context<House>) {
  const { desk } = c.var
  const versions = await profileVersions(desk.db, MAX_VERSIONS)
  const said = profileOf(versions[0] ?? desk.issuer)
  const issuer = issuerWith(desk.issuer, said)
  const differences = await differencesFromBadge(c.env.ASSETS, issuer)
  return { frame: { ...frameOf(c), issuer }, said, version: versions[0]?.version ?? 0, versions, differences }
}
