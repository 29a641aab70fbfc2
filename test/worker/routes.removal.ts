// The routes of removals: the holder's own page, and the list that is taken away and done again.
import { expect } from 'vitest'
import { json, large, type Made, NOBODY, person, typed, without } from './routes.ask.ts'
import { myForm, myPage, mySent } from './routes.my.ts'
import type { Case } from './routes.table.ts'

const mine = ({ number }: Made) => `/my/${number}/remove`
const unwanted = ({ unwanted }: Made) => `/my/${unwanted}/remove`
const TYPE = 'text/html; charset=UTF-8'

const refused = (status: number, ask?: Case['ask'], headers?: Case['headers']): Case => ({
  status,
  set: 'strictest',
  type: 'application/problem+json',
  ...(ask ? { ask } : {}),
  ...(headers ? { headers } : {}),
})
const noDatabase = (ask: Case['ask']): Case => ({
  ...refused(503, ask, { 'retry-after': '30' }),
  env: 'no-database',
})
const notOurs = json({ removals: 'a list' })

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
  'GET /api/v1/removals': [
    refused(401, undefined, { 'www-authenticate': 'Bearer' }),
    { status: 200, set: 'strictest', type: 'application/json', ask: { headers: person } },
    noDatabase({ headers: person }),
  ],
  'POST /api/v1/removals': [
    refused(401, without(notOurs, 'Authorization'), { 'www-authenticate': 'Bearer' }),
    { status: 200, set: 'strictest', type: 'application/json', ask: ({ removals }) => json({ removals }) },
    noDatabase(({ removals }) => json({ removals })),
    refused(400, { ...notOurs, body: '{' }),
    refused(413, { ...notOurs, body: large(4 * 1024 + 1) }),
    refused(415, typed(notOurs, 'text/plain')),
    refused(422, notOurs),
  ],
}
