/** The holder's own page. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { holderPage } from '../http/holder.ts'
import { MyHomePage, MyRecordPage } from '../my/home.tsx'
import { myFrame } from '../my/layout.tsx'
import { currentByNumber } from '../store/credentials.ts'

export const my = handlers(serves('holder'), holderPage(), async (c) => {
  const { numbers } = c.var.holding
  if (numbers.length === 1) return c.redirect(`/my/${numbers[0]}`, 303)
  const records = await Promise.all(numbers.map((number) => currentByNumber(c.var.desk.db, number)))
  return c.html(
    <MyHomePage
      frame={myFrame(c)}
      records={records.flatMap((one) => (one ? [{ number: one.number, name: one.record.name }] : []))}
    />,
  )
})

export const myRecord = handlers(serves('holder'), holderPage(), (c) => {
  const { number, record } = c.var.held
  return c.html(<MyRecordPage frame={myFrame(c)} record={{ number, name: record.name }} />)
})
