/** A holder's share links. */
import type { Context } from 'hono'
import { isSet, type SetId } from '../../shared/areas.ts'
import { dayOf } from '../../shared/dates.ts'
import { shareUrl } from '../../shared/share-link.ts'
import { shareFields } from '../../shared/view.ts'
import { tellAny } from '../../shared/view-telling.ts'
import { en } from '../../shared/words/en.ts'
import { type House, handlers } from '../house.ts'
import { attempt, type Refused } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { myFrame } from '../my/layout.tsx'
import { MySharePage } from '../my/share.tsx'
import type { ShareTyped } from '../my/share-form.tsx'
import { ShareMadePage, type SharePreviewProps } from '../my/share-made.tsx'
import { previewShare } from '../services/preview-share.ts'
import { readShares } from '../services/read-shares.ts'
import {
  chosen,
  closeShare,
  latestEnd,
  makeShare,
  secretFor,
  usualEnd,
  whyNoShare,
} from '../services/share.ts'
import { ZONE } from '../when.ts'

const MAX_FORM = 8 * 1024

/** `?areas=a,b` ticks those that are to stand first, as the resume kit finds them in an ad. */
export const myShare = handlers(serves('holder'), holderPage(), async (c) => {
  const typed = {
    label: '',
    endsOn: usualEnd(c.var.desk.now()),
    fields: [...shareFields],
    areas: (c.req.query('areas') ?? '').split(',').filter(isSet),
  }
  return c.html(await page(c, typed))
})

export const mySharePosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, held, holding, actor } = c.var
  const typed = {
    label: form.get('label'),
    endsOn: form.get('endsOn'),
    fields: form.all('fields'),
    areas: form.all('areas'),
  }
  return attempt(
    c,
    async () => {
      if (form.get('step') === 'look') return c.html(await page(c, typed, { preview: await look(c, typed) }))
      const { number } = held
      const secret = await secretFor(holding.secret, number, form.request)
      await makeShare(desk, number, typed, secret, await formKey(form, actor, c.req.path))
      const url = shareUrl(desk.issuer.origin, secret)
      return c.html(<ShareMadePage frame={myFrame(c)} url={url} label={typed.label} endsOn={typed.endsOn} />)
    },
    ({ errors }) => page(c, typed, { errors }),
  )
})

export const myShareEnded = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, held, actor } = c.var
  const request = await formKey(form, actor, c.req.path)
  await closeShare(desk, held.number, c.req.param('id') ?? '', request)
  return c.redirect(`/my/${held.number}/share?done=ended`, 303)
})

async function look(c: Context<House>, typed: ShareTyped): Promise<SharePreviewProps> {
  const { desk, held } = c.var
  // For whom it is may still be open while she looks.
  const { fields, endsOn, areas: first } = chosen({ ...typed, label: typed.label || '…' }, desk.now())
  const verdict = await previewShare(desk, held, { fields, endsOn })
  const related = first.map((set) => ({ set, phrases: [] }))
  const telling = tellAny(verdict, desk.issuer, { words: en, timeZone: ZONE, related })
  return { telling, verdict, issuer: desk.issuer, first }
}

async function page(
  c: Context<House>,
  typed: ShareTyped,
  more: Partial<Pick<Refused, 'errors'>> & { preview?: SharePreviewProps } = {},
) {
  const { desk, held } = c.var
  const now = desk.now()
  const earned = held.record.areas
  return (
    <MySharePage
      frame={myFrame(c)}
      shares={await readShares(desk, held.number)}
      visibility={held.visibility}
      closed={whyNoShare(held)}
      held={earned.map(({ set }): SetId => set)}
      hasProducts={earned.some(({ products }) => products !== undefined)}
      days={{ first: dayOf(now), last: latestEnd(now) }}
      typed={typed}
      {...more}
    />
  )
}
