/** The programme as data: sets, versions of their statements, pathways and rules, with stable ids. */
import { dayOf } from '../../shared/dates.ts'
import { pathways, sets, statementVersions } from '../../shared/programme.ts'
import { rulesOn } from '../../shared/rules.ts'
import { handlers } from '../house.ts'
import { serves } from '../http/headers.ts'

export const programme = handlers(serves('reference'), (c) =>
  c.json({
    sets: Object.values(sets),
    statementVersions,
    pathways,
    rules: rulesOn(dayOf(c.var.desk.now())),
  }),
)
