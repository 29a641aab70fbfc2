/** A holder has their record removed, or takes that back. */
import type { Context } from 'hono'
import { tidyNumber } from '../../shared/number.ts'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { refuse } from '../http/problem.ts'
import { myFrame } from '../my/layout.tsx'
import { RemovalWaitsPage, RemovePage } from '../my/remove.tsx'
import { askRemoval, HOLDER, keepRecord, notNow, removalDay, undecided } from '../services/remove.ts'
import { removalOf } from '../store/erasures.ts'

const MAX_FORM = 4 * 1024

export const myRemove = handlers(serves('holder'), holderPage(), async (c) => c.html(await pageOf(c)))

export const myRemovePosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, held } = c.var
  const { number } = held
  const path = `/my/${number}/remove`
  return attempt(
    c,
    async () => {
      if (form.get('act') === 'keep') {
        await keepRecord(desk, number, { actor: HOLDER }, await formKey(form, HOLDER, path))
        return c.redirect(`${path}?done=kept`, 303)
      }
      const message = `Type the code of this record, ${number}, to say that you mean it.`
      refuse([tidyNumber(form.get('code'))?.number !== number && { field: 'code', message }])
      await askRemoval(desk, number, await formKey(form, HOLDER, path))
      return c.redirect(`${path}?done=asked`, 303)
    },
    ({ errors }) => pageOf(c, { typed: form.get('code'), errors }),
  )
})

async function pageOf(
  c: Context<House>,
  again: { typed?: string; errors?: { field: string; message: string }[] } = {},
) {
  const { desk, held } = c.var
  const { number, standing, visibility } = held
  const removal = await removalOf(desk.db, number)
  if (removal)
    return <RemovalWaitsPage frame={myFrame(c)} {...{ number, dueAt: removal.dueAt, why: undecided(held) }} />
  return (
    <RemovePage
      frame={myFrame(c)}
      {...{ number, standing, ...again }}
      asUnknown={visibility === 'unknown'}
      due={removalDay(desk.now())}
      why={notNow(held, null)}
    />
  )
}
