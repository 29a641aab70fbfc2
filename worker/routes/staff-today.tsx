/** Where a working day begins. */
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'
import { staffPage } from '../http/session.ts'
import { frameOf } from '../staff/layout.tsx'
import { TodayPage } from '../staff/today.tsx'

export const today = handlers(serves('console'), staffPage(), (c) => c.html(<TodayPage frame={frameOf(c)} />))
