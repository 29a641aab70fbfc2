/** What people do to one row of an import: mend a cell, let it in, leave it out, and take that back. */
import { utf8 } from '../../shared/bytes.ts'
import type { Desk } from '../desk.ts'
import { Problem, refuse } from '../http/problem.ts'
import { MAX_CELL_BYTES } from '../sheet/file.ts'
import type { Decision } from '../sheet/sheet.ts'
import { appendDeed } from '../store/audit.ts'
import { type KeptRow, oneRow } from '../store/import-rows.ts'
import { type ImportFacts, importById } from '../store/imports.ts'
import { type Change, changeSheet } from './import-check.ts'
import { once, type RequestKey } from './once.ts'

const MAX_NOTE = 500

export type RowAct =
  /** New texts of cells, by the place of their column. */
  | { act: 'edit'; cells: ReadonlyMap<number, string> }
  | { act: 'decide'; decision: string; why: string }
  | { act: 'leave-out' }
  | { act: 'take-back' }

export interface RowNamed {
  id: string
  line: number
  /** The row as its reader saw it. */
  version: number
}

/** @throws Problem `no-such-import` where there is no such row, either */
export async function rowNamed(
  desk: Desk,
  id: string,
  line: number,
): Promise<{ facts: ImportFacts; row: KeptRow }> {
  const [facts, row] = await Promise.all([importById(desk.db, id), oneRow(desk.db, id, line)])
  if (!facts || !row) throw new Problem('no-such-import')
  return { facts, row }
}

/**
 * Does it, and checks the whole sheet anew.
 * @throws Problem `no-such-import`; `invalid-input`, naming each field; `conflict` when the row is issued, was changed
 *   in between, or is not in a state for it
 */
export async function actOnRow(
  desk: Desk,
  { id, line, version }: RowNamed,
  act: RowAct,
  actor: string,
  request: RequestKey,
): Promise<void> {
  await once(desk, request, async () => {
    const { facts, row } = await rowNamed(desk, id, line)
    refuseStale(row, version)
    const at = desk.now().toISOString()
    const change = { line, version, by: actor, ...changeOf(facts, row, act, { by: actor, at }) }
    const statements = [
      ...(await changeSheet(desk, facts, change)),
      appendDeed(desk.db, { actor, subject: id, ...deedOf(facts, row, act, change) }, at),
    ]
    return { statements, status: 200, answer: null }
  })
}

function refuseStale({ number, version: now, changedBy }: KeptRow, seen: number): void {
  if (number !== null)
    throw new Problem('conflict', {
      detail: `This row was issued meanwhile, as ${number}. Correct the record itself.`,
    })
  if (now === seen) return
  const who = changedBy === null ? 'Someone' : changedBy
  throw new Problem('conflict', {
    detail: `${who} changed this row after you opened it, and nothing of yours was saved. Look at what it says now, then save again if you still want to.`,
  })
}

function changeOf(
  facts: ImportFacts,
  row: KeptRow,
  act: RowAct,
  { by, at }: { by: string; at: string },
): Pick<Change, 'cells' | 'was' | 'decision'> {
  switch (act.act) {
    case 'edit':
      return edited(facts, row, act.cells)
    case 'decide': {
      const decision = decided(row, act)
      return { decision: { as: decision, by, at, why: act.why } }
    }
    case 'leave-out':
      if (row.outcome !== 'accept')
        throw new Problem('conflict', { detail: 'Only an accepted row is left out in this way.' })
      return { decision: { as: 'leave', by, at, why: null } }
    case 'take-back':
      if (row.decision === null)
        throw new Problem('conflict', {
          detail: 'There is nothing to take back: nobody has decided this row.',
        })
      return { decision: null }
  }
}

/** A row that is mended has to be looked at again; what was left out stays out. */
function edited(
  { columns }: ImportFacts,
  row: KeptRow,
  typed: ReadonlyMap<number, string>,
): Pick<Change, 'cells' | 'was' | 'decision'> {
  const headers = columns ?? []
  const cells = headers.map((_, i) => textOf(typed.get(i), row.cells[i] ?? ''))
  refuse(
    cells.map(
      (cell, i) =>
        utf8(cell).length > MAX_CELL_BYTES && {
          field: `cell-${i}`,
          message: `${headers[i]}: a cell holds at most 4 KB; shorten it.`,
        },
    ),
  )
  const first = (i: number) => row.was[i] ?? row.cells[i] ?? ''
  const was = Object.fromEntries(
    cells.flatMap((cell, i) => (cell === first(i) ? [] : [[String(i), first(i)] as const])),
  )
  const isSame = placesOf(row, cells).length === 0 && row.cells.length === cells.length
  refuse([isSame && { field: '', message: 'No cell was changed. Change one, or go back to the sheet.' }])
  const { decision, decidedBy, decidedAt, decidedWhy } = row
  const kept =
    decision === 'leave' && decidedBy && decidedAt
      ? { as: decision, by: decidedBy, at: decidedAt, why: decidedWhy }
      : null
  return { cells, was, decision: kept }
}

/** A form tidies what goes through it; a cell that nobody touched stays as it is. */
function textOf(typed: string | undefined, before: string): string {
  const tidied = before.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  return typed === undefined || typed === tidied ? before : typed
}

/** Which cells an edit changes, by place. */
function placesOf(row: KeptRow, cells: readonly string[]): number[] {
  return cells.flatMap((cell, i) => (cell === (row.cells[i] ?? '') ? [] : [i]))
}

/** @throws Problem */
function decided(row: KeptRow, { decision, why }: { decision: string; why: string }): Decision {
  if (row.outcome === 'accept')
    throw new Problem('conflict', { detail: 'Nothing of this row waits for a decision any more.' })
  if (row.outcome === 'reject')
    throw new Problem('conflict', { detail: 'A rejected row cannot be let in: mend it first.' })
  refuse([
    decision !== 'issue' &&
      decision !== 'leave' && { field: 'decision', message: 'Choose whether it is issued or left out.' },
    (why.length < 3 || why.length > MAX_NOTE) && {
      field: 'why',
      message: `Write why, in 3 to ${MAX_NOTE} characters: it is kept with the decision.`,
    },
  ])
  if (decision === 'issue' && row.findings.some(({ code }) => code === 'successor-in-review'))
    throw new Problem('conflict', {
      detail: 'Decide the row that replaced it first; this one follows by itself.',
    })
  return decision as Decision
}

/** Which cells were changed, and nothing of what they held. */
function deedOf({ columns }: ImportFacts, row: KeptRow, act: RowAct, { cells }: Change) {
  const at = { row: row.row, line: row.line }
  switch (act.act) {
    case 'edit': {
      const changed = placesOf(row, cells ?? []).map((i) => columns?.[i] ?? '')
      return { act: 'edited-import-row', detail: { ...at, columns: changed } }
    }
    case 'decide':
      return { act: 'decided-import-row', why: act.why, detail: { ...at, decision: act.decision } }
    case 'leave-out':
      return { act: 'left-out-import-row', detail: at }
    case 'take-back':
      return { act: 'took-back-import-row', detail: { ...at, decision: row.decision } }
  }
}
