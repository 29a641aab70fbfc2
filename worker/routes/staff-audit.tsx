/** The audit: read by everyone who works here, taken away by those who approve. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { serves } from '../http/headers.ts'
import { atMost, pageNumber } from '../http/input.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { exportHistory, readHistory } from '../services/read-history.ts'
import { AuditPage } from '../staff/audit.tsx'
import { frameOf } from '../staff/layout.tsx'

const MAX_FORM = 4 * 1024
const NOTHING = { entries: [], total: 0, page: 1, pages: 1, names: { actors: [], acts: [] } }

export const audit = handlers(serves('console'), staffPage('viewer'), async (c) => {
  const asked = askedOf((name) => (c.req.query(name) ?? '').trim().slice(0, 200))
  const about = { frame: frameOf(c), asked, access: isBehindAccess(c) }
  return attempt(
    c,
    async () => {
      const page = pageNumber(c.req.query('page'))
      return c.html(<AuditPage {...about} {...(await readHistory(c.var.desk, asked, page))} />)
    },
    ({ errors }) => <AuditPage {...about} {...NOTHING} errors={errors} />,
  )
})

export const auditExported = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('approver'),
  async (c) => {
    const { desk, actor, form } = c.var
    const asked = askedOf(form.get)
    return attempt(
      c,
      async () => {
        const csv = await exportHistory(desk, asked, actor)
        c.header(
          'Content-Disposition',
          `attachment; filename="audit-${desk.now().toISOString().slice(0, 10)}.csv"`,
        )
        return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=UTF-8' })
      },
      ({ errors }) => (
        <AuditPage frame={frameOf(c)} asked={asked} access={isBehindAccess(c)} {...NOTHING} errors={errors} />
      ),
    )
  },
)

function askedOf(get: (name: string) => string) {
  return {
    actor: get('actor'),
    act: get('act'),
    subject: get('subject'),
    from: get('from'),
    to: get('to'),
  }
}

function isBehindAccess(c: Context<House>): boolean {
  return Boolean(c.env.ACCESS_TEAM && c.env.ACCESS_AUD)
}
