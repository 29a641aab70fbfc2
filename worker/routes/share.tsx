/** Share links, as those see them to whom they were given. */

import type { Context } from 'hono'
import { shareUrl } from '../../shared/share-link.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { isViewId } from '../../shared/view.ts'
import { tellAny } from '../../shared/view-telling.ts'
import { en, looksLike } from '../../shared/words/en.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { SharePage } from '../pages/share.tsx'
import { openShare } from '../services/open-share.ts'
import { countOpening } from '../store/shares.ts'
import { trustOf } from '../trust.ts'
import { ZONE } from '../when.ts'

const STATUS: Partial<Record<Verdict['state'], 404 | 410>> = { 'not-found': 404, erased: 410 }

/** 200 for every link that was made, whatever it shows today; 404 for none; 410 where the record was erased. */
export const sharePage = handlers(serves('page'), async (c) => {
  const { desk } = c.var
  const secret = c.req.param('secret') ?? ''
  const { verdict, share } = await openShare(desk, secret, trustOf(desk))
  if (share && isOpenedByAPerson(c)) await count(c, share.id)
  const related = (share?.areas ?? []).map((set) => ({ set, phrases: [] }))
  return c.html(
    <SharePage
      issuer={desk.issuer}
      telling={tellAny(verdict, desk.issuer, {
        words: en,
        looksLike,
        timeZone: ZONE,
        lookedUp: 'this link',
        related,
      })}
      verdict={verdict}
      url={shareUrl(desk.issuer.origin, secret)}
      shared={share && { endsOn: share.endsOn, first: share.areas }}
      byId={isViewId(secret)}
    />,
    STATUS[verdict.state] ?? 200,
  )
})

/** What was stored for the link, to be filed. */
export const shareToken = handlers(serves('page'), async (c) => {
  const { desk } = c.var
  const { share } = await openShare(desk, c.req.param('secret') ?? '', trustOf(desk))
  if (!share)
    throw new Problem('not-found', {
      detail: 'This link has nothing to take away. Open it without “/credential.jwt” to read why.',
    })
  return c.body(share.jwt, 200, {
    'Content-Type': 'application/jwt',
    'Content-Disposition': 'attachment; filename="lssc-shared-record.jwt"',
  })
})

/**
 * A browser says that it opens a page for someone to see; programs that look ahead do not, or say that they do. What
 * opens links in a whole browser to look for harm cannot be told from a person: hence "about".
 */
function isOpenedByAPerson(c: Context<House>): boolean {
  const { method } = c.req
  return (
    method === 'GET' &&
    c.req.header('Sec-Fetch-Dest') === 'document' &&
    c.req.header('Sec-Purpose') === undefined
  )
}

/** A reader is shown the page, counted or not. */
async function count(c: Context<House>, id: string): Promise<void> {
  await countOpening(c.var.desk.db, id)
    .run()
    .catch((error) => console.error(error))
}
