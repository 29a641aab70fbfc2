/** One row of a sheet: all its cells, what was found in them, and what a person decides. */

import { Errors, Field, type FieldError, idOf } from '../pages/fields.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import type { ImportFacts, KeptRow } from '../services/import.ts'
import { timeTold } from '../when.ts'
import { Buttons } from './form.tsx'
import { Cells } from './import-cells.tsx'
import { saidOf, titleOf } from './import-words.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface ImportRowPageProps {
  frame: Frame
  facts: ImportFacts
  row: KeptRow
  /** The line of the next row that needs a person. */
  next: number | null
  /** What was typed, where it could not be saved. */
  typed?: { cells?: ReadonlyMap<number, string>; decision?: string; why?: string }
  errors?: FieldError[]
}

export function ImportRowPage({ frame, facts, row, next, typed = {}, errors = [] }: ImportRowPageProps) {
  const { id, fileName } = facts
  const list = `/staff/imports/${id}`
  const isOpen = row.number === null
  return (
    <StaffLayout
      frame={frame}
      title={`Row ${row.row}${row.name ? `: ${row.name}` : ''}`}
      trail={[list, fileName ?? 'The sheet']}
      notices={{
        saved: <p>Saved. The whole sheet was checked anew.</p>,
        decided: <p>Your decision is kept, with its reason.</p>,
        left: <p>Left out.</p>,
        back: <p>Taken back.</p>,
      }}
    >
      <Errors errors={errors} />
      <Standing row={row} list={list} />
      {row.findings.length > 0 && isOpen && <Found facts={facts} row={row} />}
      <p>
        {next === null ? (
          <a href={`${list}#row-${row.line}`}>Back to the sheet</a>
        ) : (
          <a href={`${list}/rows/${next}`}>Next row that needs someone</a>
        )}
      </p>
      {isOpen && <Decide frame={frame} id={id} row={row} typed={typed} errors={errors} />}
      <h2>Cells</h2>
      {isOpen && facts.columns ? (
        <Cells frame={frame} facts={facts} row={row} typed={typed.cells} errors={errors} />
      ) : (
        <dl class="facts">
          {(facts.columns ?? []).map((header, i) => (
            <>
              <dt>{header}</dt>
              <dd>{row.cells[i] || '—'}</dd>
            </>
          ))}
        </dl>
      )}
    </StaffLayout>
  )
}

function Standing({ row, list }: { row: KeptRow; list: string }) {
  const { fate, number, line, decision, decidedBy, decidedAt, decidedWhy } = row
  return (
    <dl class="facts">
      <dt>What becomes of it</dt>
      <dd>
        {number ? (
          <>
            Issued: <a href={`/c/${number}`}>{number}</a>
          </>
        ) : fate === 'ready' ? (
          <>
            {titleOf(fate)}, not issued yet: <a href={`${list}#run`}>issue it from the sheet</a>
          </>
        ) : (
          titleOf(fate)
        )}
      </dd>
      <dt>Office number</dt>
      <dd>{row.officeNumber || '—'}</dd>
      <dt>Line of the file</dt>
      <dd>{line}</dd>
      {decision && (
        <>
          <dt>{decision === 'issue' ? 'Let in by' : 'Left out by'}</dt>
          <dd>
            {decidedBy}
            {decidedAt && `, ${timeTold(decidedAt)}`}
            {decidedWhy && `: ${decidedWhy}`}
          </dd>
        </>
      )}
    </dl>
  )
}

/** Each with a link to its cell. */
function Found({ facts, row }: { facts: ImportFacts; row: KeptRow }) {
  return (
    <section class="aside">
      <h2>What was found</h2>
      <ul class="findings">
        {row.findings.map((finding) => {
          const place = facts.columns?.indexOf(finding.column) ?? -1
          return (
            <li>
              {place >= 0 ? (
                <a href={`#${idOf(`cell-${place}`)}`}>
                  <code>{finding.column}</code>
                </a>
              ) : (
                finding.column !== '' && <code>{finding.column}</code>
              )}{' '}
              {saidOf(finding)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface DecideProps {
  frame: Frame
  id: string
  row: KeptRow
  typed: { decision?: string; why?: string }
  errors: FieldError[]
}

function Decide({ frame, id, row, typed, errors }: DecideProps) {
  const { outcome, decision, fate, version, line } = row
  const action = `/staff/imports/${id}/rows/${line}`
  if (decision && outcome !== 'reject')
    return (
      <SessionForm action={action} token={frame.token}>
        <input type="hidden" name="act" value="take-back" />
        <input type="hidden" name="version" value={version} />
        <Quiet text={outcome === 'accept' ? 'Bring back' : 'Take the decision back'} />
      </SessionForm>
    )
  if (fate === 'ready')
    return (
      <SessionForm action={action} token={frame.token}>
        <input type="hidden" name="act" value="leave-out" />
        <input type="hidden" name="version" value={version} />
        <Quiet text="Leave this row out" />
      </SessionForm>
    )
  if (fate !== 'undecided') return null
  const wrong = errors.filter(({ field }) => field === 'decision')
  return (
    <SessionForm action={action} token={frame.token}>
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="version" value={version} />
      <fieldset id={idOf('decision')} tabindex={-1}>
        <legend>Decide</legend>
        <p class="wide">
          Mend a cell below if something is wrong. If the row is right as it is, say so here: where another
          reading was proposed above, that one is issued.
        </p>
        {wrong.map(({ message }) => (
          <p class="wrong-said">{message}</p>
        ))}
        {(
          [
            ['issue', 'Issue it as it is'],
            ['leave', 'Leave it out'],
          ] as const
        ).map(([value, text]) => (
          <label class="tick">
            <input type="radio" name="decision" value={value} checked={typed.decision === value} />{' '}
            <span>{text}</span>
          </label>
        ))}
        <Field
          name="why"
          label="Why"
          hint="Kept with your name in the audit."
          value={typed.why}
          errors={errors}
          required
          wide
        />
        <Buttons main="Decide" />
      </fieldset>
    </SessionForm>
  )
}

/** For what is possible, and not the likely next step. */
function Quiet({ text }: { text: string }) {
  return (
    <p class="do">
      <button type="submit" class="button">
        {text}
      </button>
    </p>
  )
}
