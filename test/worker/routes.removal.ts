// The routes of removals: the holder's own page.
import { expect } from 'vitest'
import { type Made, NOBODY } from './routes.ask.ts'
import { myForm, myPage, mySent } from './routes.my.ts'
import type { Case } from './routes.table.ts'

const mine = ({ number }: Made) => `/my/${number}/remove`
const unwanted = ({ unwanted }: Made) => `/my/${unwanted}/remove`
const TYPE = 'text/html; charset=UTF-8'

export const removalTable: Record<string, Case[]> = {
  'GET /my/:number/remove': myPage(mine, [
    {
      status: 404,
      set: 'holder',
      type: TYPE,
      ask: ({ holder }) => ({ path: `/my/${NOBODY}/remove`, headers: holder.cookie }),
    },
  ]),
  'POST /my/:number/remove': myForm(unwanted, { act: 'keep' }, expect.stringMatching(/remove\?done=kept$/), [
    { status: 404, set: 'holder', type: TYPE, ask: (made) => mySent(made, `/my/${NOBODY}/remove`, {}) },
    { status: 409, set: 'holder', type: TYPE, ask: (made) => mySent(made, mine, { act: 'keep' }) },
    {
      status: 422,
      set: 'holder',
      type: TYPE,
      ask: (made) => mySent(made, mine, { act: 'ask', code: 'yes' }),
    },
  ]),
}
