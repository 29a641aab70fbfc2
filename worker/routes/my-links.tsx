/** Links to a holder's own work. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { myFrame } from '../my/layout.tsx'
import { LinksPage, type LinksPageProps } from '../my/links.tsx'
import { changeLinks, whyFixed } from '../services/change-links.ts'
import { movedRows, readLinks, rowsOf, typedRows } from '../services/read-links.ts'

/** Ten areas, five links in each, and every letter may take nine bytes. */
const MAX_FORM = 128 * 1024

export const myLinks = handlers(serves('holder'), holderPage(), (c) =>
  c.html(drawn(c, { passed: rowsOf(c.var.held.record.areas), seen: c.var.held.newest.id })),
)

export const myLinksPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, actor, held } = c.var
  const { number, record } = held
  const step = form.get('step')
  const passed = movedRows(typedRows(record.areas, form.get), step)
  const seen = Number(form.get('seen'))
  if (step !== 'save') return c.html(drawn(c, { passed, seen, moved: true }))
  return attempt(
    c,
    async () => {
      const key = await formKey(form, actor, c.req.path)
      await changeLinks(desk, number, { works: readLinks(passed), seen }, key)
      return c.redirect(`/my/${number}/links?done=saved`, 303)
    },
    // After another's change it is decided anew, on the record as it is now.
    ({ type, errors }) =>
      drawn(c, { passed, errors, seen: type === 'changed-meanwhile' ? held.newest.id : seen }),
  )
})

type Drawn = Pick<LinksPageProps, 'passed' | 'seen'> & Partial<Pick<LinksPageProps, 'errors' | 'moved'>>

function drawn(c: Context<House>, how: Drawn) {
  const { held } = c.var
  return <LinksPage frame={myFrame(c)} number={held.number} fixed={whyFixed(held)} {...how} />
}
