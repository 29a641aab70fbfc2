// The routes of the resume kit, and of what an employer sees.
import { NOBODY } from './routes.ask.ts'
import { myForm, myRecordPage, mySent } from './routes.my.ts'
import type { Case } from './routes.table.ts'

const TYPE = 'text/html; charset=UTF-8'

/** A form about a record: as `myForm`, 422 where it is empty, and 404 for a record that is somebody else's. */
function recordForm(door: string, fields: Record<string, string>): Case[] {
  const refusal = (status: number, ask: Case['ask']): Case => ({
    status,
    set: 'holder',
    type: TYPE,
    ...(ask ? { ask } : {}),
  })
  return myForm(({ number }) => `/my/${number}${door}`, fields, null, [
    refusal(422, (made) => mySent(made, `/my/${made.number}${door}`, {})),
    refusal(404, (made) => mySent(made, `/my/${NOBODY}${door}`, fields)),
  ])
}

export const myResumeTable: Record<string, Case[]> = {
  'GET /my/:number/resume': myRecordPage('/resume'),
  'POST /my/:number/resume': recordForm('/resume', { ad: 'You will do copy cataloging.' }),
  'GET /my/:number/employer': myRecordPage('/employer'),
  'POST /my/:number/employer': recordForm('/employer', { name: 'Mei Ng' }),
}
