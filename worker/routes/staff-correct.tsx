/** Correcting a record by hand. */
import type { Context } from 'hono'
import { fieldsOf } from '../../shared/award-form.ts'
import { latestDay } from '../../shared/dates.ts'
import { type Change, changesBetween } from '../../shared/record-changes.ts'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { draftKey, MAX_AWARD_FORM } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { Problem, refuse } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { type Amended, amend } from '../services/amend.ts'
import {
  answersIn,
  type Considered,
  consider,
  lineOf,
  lookedInto,
  settled,
  unanswered,
  wrongWithNote,
} from '../services/consider.ts'
import { answeredBefore, type RequestKey } from '../services/once.ts'
import { preview } from '../services/preview.ts'
import { refuseRemoved, staleness } from '../services/unchanged.ts'
import { countries } from '../sheet/country.ts'
import { CorrectPage, CorrectPreviewPage, NotNowPage } from '../staff/correct.tsx'
import { frameOf } from '../staff/layout.tsx'
import { type Current, currentByNumber } from '../store/credentials.ts'

export const correctForm = handlers(serves('console'), staffPage('issuer'), async (c) => {
  const current = await currentOf(c)
  const { number, record, standing, newest } = current
  if (standing !== 'good') return c.html(<NotNowPage {...{ frame: frameOf(c), number, standing }} />)
  const fields = fieldsOf(record)
  return c.html(
    <CorrectPage
      {...formOf(c, current)}
      typed={(field) => fields[field] ?? ''}
      draft={crypto.randomUUID()}
      seen={newest.id}
    />,
  )
})

export const correctPosted = handlers(
  serves('console'),
  atMost(MAX_AWARD_FORM),
  staffForm('issuer'),
  async (c) => {
    const { desk, form, actor } = c.var
    const step = form.get('step')
    const current = await currentOf(c)
    const request = await draftKey(form, actor, c.req.path)
    const before = await answeredBefore<Amended>(desk, request)
    if (before?.same) return toRecord(c, current.number)
    const considered = await consider(desk, form.get, current)
    const typed = {
      ...formOf(c, current),
      considered,
      answers: answersIn(form),
      typed: form.get,
      draft: before ? crypto.randomUUID() : form.get('draft'),
      seen: current.newest.id,
      checked: step === 'check',
    }
    const said = staleness(current, Number(form.get('seen')))
    if (said) {
      const changes = considered.record ? changesBetween(current.record, considered.record) : []
      return c.html(<CorrectPage {...typed} meanwhile={{ said, changes }} />, 409)
    }
    if (step === 'edit') return c.html(<CorrectPage {...typed} />)
    if (step === 'check') return c.html(<CorrectPage {...typed} errors={openIn(c, current, considered)} />)
    return attempt(
      c,
      () => (step === 'correct' ? correct : show)(c, current, considered, request),
      ({ errors }) => <CorrectPage {...typed} errors={errors} />,
    )
  },
)

async function show(c: Context<House>, current: Current, considered: Considered): Promise<Response> {
  const { desk, form } = c.var
  const { record, changes } = decided(c, current, considered)
  return c.html(
    <CorrectPreviewPage
      frame={frameOf(c)}
      number={current.number}
      changes={changes}
      why={form.get('note')}
      verdict={await preview(desk, record, { number: current.number })}
      fields={form.fields}
      considered={considered}
      answers={answersIn(form)}
    />,
  )
}

async function correct(
  c: Context<House>,
  current: Current,
  considered: Considered,
  request: RequestKey,
): Promise<Response> {
  const { desk, form, actor } = c.var
  const { record } = decided(c, current, considered)
  const looked = lookedInto(considered, answersIn(form))
  const amendment = { act: 'correct', record, note: lineOf(form.get('note')), looked } as const
  await amend(desk, current.number, amendment, actor, request, Number(form.get('seen')))
  return toRecord(c, current.number)
}

/** @throws Problem `invalid-input` while something stands open */
function decided(c: Context<House>, current: Current, considered: Considered) {
  refuse(openIn(c, current, considered))
  const record = settled(considered, answersIn(c.var.form))
  return { record, changes: changesBetween(current.record, record) }
}

function openIn(c: Context<House>, current: Current, considered: Considered) {
  const { form } = c.var
  const { record } = considered
  const note = lineOf(form.get('note'))
  const tooMuch = wrongWithNote(note)
  const changes: Change[] | null = record && changesBetween(current.record, record)
  return [
    ...unanswered(considered, answersIn(form)),
    ...(changes?.length === 0
      ? [{ field: '', message: 'Nothing in the form differs from the record.' }]
      : []),
    ...(note === '' ? [{ field: 'note', message: 'Say why it is corrected.' }] : []),
    ...(tooMuch === null ? [] : [{ field: 'note', message: tooMuch }]),
  ]
}

/** @throws Problem `no-such-record`, `conflict` for one that was removed: its facts are shown to nobody */
async function currentOf(c: Context<House>): Promise<Current> {
  const current = await currentByNumber(c.var.desk.db, c.req.param('number') ?? '')
  if (!current) throw new Problem('no-such-record')
  refuseRemoved(current)
  return current
}

function toRecord(c: Context<House>, number: string): Response {
  return c.redirect(`/staff/records/${number}?done=corrected`, 303)
}

function formOf(c: Context<House>, { number, record }: Current) {
  const today = latestDay(c.var.desk.now())
  return { frame: frameOf(c), countries: countries(), today, number, name: record.name.display }
}
