/** A holder replaces their link: every way in ends, and a new one is mailed. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { afterwards } from '../http/afterwards.ts'
import { attempt } from '../http/attempt.ts'
import { serves } from '../http/headers.ts'
import { dropHolderCookie, holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { myFrame } from '../my/layout.tsx'
import { MyLinkPage, type MyLinkProps } from '../my/link.tsx'
import { deliver } from '../services/deliver.ts'
import { replaceHolderLink } from '../services/holder-access.ts'
import { addressOf } from '../store/addresses.ts'

const MAX_FORM = 4 * 1024

export const myLink = handlers(serves('holder'), holderPage(), async (c) => c.html(await drawn(c)))

export const myLinkPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) =>
  attempt(
    c,
    async () => {
      const { desk, holding } = c.var
      await replaceHolderLink(desk, holding)
      afterwards(c, deliver(desk))
      dropHolderCookie(c)
      return c.redirect('/my/sign-in?done=link-replaced', 303)
    },
    ({ errors }) => drawn(c, { errors }),
  ),
)

async function drawn(c: Context<House>, again: Pick<MyLinkProps, 'errors'> = {}) {
  const { desk, holding } = c.var
  return <MyLinkPage frame={myFrame(c)} address={await addressOf(desk.db, holding.holder)} {...again} />
}
