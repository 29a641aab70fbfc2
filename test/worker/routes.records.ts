// The routes of a record's page in the console, and of what can be done to the record there.
import { testNumber } from '../../shared/test-numbers.ts'
import { type Made, NOBODY } from './routes.ask.ts'
import { consoleForm, consoleMissing, consolePage, sent } from './routes.console.ts'
import type { Case } from './routes.table.ts'

type Which = 'number' | 'held' | 'due' | 'onHold' | 'erased' | 'removing'

/** Each act, a record on which it is possible, and one on which it is not. */
const acts: Record<string, [possible: Which, not: Which]> = {
  renew: ['due', 'number'],
  complete: ['due', 'number'],
  name: ['due', 'onHold'],
  suspend: ['due', 'onHold'],
  reinstate: ['onHold', 'due'],
  revoke: ['due', 'held'],
  confirm: ['held', 'due'],
  decline: ['held', 'due'],
  remove: ['due', 'removing'],
  'remove-now': ['removing', 'due'],
  keep: ['removing', 'due'],
}

const at = (which: Which, act: string) => (made: Made) => `/staff/records/${made[which]}/${act}`
const page = (status: number, ask: NonNullable<Case['ask']>): Case => ({
  status,
  set: 'console',
  type: 'text/html; charset=UTF-8',
  ask,
})

function actRoutes(act: string, [possible, not]: [Which, Which]): [string, Case[]][] {
  const path = at(possible, act)
  return [
    [
      `GET /staff/records/:number/${act}`,
      consolePage(path, [
        page(409, (made) => ({ path: at(not, act)(made), headers: made.cookie })),
        consoleMissing(`/staff/records/${NOBODY}/${act}`),
      ]),
    ],
    [
      `POST /staff/records/:number/${act}`,
      consoleForm(path, { step: 'edit' }, null, [
        page(404, (made) => sent(made, `/staff/records/${NOBODY}/${act}`, {})),
        page(409, (made) => sent(made, path, { step: 'preview' })),
      ]),
    ],
  ]
}

export const recordsTable: Record<string, Case[]> = {
  'GET /staff/records/:number': consolePage(
    ({ due }) => `/staff/records/${due}`,
    [
      consoleMissing(`/staff/records/${NOBODY}`),
      consoleMissing('/staff/records/nonsense'),
      consoleMissing(`/staff/records/${testNumber('valid')}`),
      page(200, ({ erased, cookie }) => ({ path: `/staff/records/${erased}`, headers: cookie })),
      {
        status: 303,
        says: 'as it is written',
        set: 'console',
        type: null,
        ask: ({ due, cookie }) => ({
          path: `/staff/records/${due.toLowerCase().replaceAll('-', '')}`,
          headers: cookie,
        }),
        headers: ({ due }) => ({ location: `/staff/records/${due}` }),
      },
    ],
  ),
  ...Object.fromEntries(Object.entries(acts).flatMap(([act, which]) => actRoutes(act, which))),
}
