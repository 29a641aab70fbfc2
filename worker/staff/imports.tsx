/** The sheets that were uploaded, and where the next one is. */

import { Errors, type FieldError, idOf } from '../pages/fields.tsx'
import { Pager } from '../pages/pager.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import type { Fate, ListedImport, Progress } from '../services/import.ts'
import { columnsTold } from '../sheet/template.ts'
import { timeTold } from '../when.ts'
import { Buttons } from './form.tsx'
import { rowsOf, tellCount } from './import-words.tsx'
import { type Frame, StaffLayout } from './layout.tsx'

export interface ImportsPageProps {
  frame: Frame
  imports: ListedImport[]
  page: number
  /** Whether older ones follow. */
  more: boolean
  errors?: FieldError[]
}

export function ImportsPage({ frame, imports, page, more, errors = [] }: ImportsPageProps) {
  return (
    <StaffLayout frame={frame} title="Import">
      <Errors errors={errors} title="This file was not read" />
      <Upload frame={frame} errors={errors} />
      <h2>Sheets so far</h2>
      {imports.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <Table heads={['Sheet', 'Uploaded by', 'When', 'Rows', 'How far']}>
          {imports.map(({ id, actor, fileName, at, progress }) => (
            <Row
              head={<a href={`/staff/imports/${id}`}>{fileName ?? 'Sent by a program'}</a>}
              cells={[
                ['Uploaded by', actor],
                ['When', timeTold(at)],
                ['Rows', tellCount(rowsOf(progress))],
                ['How far', <HowFar id={id} progress={progress} />],
              ]}
            />
          ))}
        </Table>
      )}
      <Pager path="/staff/imports" page={page} pages={more ? page + 1 : page} />
      <Columns />
    </StaffLayout>
  )
}

/** What is left to do comes first, and leads there. */
function HowFar({ id, progress }: { id: string; progress: Progress }) {
  const { issued, waiting, undecided, leftOut, reject } = progress
  const parts: [count: number, word: string, show?: Fate][] = [
    [undecided, undecided === 1 ? 'waits for a decision' : 'wait for a decision', 'undecided'],
    [waiting, 'to issue', 'ready'],
    [reject, 'rejected', 'rejected'],
    [issued, 'issued'],
    [leftOut, 'left out'],
  ]
  const shown = parts.filter(([count]) => count > 0)
  return (
    <span>
      {shown.map(([count, word, show], i) => {
        const text = `${tellCount(count)} ${word}`
        return (
          <>
            {i > 0 && ', '}
            {show ? <a href={`/staff/imports/${id}?show=${show}`}>{text}</a> : text}
          </>
        )
      })}
    </span>
  )
}

function Upload({ frame, errors }: { frame: Frame; errors: FieldError[] }) {
  const isWrong = errors.some(({ field }) => field === 'sheet')
  return (
    <section>
      <h2>Upload a sheet</h2>
      <p>
        Nothing is issued by uploading. You see every row first, mend what is wrong, and say which rows are
        issued.
      </p>
      <SessionForm action="/staff/imports" token={frame.token} class="fields" multipart>
        <div class={`labelled wide${isWrong ? ' wrong stop' : ''}`}>
          <label for={idOf('sheet')}>The sheet, as a CSV file</label>
          <p class="soft" id="sheet-hint">
            In the spreadsheet: Save as, CSV UTF-8. Up to 5,000 rows and 5 MB; commas, semicolons or tabs.
          </p>
          <input
            id={idOf('sheet')}
            name="sheet"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-describedby="sheet-hint"
            aria-invalid={isWrong ? 'true' : undefined}
          />
        </div>
        <Buttons main="Upload and check" />
      </SessionForm>
    </section>
  )
}

function Columns() {
  return (
    <section id="columns">
      <h2>What each column takes</h2>
      <p>
        <a href="/staff/sheet-template.csv" download>
          Download an empty sheet with these columns
        </a>
        . Columns in another order, with another of these names, or beyond these do no harm.
      </p>
      <details>
        <summary>Show the columns</summary>
        <Table heads={['Column', 'What it takes', 'Also called']}>
          {columnsTold.map(({ header, takes, needed, otherNames }) => (
            <Row
              head={
                <>
                  <code>{header}</code>
                  {needed && <span class="soft"> (needed)</span>}
                </>
              }
              cells={[
                ['What it takes', takes],
                ['Also called', otherNames.join(', ') || '—'],
              ]}
            />
          ))}
        </Table>
      </details>
    </section>
  )
}
