/** Where a working day begins. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { staffPage } from '../http/session.ts'
import { surveyToday } from '../services/survey-today.ts'
import { frameOf } from '../staff/layout.tsx'
import { TodayPage } from '../staff/today.tsx'

export const today = handlers(serves('console'), staffPage(), async (c) => {
  const { desk } = c.var
  const today = await surveyToday(desk, c.env.ACCESS_TEAM !== undefined)
  return c.html(<TodayPage frame={frameOf(c)} today={today} now={desk.now()} />)
})
