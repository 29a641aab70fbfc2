/** An act on a record, in two steps: fill in; see what comes of it, and only then do it. */
import { changesBetween } from '../../shared/record-changes.ts'
import { tell } from '../../shared/telling.ts'
import { en, looksLike } from '../../shared/words/en.ts'
import { Errors, type FieldError } from '../pages/fields.tsx'
import { Icon } from '../pages/icons.tsx'
import { SessionForm } from '../pages/session-form.tsx'
import { isPrivate } from '../record-state.ts'
import type { OpenFile } from '../services/open-file.ts'
import type { ActName, Foreseen, RecordAct, Sight } from '../services/record-acts.ts'
import { ZONE } from '../when.ts'
import { consequencesOf, doubtsOf } from './act-consequences.tsx'
import { ActFields, type Typed } from './act-fields.tsx'
import { actWords } from './act-words.ts'
import { Buttons } from './form.tsx'
import { type Frame, StaffLayout } from './layout.tsx'
import { Preview } from './preview.tsx'
import { Changes } from './record-past.tsx'

interface About {
  frame: Frame
  file: OpenFile
  act: ActName
}

export interface ActFormPageProps extends About {
  typed: Typed
  errors?: FieldError[]
  /** The newest event when this was drawn first. */
  seen: number
}

export function ActFormPage({ frame, file, act, typed, errors = [], seen }: ActFormPageProps) {
  return (
    <ActLayout frame={frame} file={file} act={act}>
      <p>{actWords[act].what}</p>
      <Errors errors={errors} />
      <SessionForm action={pathOf(file, act)} token={frame.token} class="fields">
        <input type="hidden" name="seen" value={seen} />
        <ActFields act={act} file={file} typed={typed} errors={errors} />
        <Buttons main="Go on: see what comes of it" step="preview" cancel={back(file)} />
      </SessionForm>
    </ActLayout>
  )
}

export interface ActPreviewPageProps extends About {
  decided: RecordAct
  foreseen: Foreseen
  /** What was typed, to be sent again. */
  fields: [name: string, value: string][]
  seen: number
}

export function ActPreviewPage({ frame, file, act, decided, foreseen, fields, seen }: ActPreviewPageProps) {
  const doubts = doubtsOf(decided)
  const changes = foreseen.record ? changesBetween(file.record, foreseen.record) : []
  return (
    <ActLayout frame={frame} file={file} act={act}>
      <div class="aside">
        <h2>Nothing is done yet</h2>
        <p>
          Read what will happen, look at what outsiders will see, and then decide at the end of this page.
        </p>
      </div>
      {doubts.length > 0 && (
        <div class="aside">
          <h2>Look at this once more</h2>
          {doubts.map((doubt) => (
            <p>{doubt}</p>
          ))}
        </div>
      )}
      {changes.length > 0 && (
        <>
          <h2>What changes</h2>
          <Changes changes={changes} />
        </>
      )}
      <h2>What will happen</h2>
      <ul class="happens">
        {consequencesOf(decided, file).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>What outsiders will see</h2>
      {foreseen.sights.map(({ of, verdict }) => (
        <Preview id={`sight-${of}`} verdict={verdict} issuer={frame.issuer} said={sightSaid(of, file)} />
      ))}
      <SessionForm action={pathOf(file, act)} token={frame.token} id="decide">
        <input type="hidden" name="seen" value={seen} />
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Buttons
          main={actWords[act].confirm}
          step="confirm"
          more={[['edit', 'Change something first']]}
          cancel={back(file)}
        />
      </SessionForm>
    </ActLayout>
  )
}

/** @param why it cannot be done now, in a sentence */
export function ActRefusedPage({
  frame,
  file,
  act,
  why,
  errors = [],
}: About & { why: string; errors?: FieldError[] }) {
  return (
    <ActLayout frame={frame} file={file} act={act}>
      <Errors errors={errors} />
      <p>
        <b>This can’t be done now.</b> {why}
      </p>
      <div class="do">
        <a class="button filled" href={back(file)[0]}>
          Back to the record
        </a>
      </div>
    </ActLayout>
  )
}

function ActLayout({ frame, file, act, children }: About & { children?: unknown }) {
  const telling = tell(file.verdict, frame.issuer, {
    words: en,
    looksLike,
    timeZone: ZONE,
    lookedUp: file.number,
  })
  const own = act === 'decline' && file.proposal?.actor === frame.staff?.name
  return (
    <StaffLayout
      frame={frame}
      title={own ? 'Take the proposal back' : actWords[act].title}
      trail={[back(file)[0], `Record ${file.number}`]}
      door="/staff/find"
    >
      <p class={`about ${telling.tone}`}>
        <b>
          <bdi>{file.record.name.display}</bdi>
        </b>
        <span class="code">{file.number}</span>
        <span class="about-state">
          <Icon name={telling.icon} /> {telling.pill}
        </span>
      </p>
      {children as never}
    </StaffLayout>
  )
}

function sightSaid(of: Sight['of'], { visibility, number }: OpenFile): string {
  const hidden = isPrivate(visibility)
  const unseen = hidden ? ' The record is private: this is seen only once its holder makes it visible.' : ''
  switch (of) {
    case 'record':
      return `The page of ${number}, once this is done.${unseen}`
    case 'at-once':
      return `Step 1, at once: the page of ${number} until it is decided.${unseen}`
    case 'when-final':
      return `Step 2, only when a second person agrees: the page of ${number}.${unseen}`
    case 'new-record':
      return `The new record; its number is drawn when it is made.${unseen}`
    case 'old-link':
      return `The old link, ${number}.`
  }
}

function back({ number }: OpenFile): [href: string, text: string] {
  return [`/staff/records/${number}`, 'Leave it as it is']
}

function pathOf({ number }: OpenFile, act: ActName): string {
  return `/staff/records/${number}/${act}`
}
