/** The keys of the office's programs. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { may } from '../roles.ts'
import { makeKey, revoke, showSecret, utcDay } from '../services/keep-keys.ts'
import { KeyPage, KeysPage } from '../staff/keys.tsx'
import { frameOf } from '../staff/layout.tsx'
import { apiKeys } from '../store/api-keys.ts'
import { everyone } from '../store/staff.ts'

const MAX_FORM = 4 * 1024

export const keys = handlers(serves('console'), staffPage('viewer'), async (c) =>
  c.html(<KeysPage {...(await viewOf(c))} />),
)

export const keysPosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('administrator'),
  async (c) => {
    const { desk, actor, form } = c.var
    const typed = {
      email: form.get('email'),
      label: form.get('label'),
      scopes: form.all('scopes'),
      lastDay: form.get('lastDay'),
      dailyCap: form.get('dailyCap'),
    }
    return attempt(
      c,
      async () => {
        await makeKey(desk, typed, actor, await formKey(form, actor, c.req.path))
        return c.redirect('/staff/keys?done=made', 303)
      },
      async ({ errors }) => <KeysPage {...(await viewOf(c))} typed={typed} errors={errors} />,
    )
  },
)

export const keyShown = handlers(serves('console'), atMost(MAX_FORM), staffForm('viewer'), async (c) => {
  const { desk, staff, form } = c.var
  return attempt(
    c,
    async () => {
      const secret = await showSecret(desk, c.req.param('id') ?? '', staff, form.request)
      return c.html(<KeyPage frame={frameOf(c)} secret={secret} />)
    },
    async ({ errors }) => <KeysPage {...(await viewOf(c))} errors={errors} />,
  )
})

export const keyRevoked = handlers(serves('console'), atMost(MAX_FORM), staffForm('viewer'), async (c) => {
  await revoke(c.var.desk, c.req.param('id') ?? '', c.var.staff)
  return c.redirect('/staff/keys?done=revoked', 303)
})

/** Administrators see everyone's keys, all others their own. */
async function viewOf(c: Context<House>) {
  const { desk, staff } = c.var
  const isKeeper = may(staff.role, 'administrator')
  const [keys, people] = await Promise.all([
    apiKeys(desk.db, utcDay(desk), isKeeper ? undefined : staff.email),
    isKeeper ? everyone(desk.db) : [],
  ])
  const now = desk.now().toISOString()
  return { frame: frameOf(c), keys, now, people: people.filter(({ active }) => active) }
}
