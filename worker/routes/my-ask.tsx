/** What a holder asks of the office, from the page of her own record. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { holderForm, holderPage } from '../http/holder.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { AskPage } from '../my/ask.tsx'
import { AskFormPage } from '../my/ask-form.tsx'
import { myFrame } from '../my/layout.tsx'
import type { FieldError } from '../pages/fields.tsx'
import { isOwnKind, type OwnKind } from '../request-kinds.ts'
import { askOwn, readOwnRequests, takeBack } from '../services/ask-own.ts'
import { countHours, ROWS } from '../services/count-hours.ts'
import type { Typed } from '../services/read-request.ts'

const MAX_FORM = 32 * 1024

export const myAsk = handlers(serves('holder'), holderPage(), async (c) => c.html(await listed(c)))

/** Takes one back. */
export const myAskPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, actor } = c.var
  const { number } = c.var.held
  return attempt(
    c,
    async () => {
      const key = await formKey(form, actor, c.req.path)
      await takeBack(desk, number, { id: form.get('id'), seen: Number(form.get('seen')) }, key)
      return c.redirect(`/my/${number}/ask?done=taken-back`, 303)
    },
    ({ errors }) => listed(c, errors),
  )
})

export const myAskForm = handlers(serves('holder'), holderPage(), (c) =>
  c.html(drawn(c, kindOf(c), () => '')),
)

export const myAskFormPosted = handlers(serves('holder'), atMost(MAX_FORM), holderForm(), async (c) => {
  const { desk, form, actor } = c.var
  const { number, record } = c.var.held
  const kind = kindOf(c)
  const { get } = form
  const step = get('step')
  if (kind === 'hours' && (step === 'add-up' || step === 'more'))
    return c.html(drawn(c, kind, get, { more: step === 'more' ? ROWS : 0 }))
  return attempt(
    c,
    async () => {
      const key = await formKey(form, actor, c.req.path)
      await askOwn(desk, { number, record }, { kind, typed: get }, key)
      return c.redirect(`/my/${number}/ask?done=sent`, 303)
    },
    ({ errors }) => drawn(c, kind, get, { errors }),
  )
})

function kindOf(c: Context<House>): OwnKind {
  const kind = c.req.param('kind') ?? ''
  if (!isOwnKind(kind)) throw new Problem('not-found')
  return kind
}

async function listed(c: Context<House>, errors: FieldError[] = []) {
  const { desk, held } = c.var
  const requests = await readOwnRequests(desk, held.number)
  return <AskPage frame={myFrame(c)} number={held.number} requests={requests} errors={errors} />
}

function drawn(
  c: Context<House>,
  kind: OwnKind,
  typed: Typed,
  { errors = [], more = 0 }: { errors?: FieldError[]; more?: number } = {},
) {
  const { number, record } = c.var.held
  return (
    <AskFormPage
      frame={myFrame(c)}
      number={number}
      kind={kind}
      name={record.name.display}
      email={record.email}
      typed={typed}
      errors={errors}
      hours={kind === 'hours' ? countHours(c.var.desk, typed, more) : undefined}
    />
  )
}
