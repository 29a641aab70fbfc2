/** One sheet: what its rows come to, each row with what was found in it, and how far its issuing is. */

import { Errors, type FieldError } from '../pages/fields.tsx'
import { addressOf, Pager } from '../pages/pager.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { Row, Table } from '../pages/table.tsx'
import type { Fate, ImportFacts, Progress, ShownRow } from '../services/import.ts'
import { timeTold } from '../when.ts'
import { RunPanel } from './import-run.tsx'
import { countOf, Findings, fates, records, rowsOf, tellCount, titleOf } from './import-words.tsx'
import { type Frame, StaffLayout } from './layout.tsx'
import { Tabs } from './tabs.tsx'

export const ROWS_A_PAGE = 50

export interface ImportPageProps {
  frame: Frame
  facts: ImportFacts
  progress: Progress
  rows: ShownRow[]
  /** Only rows of this fate are listed; all without. */
  show: Fate | undefined
  page: number
  errors?: FieldError[]
}

export function ImportPage({ frame, facts, progress, rows, show, page, errors = [] }: ImportPageProps) {
  const { id, actor, at, notes, fileName } = facts
  const listed = show ? countOf(show, progress) : rowsOf(progress)
  return (
    <StaffLayout
      frame={frame}
      title={fileName ?? 'A sheet that a program sent'}
      trail={['/staff/imports', 'Import']}
      notices={noticesFor(progress)}
      head={<script type="module" src="/browser/import-progress.js" />}
    >
      <Errors errors={errors} />
      <p class="soft">
        Uploaded by {actor}, {timeTold(at)}. {notes.join(' ')}
      </p>
      <Counts id={id} progress={progress} show={show} />
      <RunPanel frame={frame} facts={facts} progress={progress} />
      <Downloads id={id} progress={progress} />
      <h2 id="rows">{show ? `Rows: ${titleOf(show).toLowerCase()}` : 'Rows'}</h2>
      {rows.length === 0 ? (
        <p>None.</p>
      ) : (
        <Table heads={['Row', 'Name', 'Office number', 'What becomes of it', 'Change']}>
          {rows.map((row) => (
            <RowOf frame={frame} id={id} row={row} />
          ))}
        </Table>
      )}
      <Pager
        path={`/staff/imports/${id}`}
        asked={{ show }}
        page={page}
        pages={Math.ceil(listed / ROWS_A_PAGE)}
      />
    </StaffLayout>
  )
}

function noticesFor(progress: Progress) {
  const { waiting, issued } = progress
  return {
    uploaded: <p>Uploaded and checked. Nothing is issued yet.</p>,
    known: <p>This very file was uploaded before. This is how far it has come.</p>,
    asked: <p>A second person is asked for. Until they approve it, nothing is issued.</p>,
    approved: <p>Approved. It can be run now, by you or by others.</p>,
    left: <p>Left out. The whole sheet was checked anew.</p>,
    back: <p>Brought back. The whole sheet was checked anew.</p>,
    ran: (
      <p>
        {waiting > 0
          ? `${records(issued)} issued so far, ${tellCount(waiting)} to go. Press “Go on”.`
          : `Done: ${records(issued)} issued from this sheet.`}
      </p>
    ),
  }
}

/** Every row counts once, so that these add up. */
function Counts({ id, progress, show }: { id: string; progress: Progress; show: Fate | undefined }) {
  const rows = rowsOf(progress)
  const tab = (count: number, name: string, fate?: Fate) => ({
    href: addressOf(`/staff/imports/${id}`, { show: fate }),
    text: (
      <>
        <b>{tellCount(count)}</b> {name}
      </>
    ),
    current: fate === show,
  })
  const each = fates.map(([fate, title]) => tab(countOf(fate, progress), title.toLowerCase(), fate))
  return (
    <Tabs label="Rows by what becomes of them" tabs={[tab(rows, rows === 1 ? 'row' : 'rows'), ...each]} />
  )
}

function Downloads({ id, progress }: { id: string; progress: Progress }) {
  const path = `/staff/imports/${id}`
  const open = progress.undecided + progress.reject
  return (
    <p>
      Download:{' '}
      <a href={`${path}/sheet.csv`} download>
        all rows, with what is wrong
      </a>
      {open > 0 && (
        <>
          {' · '}
          <a href={`${path}/sheet.csv?which=open`} download>
            only those in review or rejected
          </a>
        </>
      )}
      {progress.issued > 0 && (
        <>
          {' · '}
          <a href={`${path}/report.csv`} download>
            report, with the new numbers and links
          </a>
        </>
      )}
      . <span class="soft">Mended there, a sheet can be uploaded again as it is.</span>
    </p>
  )
}

function RowOf({ frame, id, row }: { frame: Frame; id: string; row: ShownRow }) {
  const { line, fate, number, decision, findings, name } = row
  return (
    <Row
      id={`row-${line}`}
      head={<a href={`/staff/imports/${id}/rows/${line}`}>{`Row\u00a0${row.row}`}</a>}
      cells={[
        ['Name', name ? <bdi>{name}</bdi> : <span class="soft">none</span>],
        ['Office number', <span class="office-number">{row.officeNumber || '—'}</span>],
        [
          'What becomes of it',
          <>
            {number ? (
              <>
                Issued: <a href={`/c/${number}`}>{number}</a>
              </>
            ) : (
              titleOf(fate)
            )}
            {decision === 'issue' && !number && ' (decided by a person)'}
            <Findings findings={number ? [] : findings} />
          </>,
        ],
        ['Change', <InOrOut frame={frame} id={id} row={row} />],
      ]}
    />
  )
}

/** One press for what needs no words; the rest is done on the row's own page. */
function InOrOut({ frame, id, row }: { frame: Frame; id: string; row: ShownRow }) {
  const { fate, decision, outcome, line, version } = row
  const button =
    fate === 'ready' && outcome === 'accept'
      ? (['leave-out', 'Leave out'] as const)
      : fate === 'left-out' && outcome === 'accept'
        ? (['take-back', 'Bring back'] as const)
        : null
  if (!button) {
    const text = fate === 'issued' ? 'Look' : decision ? 'Change' : fate === 'undecided' ? 'Decide' : 'Mend'
    return (
      <a href={`/staff/imports/${id}/rows/${line}`}>
        {text}
        <span class="unseen"> row {row.row}</span>
      </a>
    )
  }
  return (
    <SessionForm action={`/staff/imports/${id}/rows/${line}`} token={frame.token} class="in-row">
      <input type="hidden" name="act" value={button[0]} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="from" value="list" />
      <button type="submit" class="button">
        {button[1]}
        <span class="unseen"> row {row.row}</span>
      </button>
    </SessionForm>
  )
}
