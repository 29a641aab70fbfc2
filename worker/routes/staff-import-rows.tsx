/** One row of a sheet in the console: looked at, mended, decided. */
import type { Context } from 'hono'
import { type House, handlers } from '../house.ts'
import { attempt, type Refused } from '../http/attempt.ts'
import { type Form, formKey } from '../http/form.ts'
import { serves } from '../http/headers.ts'
import { atMost } from '../http/input.ts'
import { Problem } from '../http/problem.ts'
import { staffForm, staffPage } from '../http/session.ts'
import { actOnRow, type RowAct, rowNamed } from '../services/import-row.ts'
import { ImportRowPage, type ImportRowPageProps } from '../staff/import-row.tsx'
import { frameOf } from '../staff/layout.tsx'
import { nextOpenLine } from '../store/import-rows.ts'

/** A row of cells of 4 KB each, as a form writes them. */
const MAX_FORM = 400 * 1024

/** What the page says when it is done. */
const done: Record<RowAct['act'], string> = {
  edit: 'saved',
  decide: 'decided',
  'leave-out': 'left',
  'take-back': 'back',
}

export const importRow = handlers(serves('console'), staffPage('issuer'), async (c) =>
  c.html(await drawRow(c)),
)

export const importRowPosted = handlers(
  serves('console'),
  atMost(MAX_FORM),
  staffForm('issuer'),
  async (c) => {
    const { desk, actor, form } = c.var
    const { id, line } = placeOf(c)
    const act = actOf(form)
    return attempt(
      c,
      async () => {
        const { key, ...request } = await formKey(form, actor, c.req.path)
        // Someone who goes back and types something else means something else.
        const own = { ...request, key: `${key} ${request.bodyDigest}` }
        await actOnRow(desk, { id, line, version: Number(form.get('version')) }, act, actor, own)
        const row = `/staff/imports/${id}/rows/${line}?done=${done[act.act]}`
        const list = `/staff/imports/${id}?done=${done[act.act]}#row-${line}`
        return c.redirect(form.get('from') === 'list' ? list : row, 303)
      },
      ({ errors }) => drawRow(c, errors, typedIn(form, act)),
    )
  },
)

/** @throws Problem `bad-request` */
function actOf(form: Form): RowAct {
  const act = form.get('act')
  switch (act) {
    case 'edit':
      return { act, cells: cellsOf(form) }
    case 'decide':
      return { act, decision: form.get('decision'), why: form.get('why').replace(/\s+/g, ' ') }
    case 'leave-out':
    case 'take-back':
      return { act }
    default:
      throw new Problem('bad-request', { detail: 'This form says nothing that can be done to a row.' })
  }
}

function cellsOf(form: Form): Map<number, string> {
  return new Map(
    form.fields.flatMap(([name]) => {
      const place = /^cell-(\d{1,4})$/.exec(name)?.[1]
      return place === undefined ? [] : [[Number(place), form.get(name)] as const]
    }),
  )
}

function typedIn(form: Form, act: RowAct): NonNullable<ImportRowPageProps['typed']> {
  if (act.act === 'edit') return { cells: act.cells }
  return act.act === 'decide' ? { decision: form.get('decision'), why: form.get('why') } : {}
}

async function drawRow(
  c: Context<House>,
  errors: Refused['errors'] = [],
  typed: NonNullable<ImportRowPageProps['typed']> = {},
) {
  const { desk } = c.var
  const { id, line } = placeOf(c)
  const { facts, row } = await rowNamed(desk, id, line)
  const next = await nextOpenLine(desk.db, id, line)
  return (
    <ImportRowPage frame={frameOf(c)} facts={facts} row={row} next={next} typed={typed} errors={errors} />
  )
}

function placeOf(c: Context<House>): { id: string; line: number } {
  const line = Number(c.req.param('line'))
  return { id: c.req.param('id') ?? '', line: Number.isInteger(line) ? line : -1 }
}
