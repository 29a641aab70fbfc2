/** Where holders and readers ask something of the office. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { readForm } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { HelpPage, HelpSentPage } from '../pages/help.tsx'
import { HelpFormPage } from '../pages/help-form.tsx'
import { isRequestKind, type RequestKind } from '../request-kinds.ts'
import { askOffice } from '../services/ask-office.ts'
import { countHours, ROWS } from '../services/count-hours.ts'
import { readRequest, type Typed } from '../services/read-request.ts'

const MAX_FORM = 32 * 1024

export const help = handlers(serves('page'), (c) => c.html(<HelpPage issuer={c.var.desk.issuer} />))

/** The code of a record may be known from the page that led here. */
export const helpForm = handlers(serves('page'), (c) => {
  const code = (c.req.query('code') ?? '').slice(0, 20)
  return c.html(drawn(c, kindOf(c), (name) => (name === 'code' ? code : '')))
})

/**
 * A form of a public page has "Origin: null", for such a page sends no referrer: whose it is cannot be told by that.
 * It need not be, either, as there is no session that another site could use; one that says it is another is refused.
 */
export const helpPosted = handlers(
  serves('page'),
  atMost(MAX_FORM, 'This is longer than the office can take in a form: shorten it, or write a mail.'),
  async (c) => {
    const kind = kindOf(c)
    if (c.req.header('Sec-Fetch-Site') === 'cross-site')
      throw new Problem('other-site', {
        detail: `Open ${c.var.desk.issuer.origin}/help and fill it in there.`,
      })
    const { get } = await readForm(c.req)
    const step = get('step')
    if (kind === 'hours' && (step === 'add-up' || step === 'more'))
      return c.html(drawn(c, kind, get, step === 'more' ? ROWS : 0))
    return attempt(
      c,
      async () => {
        const { desk } = c.var
        const id = await askOffice(desk, kind, readRequest(desk, kind, get))
        return c.html(<HelpSentPage issuer={desk.issuer} kind={kind} id={id} />)
      },
      ({ errors }) => (
        <HelpFormPage
          issuer={c.var.desk.issuer}
          kind={kind}
          typed={get}
          errors={errors}
          hours={kind === 'hours' ? countHours(c.var.desk, get) : undefined}
        />
      ),
    )
  },
)

function kindOf(c: Context<House>): RequestKind {
  const kind = c.req.param('kind') ?? ''
  if (!isRequestKind(kind)) throw new Problem('not-found')
  return kind
}

function drawn(c: Context<House>, kind: RequestKind, typed: Typed, more = 0) {
  const hours = kind === 'hours' ? countHours(c.var.desk, typed, more) : undefined
  return <HelpFormPage issuer={c.var.desk.issuer} kind={kind} typed={typed} hours={hours} />
}
