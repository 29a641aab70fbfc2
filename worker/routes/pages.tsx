/** The pages that people read. */
import type { Context } from 'hono'
import type { Credential } from '../../shared/credential.ts'
import { dayOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { isNumber, tidyNumber } from '../../shared/number.ts'
import { readPresented } from '../../shared/presented.ts'
import { isSet } from '../../shared/programme.ts'
import { readShareLink, shareUrl } from '../../shared/share-link.ts'
import { type Verdict, verdictWithout } from '../../shared/verdict.ts'
import type { View } from '../../shared/view.ts'
import { tellAny } from '../../shared/view-telling.ts'
import { en, looksLike } from '../../shared/words/en.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { atMost, formField } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { AchievementPage, AreaPage } from '../pages/achievement.tsx'
import { CredentialPage } from '../pages/credential.tsx'
import { DemoBoardPage } from '../pages/demo-board.tsx'
import { HomePage } from '../pages/home.tsx'
import { VerifyPage } from '../pages/verify.tsx'
import { listDemoApplicants } from '../services/list-demo-applicants.ts'
import { judgeNumber } from '../services/look-up.ts'
import { verifyPresented } from '../services/verify.ts'
import { trustOf } from '../trust.ts'
import { ZONE } from '../when.ts'

const MAX_PASTED = 64 * 1024

export const home = handlers(serves('public-page'), (c) => c.html(<HomePage issuer={c.var.desk.issuer} />))

/** 200 for every real record, whatever its state; 404 for none; 410 for one that was erased. */
export const credentialPage = handlers(serves('page'), async (c) => {
  const { desk } = c.var
  const asked = c.req.param('number') ?? ''
  const tidy = tidyNumber(asked)
  if (tidy?.holds && tidy.number !== asked) return c.redirect(recordUrl(desk.issuer.origin, tidy.number), 308)
  const verdict = isNumber(asked) ? await judgeNumber(desk, asked, trustOf(desk)) : mistyped(c)
  return c.html(
    <CredentialPage
      telling={told(c, verdict, asked.slice(0, 20))}
      verdict={verdict}
      issuer={desk.issuer}
      number={asked.slice(0, 20)}
      url={recordUrl(desk.issuer.origin, asked.slice(0, 20))}
    />,
    STATUS[verdict.state] ?? 200,
  )
})

const STATUS: Partial<Record<Verdict['state'], 404 | 410>> = { 'not-found': 404, malformed: 404, erased: 410 }

/** The check symbol says at once that no record can have this number. */
function mistyped(c: Context<House>): Verdict {
  return verdictWithout('malformed', c.var.desk.now(), 'server', 'mistyped-number')
}

export const verifyPage = handlers(serves('public-page'), (c) => {
  const q = c.req.query('q')
  return q ? answerPasted(c, q) : c.html(<VerifyPage issuer={c.var.desk.issuer} />)
})

export const verifyPosted = handlers(
  serves('page'),
  atMost(MAX_PASTED, 'What you sent is larger than any record. A code or a link is enough.'),
  async (c) => answerPasted(c, await formField(c.req, 'q')),
)

/** A code or a link has a page of its own; all else is answered here, and kept nowhere. */
async function answerPasted(c: Context<House>, q: string): Promise<Response> {
  const { desk } = c.var
  const { origin } = desk.issuer
  const secret = readShareLink(q, origin)
  if (secret) return c.redirect(shareUrl(origin, secret), 303)
  const presented = readPresented(q, origin)
  if (presented.kind === 'number') return c.redirect(recordUrl(origin, presented.number), 303)
  const verdict = await verifyPresented(desk, q)
  return c.html(
    <VerifyPage
      issuer={desk.issuer}
      result={{ telling: told(c, verdict), verdict }}
      q={q.length <= 100 ? q : undefined}
    />,
  )
}

function told<C extends Credential | View>(c: Context<House>, verdict: Verdict<C>, lookedUp?: string) {
  return tellAny(verdict, c.var.desk.issuer, {
    words: en,
    looksLike,
    timeZone: ZONE,
    ...(lookedUp ? { lookedUp } : {}),
  })
}

export const achievement = handlers(serves('public-page'), (c) =>
  c.html(<AchievementPage issuer={c.var.desk.issuer} today={dayOf(c.var.desk.now())} />),
)

export const areaPage = handlers(serves('public-page'), (c) => {
  const set = c.req.param('set')
  if (!isSet(set)) throw new Problem('not-found')
  return c.html(<AreaPage issuer={c.var.desk.issuer} set={set} />)
})

/** Somebody else's page, which only a demonstration has. */
export const demoBoard = handlers(serves('page'), async (c) => {
  if (!c.var.desk.issuer.demo) throw new Problem('not-found')
  return c.html(<DemoBoardPage applicants={await listDemoApplicants(c.var.desk)} />)
})
