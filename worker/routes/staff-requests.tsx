/** Requests to the office: the list, and one of them. */
import type { Context } from 'hono'
import { dayOf } from '../../shared/dates.ts'
import { recordUrl } from '../../shared/issuer.ts'
import { isNumber } from '../../shared/number.ts'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { type Form, formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost, pageNumber } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { isRequestKind, type RequestState, requestStates } from '../request-kinds.ts'
import { noteOnRequest, reopenRequest, takeRequest } from '../services/act-on-request.ts'
import { answerRequest, type Outcome, type RequestAnswer } from '../services/answer-request.ts'
import { findPerson, type Lookalike } from '../services/find-person.ts'
import { personIn } from '../services/read-request.ts'
import { frameOf } from '../staff/layout.tsx'
import { RequestPage } from '../staff/request.tsx'
import type { AnswerTyped } from '../staff/request-answer.tsx'
import { draftOf } from '../staff/request-words.ts'
import { RequestsPage } from '../staff/requests.tsx'
import { listRequests, notesOf, type OfficeRequest, requestById } from '../store/requests.ts'

const MAX_FORM = 64 * 1024
const A_PAGE = 50

export const requests = handlers(serves('console'), staffPage(), async (c) => {
  const { desk } = c.var
  const kind = c.req.query('kind') ?? ''
  const state = c.req.query('state') ?? ''
  const filter = {
    kind: isRequestKind(kind) ? kind : undefined,
    state: Object.hasOwn(requestStates, state) ? (state as RequestState) : undefined,
  }
  const page = pageNumber(c.req.query('page'))
  const found = await listRequests(desk.db, filter, { limit: A_PAGE, offset: (page - 1) * A_PAGE })
  return c.html(
    <RequestsPage
      frame={frameOf(c)}
      {...found}
      filter={filter}
      page={page}
      pages={Math.max(1, Math.ceil(found.total / A_PAGE))}
      now={desk.now()}
    />,
  )
})

export const request = handlers(serves('console'), staffPage(), async (c) => c.html(await shown(c)))

const outcomes: Outcome[] = ['accept', 'ask', 'decline']
const done = { accept: 'accepted', ask: 'asked', decline: 'declined' } as const

export const requestPosted = handlers(serves('console'), atMost(MAX_FORM), staffForm('issuer'), async (c) => {
  const { desk, actor, form } = c.var
  const id = idOf(c)
  const act = form.get('act')
  const answer = act === 'answer' ? answerOf(form) : undefined
  if (answer && form.get('step') === 'add-up') return c.html(await shown(c, { answer }))
  const step = { actor, seen: seenOf(form), key: await formKey(form, actor, c.req.path) }
  const to = (code: string) => c.redirect(`/staff/requests/${id}?done=${code}`, 303)
  return attempt(
    c,
    async () => {
      if (answer) {
        await answerRequest(desk, id, answer, step)
        return to(done[answer.outcome])
      }
      switch (act) {
        case 'take':
          await takeRequest(desk, id, step)
          return to('taken')
        case 'reopen':
          await reopenRequest(desk, id, step)
          return to('reopened')
        case 'note':
          await noteOnRequest(desk, id, form.get('note'), step)
          return to('noted')
        default:
          throw new Problem('bad-request', { detail: 'This form asks for nothing that can be done here.' })
      }
    },
    ({ errors }) => shown(c, { answer, errors, note: act === 'note' ? form.get('note') : undefined }),
  )
})

/** Without one, nothing was seen. */
function seenOf(form: Form): number {
  const seen = form.get('seen')
  return /^\d{1,9}$/.test(seen) ? Number(seen) : -1
}

function idOf(c: Context<House>): string {
  return c.req.param('id') ?? ''
}

interface Again {
  answer?: AnswerTyped | undefined
  note?: string | undefined
  errors?: { field: string; message: string }[]
}

async function shown(c: Context<House>, { answer, note, errors = [] }: Again = {}) {
  const { desk } = c.var
  const found = await requestById(desk.db, idOf(c))
  if (!found) throw new Problem('not-found', { detail: 'There is no request with this reference.' })
  const [notes, lookalikes] = await Promise.all([
    notesOf(desk.db, found.id),
    findPerson(desk, personIn(found)),
  ])
  return (
    <RequestPage
      frame={frameOf(c)}
      request={found}
      notes={notes}
      lookalikes={lookalikes}
      now={desk.now()}
      typed={answer ?? drafted(c, found, lookalikes)}
      note={note}
      errors={errors}
    />
  )
}

function outcomeOf(text: string | undefined): Outcome | undefined {
  return outcomes.find((one) => one === text)
}

/** The record that was chosen; or the one whose code was sent, if it is on file. */
function drafted(c: Context<House>, found: OfficeRequest, lookalikes: Lookalike[]): AnswerTyped {
  const { issuer } = c.var.desk
  const outcome = outcomeOf(c.req.query('answer'))
  const chosen = c.req.query('number') ?? ''
  const named = lookalikes.find(({ alike }) => alike.includes('number'))?.number ?? ''
  const number = isNumber(chosen) ? chosen : named
  const link = number ? recordUrl(issuer.origin, number) : undefined
  return {
    outcome,
    number,
    checked: '',
    ...(outcome ? draftOf(found, outcome, { issuer, link }) : { subject: '', reply: '' }),
    silent: found.contact === '',
    on: dayOf(found.createdAt),
    struck: new Map(),
    torn: new Map(),
  }
}

/** An activity whose box is not ticked does not count. */
function answerOf(form: Form): AnswerTyped & RequestAnswer {
  const outcome = outcomeOf(form.get('outcome'))
  if (!outcome) throw new Problem('bad-request', { detail: 'This form does not say what is decided.' })
  const counts = new Set(form.all('counts'))
  const reasons = form.fields.flatMap(([name]): [string, string][] => {
    const at = /^reason-(\d{1,3})$/.exec(name)?.[1]
    return at ? [[at, form.get(name)]] : []
  })
  const placed = (some: [string, string][]) => new Map(some.map(([at, reason]) => [Number(at), reason]))
  return {
    outcome,
    number: form.get('number'),
    checked: form.get('checked'),
    subject: form.get('subject'),
    reply: form.get('reply'),
    silent: form.get('silent') !== '',
    on: form.get('on'),
    struck: placed(reasons.filter(([at]) => !counts.has(at))),
    torn: placed(reasons.filter(([at, reason]) => counts.has(at) && reason !== '')),
  }
}
