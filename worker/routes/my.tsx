/** The front of the holder's own page: all their records, and the overview of one. */
import type { Context } from 'hono'
import { tell } from '../../shared/telling.ts'
import type { Trust } from '../../shared/verify.ts'
import { en } from '../../shared/words/en.ts'
import { type House, handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { MyHomePage, type MyRecord } from '../my/home.tsx'
import { myFrame } from '../my/layout.tsx'
import { MyRecordPage } from '../my/record.tsx'
import { tellOthers, tellOwn } from '../my/standing.ts'
import { judgeOwn } from '../services/look-up.ts'
import { type Current, currentByNumber } from '../store/credentials.ts'
import { keepTold, toldAt } from '../store/holder-access.ts'
import { trustOf } from '../trust.ts'
import { ZONE } from '../when.ts'

const MAX_FORM = 4 * 1024

export const my = handlers(serves('holder'), holderPage(), async (c) => {
  const { numbers } = c.var.holding
  if (numbers.length === 1) return c.redirect(`/my/${numbers[0]}`, 303)
  return c.html(<MyHomePage frame={myFrame(c)} records={await recordsOf(c, await allOf(c))} />)
})

export const myRecord = handlers(serves('holder'), holderPage(), async (c) => {
  const { held, desk } = c.var
  const all = await allOf(c)
  const record = (await recordsOf(c, all, held.number))[0] as MyRecord
  return c.html(
    <MyRecordPage
      frame={myFrame(c)}
      record={record}
      others={tellOthers(held.visibility, record.telling)}
      visibility={held.visibility}
      dismissed={(await toldAt(desk.db, held.holder)) !== null}
    />,
  )
})

/** They have read what is shown to whom. */
export const myRecordPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, held, form } = c.var
  if (form.get('act') !== 'told')
    throw new Problem('bad-request', { detail: 'The form names nothing that can be done here.' })
  await keepTold(desk.db, held.holder, desk.now().toISOString())
  return c.redirect(`/my/${held.number}?done=told`, 303)
})

async function allOf(c: Context<House>): Promise<Current[]> {
  const { desk, holding } = c.var
  const found = await Promise.all(holding.numbers.map((number) => currentByNumber(desk.db, number)))
  return found.filter((one) => one !== null)
}

/** @param only the one that is asked for; all of them otherwise */
async function recordsOf(c: Context<House>, all: Current[], only?: string): Promise<MyRecord[]> {
  const trust = trustOf(c.var.desk)
  const asked = all.filter(({ number }) => only === undefined || number === only)
  return Promise.all(asked.map((one) => recordOf(c, one, { all, trust })))
}

async function recordOf(
  c: Context<House>,
  { number, record, visibility }: Current,
  { all, trust }: { all: Current[]; trust: Trust },
): Promise<MyRecord> {
  const { desk } = c.var
  const verdict = await judgeOwn(desk, number, trust)
  if (!verdict) throw new Problem('not-found')
  const telling = tell(verdict, desk.issuer, { words: en, timeZone: ZONE })
  return {
    number,
    name: record.name,
    telling,
    standing: tellOwn({
      telling,
      number,
      expiresOn: record.expiresOn,
      checkedAt: verdict.checkedAt,
      phone: desk.issuer.phone,
      others: all
        .filter((one) => one.number !== number && one.standing !== 'superseded')
        .map((one) => one.number),
    }),
    isPrivate: visibility === 'withheld' || visibility === 'unknown',
  }
}
