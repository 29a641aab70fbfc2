/** The documentation for those who put the badge on a page of their own. */
import { relatedAreas } from '../../shared/job.ts'
import { first, readChoice } from '../../shared/playground.ts'
import { JobAdPage } from '../docs/job-ad.tsx'
import { DocsPage } from '../docs/page.tsx'
import { StatesPage } from '../docs/states.tsx'
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { atMost, formField } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { readRelease } from '../services/read-release.ts'

const MAX_AD = 64 * 1024

/** Without a build there is nothing to embed, and every snippet would be untrue. */
export const docs = handlers(serves('public-page'), async (c) => {
  const { issuer } = c.var.desk
  const release = await readRelease(c.env.ASSETS, issuer.origin)
  if (!release) throw new Problem('not-built')
  const chosen: Record<string, string> = { ...first, ...c.req.query() }
  return c.html(<DocsPage issuer={issuer} release={release} choice={readChoice((field) => chosen[field])} />)
})

export const docsStates = handlers(serves('public-page'), (c) =>
  c.html(<StatesPage issuer={c.var.desk.issuer} />),
)

export const docsJobAd = handlers(serves('public-page'), (c) =>
  c.html(<JobAdPage issuer={c.var.desk.issuer} />),
)

/** The ad is read for this one answer, and kept nowhere. */
export const docsJobAdPosted = handlers(
  serves('page'),
  atMost(MAX_AD, 'This is longer than any job ad.'),
  async (c) => {
    const ad = await formField(c.req, 'ad')
    return c.html(<JobAdPage issuer={c.var.desk.issuer} read={{ ad, related: relatedAreas(ad) }} />)
  },
)
