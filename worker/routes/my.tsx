/** The front of the holder's own page: all their records, and the overview of one. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { MyHomePage } from '../my/home.tsx'
import { myFrame } from '../my/layout.tsx'
import { MyRecordPage } from '../my/record.tsx'
import { readAllOwn, readOwn } from '../services/read-own.ts'
import { removalOf } from '../store/erasures.ts'
import { keepTold, toldAt } from '../store/holder-access.ts'

const MAX_FORM = 4 * 1024

export const my = handlers(serves('holder'), holderPage(), async (c) => {
  const { numbers } = c.var.holding
  if (numbers.length === 1) return c.redirect(`/my/${numbers[0]}`, 303)
  return c.html(<MyHomePage frame={myFrame(c)} records={await readAllOwn(c.var.desk, numbers)} />)
})

export const myRecord = handlers(serves('holder'), holderPage(), async (c) => {
  const { held, desk, holding } = c.var
  return c.html(
    <MyRecordPage
      frame={myFrame(c)}
      own={await readOwn(desk, held.number, holding.numbers)}
      dismissed={(await toldAt(desk.db, held.holder)) !== null}
      removal={await removalOf(desk.db, held.number)}
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
