/** Issuing one award by hand. */
import type { Context } from 'hono'
import { latestDay } from '../../shared/dates.ts'
import { type House, handlers } from '../house.ts'
import { attempt, type Refused } from '../http/attempt.ts'
import { draftKey, MAX_AWARD_FORM } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { staffForm, staffPage } from '../http/session.ts'
import {
  answersIn,
  type Considered,
  consider,
  lookedInto,
  settled,
  unanswered,
} from '../services/consider.ts'
import { type Issued, issue } from '../services/issue.ts'
import { answeredBefore, type RequestKey } from '../services/once.ts'
import { preview } from '../services/preview.ts'
import { countries } from '../sheet/country.ts'
import { IssuedAlreadyPage, IssuePage, IssuePreviewPage } from '../staff/issue.tsx'
import { frameOf } from '../staff/layout.tsx'

export const issueForm = handlers(serves('console'), staffPage('issuer'), (c) =>
  c.html(
    <IssuePage
      {...formOf(c)}
      typed={(field) => (field === 'country' ? 'US' : '')}
      draft={crypto.randomUUID()}
    />,
  ),
)

export const issuePosted = handlers(
  serves('console'),
  atMost(MAX_AWARD_FORM),
  staffForm('issuer'),
  async (c) => {
    const { desk, form } = c.var
    const step = form.get('step')
    const request = await draftKey(form, c.var.actor, c.req.path)
    const before = await answeredBefore<Issued>(desk, request)
    if (before?.same) return toRecord(c, before.answer.number)
    if (before) return c.html(<IssuedAlreadyPage frame={frameOf(c)} number={before.answer.number} />, 409)
    const considered = await consider(desk, form.get)
    const answers = answersIn(form)
    const again = ({ errors }: Refused) => (
      <IssuePage
        {...formOf(c)}
        {...{ considered, answers, errors }}
        typed={form.get}
        draft={form.get('draft')}
        checked={step === 'check'}
      />
    )
    if (step === 'edit') return c.html(again({ errors: [] }))
    if (step === 'check') return c.html(again({ errors: unanswered(considered, answers) }))
    return attempt(c, () => (step === 'issue' ? sign(c, considered, request) : show(c, considered)), again)
  },
)

async function show(c: Context<House>, considered: Considered): Promise<Response> {
  const { desk, form } = c.var
  const record = settled(considered, answersIn(form))
  return c.html(
    <IssuePreviewPage
      frame={frameOf(c)}
      verdict={await preview(desk, record)}
      fields={form.fields}
      considered={considered}
      answers={answersIn(form)}
    />,
  )
}

async function sign(c: Context<House>, considered: Considered, request: RequestKey): Promise<Response> {
  const { desk, form, actor } = c.var
  const answers = answersIn(form)
  const { officeNumber } = considered
  // Of two clicks the second may find the record of the first, and take it for someone else’s.
  const meanwhile = considered.lookalikes.length > 0 && (await answeredBefore<Issued>(desk, request))
  if (meanwhile) return toRecord(c, meanwhile.answer.number)
  const entry = {
    record: settled(considered, answers),
    looked: lookedInto(considered, answers),
    ...(officeNumber ? { officeNumber } : {}),
  }
  const { answer } = await issue(desk, entry, actor, request)
  return toRecord(c, answer.number)
}

function toRecord(c: Context<House>, number: string): Response {
  return c.redirect(`/staff/records/${number}?done=issued`, 303)
}

/** What the form is drawn with, whatever is typed. */
function formOf(c: Context<House>) {
  return { frame: frameOf(c), countries: countries(), today: latestDay(c.var.desk.now()) }
}
