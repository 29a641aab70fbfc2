/** What needs two people: proposing it for many records, and the second person's word. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { approve } from '../services/approve.ts'
import { linesOf } from '../services/find.ts'
import { decline, propose, readNumbers, type TypedProposal, takeBack } from '../services/propose.ts'
import { readApprovals, readProposal } from '../services/read-approvals.ts'
import { ApprovalsPage } from '../staff/approvals.tsx'
import { frameOf } from '../staff/layout.tsx'
import { ProposalPage } from '../staff/proposal.tsx'
import { ProposePage } from '../staff/propose.tsx'

const MAX_FORM = 16 * 1024

export const approvals = handlers(serves('console'), staffPage('viewer'), async (c) =>
  c.html(<ApprovalsPage frame={frameOf(c)} {...(await readApprovals(c.var.desk))} />),
)

/** `?number=…&number=…`: the boxes that were ticked in a result. */
export const proposePage = handlers(serves('console'), staffPage('issuer'), (c) => {
  const numbers = (c.req.queries('number') ?? []).join('\n').slice(0, 4000)
  return drawPropose(c, { numbers, what: '', publicNote: '', note: '' }).then((page) => c.html(page))
})

export const proposePosted = handlers(serves('console'), atMost(MAX_FORM), staffForm('issuer'), async (c) => {
  const { desk, actor, form } = c.var
  const typed: TypedProposal = {
    numbers: form.get('numbers'),
    what: form.get('what'),
    publicNote: form.get('publicNote'),
    note: form.get('note'),
  }
  return attempt(
    c,
    async () => {
      const { answer } = await propose(desk, typed, actor, await formKey(form, actor, c.req.path))
      return c.redirect(`/staff/approvals/${answer.id}?done=proposed`, 303)
    },
    ({ errors }) => drawPropose(c, typed, errors),
  )
})

async function drawPropose(
  c: Context<House>,
  typed: TypedProposal,
  errors: { field: string; message: string }[] = [],
) {
  const lines = await linesOf(c.var.desk, readNumbers(typed.numbers).numbers.slice(0, 200))
  return <ProposePage frame={frameOf(c)} typed={typed} lines={lines} errors={errors} />
}

export const proposal = handlers(serves('console'), staffPage('viewer'), async (c) =>
  c.html(
    <ProposalPage frame={frameOf(c)} {...(await readProposal(c.var.desk, idOf(c), c.req.query('look')))} />,
  ),
)

export const proposalPosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('approver'),
  async (c) => {
    const { desk, actor, form } = c.var
    const isApproval = form.get('step') === 'approve'
    const why = form.get('why')
    return decided(c, isApproval ? 'approved' : 'declined', why, async (id) => {
      const request = await formKey(form, actor, c.req.path)
      if (isApproval) await approve(desk, id, actor, request)
      else await decline(desk, id, why, actor, request)
    })
  },
)

export const takeBackPosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('issuer'),
  async (c) => {
    const { desk, actor, form } = c.var
    return decided(c, 'taken-back', '', async (id) =>
      takeBack(desk, id, actor, await formKey(form, actor, c.req.path)),
    )
  },
)

function decided(c: Context<House>, done: string, why: string, act: (id: string) => Promise<void>) {
  const id = idOf(c)
  return attempt(
    c,
    async () => {
      await act(id)
      return c.redirect(`/staff/approvals/${id}?done=${done}`, 303)
    },
    async ({ errors }) => (
      <ProposalPage
        frame={frameOf(c)}
        {...(await readProposal(c.var.desk, id))}
        typed={{ why }}
        errors={errors}
      />
    ),
  )
}

/** @throws Problem `not-found` for what is no id of a proposal */
function idOf(c: Context<House>): string {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Problem('not-found')
  return id
}
