/** Credentials: what anyone may ask about them, and what staff may do with them. */
import { recordUrl } from '../../shared/issuer.ts'
import { tidyNumber } from '../../shared/number.ts'
import { handlers } from '../house.ts'
import { allow, staffOnly } from '../http/access.ts'
import { serves } from '../http/headers.ts'
import { requestKey } from '../http/idempotency.ts'
import { atMost, plainJson, valid } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { eventRequest, issueRequest, numbersQuery } from '../schemas.ts'
import { amend } from '../services/amend.ts'
import { issue } from '../services/issue.ts'
import { judge, lookUp } from '../services/look-up.ts'
import { withdraw } from '../services/withdraw.ts'
import { tokenOf } from '../store/credentials.ts'
import { trustOf } from '../trust.ts'

const MAX_NUMBERS = 100
const MAX_BODY = 32 * 1024

/** Tokens, dates, reasons and successors of up to a hundred numbers: what the badge asks once a page. */
export const batch = handlers(serves('public-api'), valid('query', numbersQuery), async (c) => {
  const asked = c.req.valid('query').numbers.split(',')
  if (asked.length > MAX_NUMBERS)
    throw new Problem('too-large', { detail: `Ask for ${MAX_NUMBERS} numbers at most.` })
  return c.json({ credentials: await lookUp(c.var.desk, asked.map(numberIn)) })
})

export const oneCredential = handlers(serves('public-api'), async (c) => {
  const number = numberIn(c.req.param('number') ?? '')
  const [found] = await lookUp(c.var.desk, [number])
  if (!found || ('state' in found && found.state === 'not-found')) throw new Problem('no-such-record')
  const verdict = await judge(c.var.desk, found, trustOf(c.var.desk))
  return c.json({ ...found, verdict, links: { page: recordUrl(c.var.desk.issuer.origin, number) } })
})

export const issueCredential = handlers(
  serves('staff-api'),
  staffOnly('issue'),
  atMost(MAX_BODY),
  plainJson(),
  valid('json', issueRequest),
  async (c) => {
    const { record, officeNumber } = c.req.valid('json')
    const request = await requestKey(c.req, c.var.actor)
    const entry = { record, ...(officeNumber ? { officeNumber } : {}) }
    const { answer } = await issue(c.var.desk, entry, c.var.actor, request)
    c.header('Location', answer.url)
    return c.json({ ...answer, token: await tokenOf(c.var.desk.db, answer.number, 1) }, 201)
  },
)

export const recordEventOf = handlers(
  serves('staff-api'),
  staffOnly(),
  atMost(MAX_BODY),
  plainJson(),
  valid('json', eventRequest),
  async (c) => {
    const { desk, actor } = c.var
    const number = numberIn(c.req.param('number') ?? '')
    const request = await requestKey(c.req, actor)
    const event = c.req.valid('json')
    const amends = event.act === 'renew' || event.act === 'correct' || event.act === 'complete'
    await allow(c, amends ? 'issue' : 'withdraw')
    const { status, answer } = amends
      ? await amend(desk, number, event, actor, request)
      : await withdraw(desk, number, event, actor, request, {
          asSecond: () => allow(c, 'approve', 0),
        })
    return c.json(answer, status as 200 | 202)
  },
)

/** What is not a number at all is simply a number that nobody has. */
function numberIn(text: string): string {
  return tidyNumber(text)?.number ?? text.slice(0, 32)
}
