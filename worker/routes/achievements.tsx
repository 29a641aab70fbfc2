/** What the certification is, and each of its areas: for people as pages, for programs as JSON. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { achievement, everyMeasure } from '../../shared/achievement.ts'
import { CONTEXTS } from '../../shared/credential.ts'
import { dayOf } from '../../shared/dates.ts'
import { isSet, type SetId } from '../../shared/programme.ts'
import { rulesOn } from '../../shared/rules.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { Problem } from '../http/problem.ts'
import { AchievementPage } from '../pages/achievement.tsx'
import { AreaPage } from '../pages/area.tsx'
import { area } from '../pages/schema-org.ts'

const LINKED = 'application/ld+json'

/** The page; and at the same address, which is the Achievement's id, the Achievement for a program that asks for it. */
export const achievementAtId = handlers(serves('explainer'), (c) => {
  const type = wanted(c)
  if (type) return answerData(c, wholeAchievement(c), type)
  return c.html(<AchievementPage issuer={c.var.desk.issuer} rules={rulesOn(dayOf(c.var.desk.now()))} />)
})

export const achievementJson = handlers(serves('reference'), (c) =>
  c.body(JSON.stringify(wholeAchievement(c)), 200, { 'Content-Type': LINKED }),
)

export const areaAtId = handlers(serves('explainer'), (c) => {
  const set = setAsked(c.req.param('set'))
  const type = wanted(c)
  if (type) return answerData(c, area(c.var.desk.issuer, set), type)
  return c.html(<AreaPage issuer={c.var.desk.issuer} set={set} />)
})

export const areaJson = handlers(serves('reference'), (c) => {
  const set = setAsked(c.req.param('set'))
  return c.body(JSON.stringify(area(c.var.desk.issuer, set)), 200, { 'Content-Type': LINKED })
})

/** The JSON that a program asks for at the address of a page; null for everyone who did not name one. */
function wanted(c: Context<House>): string | null {
  const html = 'text/html'
  const type = accepts(c, { header: 'Accept', supports: [LINKED, 'application/json', html], default: html })
  return type === html ? null : type
}

/** Kept by no cache, so that none can give it to a reader of the page; any site's script may have it. */
function answerData(c: Context<House>, data: object, type: string): Response {
  c.header('Cache-Control', 'no-store')
  c.header('Access-Control-Allow-Origin', '*')
  return c.body(JSON.stringify(data), 200, { 'Content-Type': type })
}

function wholeAchievement(c: Context<House>): object {
  return { '@context': CONTEXTS, ...achievement(c.var.desk.issuer.origin, everyMeasure) }
}

function setAsked(set: string | undefined): SetId {
  if (!isSet(set)) throw new Problem('not-found')
  return set
}
