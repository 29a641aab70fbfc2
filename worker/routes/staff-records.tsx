/** A record's page in the console, and what can be done to the record there. */
import type { Context } from 'hono'
import { isNumber, tidyNumber } from '../../shared/number.ts'
import { type House, handlers } from '../house.ts'
import { readAct } from '../http/act-input.ts'
import { attempt, type Refused } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { askedName } from '../services/asked-name.ts'
import { type OpenFile, openFile } from '../services/open-file.ts'
import { type ActName, foresee, perform } from '../services/record-acts.ts'
import { refuseStale } from '../services/unchanged.ts'
import { needed, whyNot } from '../services/why-not.ts'
import { ActFormPage, ActPreviewPage, ActRefusedPage } from '../staff/act.tsx'
import type { Typed } from '../staff/act-fields.tsx'
import { frameOf } from '../staff/layout.tsx'
import { RecordPage } from '../staff/record.tsx'
import { requestById } from '../store/requests.ts'
import { officeDay } from '../when.ts'

const MAX_FORM = 16 * 1024

/** However the number was typed. */
export const recordPage = handlers(serves('console'), staffPage(), async (c) => {
  const asked = c.req.param('number') ?? ''
  const tidy = tidyNumber(asked)
  if (tidy?.holds && tidy.number !== asked) return c.redirect(`/staff/records/${tidy.number}`, 303)
  const file = await fileOf(c)
  return c.html(<RecordPage frame={frameOf(c)} file={file} now={c.var.desk.now()} />)
})

/** An act's form, and what is sent from it: first to look at what would come of it, then to do it. */
function actOnRecord(act: ActName) {
  const form = handlers(serves('console'), staffPage(needed[act]), async (c) => {
    const file = await fileOf(c)
    const why = whyNot(act, file, c.var.staff, c.var.desk.now())
    if (why) return c.html(<ActRefusedPage frame={frameOf(c)} file={file} act={act} why={why} />, 409)
    const id = c.req.query('request')
    const asked = id && act === 'name' ? await requestById(c.var.desk.db, id) : null
    return c.html(
      <ActFormPage
        frame={frameOf(c)}
        file={file}
        act={act}
        typed={atFirst(file, c.var.desk.now(), id, askedName(asked, file))}
        seen={file.newest.id}
      />,
    )
  })
  const posted = handlers(serves('console'), atMost(MAX_FORM), staffForm(needed[act]), async (c) => {
    const { form } = c.var
    return attempt(
      c,
      () => {
        if (form.get('step') === 'confirm') return confirmed(c, act)
        return form.get('step') === 'edit' ? edited(c, act) : previewed(c, act)
      },
      (refused) => again(c, act, refused),
    )
  })
  return { form, posted }
}

export const recordActs = {
  renew: actOnRecord('renew'),
  complete: actOnRecord('complete'),
  name: actOnRecord('name'),
  suspend: actOnRecord('suspend'),
  reinstate: actOnRecord('reinstate'),
  revoke: actOnRecord('revoke'),
  confirm: actOnRecord('confirm'),
  decline: actOnRecord('decline'),
  remove: actOnRecord('remove'),
  'remove-now': actOnRecord('remove-now'),
  keep: actOnRecord('keep'),
}

async function previewed(c: Context<House>, act: ActName): Promise<Response> {
  const { desk, staff, form } = c.var
  const file = await fileOf(c)
  const seen = seenIn(c)
  refuseStale({ newest: { ...file.newest, at: file.newest.recordedAt } }, seen)
  const why = whyNot(act, file, staff, desk.now())
  if (why) throw new Problem('conflict', { detail: why })
  const decided = readAct(act, form)
  const foreseen = await foresee(desk, file, decided)
  return c.html(
    <ActPreviewPage frame={frameOf(c)} {...{ file, act, decided, foreseen, seen }} fields={typedIn(c)} />,
  )
}

async function edited(c: Context<House>, act: ActName): Promise<Response> {
  const file = await fileOf(c)
  return c.html(<ActFormPage frame={frameOf(c)} file={file} act={act} typed={c.var.form} seen={seenIn(c)} />)
}

async function confirmed(c: Context<House>, act: ActName): Promise<Response> {
  const { desk, staff, form, actor } = c.var
  const file = await fileOf(c)
  const decided = readAct(act, form)
  const request = await formKey(form, actor, c.req.path)
  const number = await perform(desk, file, decided, { person: staff, request, seen: seenIn(c) })
  const done = number === file.number ? act : 'renamed'
  return c.redirect(`/staff/records/${number}?done=${done}`, 303)
}

/** The form again, on the record as it is now: only what was typed wrong leaves the rest of the decision as it was. */
async function again(c: Context<House>, act: ActName, { type, errors }: Refused) {
  const { desk, staff, form } = c.var
  const file = await fileOf(c)
  const why = whyNot(act, file, staff, desk.now())
  if (why) return <ActRefusedPage frame={frameOf(c)} file={file} act={act} why={why} errors={errors} />
  const seen = type === 'invalid-input' ? seenIn(c) : file.newest.id
  return <ActFormPage frame={frameOf(c)} file={file} act={act} typed={form} errors={errors} seen={seen} />
}

/** @throws Problem `no-such-record` */
async function fileOf(c: Context<House>): Promise<OpenFile> {
  const number = c.req.param('number') ?? ''
  if (!isNumber(number)) throw new Problem('no-such-record')
  return openFile(c.var.desk, number)
}

/** A form that does not say what it was decided on was decided on nothing: no event has this id. */
function seenIn(c: Context<House>): number {
  return Number(c.var.form.get('seen')) || 0
}

function typedIn(c: Context<House>): [string, string][] {
  return c.var.form.fields.filter(([name]) => name !== 'step' && name !== 'seen')
}

/**
 * What stands in a form that nobody has filled in yet.
 * @param request the one of a holder that led here: the file says so
 * @param asked what stands in it already
 */
function atFirst({ record, proposal }: OpenFile, now: Date, request = '', asked = {}): Typed {
  const { former = [], ...name } = record.name
  const texts: Record<string, string> = {
    ...name,
    ...asked,
    on: officeDay(now),
    note: /^[\w-]{1,64}$/.test(request) ? `Request ${request}. ` : '',
    publicNote: typeof proposal?.detail.publicNote === 'string' ? proposal.detail.publicNote : '',
  }
  return { get: (field) => texts[field] ?? '', all: (field) => (field === 'former' ? former : []) }
}
