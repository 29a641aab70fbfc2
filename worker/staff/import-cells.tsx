/** The cells of one row, as a form: what each takes, what was found in it, and what stood there before. */
import { quoted } from '../../shared/finding.ts'
import { Field, type FieldError, TextField } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { ImportFacts, KeptRow } from '../services/import.ts'
import { type ColumnKey, columnNamed } from '../sheet/columns.ts'
import { AREA, takenBy } from '../sheet/template.ts'
import { Buttons } from './form.tsx'
import { saidOf } from './import-words.tsx'
import type { Frame } from './layout.tsx'

export interface CellsProps {
  frame: Frame
  facts: ImportFacts
  row: KeptRow
  /** What was typed, by the place of its column, where it could not be saved. */
  typed: ReadonlyMap<number, string> | undefined
  errors: FieldError[]
}

export function Cells({ frame, facts, row, typed, errors }: CellsProps) {
  const { id } = facts
  const columns = (facts.columns ?? []).map((header, place) => ({ header, place, key: columnNamed(header) }))
  const isArea = (key: ColumnKey | null) => key?.startsWith('areas.') === true
  const beyond = row.cells.slice(columns.length).filter((cell) => cell.trim() !== '')
  const cell = ({ header, place, key }: (typeof columns)[number]) =>
    key && (
      <Cell
        header={header}
        place={place}
        hint={isArea(key) ? undefined : takenBy(key)}
        row={row}
        typed={typed?.get(place)}
        errors={errors}
      />
    )
  return (
    <>
      {beyond.length > 0 && (
        <p>
          Beyond the last column stood: {beyond.map(quoted).join(', ')}. Put each where it belongs; what is
          left there is dropped when you save.
        </p>
      )}
      <SessionForm action={`/staff/imports/${id}/rows/${row.line}`} token={frame.token} class="fields cells">
        <input type="hidden" name="act" value="edit" />
        <input type="hidden" name="version" value={row.version} />
        {columns.filter(({ key }) => !isArea(key)).map(cell)}
        <fieldset class="wide cells">
          <legend>Areas</legend>
          <p class="soft">{AREA}</p>
          {columns.filter(({ key }) => isArea(key)).map(cell)}
        </fieldset>
        <Buttons
          main="Save and check"
          cancel={[`/staff/imports/${id}#row-${row.line}`, 'Back to the sheet']}
        />
      </SessionForm>
      <Unread columns={columns} row={row} />
    </>
  )
}

/** Nothing follows from these, so that there is nothing to mend in them. */
function Unread({
  columns,
  row,
}: {
  columns: { header: string; place: number; key: ColumnKey | null }[]
  row: KeptRow
}) {
  const unread = columns.filter(({ key, header }) => key === null && header !== '')
  if (unread.length === 0) return null
  return (
    <>
      <h3 class="after-form">Columns that are not read</h3>
      <dl class="facts">
        {unread.map(({ header, place }) => (
          <>
            <dt>{header}</dt>
            <dd>{row.cells[place] || '—'}</dd>
          </>
        ))}
      </dl>
    </>
  )
}

interface CellProps {
  header: string
  place: number
  hint: string | undefined
  row: KeptRow
  typed: string | undefined
  errors: FieldError[]
}

function Cell({ header, place, hint, row, typed, errors }: CellProps) {
  const name = `cell-${place}`
  const now = row.cells[place] ?? ''
  const was = row.was[String(place)]
  const isOther = typed !== undefined && typed !== now
  const found = row.findings
    .filter(({ column }) => column === header)
    .map((finding) => ({ field: name, message: saidOf(finding) }))
  const Input = /\n/.test(now) ? TextField : Field
  const said = hint !== undefined || was !== undefined || isOther
  return (
    <Input
      name={name}
      label={<code>{header}</code>}
      value={typed ?? now}
      hint={
        said ? (
          <>
            {hint}
            {was !== undefined && <b> Was: {shown(was)}.</b>}
            {isOther && <b> Now: {shown(now)}.</b>}
          </>
        ) : undefined
      }
      errors={[...errors.filter(({ field }) => field === name), ...found]}
    />
  )
}

function shown(cell: string): string {
  return cell === '' ? 'empty' : quoted(cell)
}
