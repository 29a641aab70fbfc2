/** Who can see a record: its holder's own choice. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { myFrame } from '../my/layout.tsx'
import { VisibilityPage, type VisibilityPageProps } from '../my/visibility.tsx'
import { chooseVisibility, previewSights, readChoices } from '../services/choose-visibility.ts'
import { listedAs } from '../services/read-directory.ts'

const MAX_FORM = 16 * 1024

export const myVisibility = handlers(serves('holder'), holderPage(), async (c) => c.html(await drawn(c)))

export const myVisibilityPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, actor } = c.var
  const { number } = c.var.held
  const typed = { to: form.get('to'), region: form.get('region') === 'yes' }
  return attempt(
    c,
    async () => {
      const key = await formKey(form, actor, c.req.path)
      const { answer } = await chooseVisibility(desk, number, { ...typed, was: form.get('was') }, key)
      return c.redirect(`/my/${number}/visibility?done=${answer.changed ? 'changed' : 'same'}`, 303)
    },
    ({ errors }) => drawn(c, { typed, errors }),
  )
})

async function drawn(c: Context<House>, sent: Pick<Partial<VisibilityPageProps>, 'typed' | 'errors'> = {}) {
  const { desk } = c.var
  const { number, record } = c.var.held
  const [choosing, verdicts] = await Promise.all([readChoices(desk, number), previewSights(desk, number)])
  const typed = sent.typed ?? { to: choosing.now, region: choosing.listsRegion }
  return (
    <VisibilityPage
      frame={myFrame(c)}
      number={number}
      choosing={choosing}
      verdicts={verdicts}
      region={record.region}
      line={listedAs(desk, number, record, typed.region)}
      typed={typed}
      errors={sent.errors ?? []}
    />
  )
}
