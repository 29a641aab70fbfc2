/** Mail to holders, and terms that end. */
import type { Context } from 'hono'
import { dayOf } from '../../shared/dates.ts'
import { type House, handlers } from '../house.ts'
import { attempt } from '../http/attempt.ts'
import { formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost, pageNumber } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { withoutSecrets } from '../letters/letter.ts'
import { type Ending, endingsOn } from '../letters/reminders.ts'
import { may } from '../roles.ts'
import { allowed, handleLetter, isAllowed, type LetterAct } from '../services/handle-letter.ts'
import { sendDue } from '../services/send-due.ts'
import { writeLetter } from '../services/write-letter.ts'
import { frameOf } from '../staff/layout.tsx'
import { type Act, LetterPage, type LetterPageProps } from '../staff/letter.tsx'
import { isShow, shows } from '../staff/letter-words.ts'
import { MailPage } from '../staff/mail.tsx'
import { endingNames, RenewalsPage } from '../staff/renewals.tsx'
import { countLetters, type KeptLetter, letterById, listLetters } from '../store/letters.ts'
import { renewalsDue, termsEnding } from '../store/reminders.ts'

const MAX_FORM = 4 * 1024
const PAGE = 50

export const mail = handlers(serves('console'), staffPage(), async (c) => {
  const { db, post } = c.var.desk
  const asked = c.req.query('show') ?? ''
  const show = isShow(asked) ? asked : 'all'
  const page = pageNumber(c.req.query('page'))
  const [letters, counts] = await Promise.all([
    listLetters(db, shows[show][1], { page, size: PAGE }),
    countLetters(db),
  ])
  return c.html(
    <MailPage
      frame={frameOf(c)}
      show={show}
      page={page}
      letters={letters.slice(0, PAGE)}
      isLast={letters.length <= PAGE}
      counts={counts}
      sends={post !== null}
    />,
  )
})

export const mailPosted = handlers(serves('console'), atMost(MAX_FORM), staffForm('issuer'), async (c) => {
  await sendDue(c.var.desk, c.var.actor)
  return c.redirect('/staff/mail?done=sent-due', 303)
})

export const renewals = handlers(serves('console'), staffPage(), async (c) => {
  const { db, now } = c.var.desk
  const today = dayOf(now())
  const asked = c.req.query('show') ?? ''
  const show = Object.hasOwn(endingNames, asked) ? (asked as Ending) : 'year'
  const page = pageNumber(c.req.query('page'))
  const [terms, counts] = await Promise.all([
    termsEnding(db, endingsOn(today)[show], { page, size: PAGE }),
    renewalsDue(db, today),
  ])
  return c.html(
    <RenewalsPage
      frame={frameOf(c)}
      show={show}
      page={page}
      terms={terms.slice(0, PAGE)}
      isLast={terms.length <= PAGE}
      counts={counts}
    />,
  )
})

export const letter = handlers(serves('console'), staffPage(), async (c) => c.html(await drawn(c)))

export const letterPosted = handlers(serves('console'), atMost(MAX_FORM), staffForm('issuer'), async (c) => {
  const { desk, actor, form } = c.var
  const { id } = await letterOf(c)
  const name = form.get('act')
  return attempt(
    c,
    async () => {
      await handleLetter(desk, id, actOf(name, form.get), actor, await formKey(form, actor, c.req.path))
      return c.redirect(`/staff/mail/${id}?done=${name}`, 303)
    },
    ({ errors }) =>
      drawn(c, {
        typed: Object.fromEntries(form.fields),
        errors: errors.map((one) => (one.field === 'why' ? { ...one, field: `${name}-why` } : one)),
      }),
  )
})

async function drawn(c: Context<House>, again: Pick<LetterPageProps, 'typed' | 'errors'> = {}) {
  const kept = await letterOf(c)
  return (
    <LetterPage
      frame={frameOf(c)}
      letter={kept}
      text={await textOf(c, kept)}
      acts={(Object.keys(allowed) as Act[]).filter((act) => isAllowed(act, kept))}
      {...again}
    />
  )
}

/** @throws Problem `not-found` */
async function letterOf(c: Context<House>): Promise<KeptLetter> {
  const id = c.req.param('id') ?? ''
  const kept = /^[1-9]\d{0,14}$/.test(id) ? await letterById(c.var.desk.db, Number(id)) : null
  if (!kept) throw new Problem('not-found')
  return kept
}

async function textOf(c: Context<House>, { subject, body, ...letter }: KeptLetter) {
  if (subject !== null && body !== null) return { subject, body: mayCarry(c) ? body : withoutSecrets(body) }
  if (letter.state !== 'due') return null
  const written = await writeLetter(c.var.desk, { ...letter, subject, body })
  return 'dropped' in written ? null : written
}

/**
 * Until a mail service takes it, a code still works: nobody here reads it. Without one, this is the only way to it, for
 * those who could give a record another address anyway; in a demonstration, for everyone.
 */
function mayCarry(c: Context<House>): boolean {
  const { desk, staff } = c.var
  return !desk.post && (desk.issuer.demo || may(staff.role, 'issuer'))
}

/** @throws Problem `bad-request` */
function actOf(act: string, get: (name: string) => string): LetterAct {
  switch (act) {
    case 'again':
      return { act }
    case 'came-back':
    case 'set-aside':
      return { act, why: get(`${act}-why`) }
    case 'address':
      return { act, address: get('address'), why: get('address-why') }
    default:
      throw new Problem('bad-request', { detail: 'The form names nothing that can be done to a letter.' })
  }
}
